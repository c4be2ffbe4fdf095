"""Surnames that an item uses and does not introduce: another item does ("Nazarbayev had telephone conversations", below "President
Nursultan …"), or everybody knew them at the time ("Merkel flies to Paris").

What does not belong here: names within an item (`recognize.people`), and what is known of their bearers (`cast`).
"""
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipelines.coding.cast.holders import in_seat
from pipelines.model.document import Document, Segment
from pipelines.model.mention import PersonMention, Sentence
from pipelines.recognize import recognize
from pipelines.recognize.names import plain
from pipelines.recognize.people.vocabulary import given_names, is_common

WORD = re.compile(r"\b[A-Z][^\W\d_]{3,}")
Items = Sequence[tuple[Sentence, ...]]


def with_names_of_page(document: Document, segments: Sequence[Segment], items: Items) -> list[tuple[Sentence, ...]]:
    """The items, those recognized anew that use a surname which they do not introduce."""
    bearers: dict[str, list[PersonMention]] = defaultdict(list)
    for person in (person for sentences in items for person in introductions(sentences)):
        bearers[surname(person)].append(person)
    return [
        recognize(document, segment, needed) if (needed := list(borrowed(document, segment, sentences, bearers))) else sentences
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
) -> Iterator[PersonMention]:
    """Whom this item names by surname without introducing them or a namesake: other items introduce them, or they need none."""
    spots = {match.group(): match.span() for match in WORD.finditer(document.text, segment.char_start, segment.char_end)}
    own = {word for s in sentences for p in s.people if p.name for word in p.name.split()}
    day = segment.published_on or document.published_on
    for word in sorted(spots.keys() - {surname(person) for person in introductions(sentences)}):
        yield from bearers.get(word, ())
        if word not in bearers and word not in own and day is not None and is_only_surname(word) and in_seat(word, day):
            yield PersonMention(*spots[word], "named", name=word)


def is_only_surname(word: str) -> bool:
    """Is it no everyday word and nobody's first name, which may be anybody's?"""
    return not is_common(word.lower()) and plain(word) not in given_names()
