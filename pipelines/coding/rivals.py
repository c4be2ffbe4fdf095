"""Which cores of a sentence stand: of frames that overlap one stays, and none that tells what is only named or wished."""

from functools import cache

from pipelines.coding.frames import Match, told_type
from pipelines.coding.patterns import word_classes
from pipelines.coding.view import View

PRECEDENCE = {
    name: rank
    for rank, name in enumerate(
        (
            "protest",
            "credentials",
            "tribute",
            "award",
            "ratification",
            "signing",
            "relations",
            "message",
            "press_conference",
            "election_observation",
            "commemoration",
            "ceremony",
            "exercise",
            "exhibition",
            "session",
            "aid",
            "conference",
            "cultural_event",
            "call",
            "site_visit",
            "visit",
            "meeting",
        )
    )
}


AIMS = frozenset(["efforts", "effort", "work", "commitment", "commitments", "steps", "ability", "readiness"])
AIMED = 12  # units from "ongoing work by both" to what is aimed at
WISH = 5  # units before a core that say that it is only wished for
RESOLVED = frozenset(["agreed", "agree", "decided", "pledged", "committed", "intend", "intends"])
BEGINNING = frozenset("start begin launch open commence continue pursue initiate resume explore consult conduct engage".split())


AIMABLE = frozenset(["signing", "ratification", "relations", "exercise", "session", "meeting", "conference", "aid"])
AIMING = frozenset(
    "build conclude consult continue cooperate deepen develop encourage enhance ensure establish expand explore facilitate foster "
    "further identify improve increase intensify launch maintain promote pursue share sign strengthen support work".split()
)


def names_gathering(view: View, match: Match) -> bool:
    """ "meeting of the … Working Group": the gathering tells the occasion, the bare noun does not tell another."""
    if match.frame.event_type not in ("meeting", "visit") or view.units[match.last - 1].text not in ("of", "meeting", "talks", "session"):
        return False
    return any(u.symbol == "E" for u in view.units[match.last : match.last + 2])


def remembered(view: View, match: Match) -> bool:
    """ "the 30th anniversary of the entry into force": what is remembered is not what happens."""
    before = [u.text for u in view.units[max(0, match.first - 4) : match.first]]
    return match.frame.event_type not in ("commemoration", "tribute") and "anniversary" in before and "of" in before


def aimed(view: View, match: Match) -> bool:
    """ "* Conclude a bilateral agreement on …": a list of aims opens its lines with a bare verb."""
    if match.frame.event_type not in AIMABLE or view.sentence.is_heading:
        return False
    first = next((u for u in view.units[:3] if u.symbol or u.text.isalpha()), None)
    return first is not None and first.text in AIMING


def hypothetical(view: View, match: Match) -> bool:
    """ "an interest in having talks", "commitments to cut ties", "agreed to start negotiations": what somebody might do is no occasion."""
    if match.first >= 2 and [u.text for u in view.units[match.first - 2 : match.first]] == ["interest", "in"]:
        return True
    if match.first < 2 or view.units[match.first - 1].text != "to" or view.units[match.first].symbol:
        return False
    before = view.units[match.first - 2].text
    aims = any(u.text in AIMS for u in view.units[max(0, match.first - AIMED) : match.first - 1])
    return aims or before in words("hypothetical") or (before in RESOLVED and view.units[match.first].text in BEGINNING)


def wished(view: View, match: Match) -> bool:
    """ "called for the early signing of the treaty", "efforts to conclude the talks": a signing that is only wished for."""
    if match.frame.event_type != "signing" or not match.first:
        return False
    before = [u.text for u in view.units[max(0, match.first - WISH) : match.first]]
    noun = view.units[match.first].text in words("ag_signing_noun") or before[-1] == "to"
    return noun and not words("ag_wish").isdisjoint(before)


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(word_classes()[name].replace("\\", "").split("|"))


def occasioned(view: View, match: Match, message: int) -> bool:
    """ "a message on the occasion of Independence Day": the day is why it was sent."""
    before = [u.text for u in view.units[max(0, match.first - 6) : match.first + 1]]
    return match.frame.event_type == "commemoration" and message < match.first and "occasion" in before


def rivals(one: Match, other: Match) -> bool:
    return one.first < other.last and other.first < one.last


def precedence(view: View, match: Match) -> int:
    """The rank of the match's event type; meeting and call are one rank, the longer core tells which it is; presence supports any."""
    kind = told_type(view, match.frame, match.first, match.last)
    return -1 if kind == "presence" else PRECEDENCE.get("meeting" if kind == "call" else kind, len(PRECEDENCE))


def strongest(view: View, found: list[Match]) -> list[Match]:
    """Of cores that overlap, the stronger, then the more specific, then the longer stays; a `definite` one beside it (see `merge`)."""
    kept: list[Match] = []
    messages = [m.first for m in found if m.frame.event_type == "message"]
    found = [m for m in found if not (messages and occasioned(view, m, min(messages)))]
    found = [m for m in found if not any(idle(view, m) for idle in (names_gathering, remembered, hypothetical, aimed, wished))]
    ranked = sorted(found, key=lambda m: (-m.frame.weight, precedence(view, m), m.first - m.last, m.first, m.frame.rule))
    for match in ranked:
        others = [other for other in kept if rivals(match, other)]
        if not others or ("definite" in match.frame.flags and all(other.frame.weight for other in others)):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)
