"""Scripts that derive tables of the lexicon from public data; not needed to run the pipeline."""
