"""Who has been on stage so far: the memory that pronouns, titles and groups are resolved against.

What does not belong here: the rules by which a mention chooses among them (`offices`, `groups`, `pronouns` in `resolve`).
"""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pipelines.coding.cast.figures import Figure
from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import PersonMention, Sentence

LOOK_BACK = 30  # sentences a pronoun or group may reach back; keeps long texts linear


@dataclass(slots=True)
class Turn:
    """One sentence of the scene: whom its mentions mean, in order, each once."""

    sentence: Sentence
    figures: list[Figure] = field(default_factory=list)
    owners: list[Figure] = field(default_factory=list)  # named only as whose something is: "X's commitment"
    opening: list[Figure] = field(default_factory=list)  # whom the first mention means, where that is several
    text: str = ""  # of the document
    latest: Figure | None = None  # whom the last mention means, if it is one
    _travels: bool | None = None

    @property
    def actors(self) -> list[Figure]:
        """Without mere owners, unless there is nobody else (a headline's "X's call with Y" has none)."""
        acting = [figure for figure in self.figures if figure not in self.owners]
        return self.figures if self.sentence.is_heading or not acting else acting

    @property
    def travels(self) -> bool:
        """Does the sentence tell of a journey? Asked by every mention that looks back, so found out once."""
        if self._travels is None:
            self._travels = travel_word().search(self.text, self.sentence.start, self.sentence.end) is not None
        return self._travels

    @property
    def subject(self) -> Figure | None:
        return self.figures[0] if self.figures else None

    @property
    def countries(self) -> set[str]:
        return {figure.country for figure in self.figures if figure.country}


@dataclass(slots=True)
class Scene:
    """The turns up to now, what is still to come, and who speaks."""

    text: str
    ahead: list[list[Figure]]  # figures named in each sentence, also those to come
    home: str | None = None
    speaker: Figure | None = None
    turns: list[Turn] = field(default_factory=list)
    delegation: list[Figure] = field(default_factory=list)  # the last delegation's head
    weight: dict[int, int] = field(default_factory=dict)  # how often somebody was meant so far
    nameless: list[Figure] = field(default_factory=list)
    stock: list[Figure] = field(default_factory=list)  # people of other segments, used only where this one has nobody

    def open(self, sentence: Sentence) -> None:
        self.turns.append(Turn(sentence, text=self.text))

    def note(self, figures: list[Figure], owner: bool = False) -> None:
        turn = self.turns[-1]
        turn.latest = figures[0] if len(figures) == 1 else None
        if not turn.figures and len(figures) > 1:
            turn.opening = list(figures)
        for figure in figures:
            self.weight[id(figure)] = self.weight.get(id(figure), 0) + 1
            if figure not in turn.figures:
                turn.figures.append(figure)
                if owner:
                    turn.owners.append(figure)
            elif not owner and figure in turn.owners:
                turn.owners.remove(figure)

    def protagonist(self, other: Figure) -> Figure | None:
        """Whom the text has been about most, of another country than `other`, if more than about `other`; of equals the first."""
        met: dict[int, Figure] = {id(f): f for turn in self.back() for f in turn.figures if f.country != other.country and not f.former}
        best = max(met.values(), key=lambda f: (self.weight[id(f)], -f.start), default=None)
        return best if best is not None and self.weight[id(best)] > self.weight[id(other)] else None

    def back(self, include_current: bool = True) -> Iterator[Turn]:
        """Turns from the latest to the earliest within reach."""
        last = len(self.turns) if include_current else len(self.turns) - 1
        return reversed(self.turns[max(0, last - LOOK_BACK):last])

    def recent(self, fits: Callable[[Figure], bool]) -> Figure | None:
        """The latest figure that fits: the last of the current sentence, else the subject first of earlier ones."""
        for number, turn in enumerate(self.back()):
            order = reversed(turn.figures) if number == 0 else iter(turn.figures)
            found = next((figure for figure in order if fits(figure)), None)
            if found is not None:
                return found
        return None

    def coming(self, fits: Callable[[Figure], bool]) -> Figure | None:
        """The next figure to be named that fits: a title in a headline whose bearer the lead names."""
        here = len(self.turns) - 1
        return next((f for figures in self.ahead[here:here + LOOK_BACK] for f in figures if fits(f)), None)


@cache
def travel_word() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_tsv("travel_words.tsv"))
    return re.compile(rf"\b(?:{words})\b", re.I)


@cache
def _genders() -> dict[str, str]:
    return {row["word"]: row["gender"] for row in read_tsv("gender_words.tsv")}


_WORD = re.compile(r"[A-Za-z]++")


def gender(text: str, mention: PersonMention) -> str | None:
    """m or f where a title beside the name says so."""
    end = mention.name_start if mention.name_start is not None else mention.end
    words = (match.group().lower() for match in _WORD.finditer(text, mention.start, end))
    return next((_genders()[word] for word in words if word in _genders()), None)
