"""A person while the cast is put together, and the clustering of named mentions into people.

Named mentions become one figure by name; of people with one surname, office, country and nearness decide. What does not
belong here: mentions without a name (`scene`), countries that no title gives (`countries`).
"""
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.coding.cast.offices import OF_STATES, clash, fit, higher
from pipelines.lexicon.countries import is_state
from pipelines.model.cast import Person
from pipelines.model.mention import PersonMention
from pipelines.recognize.names import POSSIBLE, SAME, fullest, parse, similarity

_SERVING = re.compile(r"\b(?:director|head|chief|officer|inspector|commandant)\b", re.I)  # what officers in service are called
_SPELLINGS = 8  # forms of one name that are kept for comparison


@dataclass(slots=True, eq=False)
class Figure:
    """Mutable: mentions are added as they are understood. `inferred` is a country that no mention states."""

    names: list[str] = field(default_factory=list)
    mentions: list[PersonMention] = field(default_factory=list)
    offices: dict[str, str | None] = field(default_factory=dict)  # office to the first words for it
    told: Counter[str] = field(default_factory=Counter)  # countries that mentions state
    titled: PersonMention | None = None  # the first mention with a title
    inferred: str | None = None
    rung: str | None = None  # by which rung of `countries` it was inferred
    start: int = 1 << 62  # of the first mention
    template: Person | None = None  # the person of another segment this one is

    @property
    def name(self) -> str | None:
        return fullest(self.names) if self.names else (self.template.name if self.template else None)

    @property
    def country(self) -> str | None:
        return max(self.told, key=self.told.__getitem__) if self.told else self.inferred

    @property
    def office(self) -> str | None:
        known = [office for office in self.offices if office != "unknown"]
        if len(known) > 1 and self.offices.get("military_officer", "") is None and not _SERVING.search(self.offices.get("official") or ""):
            known.remove("military_officer")  # a mere rank: "General X" who is Secretary of the Security Council
        if len(known) == 1:
            return known[0]
        return higher(known) or ("unknown" if self.offices else self.template.office if self.template else None)

    @property
    def title(self) -> str | None:
        """The words of the highest office."""
        return self.offices.get(self.office or "")

    @property
    def former(self) -> bool:
        return self.titled is not None and self.titled.former

    def add(self, mention: PersonMention) -> None:
        self.mentions.append(mention)
        self.start = min(self.start, mention.start)
        if (mention.office or mention.former) and (self.titled is None or mention.start < self.titled.start):
            self.titled = mention
        if mention.name and len(self.names) < _SPELLINGS and mention.name not in self.names:
            self.names.append(mention.name)
        if mention.country and mention.kind in ("named", "office") and (is_state(mention.country) or mention.office not in OF_STATES):
            self.told[mention.country] += 1
        if mention.office and (mention.kind == "named" or (mention.kind == "office" and self.office in (None, "unknown"))):
            self.offices[mention.office] = self.offices.get(mention.office) or mention.office_as_written

    def freeze(self, key: int) -> Person:
        def first(attribute: str) -> str | None:
            said = (getattr(m, attribute) for m in self.mentions if m.kind in ("named", "office"))
            return next((value for value in said if value), getattr(self.template, attribute) if self.template else None)

        return Person(
            key=key, name=self.name, country=self.country, office=self.office, office_as_written=self.title or first("office_as_written"),
            military_rank=first("military_rank"), organization=first("organization"), host_country=first("host_country"),
            former=self.former, mentions=tuple(sorted(self.mentions, key=lambda m: m.start)),
        )


def agreement(mention: PersonMention, figure: Figure) -> float | None:
    """How well office and country of a mention go with a figure, 0 to 4; None where they contradict."""
    country, office = figure.country, figure.office
    if (mention.country and country and mention.country != country) or clash(mention.office, office):
        return None
    same_country = bool(mention.country) and mention.country == country
    return 2.0 * same_country + 2.0 * (fit(mention.office, office) if mention.office else 0.0)


