"""Who receives whom, where no frame of talks has read it, only what is learnt of their words."""
import pytest
from coded import HANSEN, SATO, segments_of

from pipelines.coding.candidates import single
from pipelines.coding.drafting import first_draft
from pipelines.coding.events import read_items
from pipelines.coding.frames import Match
from pipelines.coding.item import Draft
from pipelines.coding.learned.occasions import frame_of
from pipelines.coding.standing import seats_of
from pipelines.model.document import Document


def talks(text: str, word: str) -> Draft:
    """The talks for which `word` of `text` speaks."""
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text)))
    at = next(n for n, unit in enumerate(item.views[0].units) if unit.text == word)
    return first_draft(item, single(item.views[0], 0, Match(frame_of("meeting"), at, at + 1)))


@pytest.mark.parametrize(("text", "word", "roles"), [
    (f"{HANSEN} received, together with her staff, {SATO}.", "received", ["host", "guest"]),
    (f"{HANSEN} hosted a dinner on the fjord for {SATO}.", "hosted", ["host", "guest"]),
    (f"{HANSEN} was, in the same week, welcomed warmly by {SATO}.", "welcomed", ["guest", "host"]),
    (f"{HANSEN} received, with her staff, a letter from {SATO}.", "received", [None, None]),
    (f"{HANSEN} spoke with {SATO}.", "spoke", [None, None]),
])
def test_receiving(text: str, word: str, roles: list[str | None]) -> None:
    draft = talks(text, word)
    people = sorted(draft.parties.values(), key=lambda p: p.mention.start)
    assert [seats_of(draft).receiving.get(id(p.mention)) for p in people] == roles
