"""How far the noun group of a document reaches: to the left over modifiers, to the right over "on ..., between ..., for ...".

What does not belong here: head nouns and what the group says (`instruments`), the words themselves (`instrument_words`).
"""
import re
from dataclasses import dataclass, field

from pipelines.model.mention import PlaceMention
from pipelines.recognize.instrument_words import head_at, words_of

WORD = re.compile(r"(?:[^\W\d_]\.){2,6}+(?:[-–]?[^\W_]++)*+|[^\W_]++(?:[-'’.&/–][^\W_]++)*+['’]?|\S")
MOST_LEFT, MOST_RIGHT = 10, 45  # words
DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?$|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|"
    r"July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$")
STATES = frozenset(["country", "demonym", "body", "government_seat"])
TOWNS = frozenset(["city", "capital", "government_seat"])
END = frozenset(".;:!?()[]{}\"“”«»—…|*")
DASHES = frozenset("-–")
AND = frozenset(["and", "or", "&"])
NOT_AFTER_HEAD = frozenset(["and", "or", "&", "the", "a", "an", "from"])
RELATIVE = frozenset(["reached", "signed", "concluded", "agreed"])  # "agreement reached between"
CLAUSE_IN = frozenset(["a", "an", "order", "which", "addition", "his", "her", "accordance", "return", "principle", "place", "front"])
ASIDES = frozenset(["sidelines", "margins", "fringes", "occasion", "presence", "behalf", "course", "framework", "eve", "wake", "outskirts"])
FIELDS = frozenset(["field", "fields", "area", "areas", "sphere", "spheres", "prevention", "protection", "avoidance", "promotion"])
VERBS_ONLY = frozenset(["is", "are", "was", "were", "has", "have", "had", "will"])
BEFORE_NOUN = frozenset(["of", "on", "for", "the", "in", "and", "joint", "a"])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence with the places among them: one object for all heads in it."""

    text: str
    spans: list[tuple[int, int]]
    lower: list[str]
    states: list[PlaceMention]  # countries, demonyms, organizations, in order
    state_at: frozenset[int] = field(default=frozenset())  # indexes of words
    town_at: frozenset[int] = field(default=frozenset())

    def word(self, index: int) -> str:
        return self.text[slice(*self.spans[index])] if 0 <= index < len(self.spans) else ""

    def low(self, index: int) -> str:
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def capital(self, index: int) -> bool:
        return self.word(index)[:1].isupper()

    def number(self, index: int) -> int | None:
        """The value of a number word or small figure."""
        low = self.low(index)
        if low.isdecimal() and low.isascii() and len(low) <= 2:
            return int(low)
        value = words_of("number").get(low)
        return int(value) if value else None

    def group(self, first: int, last: int) -> str:
        """The text of words `first` to `last`, the latter excluded."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


def read_words(text: str, start: int, end: int, places: list[PlaceMention]) -> Words:
    spans = [match.span() for match in WORD.finditer(text, start, end)]
    ordered = sorted(places, key=lambda place: place.start)
    states = [place for place in ordered if place.kind in STATES]
    towns = [place for place in ordered if place.kind in TOWNS]
    lower = [text[first:last].lower() for first, last in spans]
    return Words(text, spans, lower, states, _covered(spans, states), _covered(spans, towns))


def _covered(spans: list[tuple[int, int]], places: list[PlaceMention]) -> frozenset[int]:
    """Indexes of the words that a place covers; both lists in order."""
    covered, at = set(), 0
    if not places:
        return frozenset()
    for index, (first, last) in enumerate(spans):
        while at < len(places) and places[at].end <= first:
            at += 1
        if at < len(places) and places[at].start < last:
            covered.add(index)
    return frozenset(covered)


# to the left


def leftmost(words: Words, at: int, floor: int) -> int:
    """The first word of the group: as far as a determiner reaches, else over capitals, countries and known modifiers."""
    known = at
    index = at - 1
    while index >= max(floor, at - MOST_LEFT) and _may_precede(words, index):
        if _names(words, index):
            known = index
        index -= 1
    if floor <= index < at - 1 and words.low(index) in words_of("determiner"):
        known = index + 1
    while known < at and (words.low(known) in words_of("linker") or words.word(known) in END | DASHES | {"/", "’", "'"}):
        known += 1
    return known


def _names(words: Words, index: int) -> bool:
    """A word that belongs to the name even where no article opens the group."""
    if index in words.state_at or words.low(index) in words_of("modifier") or words.number(index) is not None:
        return True
    return words.capital(index) and index > 0


def _may_precede(words: Words, index: int) -> bool:
    low, word = words.low(index), words.word(index)
    if index in words.state_at or word == "/":
        return True
    if low in words_of("determiner") or low in words_of("verb") or low in words_of("stop"):
        return False
    if low in AND:
        return words.capital(index - 1) and words.capital(index + 1)
    if word in ("(", ")"):
        return words.number(index - 1) is not None or words.number(index + 1) is not None
    return low not in words_of("linker") and word not in END and low != "," and not low.endswith(("’s", "'s"))


# to the right


def past_acronym(words: Words, end: int) -> int:
    """Takes in "(MoU)" after a name."""
    return end + 3 if words.low(end) == "(" and words.low(end + 2) == ")" and len(words.low(end + 1)) <= 12 else end


