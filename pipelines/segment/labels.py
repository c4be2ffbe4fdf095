"""Paragraphs that carry their heading in their first line: "Homage to the Liberator: On 17 August …", "PERU – The Minister …".

What belongs here: what such a heading looks like. What does not: whether it proves several stories (`layouts`).
"""
import re

from pipelines.ingest.lines import is_speech
from pipelines.lexicon.countries import iso_of

LABEL_WORDS = 9
CAPITAL_WORDS = 3  # at least, of a heading in capitals
WORDS = re.compile(r"[^\W\d_]{2,}")
SHORT_WORDS, STOPPED_WORDS = 6, 4  # of one that a dash or a full stop ends
SENTENCE = re.compile(r"(?:The|An?|He|She|It|They|We|I|This|That|These|Those|There)\b")
LABEL = re.compile(r"(?P<label>[A-Z0-9À-Þ][^.:;!?\n]{5,80}+)(?:: |\?\s)(?=[\"“A-Z0-9À-Þ])")
SHORT = re.compile(r"(?P<label>[A-Z0-9À-Þ][^.:;!?–—\n]{2,60}?)(?: [–—-] |\. |: )(?=[\"“A-Z0-9À-Þ])")
CAPITALS = re.compile(r"[A-Z0-9À-Þ\"“(][^a-zß-ÿ\n]{8,160}?(?:[.:!?]|\s[–—-])\s{1,2}(?=[\"“(]?[A-ZÀ-Þ][\w'’.]{0,20} ?[a-zß-ÿ])")
COUNTRY = re.compile(r"(?P<label>[A-Z][\w .'’-]{2,40}?)(?:: | [–—-] |\. )(?=\S)")


def labels_itself(content: str) -> bool:
    """A heading and a colon or question mark."""
    found = LABEL.match(content)
    return found is not None and not is_speech(content) and len(found["label"].split()) <= LABEL_WORDS


def is_capitalized(content: str) -> bool:
    """A heading in capitals and a full stop: "BALTIC LEADERS MEET IN RIGA. Prime ministers …"; no dateline is that long."""
    found = CAPITALS.match(content)
    return found is not None and len(WORDS.findall(found.group())) >= CAPITAL_WORDS and not is_speech(content)


def has_label(content: str) -> bool:
    """The same, or a few words and a dash or full stop: "Farewell – The chargé …", "Passports. From 1 July …"."""
    if is_capitalized(content):
        return True
    found = SHORT.match(content)
    country = COUNTRY.match(content)
    if country is not None and iso_of(country["label"].title()) is not None:
        return True
    if labels_itself(content) or found is None or is_speech(content):
        return labels_itself(content)
    is_stopped = content[found.end("label")] == "." and (len(found["label"].split()) > STOPPED_WORDS or SENTENCE.match(content) is not None)
    return not is_stopped and len(found["label"].split()) <= SHORT_WORDS
