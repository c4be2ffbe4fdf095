"""`tools.learn.encoder`: what the encoder learns from, and that the whole numbers that are written say what was learnt."""
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs pip install -e '.[learn]'")

from pipelines.coding.learned.encoder.pieces import vocabulary  # noqa: E402
from pipelines.coding.learned.encoder.reading import read  # noqa: E402
from pipelines.coding.learned.encoder.stored import put_together  # noqa: E402
from pipelines.coding.learned.network import Told  # noqa: E402
from tools.learn.encoder.body import Body, apart, snapped  # noqa: E402
from tools.learn.encoder.lesson import batches, lesson  # noqa: E402
from tools.learn.encoder.teach import answered, learn, watch  # noqa: E402
from tools.learn.encoder.whole import write_encoder  # noqa: E402
from tools.learn.examples import Example  # noqa: E402

DIMENSIONS, PLACES = 24, 400
TYPES = ("meeting", "visit")
SAID = {"They met in Oslo.": "meeting", "He will visit Norway.": "visit", "It rained.": "", "They waited.": ""}


def example(item: int, text: str) -> Example:
    return Example((f"m{item}", 0), text, frozenset(), Told([], [], False, []), frozenset([SAID[text]] if SAID[text] else []), frozenset())


EXAMPLES = [example(n, text) for n in range(30) for text in SAID]
HEARD = np.array([[0.0, -9.0] if SAID[e.text] else [-2.0, -9.0] for e in EXAMPLES])


def small(near: Any = None) -> Body:
    """A body of the right shape with numbers drawn at random."""
    draw = torch.Generator().manual_seed(1)

    def drawn(*shape: int) -> Any:
        return torch.randn(shape, generator=draw) * shape[-1] ** -0.5

    def layer() -> dict[str, Any]:
        shapes = {"asked": (3 * DIMENSIONS, DIMENSIONS), "told": (DIMENSIONS, DIMENSIONS), "wide": (4 * DIMENSIONS, DIMENSIONS)}
        given = {name: drawn(*shape) for name, shape in (shapes | {"narrow": (DIMENSIONS, 4 * DIMENSIONS)}).items()}
        given |= {f"{name}_bias": 0.1 * drawn(len(values)) for name, values in given.items()}
        return given | {f"{n}_{part}": torch.full((DIMENSIONS,), value) for n in ("first", "second") for part, value in NORM.items()}

    torch.manual_seed(1)
    table = torch.randint(-40, 41, (len(vocabulary()), DIMENSIONS), generator=draw).float()
    places = torch.randint(-9, 10, (PLACES, DIMENSIONS), generator=draw).float()
    opening = torch.ones(DIMENSIONS), torch.zeros(DIMENSIONS)
    return Body(table, places, opening, [layer(), layer()], len(TYPES), near)


NORM = {"gain": 1.0, "bias": 0.1}


def test_only_what_is_heard_is_learnt_from() -> None:
    data = lesson(EXAMPLES, np.where(HEARD == -2.0, -9.0, HEARD), TYPES)
    assert sorted(n for w in data.windows for n in w.spans) == [n for n, e in enumerate(EXAMPLES) if SAID[e.text]]
    assert data.wanted.sum() == 60


def test_every_sentence_asked_about_stands_in_one_batch() -> None:
    data = lesson(EXAMPLES, HEARD, TYPES)
    for chance in (None, Random(1)):
        found = [n for batch in batches(data.windows, chance) for n in batch.examples]
        assert sorted(found) == list(range(len(EXAMPLES)))


def test_what_is_snapped_is_whole_and_still_learns() -> None:
    numbers = torch.tensor([0.26, -0.74, 99.0], requires_grad=True)
    found = snapped(numbers, 0.5)
    found.sum().backward()
    assert found.tolist() == [0.5, -0.5, 63.5] and numbers.grad.tolist() == [1, 1, 0]


def test_near_pieces_are_told_apart_one_by_one_and_far_ones_by_size() -> None:
    assert apart(4, 8).tolist() == [[0, 5, 6, 6], [1, 0, 5, 6], [2, 1, 0, 5], [2, 2, 1, 0]]


def test_what_distance_adds_changes_what_is_gathered() -> None:
    data = lesson(EXAMPLES, HEARD, TYPES)
    none, same, other = (answered(small(near), data) for near in (None, torch.ones(8, 12), torch.arange(96.0).view(8, 12)))
    assert np.allclose(none, same, atol=0.05) and not np.allclose(none, other, atol=0.05)


def test_the_whole_numbers_written_say_what_was_learnt(tmp_path: Path) -> None:
    data, model = lesson(EXAMPLES, HEARD, TYPES), small()
    model.whole()
    watch(model, data)
    learn(model, data, data.wanted, 30, 3e-3)
    learnt = answered(model, data)[: len(SAID)]
    write_encoder(model, TYPES, tmp_path / "encoder.npz")
    base = {"table": model.table.numpy().astype(np.int8), "places": model.places.numpy()}
    shipped = read(list(SAID), range(len(SAID)), put_together(base, dict(np.load(tmp_path / "encoder.npz"))))
    assert np.abs(np.stack([*shipped.values()]) - learnt).max() < 0.5
    assert [[odds > 0 for odds in row] for row in shipped.values()] == [[t == said for t in TYPES] for said in SAID.values()]
