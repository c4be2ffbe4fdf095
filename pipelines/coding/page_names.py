"""Surnames that one item of a page uses and another introduces: "Nazarbayev had telephone conversations", below "President Nursultan …".

What does not belong here: names within an item (`recognize.people`), and what is known of their bearers (`cast`).
"""
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipelines.model.document import Document, Segment
from pipelines.model.mention import PersonMention, Sentence
from pipelines.recognize import recognize

WORD = re.compile(r"\b[A-Z][^\W\d_]{3,}")
Items = Sequence[tuple[Sentence, ...]]


def with_names_of_page(document: Document, segments: Sequence[Segment], items: Items) -> list[tuple[Sentence, ...]]:
    """The items, those recognized anew that use a surname which only another item introduces."""
    if len(segments) < 2:
        return list(items)
    bearers: dict[str, list[PersonMention]] = defaultdict(list)
    for person in (person for sentences in items for person in introductions(sentences)):
        bearers[surname(person)].append(person)
    return [
        recognize(document, segment, needed) if (needed := borrowed(document, segment, sentences, bearers)) else sentences
        for segment, sentences in zip(segments, items, strict=True)
    ]


def introductions(sentences: Sequence[Sentence]) -> Iterator[PersonMention]:
    """Officials by full name."""
    people = (person for sentence in sentences for person in sentence.people)
    yield from (p for p in people if p.kind == "named" and p.name and p.office not in (None, "unknown") and len(p.name.split()) > 1)


def surname(person: PersonMention) -> str:
    return (person.name or "").split()[-1]


def borrowed(
    document: Document, segment: Segment, sentences: Sequence[Sentence], bearers: Mapping[str, list[PersonMention]]
) -> list[PersonMention]:
    """Whom other items introduce, and this one names by surname without introducing them or a namesake."""
    words = {match.group() for match in WORD.finditer(document.text, segment.char_start, segment.char_end)}
    own = {surname(person) for person in introductions(sentences)}
    return [person for word in sorted(words - own) for person in bearers.get(word, ())]
