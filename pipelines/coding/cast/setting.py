"""What the text of a segment says about countries, counted once for the ladder of `countries`.

What belongs here: which states a sentence names and whom they are already tied to. What does not: deciding whose
somebody is.
"""
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.goal import headed_goal, only_goal
from pipelines.coding.cast.offices import SEATS, chief_office, portfolio, possible_in, seats, sovereign, title_kind
from pipelines.coding.cast.scene import travel_word
from pipelines.coding.view import View, view
from pipelines.lexicon.countries import is_state
from pipelines.model.cast import Person
from pipelines.model.mention import PersonMention, PlaceMention, Sentence
from pipelines.recognize.people.rereading import office_in

_OF_STATES = SEATS | {"deputy_head_of_government", "minister", "deputy_minister", "member_of_parliament", "ambassador"}
_ENDS = re.compile(r"[.!?:][\s\"”’')]*$")
_DELEGATION = re.compile(r"\b(?:presidential|official|parliamentary) delegation\b", re.I)

_OWN_HEAD = re.compile(r"the\s", re.I)  # "the Prime Minister, Mr X": no need to say of which state


def named_states(sentence: Sentence) -> list[tuple[int, str]]:
    """(offset, country) of the places of a sentence outside the titles of people."""
    people = sorted(sentence.people, key=lambda m: m.start)
    starts = [m.start for m in people]
    around = ((place, bisect_right(starts, place.start) - 1) for place in sentence.places)
    return [
        (place.start, place.countries[0]) for place, number in around
        if place.kind != "body" and len(place.countries) == 1 and not (number >= 0 and _inside(place, people[number]))
    ]


def _inside(place: PlaceMention, mention: PersonMention) -> bool:
    """Is the place a word of somebody's title, or of a name ("Ms Noumea")?"""
    if not mention.start <= place.start < mention.end:
        return False
    named = mention.name_start is not None and mention.name_end is not None and mention.name_start <= place.start < mention.name_end
    return named or mention.country is not None


def _leads_party(title: str | None, country: str) -> bool:
    """Is it the title of who leads a state of one party ("General Secretary")?"""
    return office_in(title or "", country, "head_of_organization") == "head_of_state"


class Page(NamedTuple):
    """What all segments of a document say: how often they name a country, and where its issuer resides, if abroad."""

    named: Counter[str]
    seat: str | None = None


def page_of(recognized: Iterable[tuple[Sentence, ...]], seat: str | None) -> Page:
    """`recognized`: the sentences of every segment."""
    places = (place.countries for sentences in recognized for sentence in sentences for place in sentence.places)
    return Page(Counter(countries[0] for countries in places if len(countries) == 1), seat)


