"""Paragraphs that carry their heading in their first line: "Homage to the Liberator: On 17 August …", "PERU – The Minister …".

What belongs here: what such a heading looks like. What does not: whether it proves several stories (`layouts`).
"""
import re

from pipelines.ingest.lines import is_speech

LABEL_WORDS = 9
SHORT_WORDS = 6  # of one that a dash or full stop ends
LABEL = re.compile(r"(?P<label>[A-Z0-9À-Þ][^.:;!?\n]{5,80}+)(?:: |\?\s)(?=[\"“A-Z0-9À-Þ])")
SHORT = re.compile(r"(?P<label>[A-Z0-9À-Þ][^.:;!?–—\n]{2,60}?)(?: [–—-] |\. |: )(?=[\"“A-Z0-9À-Þ])")


def labels_itself(content: str) -> bool:
    """A heading and a colon or question mark."""
    found = LABEL.match(content)
    return found is not None and not is_speech(content) and len(found["label"].split()) <= LABEL_WORDS


def has_label(content: str) -> bool:
    """The same, or a few words and a dash or full stop: "Farewell – The chargé …", "Passports. From 1 July …"."""
    found = SHORT.match(content)
    return labels_itself(content) or (found is not None and not is_speech(content) and len(found["label"].split()) <= SHORT_WORDS)
