"""People and offices in a segment: who is named, described or meant by a group word or pronoun.

What belongs here: the cascade words -> units -> offices and names -> people (after FASTUS, Hobbs et al. 1997).
What does not: whom "he" or "the two ministers" means (`coding.cast`), comparing names (`recognize.names`).
"""
from collections.abc import Sequence
from itertools import pairwise

from pipelines.model.mention import OrganizationMention, PersonMention, PlaceMention
from pipelines.recognize.people.assembly import find_titled
from pipelines.recognize.people.chunks import Row, read_row
from pipelines.recognize.people.groups import find_groups
from pipelines.recognize.people.known import Introduced, find_known
from pipelines.recognize.people.mentions import Found
from pipelines.recognize.people.reading import read_line
from pipelines.recognize.people.untitled import find_untitled

__all__ = ["find_people"]


def find_people(
    text: str,
    sentences: Sequence[tuple[int, int]],
    places: Sequence[Sequence[PlaceMention]],
    organizations: Sequence[Sequence[OrganizationMention]],
    elsewhere: Sequence[PersonMention] = (),
) -> list[list[PersonMention]]:
    """One list of mentions per sentence of a segment, sorted by start, without overlap. Offsets into `text`.

    `places` and `organizations` hold one list per sentence. A bare name counts where any sentence introduces it, or the page does
    `elsewhere`.
    """
    rows = [
        read_row(read_line(text, start, end, near, bodies))
        for (start, end), near, bodies in zip(sentences, places, organizations, strict=True)
    ]
    for one, other in pairwise(rows):
        other.before = one
    found_people = [_introduced(row) for row in rows]
    introduced = Introduced([*(found.mention for line in found_people for found in line), *elsewhere])
    people = []
    for row, line in zip(rows, found_people, strict=True):
        taken = [(found.begin, found.stop) for found in line]
        mentions = [found.mention for found in line]
        mentions += find_groups(row, taken)
        mentions += find_known(row, taken, introduced)
        people.append(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    return people


def _introduced(row: Row) -> list[Found]:
    """Everybody whom the line itself makes known: by title or by what they do."""
    titled = find_titled(row)
    return titled + find_untitled(row, titled)