class Setting:
    """The evidence. `free[i]`: states that sentence i names apart from people; `represented[i]`: those its people stand for.

    `author_speaks`: the text says "I", so the issuer's top seats are the author's; `speaker`: who that is, if named; `day`: of the text.
    """

    def __init__(
        self, text: str, sentences: tuple[Sentence, ...], figures: list[Figure], whose: dict[PersonMention, Figure], home: str | None,
        known: tuple[Person, ...] = (), author_speaks: bool = False, speaker: Figure | None = None, day: date | None = None,
        page: Page | None = None, views: Sequence[View] | None = None,
    ) -> None:
        self._views = views
        self.page = page or page_of([sentences], None)
        self.text, self.sentences, self.figures, self.home, self.known = text, sentences, figures, home, known
        self.author_speaks, self.speaker, self.day = author_speaks, speaker, day
        self.starts = [s.start for s in sentences]
        self.free = [named_states(s) for s in sentences]
        self.hosts = [[(m.start, m.host_country) for m in s.people if m.host_country] for s in sentences]  # of envoys
        self.represented = [{m.country for m in s.people if m.country} for s in sentences]
        self.spoken_for = {country for countries in self.represented for country in countries}
        self.total = Counter(country for free in self.free for _, country in free)
        self.total.update(country for countries in self.represented for country in sorted(countries))  # ties must not go by hashes
        self.headings = [n for n, s in enumerate(sentences) if s.is_heading or (n == 0 and not _ENDS.search(text, s.start, s.end))][:2]
        self.whose = whose
        self.lists_delegation = any(_DELEGATION.search(text, sentences[n].start, sentences[n].end) for n in self.headings)
        self.holders = Counter((f.country, seat) for f in figures if f.country and not f.former for seat in seats(f.office, f.title))
        named = sorted(whose, key=lambda m: m.start)
        self.previous = {m: (before, whose[before]) for before, m in pairwise(named)}
        stated = ([m for m in s.people if m.kind != "pronoun"] for s in sentences)
        self.groups = {m: group for people in stated for group, m in pairwise(people) if group.kind in ("group", "delegation")}
        self.following = {m: (behind, whose[behind]) for m, behind in pairwise(named)}
        self.listed: set[PersonMention] = set()
        self.proven: frozenset[Figure] = frozenset()  # whose country is known before anybody is taken for the issuer's own
        self.twins = self._unnamed()
        self.portfolios = {(f.country, portfolio(f.title)) for f in figures if f.country and f.office == "minister" and portfolio(f.title)}
        self.unplaced = Counter(f.office for f in figures if f.country is None and not f.former)

    @cached_property
    def views(self) -> Sequence[View]:
        """The sentences as frames see them."""
        return self._views if self._views is not None else [view(self.text, sentence) for sentence in self.sentences]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Country -> how many others the segment names more often."""
        return {country: rank for rank, (country, _) in enumerate(self.total.most_common())}

    @cached_property
    def page_ranks(self) -> dict[str, int]:
        """The same of the three that the page names most."""
        return {country: rank for rank, (country, _) in enumerate(self.page.named.most_common(3))}

    @cached_property
    def goal(self) -> str | None:
        """The one state to which somebody travels, or in whose town a headline sets it."""
        return only_goal(self.text, self.sentences) or headed_goal(self.text, [self.sentences[n] for n in self.headings], self.home)

    def _unnamed(self) -> dict[str, dict[str, PersonMention]]:
        """Office to the countries that the text gives it without a name, with the mention that does so first."""
        offered: dict[str, dict[str, PersonMention]] = {}
        for mention in (m for s in self.sentences for m in s.people):
            if mention.kind in ("office", "group") and mention.office and not mention.former:
                for country in (c for c in (mention.country, *mention.countries) if c):
                    offered.setdefault(mention.office, {}).setdefault(country, mention)
        return offered

    def sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def people_before(self, mention: PersonMention) -> list[PersonMention]:
        """Those of its sentence whose words begin before the mention's, in order."""
        people = self.in_order[self.sentence_of(mention.start)]
        return people[: bisect_left(people, mention.start, key=lambda m: m.start)]

    @cached_property
    def in_order(self) -> list[list[PersonMention]]:
        """The people of every sentence, as the text has them."""
        return [sorted(sentence.people, key=lambda m: m.start) for sentence in self.sentences]

    def taken(self, figure: Figure, country: str) -> bool:
        """Somebody else holds this seat of this country."""
        if figure.office == "minister" and (country, portfolio(figure.title)) in self.portfolios:
            return True
        if figure.office not in SEATS or figure.former or (title_kind(figure.title) == "monarch" and not sovereign(figure.title)):
            return False
        if self.holders[(country, figure.office)] > 0:
            return True
        authors = country == self.home and self.author_speaks and figure.office == chief_office(country)
        return authors and figure is not self.speaker and not _OWN_HEAD.match(self.text, figure.mentions[0].start)

    def able(self, figure: Figure, country: str) -> bool:
        """The state has such a title, and nobody else holds it; presidents and ministers are of states."""
        if figure.office in _OF_STATES and not is_state(country):
            return False
        if figure.office == "head_of_organization" and is_state(country) and not _leads_party(figure.title, country):
            return False
        return possible_in(country, figure.office, figure.title) and not self.taken(figure, country)

    def travels(self, figure: Figure) -> bool:
        """Is the figure told to come or go where it is first named?"""
        sentence = self.sentences[self.sentence_of(figure.mentions[0].start)]
        return travel_word().search(self.text, sentence.start, sentence.end) is not None

    def place(self, figure: Figure, country: str) -> None:
        """Note that `figure` has been found to represent `country`."""
        figure.inferred = country
        self.unplaced[figure.office] -= 1
        for mention in figure.mentions:
            self.represented[self.sentence_of(mention.start)].add(country)
        if figure.office == "minister" and portfolio(figure.title):
            self.portfolios.add((country, portfolio(figure.title)))
        if not figure.former:
            self.holders.update((country, seat) for seat in seats(figure.office, figure.title))
