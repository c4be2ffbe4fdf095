"""Documents that bind, as a text names them: "a plan of cooperation between the defense ministries for 2018", "Four MoUs and Agreements".

A head noun of `lexicon/instruments.tsv` grows to the left over its modifiers and to the right over "on ..., between ..., for ...",
until a verb, a relative clause, a date or the end of the clause (`instrument_group`).
What does not belong here: whether it was signed, and by whom (coding); letters and statements that only say something.
"""
import re
from bisect import bisect_left
from collections.abc import Iterator

from pipelines.model.mention import InstrumentMention, PlaceMention
from pipelines.recognize.instrument_group import Words, leftmost, past_acronym, read_words, rightmost
from pipelines.recognize.instrument_lists import with_another, with_listed
from pipelines.recognize.instrument_words import Head, first_words, gate, head_at, heads, subjects_of, vetoed, words_of

COOPERATION = re.compile(r"\b(?:co-?operation|exchanges?)\b")
UNSURE = frozenset(["joint", "cooperation", "numbered", "bare", "signed"])  # they name nothing most often, so take no noun as modifier
SIGNED = frozenset(["signed", "sign", "signs", "signing", "initialled"])
FINISHED = "initialed initial inked ink signature signatures adopted adopt approved exchanged concluded endorsed agreed"
SIGNING = SIGNED | {*FINISHED.split()}
NEAR = 12  # words from a document to the one that says that it is signed
APART = 6  # words between two documents that are told one after the other
JOINING = frozenset(["and", ",", ";", "&"])
NUMBERED = re.compile(r"\bof (?:the|its|their)\b.*\b(?:session|meeting|round)\b", re.IGNORECASE)


def find_instruments(text: str, start: int, end: int, places: list[PlaceMention]) -> list[InstrumentMention]:
    """Named documents in text[start:end], in order, not overlapping. `places` are those of the same stretch."""
    if not gate().opens(text, start, end):
        return []
    words = read_words(text, start, end, places)
    known = first_words()
    found: list[InstrumentMention] = []
    reached = run = 0  # run: the first word of documents that are told one after the other
    for at, low in enumerate(words.lower):
        head = _head(words, at) if at >= reached and low in known else None
        if head is not None:
            run = run if _goes_on(words, reached, at) else at
            mention, last = _grow(words, at, head, reached, run)
            told = list(_told(text, end, mention, _noun_end(words, at, head), head.plural)) if mention is not None else []
            last = bisect_left(words.spans, (told[-1].end, 0)) if len(told) > 1 else last
            reached = max(reached, at + head.length, last)
            found += told
    return found


def _told(text: str, end: int, mention: InstrumentMention, noun_end: int, plural: bool) -> Iterator[InstrumentMention]:
    """The document, and those that the sentence tells after it without their noun."""
    listed = list(with_listed(text, end, mention, noun_end)) if plural else list(with_another(text, end, mention))
    return iter(listed or [mention])


def _goes_on(words: Words, reached: int, at: int) -> bool:
    """Is the document at `at` told after one that ends before `reached`: "…, a plan and", "and to the"?"""
    between = words.lower[reached:at][:APART]
    return reached > 0 and at - reached <= APART and not JOINING.isdisjoint(between) and not any(low in words_of("verb") for low in between)


def _noun_end(words: Words, at: int, head: Head) -> int:
    """The character at which the noun ends, "(MoUs)" behind it included."""
    return words.spans[past_acronym(words, at + head.length) - 1][1]


def _head(words: Words, at: int) -> Head | None:
    """The head noun that begins at a word, unless it only modifies another one ("Treaty Protocol") or the lexicon forbids it."""
    head = head_at(words.lower, at)
    if head is None or vetoed(words.lower, at, head.length):
        return None
    if head.needs == "acronym" and not any(c.isupper() for c in words.word(at)[1:]):
        return None
    after = head_at(words.lower, at + head.length)
    modifies = after is not None and after.needs not in UNSURE and words.capital(at) >= words.capital(at + head.length)
    return None if modifies else head


def _grow(words: Words, at: int, head: Head, floor: int, run: int) -> tuple[InstrumentMention | None, int]:
    """The whole noun group around a head, and the index after its last word."""
    first = leftmost(words, at, floor)
    head_end, plural, kind = _coordinated(words, at + head.length, head)
    last = rightmost(words, head_end, kind == "joint_statement")
    if not _fits(words, head, first, at, head_end, last, run):
        return None, at + head.length
    start, end = words.spans[first][0], words.spans[last - 1][1]
    title = " ".join(words.group(first, last).split())
    inside = [place for place in words.states if start <= place.start and place.end <= end]
    mention = InstrumentMention(
        start,
        end,
        kind,
        title,
        parties=_parties(inside),
        subjects=subjects_of(title),
        count=_count(words, first, at) if plural else None,
        definite=words.low(first - 1) in words_of("definite"),
        specific=head.needs != "bare" and _specific(words, first, at, head_end, last),
    )
    return mention, last


def _parties(inside: list[PlaceMention]) -> tuple[str, ...]:
    """The states in the name of a document, in which "Georgia" is the country."""
    return tuple(dict.fromkeys(place.countries[0] for place in inside if len(place.countries) == 1 or place.kind == "country"))


def _coordinated(words: Words, end: int, head: Head) -> tuple[int, bool, str]:
    """Where the head ends, whether it is a plural, its type: "MoUs and Agreements" are one group of no single type."""
    end = past_acronym(words, end)
    if head.plural and words.low(end) in ("and", "&", "or"):
        other = heads().get(words.low(end + 1))
        if other is not None and other.plural:
            return end + 2, True, head.type if other.type == head.type else "other"
    return end, head.plural, head.type


def _count(words: Words, first: int, at: int) -> int | None:
    """How many documents a plural names; None: more than one, unknown."""
    return next((number for index in range(first, at) if (number := words.number(index))), None)


def _fits(words: Words, head: Head, first: int, at: int, head_end: int, last: int, run: int) -> bool:
    """Whether the group has what its head noun needs to name a document."""
    if head.signed and _near_signing(words, min(first, run), last):
        return head.needs != "bare" or words.number(first) is not None
    if head.needs in ("cap", "named"):
        return (words.capital(at) and at > 0) or (head.needs == "named" and last > head_end)
    if head.needs == "noun":
        return first < at or words.low(at - 1) in words_of("determiner")
    if head.needs == "cooperation":
        return COOPERATION.search(" ".join(words.lower[first : head_end + 4])) is not None
    if head.needs == "joint":
        return "joint" in words.lower[first:at]
    if head.signed and head.needs in ("signed", "bare"):
        return False
    return head.needs != "numbered" or NUMBERED.search(words.group(first, last)) is not None or _signed(words, at)


def _near_signing(words: Words, first: int, last: int) -> bool:
    return not SIGNING.isdisjoint(words.lower[max(0, first - NEAR) : last + NEAR])


def _signed(words: Words, at: int) -> bool:
    """ "The minutes were signed", "the signing of the Minutes": not so many minutes of an hour."""
    before = [words.low(index) for index in range(at - 3, at)]
    return words.low(at + 2) in SIGNED or (before[-1] == "the" and bool({*before[:2]} & SIGNED))


def _specific(words: Words, first: int, at: int, head_end: int, last: int) -> bool:
    """Does anything say which document: a party, a subject phrase, a name?"""
    return last > head_end or any(index in words.state_at or _tells(words, index) for index in range(first, at))


def _tells(words: Words, index: int) -> bool:
    low = words.low(index)
    return low[0].isalnum() and low not in words_of("generic") and words.number(index) is None and not low.endswith("ed")
