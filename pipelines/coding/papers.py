"""Documents that bind, as an item speaks of them: which there are and what was done with each.

A document comes from an instrument mention that a signing or ratification has as its object, that stands in the list of
"the following documents", that a heading prints ("Joint Statement of …"), or that the text calls under negotiation. What
does not belong here: reading the noun group (`recognize.instruments`) and the rows (`agreements`).
"""
import re
from dataclasses import dataclass, field
from functools import cache

from pipelines.coding.candidates import Candidate, candidates
from pipelines.coding.item import Draft, Item
from pipelines.coding.patterns import word_classes
from pipelines.coding.status import line_of
from pipelines.coding.view import Unit, View
from pipelines.model.mention import InstrumentMention

DEEDS = frozenset(["signing", "ratification"])
SIGNED = {"held": "signed", "planned": "planned", "cancelled": "planned", "denied": "denied"}
RANKS = ("denied", "planned", "signed", "ratified", "in_force")  # what is known last holds
REACH = 12  # units from a core to the document it is about
BEFORE, AFTER = 8, 5  # units around a document that tell of its negotiation
LISTING = 3  # sentences from one document of a list to the next
TITLES = 3  # sentences at the top among which a printed statement has its title
HEADLINED = frozenset(["pact", "deal", "accord"])
NAMING = frozenset("CAOLED")  # what may stand in a title before "Joint Statement"
PARTIES = re.compile(r"\b(?:between|among|from)\b.*?(?= (?:on|in|for|concerning|regarding) |$)")
AGREED = re.compile(r"\b(?:reached|signed|concluded|agreed) between\b")


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of a class of the lexicon."""
    return frozenset(word.replace("\\", "") for word in word_classes()[name].split("|"))


def starts_with(title: str, name: str) -> bool:
    return title.lower().split(" ")[0] in vocabulary(name)


def several(mention: InstrumentMention) -> bool:
    """Several documents without a name: "two documents"."""
    return not mention.specific and ((mention.count or 0) > 1 or mention.title.lower().split(" ")[-1] in vocabulary("ag_plural"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence does with a document: `draft` is the event, None where the coder holds it for none."""

    draft: Draft | None
    source: Candidate
    status: str


def evidence_rank(deed: Deed) -> tuple[bool, bool, bool, bool]:
    return deed.source.event_type != "signing", deed.status == "planned", deed.draft is None, deed.source.view.sentence.is_heading


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
    def many(self) -> bool:
        return several(self.mention)


def index_of(view: View, mention: InstrumentMention) -> int:
    """The unit that shows `mention`, or the one that hides it."""
    return next((n for n, u in enumerate(view.units) if u.end > mention.start), len(view.units) - 1)


def documents(view: View) -> list[int]:
    """The units that show or hide an instrument, in order; "b) Memorandum" may look like a name."""
    return sorted({index_of(view, mention) for mention in view.sentence.instruments})


def links(unit: Unit) -> bool:
    return unit.text == "," or unit.text in vocabulary("ag_linking")


def chained(view: View, places: list[int], at: int) -> list[int]:
    """The instruments from the one at `at` on that are joined by "and" or a comma."""
    found = [at]
    for place in places:
        if place > found[-1] and all(u.symbol or links(u) for u in view.units[found[-1] + 1 : place]):
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


def status_of(source: Candidate, status: str) -> str:
    """What a deed makes of a document; one that still has to be ratified is signed."""
    if source.event_type == "signing":
        return SIGNED[status]
    if status != "held":
        return "signed"
    return "in_force" if any(word in source.frame.rule for word in ("force", "effect")) else "ratified"


def deeds_in(view: View, number: int, drafts: list[Draft]) -> list[tuple[Deed, list[int]]]:
    """What the sentence `view` does with documents, and at which units they stand."""
    if not view.sentence.instruments:
        return []
    told = [(d, s) for d in drafts if d.event_type in DEEDS for s in d.sources if s.view is view]
    if told:
        return [(Deed(draft, source, status_of(source, draft.status)), objects(view, source)) for draft, source in told]
    if not any(mention.parties for mention in view.sentence.instruments):
        return []
    spare = [c for c in candidates(view, number) if c.event_type in DEEDS and not c.clause.reported and c.frame.weight >= 2]
    return [(Deed(None, source, status_of(source, source.status)), objects(view, source)) for source in spare]


@cache
def pending_words() -> "re.Pattern[str]":
    return re.compile(" (?:" + word_classes()["ag_pending"] + ") ")


def past_year(title: str, item: Item) -> bool:
    """Does the title say a year before that of the text: "the 1978 Camp David Accords"?"""
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", title)]
    return bool(years) and item.anchor is not None and max(years) < item.anchor.year


def pending(item: Item, view: View, index: int, mention: InstrumentMention) -> bool:
    """Does the text call the document proposed, under negotiation or about to be concluded?"""
    if past_year(mention.title, item) or mention.agreement_type == "other" or (mention.definite and not mention.specific):
        return False
    told = mention.specific or (mention.count or 0) > 1
    near = BEFORE if told else BEFORE // 2
    around = line_of(view, index - near, index) + ("|" + line_of(view, index + 1, index + 1 + AFTER) if told else "")
    return pending_words().search(around) is not None or (mention.specific and starts_with(mention.title, "ag_proposed"))


def printed(item: Item, view: View, number: int, index: int, mention: InstrumentMention) -> bool:
    """Is the sentence the title of a joint statement that the text prints?"""
    if item.spoken or mention.agreement_type != "joint_statement" or number >= TITLES or not (view.sentence.is_heading or number == 0):
        return False
    return index < 6 and all(u.symbol in NAMING or links(u) for u in view.units[:index])


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
    if pending(item, view, index, mention):
        return Paper(mention, view, number, "agreement.pending")
    return None


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
        done = deeds_in(view, number, drafts)
        for mention in view.sentence.instruments:
            at = index_of(view, mention)
            deeds = [deed for deed, places in done if at in places and (deed.draft is not None or mention.parties)]
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
    """ "Two documents were signed" gives way to the documents that the text then names."""
    named = [deed.draft for p in papers if not p.many for deed in p.deeds]
    return [p for p in papers if not p.many or not any(d.draft is n for d in p.deeds for n in named)]


def final_status(paper: Paper) -> str:
    """The furthest that the text says the document has come."""
    return max((deed.status for deed in paper.deeds), key=RANKS.index, default=paper.status)
