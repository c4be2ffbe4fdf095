"""Whom somebody represents whose own mentions do not say it: a ladder of evidence, the surest rung first.

Rungs, each tried for everybody before the next (`RUNGS` is the order):
1. the same person elsewhere in the document;
2. a title or institution that only one state has ("Secretary of Defense");
3. an office without name that has a country and nobody yet ("the President of Azerbaijan" beside "President X");
4. a list under one country word ("Serbian Defense Minister X and Deputy Prime Minister Y");
5. the issuer's own ("Vice President X" in a White House text), unless that seat is taken or the state has no such title;
6. the only other country in the sentence, then in the heading, then in the segment, if it has such a title.
Two answers at one rung are none. What does not belong here: guessing from names.
"""
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import SEATS, implied_country, possible_in
from pipelines.model.cast import Person
from pipelines.model.mention import PersonMention, Sentence
from pipelines.recognize.names import SAME, similarity

_JOIN = re.compile(r"\s*(?:,|and|,\s*and|as well as|along with|together with)\s+(?:the\s+|his\s+|her\s+)?", re.I)
_OWN = SEATS | {
    "deputy_head_of_government", "minister", "deputy_minister", "official", "ambassador", "diplomat", "military_officer",
    "member_of_parliament", "subnational_official", "royal_or_spouse",
}


def sentence_countries(sentence: Sentence) -> Counter[str]:
    """States that a sentence names, by country, demonym or an unambiguous place."""
    found: Counter[str] = Counter()
    for place in sentence.places:
        if place.kind != "body" and len(place.countries) == 1:
            found[place.countries[0]] += 1
    for person in sentence.people:
        found.update({country for country in (person.country, *person.countries) if country})
    return found


class Setting:
    """What the ladder looks at, counted once.

    `author_speaks`: the text says "I", so the issuer's top seats are the author's; `speaker`: who that is, if named.
    """

    def __init__(
        self, text: str, sentences: tuple[Sentence, ...], figures: list[Figure], whose: dict[PersonMention, Figure], home: str | None,
        known: tuple[Person, ...] = (), author_speaks: bool = False, speaker: Figure | None = None,
    ) -> None:
        self.text, self.sentences, self.figures, self.home, self.known = text, sentences, figures, home, known
        self.author_speaks, self.speaker = author_speaks, speaker
        self.starts = [s.start for s in sentences]
        self.counts = [sentence_countries(s) for s in sentences]
        self.total: Counter[str] = Counter()
        for count in self.counts:
            self.total.update(count)
        self.heading = next((count for s, count in zip(sentences, self.counts, strict=True) if s.is_heading), None)
        self.holders = Counter((f.country, f.office) for f in figures if f.country and not f.former)
        named = sorted(whose, key=lambda m: m.start)
        self.previous = {m: (before, whose[before]) for before, m in pairwise(named)}
        self.listed: set[PersonMention] = set()
        self.twins = self._unnamed()
        self.unplaced = Counter(f.office for f in figures if f.country is None and not f.former)

    def _unnamed(self) -> dict[str, set[str]]:
        """Office to the countries that the text gives it without a name."""
        offered: dict[str, set[str]] = {}
        for mention in (m for s in self.sentences for m in s.people):
            if mention.kind in ("office", "group") and mention.office and not mention.former:
                offered.setdefault(mention.office, set()).update(c for c in (mention.country, *mention.countries) if c)
        return offered

    def sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def place(self, figure: Figure, country: str) -> None:
        figure.inferred = country
        self.unplaced[figure.office] -= 1
        if not figure.former:
            self.holders[(country, figure.office)] += 1


def _taken(setting: Setting, figure: Figure, country: str) -> bool:
    """Somebody else holds this seat of this country."""
    if figure.office not in SEATS or figure.former:
        return False
    at_home = country == setting.home and setting.author_speaks and figure is not setting.speaker
    return setting.holders[(country, figure.office)] > 0 or (at_home and figure.office in ("head_of_state", "head_of_government"))


def _able(setting: Setting, figure: Figure, country: str) -> bool:
    return possible_in(country, figure.office, figure.title) and not _taken(setting, figure, country)


