"""A coding, as a person wrote it, into rows. Its form is described in `tests/accuracy/README.md`."""
from pathlib import Path
from typing import Any

import yaml

from pipelines.evaluate.quotes import find, sentences_of
from pipelines.evaluate.side import AgreementRow, EventRow, Person, Side

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both are safe; the C one, where it was built, is ten times faster

Coding = dict[str, Any]


def read_coding(path: Path) -> Coding:
    """The coding as mappings and lists. Raises yaml.YAMLError where the file is none."""
    with path.open(encoding="utf-8") as stream:
        coding: Coding = yaml.load(stream, LOADER)
    return coding


def side_of(coding: Coding, text: str) -> Side:
    """The rows of a coding, its quotes found in `text`. An item whose first words are not in the text is not asked for."""
    people = {person["id"]: person for person in coding.get("people") or []}
    places = [find(text, quote)[:1] for quote in coding.get("segments") or []]
    return Side(
        events=tuple(_event(row, people, text) for row in coding.get("events") or []),
        agreements=tuple(_agreement(row, text) for row in coding.get("agreements") or []),
        starts=tuple(start for place in places for start, _ in place),
    )


def _shared(row: Coding, text: str) -> dict[str, Any]:
    return {
        "id": row["id"],
        "type": row["type"],
        "status": row["status"],
        "background": bool(row.get("background")),
        "start": row.get("start"),
        "end": row.get("end"),
        "spans": sentences_of(text, row.get("anchors") or []),
        "optional": bool(row.get("optional")),
    }


def _event(row: Coding, people: dict[str, Coding], text: str) -> EventRow:
    return EventRow(
        **_shared(row, text),
        country=row.get("country"),
        city=row.get("city"),
        countries=frozenset(row.get("countries") or []),
        parent=row.get("parent"),
        people=tuple(_person(people[link["p"]], link["role"]) for link in row.get("people") or []),
    )


def _person(row: Coding, role: str) -> Person:
    return Person(row["name"], row.get("country"), row.get("office"), role)


def _agreement(row: Coding, text: str) -> AgreementRow:
    return AgreementRow(**_shared(row, text), parties=frozenset(row.get("parties") or []))
