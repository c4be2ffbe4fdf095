"""Documents that bind, as an item speaks of them: which there are and what was done with each.

A document comes from an instrument mention that a signing or ratification has as its object (`deeds`), that stands in the list of
"the following documents", of which the text says that it is printed, pending, given up or recalled (`mentioned`), or with which
its sentence likely does something (`learned`). What does not belong here: reading the noun group (`recognize.instruments`) and the
rows (`agreements`).
"""
import re
from dataclasses import dataclass, field

from pipelines.coding.deeds import Deed, counts, deeds_in, evidence_rank, index_of, vocabulary
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.told import DEEDS, PLANNED
from pipelines.coding.mentioned import TITLES, ended, pending, printed, recalls, starts_with
from pipelines.coding.view import View
from pipelines.model.mention import InstrumentMention

RANKS = ("denied", "planned", "signed", "ratified", "in_force")  # what is known last holds
LISTING = 3  # sentences from one document of a list to the next
LIKELY = 0.08  # from which probability on a sentence may do something with a document; most of those are no row (`learned.documents`)
HEADLINED = frozenset(["pact", "deal", "accord"])
PARTIES = re.compile(r"\b(?:between|among|from|with)\b.*?(?= (?:on|in|for|concerning|regarding) |$)")
AGREED = re.compile(r"\b(?:reached|signed|concluded|agreed) between\b")


def several(mention: InstrumentMention) -> bool:
    """Several documents without a name: "two documents"."""
    return not mention.specific and ((mention.count or 0) > 1 or mention.title.lower().split(" ")[-1] in vocabulary("ag_plural"))


@dataclass(slots=True)
class Paper:
    """A document in the making: the fullest mention, the sentence that names it first, and what was done with it."""

    mention: InstrumentMention
    view: View
    number: int
    rule: str
    status: str = "planned"  # while there are no deeds
    deeds: list[Deed] = field(default_factory=list)
    listed: bool = False  # in a list, whose head tells what was done

    @property
    def prints(self) -> bool:
        """Does the text stand under its title? What the text then names is another document."""
        return self.rule in ("agreement.printed", "signing.printed") and self.number < TITLES

    @property
    def main(self) -> Deed | None:
        """The deed that dates the document: its signing, else the ratification; rather a sentence than a heading."""
        return min(self.deeds, key=evidence_rank, default=None)

    @property
    def shown(self) -> View:
        """The sentence that a reader is led to."""
        return self.main.source.view if self.main is not None and not self.listed else self.view

    @property
    def many(self) -> bool:
        return several(self.mention)


def subject_words(title: str) -> set[str]:
    """The words that tell one document from another of its kind."""
    return {w for w in re.findall(r"[^\W_]{3,}", PARTIES.sub(" ", title.lower())) if w not in vocabulary("ag_kinds")}


def headlined(one: Paper) -> bool:
    """Is it so far only a headline's "pact" or "deal", which the text below calls by its name?"""
    return one.view.sentence.is_heading and not one.listed and one.mention.title.lower().split(" ")[-1] in HEADLINED


def same_paper(one: Paper, mention: InstrumentMention) -> bool:
    """Is `mention` the document of `one`: the same kind, and no word that tells another?"""
    kinds = {mention.agreement_type, one.mention.agreement_type}
    if len(kinds) > 1 and "other" not in kinds and not headlined(one):
        return False
    if one.many or several(mention):
        return one.many and several(mention)
    if one.prints and (one.mention.agreement_type != mention.agreement_type or mention.specific):
        return mention.agreement_type == one.mention.agreement_type and subject_words(mention.title) <= subject_words(one.mention.title)
    if not mention.specific or not one.mention.specific:
        return True
    a, b = subject_words(one.mention.title), subject_words(mention.title)
    if not a or not b:
        return (not a and not b) or bool(mention.definite)
    return a <= b or b <= a or len(a & b) * 2 > min(len(a), len(b))


