"""Names of signatories to the entities of the same document's participants.

What does not belong here: who signed (that is `coding`). A name that no participant of the document bears has no entity.
"""
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.link.world import SEPARATOR, World
from pipelines.recognize.names import POSSIBLE, similarity

_SIGNED = "SELECT agreement_id, event_id, document_id, names FROM agreement WHERE names <> '' ORDER BY document_id"
_PEOPLE = """
SELECT p.name, p.event_id, entity.entity_id FROM participant p JOIN entity ON entity.number = p.entity
WHERE p.document_id = ? AND p.kind = 'person' AND p.name <> '' ORDER BY p.number
"""


class Person(NamedTuple):
    """A participant of the document."""

    name: str
    event_id: str
    entity_id: str


def find_signatories(world: World) -> None:
    """Tell every agreement the entities that signed, in the order of the names, each once."""
    world.rows.executemany("UPDATE agreement SET signatories = ? WHERE agreement_id = ?", _found(world))


def _found(world: World) -> Iterator[tuple[str, str]]:
    for agreement_id, event_id, document_id, names in world.rows.execute(_SIGNED):
        people = [Person(*row) for row in world.rows.execute(_PEOPLE, (document_id,))]
        chosen = (_bearer(name, event_id, people) for name in names.split(SEPARATOR))
        entities = dict.fromkeys(one.entity_id for one in chosen if one)
        if entities:
            yield SEPARATOR.join(entities), agreement_id


def _bearer(name: str, event_id: str | None, people: list[Person]) -> Person | None:
    """The participant of that name: the same words, at the signing, most alike; ties go to the first."""
    def fit(one: Person) -> tuple[bool, bool, float]:
        return one.name == name, one.event_id == event_id, similarity(one.name, name)

    alike = [one for one in people if one.name == name or similarity(one.name, name) >= POSSIBLE]
    return max(alike, key=fit, default=None)