def rightmost(words: Words, head_end: int, joint: bool = False) -> int:
    """The index after the last word of the group. `joint`: a common statement, whose authors follow "from" or "by"."""
    index = last = head_end
    between = joint and words.capital(head_end - 1) and words.low(index) in ("from", "by")
    if between or (words.low(index) in RELATIVE and words.low(index + 1) == "between"):
        index += 1
    elif not _carries_on(words, index):
        return last
    while index < min(len(words.lower), head_end + MOST_RIGHT) and not _ends(words, index, between):
        low = words.low(index)
        between = low == "between" or (between and not (low in AND and index - 1 in words.state_at))
        index = index + 1 if low in words_of("linker") else past_acronym(words, index + 1)
        if low not in words_of("linker") and low != ",":
            last = index
    return last


def _carries_on(words: Words, index: int) -> bool:
    """A preposition after the head, or the "Endorsing ..." of a capitalized title."""
    low = words.low(index)
    if low in words_of("linker"):
        return low not in NOT_AFTER_HEAD
    return low.endswith("ing") and words.capital(index) and words.capital(index - 1) and not words.word(index).isupper()


def _ends(words: Words, index: int, between: bool) -> bool:
    """Whether the group is over before this word. `between`: the second party is still to come."""
    low, word = words.low(index), words.word(index)
    if word in END or (word in DASHES and words.text[words.spans[index][0] - 1].isspace()):
        return True
    if low == ",":
        if YEAR.match(words.word(index + 1)) and DAY.match(words.word(index - 1)):
            return False  # "ending March 31, 1963"
        ahead = index + 1 + (words.low(index + 1) == "the")
        return not ((between and ahead in words.state_at) or _list_goes_on(words, index))
    if low in AND:
        verb = words.low(index + 1) == "to" or _verb_of_clause(words, index + 1)
        return verb or _names_document(words, index + 1) or (not between and _new_start(words, index + 1))
    if low == "until":
        return not any(_date_begins(words, ahead) for ahead in (index + 1, index + 2))
    if low in ("on", "in", "from", "to", "for", "with", "of"):
        return _no_complement(words, index)
    return low in words_of("stop") or (low in words_of("verb") and not _noun_place(words, index)) or _participle(words, index)


def _no_complement(words: Words, index: int) -> bool:
    """A preposition that belongs to the clause: a date, a town, "to be signed"."""
    low, after = words.low(index), words.low(index + 1)
    if not after or (low in ("on", "in", "from") and (_date_begins(words, index + 1) or _aside(words, index + 1))):
        return True
    person = low in ("to", "with") and any(words.low(ahead) in words_of("title") for ahead in range(index + 1, index + 4))
    if low == "to":
        return person or after in words_of("verb") or after in ("him", "her", "them")
    if low == "with":
        return person or not (index + 1 in words.state_at or words.capital(index + 1) or after in ("the", "respect", "a"))
    return low == "in" and (after in CLAUSE_IN or index + 1 in words.town_at)


def _aside(words: Words, index: int) -> bool:
    """ "on the sidelines of", "in the presence of", "on behalf of": how it was signed, not what it is about."""
    return words.low(index + (words.low(index) == "the")) in ASIDES


def _date_begins(words: Words, index: int) -> bool:
    """A day or a single year; "in 2022 to 2027" is the span of a plan."""
    if DAY.match(words.word(index)):
        return True
    return YEAR.match(words.word(index)) is not None and words.low(index + 1) not in ("to", "and", "-", "–")


def _list_goes_on(words: Words, index: int) -> bool:
    """A comma inside "on trade, energy and culture": plain words up to the next comma or "and"; a state only among states."""
    for ahead in range(index + 1, index + 6):
        low = words.low(ahead)
        if low == "," or low in AND:
            return ahead > index + 1 or low != ","
        if low == "the" and words.capital(ahead + 1) and ahead + 1 not in words.state_at:
            return False
        if (ahead in words.state_at and index - 1 not in words.state_at) or ahead in words.town_at:
            return False
        if low in ("of", "the", "in"):
            continue
        if not low or words.word(ahead) in END or low in words_of("linker") or _new_start(words, ahead):
            return False
    return False


def _new_start(words: Words, index: int) -> bool:
    """Another noun group or a verb begins: "and a memorandum", "and visited", "and the sides"."""
    low = words.low(index)
    if low in words_of("stop") or low in words_of("verb") or low in ("a", "an", "their", "its", "his", "her", "this", "these"):
        return True
    if low == "the":
        return not (index + 1 in words.state_at or words.capital(index + 1) or words.low(index + 1) in FIELDS)
    return (low.endswith("ed") and low not in words_of("adjective_ed")) or _names_document(words, index)


def _verb_of_clause(words: Words, index: int) -> bool:
    """ "between the two governments and witnessed the exchange": what somebody did next."""
    low = words.low(index)
    verb = low.endswith("ed") and not words.capital(index) and low not in words_of("adjective_ed")
    return verb and words.low(index + 1) in ("the", "a", "an")


def _names_document(words: Words, index: int) -> bool:
    """A head noun among the next three words."""
    for ahead in range(index, index + 3):
        if words.word(ahead) in END or words.low(ahead) == ",":
            return False
        if head_at(words.lower, ahead) is not None:
            return True
    return False


def _noun_place(words: Words, index: int) -> bool:
    """After a preposition or article a word such as "support" or "work" is a noun."""
    return words.low(index - 1) in BEFORE_NOUN and words.low(index) not in VERBS_ONLY


def _participle(words: Words, index: int) -> bool:
    """ "agreement initialled by": a verb, unless it stands where an adjective does."""
    low = words.low(index)
    if not low.endswith("ed") or words.capital(index) or len(low) < 5 or low in words_of("adjective_ed"):
        return False
    return words.low(index - 1) not in words_of("linker")
