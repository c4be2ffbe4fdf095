"""What the places of a page have in common that begin in the same shape: the entries of a list are items together or not at all.

What belongs here: counting. What does not: looking at a place (`facts`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.segment.facts import Fact

TRAITS = ("goes_on", "refers", "tells", "full", "new", "fresh")


@dataclass(frozen=True, slots=True)
class Group:
    """Of the places of one shape: how many they are (`count`), the number of the first, the share of them that has each of `TRAITS`.

    `days`: how many different days they name, for each of them; `chars`: how long they are on the average; `ended`: the share that ends as
    sentences do; `apart`: how many places stand from one to the next; `led`: the first stands below a colon.
    """

    count: int
    first: int
    traits: dict[str, float]
    days: float
    chars: float
    ended: float
    apart: float
    led: bool


def groups_of(facts: Sequence[Fact]) -> dict[str, Group]:
    """By shape."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        found[fact.shape].append(number)
    return {shape: _group(numbers, facts) for shape, numbers in found.items()}


def _group(numbers: list[int], facts: Sequence[Fact]) -> Group:
    those, count = [facts[number] for number in numbers], len(numbers)
    return Group(
        count=count,
        first=numbers[0],
        traits={trait: sum(getattr(fact, trait) for fact in those) / count for trait in TRAITS},
        days=len({fact.day for fact in those if fact.day is not None}) / count,
        chars=sum(fact.chars for fact in those) / count,
        ended=sum(fact.ended for fact in those) / count,
        apart=(len(facts) - numbers[0]) / count,
        led=those[0].led,
    )
