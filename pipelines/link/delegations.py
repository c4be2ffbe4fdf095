"""Which delegations are one: of one country in one segment, or at one occasion. A later trip has a new delegation.

What does not belong here: who its members are.
"""
from pipelines.link.groups import Groups
from pipelines.link.organizations import key_of
from pipelines.link.world import SEPARATOR, World

_ALL = """
SELECT p.number, coalesce(e.segment_id, p.document_id), coalesce(e.occasion_id, p.event_id), p.country, p.name
FROM participant p LEFT JOIN event e USING (event_id) WHERE p.kind = 'delegation' AND p.name <> ''
"""


def cluster_delegations(world: World, first: int) -> None:
    """Tell every delegation its entity, by numbers from `first` on."""
    groups = Groups(world, "delegation")
    world.rows.execute("CREATE TABLE led (number INTEGER, occasion TEXT)")
    for number, segment, occasion, country, name in world.rows.execute(_ALL):
        who = country or " ".join(key_of(name))
        here, there = (SEPARATOR.join(place) for place in (("segment", segment, who), ("occasion", occasion, who)))
        groups.join(groups.group_of(here), groups.group_of(there))
        world.rows.execute("INSERT INTO led VALUES (?, ?)", (number, there))
    entities = "SELECT d.grouped + ?, l.number FROM led l JOIN delegation d ON d.name = l.occasion"
    world.rows.executemany("UPDATE participant SET entity = ? WHERE number = ?", world.rows.execute(entities, (first,)))
