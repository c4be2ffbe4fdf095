"""`tools.learn.encoder.attend`: what is learnt of who took part, and that the whole numbers that are written say it."""
from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs pip install -e '.[learn]'")

from test_learn_encoder import small  # noqa: E402

from pipelines.coding.learned.encoder.attending import took_part  # noqa: E402
from pipelines.coding.learned.encoder.pieces import pieces_of  # noqa: E402
from pipelines.coding.learned.encoder.scenes import CORE, SOMEBODY, TOLD, Scene  # noqa: E402
from pipelines.coding.learned.encoder.stored import with_marks  # noqa: E402
from tools.learn.encoder.attend import answer, learn, watch, write_attending  # noqa: E402
from tools.learn.encoder.attender import Attender  # noqa: E402
from tools.learn.encoder.crowds import Crowd, batches, filled  # noqa: E402

TYPES = ["meeting", "visit"]
STEP = 1.0


def crowd(kind: str, others: tuple[int, ...]) -> Crowd:
    """ "They met him and her": whoever stands before the core took part."""
    pieces = pieces_of("they met him and her", 9)
    marks = np.zeros((len(pieces), 4))
    marks[:, TOLD], marks[1, CORE] = 1, 1
    people = {n: np.array([at]) for n, at in enumerate((0, *others))}
    for at in people.values():
        marks[at, SOMEBODY] = 1
    present = tuple(bool(at[0] < 1) for at in people.values())
    return Crowd(Scene(kind, pieces, marks, people, {(0, 4): np.array([0])}), present, (kind == "visit",))


CROWDS = [crowd(kind, others) for kind in TYPES for others in ((2,), (4,), (2, 4), ())] * 6


def test_every_scene_stands_in_one_batch() -> None:
    found = list(batches(CROWDS, TYPES, Random(1)))
    assert sum(len(batch.kind) for batch in found) == len(CROWDS)
    assert sum(len(batch.present) for batch in found) == sum(len(each.present) for each in CROWDS)


def test_days_that_nobody_knows_are_not_asked_about() -> None:
    batch = filled([CROWDS[0], Crowd(CROWDS[0].scene, CROWDS[0].present, ())], TYPES)
    assert len(batch.right) == len(batch.days.within) == 1


def test_the_whole_numbers_written_say_what_was_learnt(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Attender(small(), len(TYPES), STEP)
    model.body.whole()
    watch(model, CROWDS, TYPES)
    learn(model, CROWDS, TYPES, 30, 5e-3)
    model.eval()
    with torch.no_grad():
        learnt = np.concatenate([answer(model, filled([each], TYPES))[0].numpy() for each in CROWDS])
    write_attending(model, TYPES, tmp_path / "attending.npz")
    base = {"table": model.body.table.numpy().astype(np.int8), "places": model.body.places.numpy()}
    shipped = with_marks(base, dict(np.load(tmp_path / "attending.npz")))
    odds = np.array([value for each in CROWDS for value in took_part(each.scene, shipped).values()])
    assert np.abs(odds - learnt).max() < 0.5
    assert (odds > 0).tolist() == [present for each in CROWDS for present in each.present]


def test_the_type_of_an_occasion_makes_a_difference() -> None:
    model = Attender(small(), len(TYPES), STEP).eval()
    torch.nn.init.normal_(model.kinds, std=20.0)
    one, other = (answer(model, filled([crowd(kind, (2,))], TYPES))[0] for kind in TYPES)
    assert not torch.allclose(one, other, atol=1e-3)
