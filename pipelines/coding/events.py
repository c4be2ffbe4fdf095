"""The coding of one item, step by step: candidates, drafts, merging, acceptance, places, parents, dates, roles."""

from datetime import date

from pipelines.coding.accept import accepted, fresh, looked_back
from pipelines.coding.anchors import anchors_of
from pipelines.coding.authors import give
from pipelines.coding.candidates import candidates
from pipelines.coding.cast import resolve_cast
from pipelines.coding.cast.setting import page_of
from pipelines.coding.context import Context, is_transcript, known_ambassador, read_context, with_ambassador
from pipelines.coding.drafting import first_draft
from pipelines.coding.introduced import introduced_drafts
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.attendance import settle_presence
from pipelines.coding.learned.datings import settle_dates
from pipelines.coding.learned.encounters import apart
from pipelines.coding.learned.folding import fold
from pipelines.coding.learned.occasions import chances_of, plainly_news, untold
from pipelines.coding.learned.placing import settle_places
from pipelines.coding.learned.relations import settle_parents, settle_parts
from pipelines.coding.learned.statuses import settle_statuses
from pipelines.coding.learned.surroundings import Surroundings, kinds_of, surroundings
from pipelines.coding.learned.verdicts import judged
from pipelines.coding.lists import send_members
from pipelines.coding.merge import attend, merge
from pipelines.coding.page_names import with_names_of_page
from pipelines.coding.parents import adopt, bring_guests, bring_heads, bring_hosts, under_way, yet_to_come
from pipelines.coding.parties import states
from pipelines.coding.printed import date_printed, printed_drafts, printed_frame, spoken_frame
from pipelines.coding.roles import settle_roles
from pipelines.coding.same import statement
from pipelines.coding.scenes import settle_children, settle_hosts, settle_neighbours, settle_scene
from pipelines.coding.signers import bring_signers
from pipelines.coding.states import settle_countries
from pipelines.coding.stays import lengthen
from pipelines.coding.undated import date_all
from pipelines.coding.view import View, view
from pipelines.coding.when import published
from pipelines.model.cast import Cast
from pipelines.model.document import Document, Segment
from pipelines.model.mention import Sentence
from pipelines.recognize import recognize

SIDES_OF_CONFERENCE = 3
Views = tuple[View, ...]
ASIDE = frozenset(["message", "protest", "aid", "press_conference"])


def acquainted(
    text: str, recognized: list[tuple[Sentence, ...]], seen: list[Views], context: Context, days: list[date | None]
) -> list[Cast]:
    """The cast of every item; what one item says of somebody ("Minister X of Peru") helps the others of the page."""
    home, page = context.home, page_of(recognized, context.seat)
    items = list(zip(recognized, days, seen, strict=True))
    casts = [resolve_cast(text, sentences, home, (), day, page, views) for sentences, day, views in items]
    if len(casts) < 2:
        return casts
    named = [tuple(p for p in cast.people if p.name) for cast in casts]
    others = [tuple(p for m, people in enumerate(named) if m != n for p in people) for n in range(len(named))]
    return [resolve_cast(text, own, home, known, day, page, views) for (own, day, views), known in zip(items, others, strict=True)]


def read_items(document: Document, segments: list[Segment]) -> list[Item]:
    """The items of a document, recognized, with everybody in them, and with what the page as a whole says."""
    recognized = with_names_of_page(document, segments, [recognize(document, segment) for segment in segments])
    context = read_context(document, tuple(s for sentences in recognized for s in sentences))
    anchors = anchors_of(document, segments, recognized)
    seen = [tuple(view(document.text, sentence) for sentence in sentences) for sentences in recognized]
    casts = acquainted(document.text, recognized, seen, context, [day for day, _ in anchors])
    context = with_ambassador(context, casts)
    return [
        Item(
            document,
            segment,
            sentences,
            views,
            known_ambassador(context, cast, sentences),
            context,
            *anchor,
            is_transcript(document.text, segment.char_start, segment.char_end),
        )
        for segment, sentences, views, cast, anchor in zip(segments, recognized, seen, casts, anchors, strict=True)
    ]


def first_drafts(item: Item) -> list[Draft]:
    """A draft for every candidate of the item; of a transcript, for those that its heading, a date or "just now" carries."""
    drafts = [first_draft(item, candidate) for number, seen in enumerate(item.views) for candidate in candidates(seen, number)]
    if not item.spoken:
        return drafts
    for draft in drafts:
        if draft.lead.view.sentence.is_heading and draft.weight >= 2 and draft.status == "held" and not draft.dated():
            draft.when = published(item)
    return [d for d in drafts if d.lead.view.sentence.is_heading or d.dated() or fresh(d)]


def code_item(item: Item) -> list[Draft]:
    """The events of an item, finished."""
    drafts = related_drafts(item)
    settle_parts(item, drafts)
    return drafts


def related_drafts(item: Item) -> list[Draft]:
    """The events of an item with everybody who took part, their parents, and the roles that rules give."""
    drafts = peopled_drafts(item)
    settle_parents(drafts)
    settle_children(drafts)
    for draft in sorted(drafts, key=lambda d: d.parent is not None):  # a traveller's role on the trip comes first
        settle_roles(draft)
    return drafts


