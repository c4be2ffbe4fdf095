"""Which drafts are rows by how likely their sentences report an occasion, and by rules, before anything else is weighed (`verdicts`)."""

from pipelines.coding.accept import out_of_question, unsided
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.verdict import LEARNT, chance_of

ALIKE = (
    frozenset(["meeting", "call", "session", "conference", "press_conference"]),
    frozenset(["ceremony", "commemoration", "cultural_event", "exhibition", "conference", "tribute", "award"]),
    frozenset(["message", "protest", "commemoration"]),
    frozenset(["signing", "ratification"]),
)
ENOUGH = 0.35  # from which probability on a sentence reports something
SURE = 0.5  # from which on it needs no second witness
AGAIN = 0.8  # from which on it reports an occasion beside another of its type, or of one that it is easily mistaken for
PLAIN = 0.75  # from which on no rule speaks against it
TOO_RARE = frozenset("credentials cultural_event election_observation exhibition press_conference relations tribute".split())
REFUTED = 0.17  # up to which no row of frames stands


def expected(item: Item, drafts: list[Draft]) -> set[int]:
    """The ids of those drafts. What sentences report is held against what frames tell."""
    framed = [d for d in drafts if not d.lead.frame.rule.startswith(LEARNT) and not refuted(item, d)]
    covered = {(s.number, d.event_type) for d in framed for s in d.sources}
    reported = (d for d in drafts if d.lead.frame.rule.startswith(LEARNT))
    return {id(d) for d in framed} | {id(d) for d in reported if heard(item, d, framed, covered)}


def refuted(item: Item, draft: Draft) -> bool:
    """Does no sentence that tells the occasion look like one that reports any of its type? What is recalled never does."""
    return not draft.background and draft.event_type not in TOO_RARE and chance_of(item, draft) < REFUTED


def heard(item: Item, draft: Draft, framed: list[Draft], covered: set[tuple[int, str]]) -> bool:
    """Is what a sentence reports likely enough, and no row of frames in its way?"""
    likely, kind = item.chances[draft.lead.number].get(draft.event_type, 0.0), draft.event_type
    alike = {other for group in ALIKE if kind in group for other in group} if likely < AGAIN else {kind}
    if likely < ENOUGH or any((draft.lead.number, other) in covered for other in alike):
        return False
    if likely < AGAIN and any(d.event_type == kind for d in framed):
        return False
    if item.spoken and any(d.event_type == kind for d in framed):
        return False
    if likely < SURE:
        return unsided(item, draft, framed)
    return likely >= PLAIN or not out_of_question(item, draft, framed)
