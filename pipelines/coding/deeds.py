"""What a sentence does with documents: signs, ratifies, adopts, agrees to them, and with which of those it names.

What does not belong here: which documents an item has (`papers`), and what it merely says of one (`mentioned`).
"""
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from pipelines.coding.candidates import Candidate, candidates
from pipelines.coding.item import Draft, Item
from pipelines.coding.patterns import word_classes
from pipelines.coding.status import line_of
from pipelines.coding.view import Unit, View
from pipelines.model.mention import InstrumentMention

DEEDS = frozenset(["signing", "ratification"])
SIGNED = {"held": "signed", "planned": "planned", "cancelled": "planned", "denied": "denied"}
REACH = 12  # units from a core to the document it is about
BESIDE = 5  # units behind a core that say how far it went
NEW = 3  # units around a deed that say that it is fresh
JOINING = frozenset([",", ";", ":", "and", "&", "including", "plus"])
SETTING = frozenset("in on at to of for including among amongst them plus namely which".split())
NOMINAL = 2  # the weight of a frame that tells a deed beyond doubt


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of a class of the lexicon."""
    return frozenset(word.replace("\\", "") for word in word_classes()[name].split("|"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence does with a document: `draft` is the event, None where the coder holds it for none."""

    draft: Draft | None
    source: Candidate
    status: str


def evidence_rank(deed: Deed) -> tuple[bool, bool, bool, bool, bool]:
    recalled = deed.draft is not None and deed.draft.background
    return recalled, deed.source.event_type != "signing", deed.status == "planned", deed.draft is None, deed.source.view.sentence.is_heading


def index_of(view: View, mention: InstrumentMention) -> int:
    """The unit that shows `mention`, or the one that hides it."""
    return min(bisect_right(view.units, mention.start, key=lambda unit: unit.end), len(view.units) - 1)


def documents(view: View) -> list[int]:
    """The units that show or hide an instrument, in order; "b) Memorandum" may look like a name."""
    return sorted({index_of(view, mention) for mention in view.sentence.instruments})


def links(unit: Unit) -> bool:
    return unit.text in (",", ";") or unit.text in vocabulary("ag_linking")


def chained(view: View, places: list[int], at: int) -> list[int]:
    """The instruments from the one at `at` on that are joined by "and" or a comma, where and when the one before was signed aside."""
    found = [at]
    for place in places:
        between = view.units[found[-1] + 1 : place]
        joined = any(u.text in JOINING for u in between)
        if place > found[-1] and all(u.symbol or links(u) or (joined and u.text in SETTING) for u in between):
            found.append(place)
    return found


def objects(view: View, source: Candidate) -> list[int]:
    """Which units are the documents that the core of `source` is about."""
    places = documents(view)
    inside = [n for n in places if source.first <= n < source.last]
    before = [n for n in places if source.first - REACH <= n < source.first][-1:]
    if inside or (before and "participle" in source.frame.rule):
        return inside or before
    after = [n for n in places if source.last <= n < source.last + REACH]
    if after:
        return chained(view, places, after[0])
    return before


def unfinished(source: Candidate) -> bool:
    """Is it agreed in principle only?"""
    return " in principle " in line_of(source.view, source.last, source.last + BESIDE)


def status_of(source: Candidate, status: str) -> str:
    """What a deed makes of a document; one that still has to be ratified is signed."""
    if source.event_type != "ratification":
        return SIGNED["planned" if status == "held" and unfinished(source) else status]
    if status != "held":
        return "signed"
    return "in_force" if any(word in source.frame.rule for word in ("force", "effect")) else "ratified"


def speaks_plainly(item: Item, source: Candidate) -> bool:
    """May the deed count that the coder holds for no event? A statement that welcomes a signing tells it; a speaker may only recall."""
    if source.frame.weight < NOMINAL and "paper" not in source.frame.flags:
        return False
    if source.event_type != "signing":
        return not source.clause.reported and source.date is not None
    return not source.clause.reported or not item.spoken


def counts(item: Item, mention: InstrumentMention, deed: Deed) -> bool:
    """Does the deed make the document a row: an event does; without one the document must say which it is, and a speaker that it is new."""
    if deed.draft is not None or mention.parties:
        return True
    if "paper" in deed.source.frame.flags and not deed.source.arguments:
        return False  # "A company finalized an agreement": a company's
    return mention.specific and (not item.spoken or fresh(deed.source, mention))


def fresh(source: Candidate, mention: InstrumentMention) -> bool:
    """ "We have just signed the declaration", "we adopted a joint statement": what a speaker has done here and now."""
    around = line_of(source.view, source.first - NEW, source.last + NEW)
    own = any(u.mention_text.lower() in ("we", "i") for u in source.view.units[max(0, source.first - NEW) : source.first])
    return (own and not mention.definite) or any(f" {word} " in around for word in vocabulary("ag_now"))


def deeds_in(item: Item, view: View, number: int, drafts: list[Draft]) -> list[tuple[Deed, list[int]]]:
    """What the sentence `view` does with documents, and at which units they stand."""
    if not view.sentence.instruments:
        return []
    told = [(d, s) for d in drafts if d.event_type in DEEDS for s in d.sources if s.view is view]
    if told:
        return [(Deed(draft, source, status_of(source, draft.status)), objects(view, source)) for draft, source in told]
    if not any(mention.specific for mention in view.sentence.instruments):
        return []
    spare = [c for c in candidates(view, number) if c.event_type in DEEDS and speaks_plainly(item, c)]
    return [(Deed(None, source, status_of(source, source.status)), objects(view, source)) for source in spare]