def peopled_drafts(item: Item) -> list[Draft]:
    """The events of an item, one each, with everybody who took part, and the parents that rules give them."""
    return fold(item, attended_drafts(item))


def attended_drafts(item: Item) -> list[Draft]:
    """The same, while several may still tell one occasion."""
    drafts = drafts_of(item)
    settle_presence(item, drafts)
    adopt(drafts)  # anew, for by now more is known of people and places
    return drafts


def drafts_of(item: Item) -> list[Draft]:
    """The events of an item with everybody whom frames put into them, and where they took place; roles are not settled."""
    drafts = placed_drafts(item)
    settle_places(item, drafts)
    settle_countries(item, drafts)
    return drafts


def placed_drafts(item: Item) -> list[Draft]:
    """The events of an item with the days that were learnt, where rules place them."""
    drafts = told_drafts(item)
    settle_dates(item, drafts)
    settle_children(drafts)
    settle_scene(item, drafts)
    settle_neighbours(drafts)
    return drafts


def told_drafts(item: Item) -> list[Draft]:
    """The events of an item with their status and the days that rules give."""
    drafts = undated_drafts(item)
    settle_statuses(item, drafts)
    date_all(item, drafts)
    for draft in drafts:
        date_printed(item, draft)
        draft.background &= not plainly_news(item, draft)
    return drafts


def undated_drafts(item: Item) -> list[Draft]:
    """The events of an item as frames and rules tell them, with the days that stand beside their cores."""
    drafts = judged(item, *claimed_drafts(item))
    settle_headings(item, drafts)
    lengthen(item, drafts)
    settle_hosts(drafts)
    give(item, drafts)
    yet_to_come(item, drafts)
    under_way(item, drafts)
    adopt(drafts)
    bring_guests(drafts)
    bring_heads(drafts)
    bring_hosts(drafts)
    return drafts


def claimed_drafts(item: Item) -> tuple[list[Draft], list[Draft]]:
    """The drafts of an item that rules accept, and those of sentences that may report something else."""
    fresh, around = fresh_drafts(item)
    drafts = apart(item, fresh)
    presences, told = [d for d in drafts if d.event_type == "presence"], merged_drafts(item, drafts)
    drafts = accepted(item, told)
    attend(drafts, presences)
    for draft in drafts:
        widen(draft)
    drafts += introduced_drafts(item, drafts)
    return drafts, untold(item, drafts, [d for d in told if d.weight > 0], around)


def fresh_drafts(item: Item) -> tuple[list[Draft], list[Surroundings]]:
    """A draft for every core that frames find, and what lies around each sentence; from now on the item knows what its sentences report."""
    drafts = [*first_drafts(item), *printed_drafts(item)]
    around = list(surroundings(item, kinds_of(drafts)))
    item.chances[:] = chances_of(item, around)
    return drafts, around


def merged_drafts(item: Item, drafts: list[Draft]) -> list[Draft]:
    """One draft per occasion, as far as rules see it, with its members and signers."""
    for draft in drafts:
        widen(draft)
    merged = merge(item, drafts)
    send_members(item, merged)
    bring_signers(item, merged)
    for draft in merged:
        widen(draft)
    return merged


def settle_headings(item: Item, drafts: list[Draft]) -> None:
    """A headline without a verb ("Visit to Japan") has the status of what the text below it tells; talks that it opens are held."""
    for draft in drafts:
        if not draft.lead.view.sentence.is_heading or draft.lead.frame.weight != 2 or draft.background or printed(draft):
            continue
        if item.spoken and draft.event_type in ("meeting", "conference") and draft.when == published(item):
            continue
        own = [s.status for s in draft.sources if not s.view.sentence.is_heading]
        below = (d for d in drafts if d is not draft and not d.lead.view.sentence.is_heading and d.event_type not in ASIDE)
        others = [d.status for d in below if not looked_back(d)]
        draft.status = "planned" if "planned" in own else next(iter([*own, *others]), draft.status)


def printed(draft: Draft) -> bool:
    """Is it the occasion of a statement that the text prints? It is done, whatever the statement announces."""
    return draft.lead.frame in (printed_frame(), spoken_frame()) or statement(draft)


def alike(draft: Draft) -> set[str]:
    """The countries of talks whose people are not named and of which none receives the others."""
    return set() if "host" in draft.lead.frame.roles.values() else set(states(draft))


def widen(draft: Draft) -> None:
    """Talks of three countries or more are a conference, unless somebody of another rank merely receives the others."""
    sides = {p.person.country for p in draft.parties.values() if p.person.country} or alike(draft)
    hosts = {p.person.office for p in draft.parties.values() if p.role == "host"}
    guests = {p.person.office for p in draft.parties.values() if p.role != "host"}
    audience = bool(hosts) and not hosts & guests
    if draft.event_type == "meeting" and len(sides) >= SIDES_OF_CONFERENCE and not audience:
        draft.event_type = "conference"
