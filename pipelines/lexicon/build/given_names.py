"""Derives `given_names.tsv.gz` from the package Faker (extra `lexicon`) and from `office_holders.tsv`.

    python -m pipelines.lexicon.build.given_names

Data: the lists of first names of Faker's providers of persons, licence MIT; the first words of the names of office holders, which in East
Asia are family names. Small letters of ASCII; words of the language and names of places are left out.
"""

import gzip
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.names import plain
from pipelines.recognize.people.vocabulary import is_common, vocabulary

LEXICON = Path(__file__).parents[1]
SHORTEST = 2
LATIN = 0x250
ARTICLES = frozenset("al el la le les los las san santa santo nova sami loy diamond no ne".split())  # begin the names of things more often
OFTEN = 2  # people of office whose names begin with a word


def of_faker() -> Iterator[str]:
    """The first names of all providers that are written in Latin letters."""
    import faker.providers.person as persons

    for module in iter_modules(persons.__path__):
        provider = import_module(f"{persons.__name__}.{module.name}").Provider
        for field in (name for name in dir(provider) if name.startswith("first_name")):
            names = getattr(provider, field)
            if isinstance(names, Iterable):
                yield from (name[-1] if isinstance(name, tuple) else name for name in names)


def of_office_holders() -> Iterator[str]:
    counted: dict[str, int] = {}
    for row in read_tsv("office_holders.tsv"):
        first, _, rest = row["name"].partition(" ")
        counted[first] = counted.get(first, 0) + bool(rest)
    yield from (name for name, count in counted.items() if count >= OFTEN)


def of_variants() -> Iterator[str]:
    yield from (form for row in read_tsv("name_variants.tsv") for form in split_cell(row["forms"]))


def is_name(name: str) -> bool:
    """One word in Latin letters that means nothing else."""
    told = name.isalpha() and all(ord(letter) < LATIN for letter in name) and len(name) >= SHORTEST
    return told and not is_common(name.lower()) and name.lower() not in vocabulary().small


def main() -> None:
    places = {row["key"] for row in read_tsv("cities.tsv.gz")}
    names = {plain(name) for name in (*of_faker(), *of_office_holders(), *of_variants()) if is_name(name)} - places - ARTICLES
    path = LEXICON / "given_names.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(["name", *sorted(names)]).encode() + b"\n", mtime=0))
    print(f"{len(names)} names")


if __name__ == "__main__":
    main()
