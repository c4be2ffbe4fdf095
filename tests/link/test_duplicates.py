"""Near copies: found whatever stands around the text, and never where two texts tell of different people, places or days."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.link.duplicates import find_duplicates
from pipelines.link.likeness import Likeness, likeness, overlap

TEXT = (
    "The Minister of Foreign Affairs of Norland, Jan Novak, received in Lumen on Tuesday the Ambassador of Suria, Petra Vučić, who is "
    "about to leave the country at the end of her term.\n\n"
    "The Minister thanked the Ambassador for what she has done for the ties between the two countries, and said that trade has doubled in "
    "the 4 years since she took office. They agreed that the port of Lumen should be opened to ships from Suria before the year ends.\n\n"
    "The Ambassador conveyed the invitation of her Minister to visit Suria in the autumn, which was accepted with pleasure."
)
OTHER = TEXT.replace("Suria", "Astoria").replace("Petra Vučić", "Ana Kos")
DAY = date(2019, 5, 7)


def copies(*texts: str, days: tuple[date | None, ...] = ()) -> dict[str, str]:
    dated = zip(texts, days or [DAY] * len(texts), strict=True)
    return find_duplicates(likeness(f"doc_{number}", text, day) for number, (text, day) in enumerate(dated))


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        "Embassy of Norland in Suria\nHome | News\n7.5.2019\n\n" + TEXT + "\n\nShare\nPrint",
        "A headline of its own on what the Ministry of Norland had to say\n\n" + TEXT,
        TEXT.replace(", ", " , ").replace("ć", "c"),
        TEXT.replace("\n\n", "\n"),
        TEXT.replace("who is about", "who is\nabout ").replace("trade has", "trade\nhas").replace("should be", "should\nbe"),
        TEXT + "\n\nThe talks were also attended by the head of the department for the neighbours of Norland, who spoke about visas.",
        TEXT.replace("conveyed", "passed on"),
    ],
)
def test_near_copies(copy: str) -> None:
    assert copies(TEXT, copy) == {"doc_1": "doc_0"}


@pytest.mark.parametrize(
    ("other", "days"),
    [
        (OTHER, (DAY, DAY)),
        (TEXT.replace("Tuesday", "Friday"), (DAY, DAY)),
        (TEXT.replace("the 4 years", "the 9 years"), (DAY, DAY)),
        (TEXT, (DAY, date(2020, 5, 7))),
        (TEXT[:80], (DAY, DAY)),
    ],
)
def test_what_is_no_copy(other: str, days: tuple[date, date]) -> None:
    assert copies(TEXT, other, days=days) == {}


def test_the_earliest_is_the_original() -> None:
    days = (None, date(2019, 5, 9), DAY)
    assert copies(TEXT, TEXT, TEXT, days=days) == {"doc_0": "doc_2", "doc_1": "doc_2"}


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(chance: random.Random) -> None:
    sketches = [likeness(f"doc_{number}", text, DAY) for number, text in enumerate([TEXT, OTHER, TEXT + " More was said.", OTHER, TEXT])]
    shuffled = sketches[:]
    chance.shuffle(shuffled)
    assert find_duplicates(shuffled) == find_duplicates(sketches) == {"doc_2": "doc_0", "doc_3": "doc_1", "doc_4": "doc_0"}


def test_a_formula_of_thousands_costs_no_more_than_each() -> None:
    """Looking at every pair would take minutes."""
    chance = random.Random(1)
    words = [f"word{number}" for number in range(5_000)]
    formula = "The Ministry issued the following statement today on behalf of all:"
    texts = (" ".join([formula, *chance.choices(words, k=30)]) + "." for _ in range(3_000))
    assert find_duplicates(likeness(f"doc_{number}", text, DAY) for number, text in enumerate(texts)) == {}


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_the_overlap_of_small_sets_is_exact(one: set[int], other: set[int]) -> None:
    texts = (" ".join(f"Name{value}" for value in [*values, *range(100, 108)]) for values in (one, other))
    first, second = (likeness("d", f"{text}.", None) for text in texts)
    both = len(one & other) + 8
    found = overlap(first.names, second.names, 200)
    assert (found.both, found.first, found.second) == (both, len(one - other), len(other - one))


def test_a_text_of_no_words_has_a_sketch() -> None:
    assert likeness("d", "", None) == Likeness("d", None, b"", b"")


