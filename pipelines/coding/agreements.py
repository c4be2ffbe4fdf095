"""Documents that bind: one row per document signed, planned, ratified or recalled with a date.

A document comes from an instrument mention that stands in a signing or ratification, or that the text calls planned. A
framework that is only mentioned has no row. What does not belong here: reading the noun group (`recognize.instruments`).
"""

import re
from dataclasses import dataclass, field

from pipelines import ids
from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.status import line_of
from pipelines.coding.view import View
from pipelines.coding.when import UNDATED
from pipelines.model.mention import InstrumentMention
from pipelines.model.record import Agreement

PENDING = re.compile(
    r" (?:will|shall|would|to be|to sign|to conclude|toward|towards|negotiations?|negotiating|proposed?|proposal|under discussion|discussed?|discussing|draft|drafting|"
    r"prepar\w+|finali[sz]\w+|early passage|intend\w*|plans?|planned|expected|forthcoming|upcoming|work(?:ing)? on|progress|pursue|consider\w*|launch\w* negotiations|"
    r"should|hope[sd]?|possib\w+|in principle|room for|remain|conclude|conclusion|votes?|explor\w+) "
)
NEW = re.compile(r" (?:new|future|possible|proposed|planned|draft|upcoming|forthcoming) ")
STATUS = {"held": "signed", "planned": "planned", "cancelled": "planned", "denied": "denied"}
LISTING = 2  # sentences after "two documents were signed" that may name them


@dataclass(slots=True)
class Paper:
    """A document in the making."""

    mention: InstrumentMention
    view: View
    number: int
    status: str
    draft: Draft | None
    rule: str
    repeats: list[InstrumentMention] = field(default_factory=list)


def signing_of(view: View, index: int, drafts: list[Draft]) -> tuple[Draft, Candidate] | None:
    """The signing or ratification in the same sentence whose core is nearest to the instrument."""
    near = [
        (abs(index - source.first), draft, source)
        for draft in drafts
        if draft.event_type in ("signing", "ratification")
        for source in draft.sources
        if source.view is view
    ]
    return min(near, key=lambda n: n[0])[1:] if near else None


def ratified_status(source: Candidate) -> str:
    return "in_force" if "force" in source.frame.rule else "ratified"


def read_paper(view: View, number: int, index: int, drafts: list[Draft]) -> Paper | None:
    """The document that the instrument at `index` names, if the text does something with it."""
    mention = view.units[index].mention
    tied = signing_of(view, index, drafts)
    if tied:
        draft, source = tied
        status = (
            STATUS[draft.status] if draft.event_type == "signing" else "planned" if draft.status == "planned" else ratified_status(source)
        )
        return Paper(mention, view, number, status, draft, source.frame.rule)
    around = line_of(view, index - 8, index) + line_of(view, index + 1, index + 8)
    if mention.specific and (PENDING.search(around) or NEW.search(line_of(view, index, index + 1))):
        return Paper(mention, view, number, "planned", None, "agreement.pending")
    return None


def words(title: str) -> set[str]:
    return {w for w in re.findall(r"[^\W_]{3,}", title.lower()) if w not in ("the", "and", "between", "for", "with", "understanding")}


def same_paper(one: Paper, mention: InstrumentMention) -> bool:
    """Is `mention` the document of `one`: the same kind, and no word that tells another?"""
    if mention.agreement_type not in (one.mention.agreement_type, "other") and one.mention.agreement_type != "other":
        return False
    if not mention.specific or not one.mention.specific:
        return True
    a, b = words(one.mention.title), words(mention.title)
    return a <= b or b <= a or len(a & b) * 2 > min(len(a), len(b))


def richer(one: InstrumentMention, other: InstrumentMention) -> InstrumentMention:
    return other if (other.specific, len(other.parties), len(other.title)) > (one.specific, len(one.parties), len(one.title)) else one