def _bucket(token: str) -> str:
    """What two spellings of a word begin with alike (Turkish c is i after the folds)."""
    return token[:2].replace("i", "c")


@lru_cache(maxsize=4096)
def _buckets(name: str) -> tuple[str, frozenset[str]]:
    """The bucket of the last word, and those of all words."""
    parsed = parse(name)
    words = parsed.full or parsed.tokens or ("",)
    return _bucket(words[-1]), frozenset({_bucket(word) for word in words} | {_bucket(parsed.joined)})


class Company:
    """The figures so far, found by the letters their names begin with, so that a thousand names stay linear.

    One name's last word must stand in the other: that holds for surnames, swapped orders and shortened names, and keeps
    a thousand Johns apart.
    """

    def __init__(self, sexes: dict[PersonMention, str], wives: frozenset[PersonMention]) -> None:
        """`sexes`: what courtesy words say; `wives`: named beside a husband of the same surname."""
        self.figures: list[Figure] = []
        self._sexes, self._wives = sexes, wives
        self._known: dict[int, str] = {}  # the sex of a figure
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._by_last: dict[str, list[Figure]] = defaultdict(list)

    def add(self, mention: PersonMention, figure: Figure | None) -> Figure:
        if figure is None:
            figure = Figure()
            self.figures.append(figure)
        figure.add(mention)
        if mention in self._sexes:
            self._known.setdefault(id(figure), self._sexes[mention])
        if mention in self._wives:
            figure.offices.setdefault("royal_or_spouse", None)
        last, every = _buckets(mention.name or "")
        for index, buckets in ((self._by_word, sorted(every)), (self._by_last, [last])):
            for bucket in buckets:
                if figure not in index[bucket]:
                    index[bucket].append(figure)
        return figure

    def match(self, mention: PersonMention) -> Figure | None:
        """The figure that a named mention means; None where it is somebody new."""
        best: tuple[float, float, float] | None = None
        chosen = None
        for figure in self._near(mention.name or ""):
            alike = max(similarity(mention.name or "", name) for name in figure.names)
            agrees = agreement(mention, figure)
            if alike < POSSIBLE or (agrees is None and alike < 0.9) or not self._may_be(mention, figure):
                continue
            distance = abs(figure.mentions[-1].start - mention.start)
            wife = figure.mentions[0] in self._wives and mention not in self._sexes  # a bare surname is her husband's
            score = (float(alike >= SAME), (agrees or 0.0) + alike - wife, -distance)
            if best is None or score > best:
                best, chosen = score, figure
        return chosen

    def _may_be(self, mention: PersonMention, figure: Figure) -> bool:
        """Not Mrs Berg and Mr Berg, nor the wife and whom she accompanies."""
        said, known = self._sexes.get(mention), self._known.get(id(figure))
        return said == known if mention in self._wives else not (said and known and said != known)

    def _near(self, name: str) -> list[Figure]:
        last, every = _buckets(name)
        found = {id(figure): figure for figure in self._by_word[last]}
        for bucket in sorted(every):
            found.update((id(figure), figure) for figure in self._by_last[bucket])
        return list(found.values())


def _is_full(mention: PersonMention) -> bool:
    parsed = parse(mention.name or "")
    return len(parsed.tokens) > 1


def cluster(
    mentions: list[PersonMention], sexes: dict[PersonMention, str] | None = None, wives: frozenset[PersonMention] = frozenset()
) -> tuple[list[Figure], dict[PersonMention, Figure]]:
    """Named mentions in text order to figures in order of first mention: full names first, then single words."""
    company = Company(sexes or {}, wives)
    whose: dict[PersonMention, Figure] = {}
    for wanted in (True, False):
        for mention in mentions:
            if _is_full(mention) is wanted:
                whose[mention] = company.add(mention, company.match(mention))
    return sorted(company.figures, key=lambda figure: figure.start), whose
