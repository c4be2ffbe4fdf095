"""How well the rules do: what they find in texts that were also coded by hand, held against the codings.

    codings.py    the coded texts, where each lies, which split it belongs to
    side.py       the one form that coded and found rows are brought into
    coded.py      a coding -> that form            found.py     records or a release -> that form
    quotes.py     where a quote stands             names.py     when two names mean one person
    pairing.py    which found row is which coded   document.py  right, false and missed rows of one text
    figures.py    precision, recall, F1, intervals baseline.py  what sank since the stored figures
    confidence.py precision of every rule          report.py    all of it as text      problems.py  faults of a coding

What belongs here: measuring. What does not: any rule of recognizing or coding; nothing here changes a row.
"""
from pipelines.evaluate.run import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
