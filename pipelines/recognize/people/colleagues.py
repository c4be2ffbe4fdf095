"""Counterparts and colleagues: people described by the office of somebody else.

What belongs here: "his Belarusian colleague, Lieutenant General X", "X, her Polish counterpart". What does not: whose
counterpart they are (`coding.cast`).
"""
from collections.abc import Iterator
from dataclasses import replace

from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import Found, count_in, lands_in, make, name_in, names_in, word_at


def counterpart(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`his Belarusian colleague, Lieutenant General X`, `her counterparts from A`."""
    noun = row.letters.index("X", begin)
    if not any(letter in "hDC'" for letter in row.letters[begin:stop]):
        return
    names = names_in(row, noun, stop)
    owners = names_in(row, begin, noun)
    begin = owners[0] + 2 if owners else begin  # "Novak's counterpart": the owner is somebody else
    lands = lands_in(row, begin, stop)
    several = word_at(row, noun).endswith("s") and not names
    mention = replace(
        make(row, begin, stop, names[0] if names else None, ()), country=None if several or not lands else lands[0], relation="counterpart"
    )
    if several:
        mention = replace(mention, kind="group", plural=True, countries=tuple(lands), count=count_in(row, begin, stop))
    yield Found(mention, begin, stop)


def counterpart_behind(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X, his Russian counterpart`."""
    name = name_in(row, begin, stop)
    if not any(letter in "hDC" for letter in row.letters[name:stop]):
        return
    lands = lands_in(row, name, stop)
    yield Found(replace(make(row, begin, stop, name, ()), country=lands[0] if lands else None, relation="counterpart"), begin, stop)
