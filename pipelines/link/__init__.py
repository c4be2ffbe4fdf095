"""Records of all documents become one world: who is the same, what was told twice, what had been announced.

`link_world` is the whole layer: over the records of all documents, independent of their order. It adds ids and never changes a record.
`link` does the same for a few records in memory. What does not belong here: anything that reads text, and tables (`publish`).
"""
from collections.abc import Sequence

from pipelines.link.announcements import find_announcements
from pipelines.link.appearances import find_appearances, next_entity, note_clusters, tell_participants
from pipelines.link.delegations import cluster_delegations
from pipelines.link.entities import make_rows
from pipelines.link.linked import Linked, everything
from pipelines.link.occasions import find_occasions
from pipelines.link.organizations import cluster_organizations
from pipelines.link.people import cluster_people
from pipelines.link.signatories import find_signatories
from pipelines.link.world import World
from pipelines.model.document import Document
from pipelines.model.record import Coding

__all__ = ["Linked", "World", "link", "link_world"]


def link(documents: Sequence[Document], codings: Sequence[Coding]) -> Linked:
    """Link documents, each with its coding. Their order plays no part."""
    world = World()
    world.begin()
    for number, (document, coding) in enumerate(zip(documents, codings, strict=True)):
        world.add(document, document.file_name, number, coding)
    world.filled()
    link_world(world)
    return everything(world)


def link_world(world: World) -> None:
    """Link everything in a filled world."""
    find_appearances(world)
    note_clusters(world, cluster_people(world, 1))
    note_clusters(world, cluster_organizations(world, next_entity(world)))
    tell_participants(world)
    find_occasions(world)
    cluster_delegations(world, next_entity(world))
    make_rows(world)
    find_announcements(world)
    find_signatories(world)
    world.linked()
