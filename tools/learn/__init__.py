"""Learns from labelled sentences what frames do not tell; writes `lexicon/learned_weights.tsv.gz` (docs/adr/0017)."""