def collect(item: Item, drafts: list[Draft]) -> list[Paper]:
    """The documents of an item, each once."""
    kept: list[Paper] = []
    for number, view in enumerate(item.views):
        for index, unit in enumerate(view.units):
            if unit.symbol != "I":
                continue
            known = next((p for p in kept if same_paper(p, unit.mention)), None)
            paper = read_paper(view, number, index, drafts)
            if known is not None:
                update(known, unit.mention, paper)
            elif paper is not None:
                kept.append(paper)
            elif listed(kept, unit.mention, number):
                kept.append(Paper(unit.mention, view, number, kept[-1].status, kept[-1].draft, kept[-1].rule))
    return without_bare(kept)


def update(known: Paper, mention: InstrumentMention, paper: Paper | None) -> None:
    """Another mention of a known document: a signing outranks a plan, a full title a short one."""
    known.mention = richer(known.mention, mention)
    if paper is not None and known.draft is None and paper.draft is not None:
        known.status, known.draft, known.rule, known.view, known.number = paper.status, paper.draft, paper.rule, paper.view, paper.number


def listed(kept: list[Paper], mention: InstrumentMention, number: int) -> bool:
    """Does `mention` name one of the "two documents" signed a sentence before?"""
    return (
        bool(kept) and mention.specific and any((p.mention.count or 0) > 1 and p.draft and 0 < number - p.number <= LISTING for p in kept)
    )


def without_bare(papers: list[Paper]) -> list[Paper]:
    """ "Two documents were signed" gives way to the documents that the text then names."""
    named = [p for p in papers if p.mention.specific]
    return [p for p in papers if p.mention.specific or not any(n.draft is p.draft and n.draft is not None for n in named)]


def agreement(item: Item, paper: Paper, events: dict[int, str]) -> Agreement:
    """The row of one document."""
    draft, mention = paper.draft, paper.mention
    when = (draft.when or UNDATED) if draft else UNDATED
    parties = mention.parties if len(mention.parties) > 1 else tuple(draft.countries) if draft else default_parties(item, paper)
    sentence = paper.view.sentence
    signatories = tuple(p.person.name for p in draft.parties.values() if p.role == "signatory" and p.person.name) if draft else ()
    return Agreement(
        agreement_id=ids.agreement_id(item.document.document_id, mention.start, mention.end, mention.agreement_type),
        event_id=events.get(id(draft)) if draft else None,
        document_id=item.document.document_id,
        segment_id=item.segment.segment_id,
        agreement_type=mention.agreement_type,
        title=mention.title,
        status=paper.status,
        is_background=bool(draft and draft.background),
        start_date=when.start_date,
        end_date=when.end_date,
        date_precision=when.precision,
        date_basis=when.basis,
        city=draft.place.name if draft and draft.place else None,
        country=draft.country if draft else None,
        parties=parties,
        signatories=signatories if paper.status != "planned" else (),
        subjects=mention.subjects or ("other",),
        document_count=mention.count or 1,
        in_force_on=when.start_date if paper.status == "in_force" and when.precision == "day" else None,
        rule=paper.rule,
        confidence=None,
        char_start=sentence.start,
        char_end=sentence.end,
    )


def default_parties(item: Item, paper: Paper) -> tuple[str, ...]:
    """Without parties of its own, a document is between the countries its sentence names, then the issuer and the other."""
    named = [u.mention.country for u in paper.view.units if u.symbol in ("C", "S") and u.mention.country]
    people = [p.country for u in paper.view.units if u.symbol in ("N", "F", "G", "R") for p in item.cast.of(u.mention).people if p.country]
    return tuple(dict.fromkeys([*paper.mention.parties, *named, *people]))


def code_agreements(item: Item, drafts: list[Draft], events: dict[int, str]) -> list[Agreement]:
    """All agreement rows of an item; `events` maps drafts to their ids."""
    return [row for paper in collect(item, drafts) if len((row := agreement(item, paper, events)).parties) >= 2]
