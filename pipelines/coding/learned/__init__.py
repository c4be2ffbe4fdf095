"""What no frame tells: weights learnt from labelled sentences say which occasions a sentence reports (docs/adr/0017)."""
