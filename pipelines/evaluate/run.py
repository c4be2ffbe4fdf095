"""Runs a measurement: codings and texts in, one sheet per text out."""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from yaml import YAMLError

from pipelines.evaluate.coded import read_coding, side_of
from pipelines.evaluate.codings import CodedText, Places, read_codings
from pipelines.evaluate.document import score
from pipelines.evaluate.found import Found, code_folder, read_data
from pipelines.evaluate.sheet import Sheet
from pipelines.evaluate.side import Side


class BadCoding(ValueError):
    """A coding that lacks what every coding has; `problems` says in full what is wrong with one."""


@dataclass(frozen=True)
class Evaluation:
    """`sheets`: stem -> what became of the text. `absent`: coded texts that cannot be had here. `unread`: texts that the rules (or the
    data given) have no document of; everything coded in them counts as missed."""

    texts: Mapping[str, CodedText]
    sheets: Mapping[str, Sheet]
    absent: tuple[str, ...]
    unread: tuple[str, ...]

    def of(self, split: str, real: bool | None = None) -> list[Sheet]:
        """Sheets of a split (`all`: both), of real texts only, of texts made for this set only, or (None) of either."""
        wanted = (text for text in self.texts.values() if split in (text.split, "all") and real in (text.real, None))
        return [self.sheets[text.stem] for text in wanted if text.stem in self.sheets]


def evaluate(places: Places, data: Path | None = None) -> Evaluation:
    """Code the texts (or take what a data folder holds of them) and score them against the codings.

    Raises ValueError where the split is incomplete or a coding is none, found.NoTable where `data` is no release.
    """
    codings = read_codings(places)
    present = [one for one in codings if one.text is not None]
    found = code_texts(present) if data is None else read_data(data)
    return Evaluation(
        texts={one.stem: one for one in codings},
        sheets={one.stem: score_text(one, found.get(one.stem)) for one in present},
        absent=tuple(one.stem for one in codings if one.text is None),
        unread=tuple(one.stem for one in present if one.stem not in found),
    )


def code_texts(texts: Iterable[CodedText]) -> dict[str, Found]:
    """The texts as files of one folder, as a user would hand them in."""
    with TemporaryDirectory() as folder:
        for one in texts:
            (Path(folder) / f"{one.stem}.txt").write_text(one.text or "", "utf-8", newline="")
        return code_folder(Path(folder))


def score_text(one: CodedText, found: Found | None) -> Sheet:
    """A text nobody found is scored as if nothing were found in it. Raises BadCoding."""
    text, side = (found.text, found.side) if found else (one.text or "", Side())
    try:
        coded = side_of(read_coding(one.coding), text)
    except (AttributeError, KeyError, TypeError, YAMLError) as fault:
        raise BadCoding(f"{one.coding.name} is no coding: {type(fault).__name__} {fault}") from fault
    return score(one.stem, text, side, coded)


def faults_of(sheets: Sequence[Sheet]) -> list[str]:
    """One line for every error: text, kind, type, values, sentence."""
    return [str(fault) for sheet in sheets for fault in sheet.faults]
