"""The coded texts: which there are, where each lies, and whether the rules may have been developed on it.

A text is in the folder of texts or, where it may not be published again, is put together from a row of a corpus that lies outside the
project (`real.json` beside the codings names corpus and row). Where that corpus is absent the text is left out.
"""
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

SPLITS = ("seen", "held")


@dataclass(frozen=True, slots=True)
class CodedText:
    """One coding and its text; `text` None: not to be had here. `real`: an office wrote it, not we after its model."""

    stem: str
    coding: Path
    split: str
    real: bool
    text: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of codings and texts; `corpora`: where the corpora that `real.json` names lie, present or not."""

    gold: Path
    texts: Path
    corpora: Path


def read_codings(places: Places) -> list[CodedText]:
    """Every coding of the folder, in order of stem. Raises ValueError where the split forgets one."""
    beside = places.gold.parent
    rows = real_rows(beside / "real.json")
    split = read_split(beside / "split.yaml")
    paths = sorted(places.gold.glob("*.yaml"))
    absent = [path.stem for path in paths if split and path.stem not in split]
    if absent:
        raise ValueError(f"split.yaml says nothing of {', '.join(absent)}")
    texts = dict(rebuilt_texts([row for row in rows if (places.gold / f"{row['stem']}.yaml").exists()], places.corpora))
    real = {row["stem"] for row in rows}
    return [
        CodedText(path.stem, path, split.get(path.stem, "seen"), path.stem in real, _own(places.texts, path.stem) or texts.get(path.stem))
        for path in paths
    ]


def read_split(path: Path) -> dict[str, str]:
    """Stem -> seen or held; empty where there is no such file, and then every text counts as seen."""
    if not path.is_file():
        return {}
    lists: Mapping[str, Sequence[str]] = yaml.safe_load(path.read_text("utf-8"))
    return {stem: split for split in SPLITS for stem in lists.get(split, ())}


def real_rows(path: Path) -> list[dict[str, str]]:
    """Rows with `stem` and, where the text is not in the folder of texts, `corpus` (file name) and `id` (of the row in it)."""
    rows: list[dict[str, str]] = json.loads(path.read_text("utf-8")) if path.is_file() else []
    return rows


def rebuilt_texts(rows: Sequence[Mapping[str, str]], corpora: Path) -> Iterator[tuple[str, str]]:
    """Stem and text of every row whose corpus is present."""
    for name in sorted({row["corpus"] for row in rows if "corpus" in row}):
        if (corpora / name).is_file():
            wanted = {row["id"]: row["stem"] for row in rows if row.get("corpus") == name}
            yield from _from_corpus(corpora / name, wanted)


def _from_corpus(path: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    import pyarrow.parquet as pq

    found = pq.read_table(path, columns=["id", "title", "date", "text"], filters=[("id", "in", sorted(wanted))])
    for row in found.to_pylist():
        yield wanted[row["id"]], f"{row['title']}\n\n{row['date'][:10]}\n\n{row['text']}".strip() + "\n"


def _own(texts: Path, stem: str) -> str | None:
    path = texts / f"{stem}.txt"
    return path.read_text("utf-8") if path.is_file() else None