def fuller(one: InstrumentMention, other: InstrumentMention) -> InstrumentMention:
    return other if (other.specific, len(other.parties), len(other.title)) > (one.specific, len(one.parties), len(one.title)) else one


def begun(item: Item, view: View, number: int, mention: InstrumentMention, deeds: list[Deed]) -> Paper | None:
    """A document that the text names for the first time, if it is more than mentioned."""
    if starts_with(mention.title, "ag_unnamed"):
        return None
    index = index_of(view, mention)
    if printed(item, view, number, index, mention) and all(deed.draft is None or deed.draft.background for deed in deeds):
        return Paper(mention, view, number, "agreement.printed", "signed")
    if deeds:
        return Paper(mention, view, number, deeds[0].source.frame.rule, deeds[0].status, deeds)
    if AGREED.search(mention.title):
        return Paper(mention, view, number, "agreement.reached", "signed")
    if mention.specific and ended(view, index):
        return Paper(mention, view, number, "agreement.ended", "terminated")
    if pending(item, view, index, mention):
        return Paper(mention, view, number, "agreement.pending")
    if recalls(item, view, mention):
        return Paper(mention, view, number, "agreement.recalled", "signed")
    return told_likely(item, view, number, mention)


def told_likely(item: Item, view: View, number: int, mention: InstrumentMention) -> Paper | None:
    """A document with which the sentence likely does something that no frame tells (`coding.learned`)."""
    found = {deed: p for deed in DEEDS if (p := item.chances[number].get(deed, 0.0)) >= LIKELY}
    unnamed = all(not other.specific for other in view.sentence.instruments)
    if not found or not (mention.specific or (unnamed and mention is view.sentence.instruments[0])):
        return None
    deed = max(found, key=found.__getitem__)
    return Paper(mention, view, number, f"learned.{deed}", "planned" if deed == PLANNED else "signed")


def listed(kept: list[Paper], mention: InstrumentMention, number: int) -> Paper | None:
    """The "two documents" whose list `mention` continues."""
    heads = [p for p in kept if p.many and p.deeds and p.number <= number]
    if not heads or (mention.agreement_type == "other" and not mention.specific):
        return None
    head = heads[-1]
    last = max([head.number, *(p.number for p in kept if p.listed)])
    return head if number - last <= LISTING else None


def read_papers(item: Item, drafts: list[Draft]) -> list[Paper]:
    """The documents of an item, each once, in order of first mention."""
    kept: list[Paper] = []
    for number, view in enumerate(item.views):
        done = deeds_in(item, view, number, drafts)
        for mention in view.sentence.instruments:
            at = index_of(view, mention)
            deeds = [deed for deed, places in done if at in places and counts(item, mention, deed)]
            known = next((p for p in reversed(kept) if same_paper(p, mention)), None)
            head = listed(kept, mention, number)
            if known is not None:
                known.mention = mention if headlined(known) and mention.specific else fuller(known.mention, mention)
                known.deeds.extend(deeds)
                known.number = number if known.many else known.number
            elif (paper := begun(item, view, number, mention, deeds)) is not None and (deeds or head is None):
                kept.append(paper)
            elif head is not None:
                kept.append(Paper(mention, view, number, head.rule, head.status, list(head.deeds), listed=True))
    return without_bare(kept)


def without_bare(papers: list[Paper]) -> list[Paper]:
    """ "Two documents were signed" gives way to the documents that the text then names, if it names as many."""
    named = [p for p in papers if not p.many]
    return [p for p in papers if not p.many or not 0 < told_of(p, named) >= (p.mention.count or 0)]


def told_of(several: Paper, named: list[Paper]) -> int:
    """How many documents of the same signing the text names."""
    return sum(any(d.draft is e.draft for d in several.deeds for e in p.deeds) for p in named)


def final_status(paper: Paper) -> str:
    """The furthest that the text says the document has come."""
    return max((deed.status for deed in paper.deeds), key=RANKS.index, default=paper.status)
