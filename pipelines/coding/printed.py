"""Documents that are printed without being told: the headline is the document, its publication the occasion.

Codebook, "Settled cases": the agreement row of a joint statement counts; its `signing` is on the day of publication. The same
holds for a memorandum or a declaration under its own title whose text speaks of itself ("Pursuant to this Memorandum …"). What is
spoken under such a headline ("Joint Statement with the Prime Minister of …", with the speakers' names before what they say) is a
press conference.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from pipelines.coding.candidates import Candidate
from pipelines.coding.clauses import Clause
from pipelines.coding.frames import Frame
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.view import View
from pipelines.coding.when import published
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import InstrumentMention, PersonMention, Sentence

OPENING_UNITS = 2  # the document opens the headline, an article aside
TEXT_OF_DOCUMENTS = frozenset(["memorandum", "agreement", "treaty", "protocol", "plan"])
OF_ITSELF = re.compile(
    r"\b(?:pursuant to this|under this|in this|of this|hereinafter|hereby|the (?:participants|parties|signatories|sides))\b", re.I
)
RECENT = timedelta(days=7)
BEGINNING = 1500  # characters in which a document speaks of itself
ISSUERS = re.compile(r"\b(?:we|our|leaders|governments?|ministers|participants|parties|president|prime minister)\b", re.I)


@cache
def printed_frame() -> Frame:
    return Frame("signing.printed", "signing", {"obj": "participant", "by": "participant"}, "nominal", frozenset(), "I")


@cache
def spoken_frame() -> Frame:
    return Frame("press.printed", "press_conference", {"obj": "speaker"}, "nominal", frozenset(["spoken"]), "I")


def of_itself(item: Item) -> bool:
    """Is the text that of a document, which names its parties and speaks of itself?"""
    start = item.segment.char_start
    return OF_ITSELF.search(item.text, start, min(item.segment.char_end, start + BEGINNING)) is not None


def prints(item: Item, paper: InstrumentMention) -> bool:
    """Can a text under the title of `paper` be the document? A memorandum "on" something is an order within an office."""
    if paper.agreement_type == "joint_statement":
        return True
    binds = paper.agreement_type in TEXT_OF_DOCUMENTS and not paper.title.lower().startswith("memorandum on")
    return binds and not item.spoken and of_itself(item)


def printed(item: Item, view: View, number: int) -> Candidate | None:
    """The headline `view` as the signing of the document it names."""
    if not view.sentence.is_heading and number > 0:
        return None
    for index, unit in enumerate(view.units[:OPENING_UNITS]):
        if unit.symbol == "I" and prints(item, unit.mention):
            frame = spoken_frame() if item.spoken else printed_frame()
            return Candidate(view, number, frame, index, index + 1, Clause(0, len(view.units)), (), "held")
    return None


def named(item: Item, sentence: Sentence) -> Iterator[tuple[PersonMention, Party]]:
    """Everybody whom the sentence names, also within the title of the document."""
    role = "speaker" if item.spoken else "participant"
    for mention in sentence.people:
        reference = item.cast.of(mention)
        yield from ((mention, Party(p, role, mention, reference.resolution)) for p in reference.people)


def countries_of(item: Item, view: View) -> list[str]:
    """The countries of a sentence: of its places, bodies and people."""
    places = [u.mention.country for u in view.units if u.symbol in ("C", "O", "A", "S")]
    return [c for c in [*places, *(party.person.country for _, party in named(item, view.sentence))] if c]


def issuers(item: Item) -> list[str]:
    """Whom the first sentence of the text names as its authors: "As leaders of Australia, the United Kingdom and …"."""
    first = next((v for v in item.views if not v.sentence.is_heading), None)
    if first is None or not ISSUERS.search(item.text, first.sentence.start, first.sentence.end):
        return []
    found = list(dict.fromkeys(c for c in countries_of(item, first) if is_state(c) or c == "EU"))
    return found if len(found) > 1 else []


def printed_draft(item: Item, candidate: Candidate) -> Draft:
    """The occasion of the document that the headline is, with everybody it names."""
    view = candidate.view
    draft = Draft(candidate.event_type, [candidate], "held")
    draft.add_countries(view.units[candidate.first].mention.parties)
    draft.add_countries(countries_of(item, view))
    if len(draft.countries) < 2:
        draft.add_countries(issuers(item))
    draft.parties = {party.person.key: party for _, party in named(item, view.sentence) if party.person.name and not party.person.former}
    return draft


def date_printed(item: Item, draft: Draft) -> None:
    """A printed statement is of the day of its occasion, else of publication, never of what it recalls or announces."""
    day = published(item)
    if draft.lead.frame is not printed_frame() or draft.when is None or day.start_date is None:
        return
    found = draft.when
    near = found.start_date is not None and timedelta(0) <= day.start_date - found.start_date <= RECENT
    if found.precision != "day" or not near:
        draft.when = day


def printed_drafts(item: Item) -> list[Draft]:
    """A draft for the document that the item's headline is, if it is one."""
    for number, view in enumerate(item.views[:3]):
        candidate = printed(item, view, number)
        if candidate is not None:
            return [printed_draft(item, candidate)]
    return []
