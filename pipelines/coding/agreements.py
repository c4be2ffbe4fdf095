"""The agreements table: one row per document signed, planned, ratified or recalled with a date.

What does not belong here: finding the documents and what was done with them (`papers`), reading their noun groups
(`recognize.instruments`).
"""
from collections.abc import Iterator
from datetime import date

from pipelines import ids
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.commitments import Mentioned
from pipelines.coding.learned.documents import is_row
from pipelines.coding.learned.told import DONE, RECALLED
from pipelines.coding.mentioned import recalled_year
from pipelines.coding.papers import Paper, final_status, read_papers
from pipelines.coding.when import UNDATED, published, stated
from pipelines.lexicon.confidence import confidence
from pipelines.model.mention import ResolvedDate
from pipelines.model.record import Agreement

NEAREST = 20  # documents named before one that are looked at
RECALLED_BY = frozenset(["agreement.recalled", f"learned.{RECALLED}"])


def dated(item: Item, paper: Paper, drafts: list[Draft]) -> ResolvedDate:
    """The signing day; for a printed statement that of the occasion it comes from, else of publication."""
    deed = paper.main
    if deed is not None and deed.draft is not None:
        agreed_only = deed.status == "planned" and deed.draft.status == "held"  # in principle
        return (None if agreed_only else deed.draft.when) or UNDATED
    told = stated(item, deed.source) if deed is not None else None
    if told is not None:
        return told
    year = recalled_year(paper.mention) if paper.rule in RECALLED_BY else None
    if year is not None:
        return ResolvedDate(date(year, 1, 1), date(year, 12, 31), "year", "stated", str(year), str(year))
    return of_occasion(item, drafts) if paper.rule == "agreement.printed" or new(item, paper) else UNDATED


def new(item: Item, paper: Paper) -> bool:
    """Does a text that nobody speaks tell as news that a document is agreed, though no event?"""
    agreed = paper.main.status == "signed" if paper.main is not None else paper.rule == f"learned.{DONE}"
    return agreed and not item.spoken


def of_occasion(item: Item, drafts: list[Draft]) -> ResolvedDate:
    occasion = next((d.when for d in drafts if d.dated() and d.status == "held" and not d.background), None)
    return occasion or published(item)


def in_force_on(paper: Paper) -> ResolvedDate | None:
    """The day on which the document takes force, if a ratification says so."""
    told = [d.draft for d in paper.deeds if d.draft and "force" in d.source.frame.rule and d.draft.when and d.draft.when.precision == "day"]
    return told[0].when if told else None


def signatories(item: Item, paper: Paper) -> tuple[str, ...]:
    """The people who signed: those that the document's own sentence names, else those of the signing."""
    deed = paper.main
    if deed is None or deed.draft is None or deed.source.event_type != "signing" or deed.status != "signed":
        return ()
    signed = [p.person for p in deed.draft.parties.values() if p.role == "signatory" and p.person.name]
    named = paper.view.units if paper.listed else [a.unit for a in deed.source.arguments]
    own = {p.key for unit in named if unit.symbol in ("N", "F", "R") for p in item.cast.of(unit.mention).people}
    return tuple(p.name for p in signed if p.name and (p.key in own or not own & {s.key for s in signed}))


def parties(item: Item, paper: Paper, drafts: list[Draft]) -> tuple[str, ...]:
    """Whom the document binds: whom it names, else the sides of its signing, its sentence, at last of the item."""
    named = paper.mention.parties
    if len(named) > 1:
        return named
    deed = paper.main
    if deed is not None and deed.draft is not None:
        signed = tuple(dict.fromkeys([*named, *deed.draft.countries]))
        return signed if len(signed) > 1 else with_sides(signed, drafts)
    places = [u.mention.country for u in paper.view.units if u.symbol in ("C", "S", "A", "O") and u.mention.country]
    people = [p.country for u in paper.view.units if u.symbol in ("N", "F", "G", "R") for p in item.cast.of(u.mention).people if p.country]
    found = tuple(dict.fromkeys([*named, *places, *people]))
    return found if len(found) > 1 else with_sides(found, drafts)


def with_sides(found: tuple[str, ...], drafts: list[Draft]) -> tuple[str, ...]:
    """What is known of the parties, and the sides of the first occasion of the item that they can be of."""
    news = (d.countries for d in drafts if len(d.countries) > 1 and not d.background)
    return tuple(dict.fromkeys([*found, *next((sides for sides in news if set(found) <= set(sides)), [])]))


def agreement(item: Item, paper: Paper, drafts: list[Draft], events: dict[int, str]) -> Agreement:
    """The row of one document."""
    deed, mention, status = paper.main, paper.mention, final_status(paper)
    draft = deed.draft if deed else None
    when, force = dated(item, paper, drafts), in_force_on(paper)
    sentence = paper.shown.sentence
    known = [d.draft for d in paper.deeds if d.draft]
    return Agreement(
        agreement_id=ids.agreement_id(item.document.document_id, mention.start, mention.end, mention.agreement_type),
        event_id=events.get(id(draft)) if draft else None, document_id=item.document.document_id, segment_id=item.segment.segment_id,
        agreement_type=mention.agreement_type, title=mention.title, status=status,
        is_background=paper.rule in RECALLED_BY or (bool(known) and all(d.background for d in known)),
        start_date=when.start_date, end_date=when.end_date, date_precision=when.precision, date_basis=when.basis,
        city=draft.place.name if draft and draft.place else None, country=draft.country if draft else None,
        parties=parties(item, paper, drafts), signatories=signatories(item, paper),
        subjects=mention.subjects or ("other",), document_count=mention.count or 1, in_force_on=force.start_date if force else None,
        rule=paper.rule, confidence=confidence("agreements", paper.rule), char_start=sentence.start, char_end=sentence.end,
    )


def code_agreements(item: Item, drafts: list[Draft], events: dict[int, str]) -> list[Agreement]:
    """All agreement rows of an item; `events` maps drafts to their ids."""
    return [agreement(told.item, told.paper, drafts, events) for told in mentioned(item, drafts) if is_row(told)]


def mentioned(item: Item, drafts: list[Draft]) -> Iterator[Mentioned]:
    """The documents that the item speaks of and may have rows for, in order."""
    papers = read_papers(item, drafts)
    for number, paper in enumerate(papers):
        yield Mentioned(item, paper, papers[max(0, number - NEAREST) : number], len(parties(item, paper, drafts)))
