"""Who signed what, in a list of documents: "1. Agreement on air services - X, Minister of Trade; Y, Ambassador".

The people of a list sign at the occasion whose sentence opens it. What does not belong here: the rows of the documents
(`agreements`) and lists of members (`lists`).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.view import View

SIDES = 2
OPENING = 4  # units before the document: a number, a bullet, an article
SIGNING = frozenset(["-", "–", "—", ":", "(", "by", ";"])  # what stands between a document and who signed it


def signing_line(view: View) -> int | None:
    """Where the people begin in a line of the list, behind its document; None: it is no such line."""
    at = next((n for n, u in enumerate(view.units[:OPENING]) if u.symbol == "I"), None)
    if at is None:
        return None
    return next((n for n in range(at + 1, len(view.units)) if view.units[n].text in SIGNING), None)


def listed(item: Item, number: int) -> Iterator[View]:
    """The lines that follow sentence `number`, as long as they name documents."""
    return takewhile(lambda view: any(u.symbol == "I" for u in view.units[:OPENING]), item.views[number + 1 :])


def signers(item: Item, number: int) -> Iterator[Party]:
    """Everybody who signs in the lines of the list below sentence `number`."""
    for view in listed(item, number):
        start = signing_line(view)
        for unit in view.units[start:] if start is not None else ():
            if unit.symbol == "N":
                reference = item.cast.of(unit.mention)
                yield from (Party(p, "signatory", unit.mention, reference.resolution) for p in reference.people if p.name)


def bring_signers(item: Item, drafts: list[Draft]) -> None:
    """Let those sign whom the list of the documents names; the parties of the documents are the sides."""
    for draft in drafts:
        if draft.event_type != "signing" or draft.background or draft.weight < 1:
            continue
        opening = [s.number for s in draft.sources if item.text[: s.view.sentence.end].rstrip().endswith(":")]
        for party in (p for number in opening for p in signers(item, number)):
            draft.parties.setdefault(party.person.key, replace(party))
            draft.add_countries([party.person.country])
        if len(draft.countries) < SIDES:
            draft.add_countries(c for number in opening for v in listed(item, number) for i in v.sentence.instruments for c in i.parties)