def _one(answers: Iterable[str]) -> str | None:
    distinct = sorted(set(answers))
    return distinct[0] if len(distinct) == 1 else None


def _elsewhere(setting: Setting, figure: Figure) -> str | None:
    names = figure.names
    return _one(p.country for p in setting.known if p.country and p.name and any(similarity(n, p.name) >= SAME for n in names))


def _implied(setting: Setting, figure: Figure) -> str | None:
    return implied_country(*figure.offices.values(), *(m.organization for m in figure.mentions))


def _unnamed_twin(setting: Setting, figure: Figure) -> str | None:
    """Countries that the text gives this office without a name, less those already held by somebody named."""
    if figure.office is None or figure.former or setting.unplaced[figure.office] > 1:
        return None
    return _one(country for country in setting.twins.get(figure.office, ()) if _able(setting, figure, country))


def _listed(setting: Setting, figure: Figure) -> str | None:
    """The country word before the first of a list governs the titles that follow it."""
    first = figure.mentions[0]
    left, before = setting.previous.get(first, (None, None))
    if left is None or before is None or before.country is None or before.office == figure.office or not _joined(setting, left, first):
        return None
    if not _able(setting, figure, before.country):
        return None
    setting.listed.add(first)
    return before.country


def _joined(setting: Setting, left: PersonMention, right: PersonMention) -> bool:
    """`left` opens with its country and only a comma or "and" parts it from `right`, which has a title."""
    if not (right.office_as_written and left.end <= right.start <= left.end + 30):
        return False
    if left not in setting.listed and not _opens_with_country(setting, left):
        return False
    return _JOIN.fullmatch(setting.text, left.end, right.start) is not None


def _opens_with_country(setting: Setting, mention: PersonMention) -> bool:
    """"Serbian Defense Minister X", "the Serbian …": the country word comes first."""
    places = setting.sentences[setting.sentence_of(mention.start)].places
    return any(mention.start <= p.start <= mention.start + 4 and p.kind in ("country", "demonym") for p in places)


def _at_home(setting: Setting, figure: Figure) -> str | None:
    """Whoever of these offices is foreign is nearly always called so: the issuer's own people carry no country."""
    home = setting.home
    if home is None or figure.title is None or figure.office not in _OWN or figure.mentions[0].host_country == home:
        return None
    return home if figure is setting.speaker or _able(setting, figure, home) else None


def _foreign(setting: Setting, figure: Figure, counts: Counter[str]) -> str | None:
    counts = Counter({c: n for c, n in counts.items() if c != setting.home and _able(setting, figure, c)})
    return _one(counts)


def _of_sentence(setting: Setting, figure: Figure) -> str | None:
    return _foreign(setting, figure, setting.counts[setting.sentence_of(figure.mentions[0].start)]) if figure.office else None


def _of_heading(setting: Setting, figure: Figure) -> str | None:
    return _foreign(setting, figure, setting.heading) if setting.heading and figure.office else None


def _of_segment(setting: Setting, figure: Figure) -> str | None:
    return _foreign(setting, figure, setting.total) if figure.office else None


def _envoy(setting: Setting, figure: Figure) -> str | None:
    """An ambassador *to* the issuer's country comes from the other one; one to elsewhere is the issuer's."""
    host = next((m.host_country for m in figure.mentions if m.host_country), None)
    if host is None:
        return None
    if setting.home and host != setting.home:
        return setting.home
    return _one(country for country in setting.total if country != host)


Rung = Callable[[Setting, Figure], str | None]
RUNGS: tuple[Rung, ...] = (
    _elsewhere, _implied, _unnamed_twin, _listed, _envoy, _at_home, _of_sentence, _of_heading, _of_segment,
)


def fill_countries(setting: Setting) -> None:
    """Give every figure without a country the one its context proves, if any (sets `Figure.inferred`)."""
    for rung in RUNGS:
        for figure in setting.figures:
            answer = rung(setting, figure) if figure.country is None else None
            if answer is not None:
                setting.place(figure, answer)
