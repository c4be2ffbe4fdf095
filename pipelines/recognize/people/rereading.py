"""A title read again once its country is known: a Minister of State is a minister in Qatar and a deputy minister elsewhere.

What belongs here: the codebook's value of a title alone. What does not: finding titles (`offices`), finding the country (`coding.cast`).
"""
from functools import lru_cache

from pipelines.lexicon.countries import iso_of
from pipelines.recognize.people.categories import value_of
from pipelines.recognize.people.offices import find_offices
from pipelines.recognize.people.reading import read_line


@lru_cache(maxsize=4096)
def office_in(title: str, country: str, office: str) -> str:
    """What a title, which without a country means `office`, means in a state; `office` itself where the words alone mean another."""
    if any(iso_of(word) for word in title.split()):
        return office  # "British Secretary of State" was read with its country
    found = find_offices(read_line(title, 0, len(title), (), ()))
    if len(found) != 1 or found[0].country or found[0].countries or found[0].value != office:
        return office
    phrase = found[0]
    value = value_of(phrase.key, phrase.modifiers, phrase.areas, phrase.body, country)
    return office if value == "unknown" else value
