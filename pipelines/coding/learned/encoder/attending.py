"""Who took part in an occasion, by the encoder: log-odds for everybody who is mentioned around it.

What does not belong here: what is read (`scenes`), what is made of the answer (`learned.attendance`).
"""

from typing import Any

import numpy as np

from pipelines.coding.learned.encoder.reading import PARTS, answers, encoded
from pipelines.coding.learned.encoder.scenes import CORE, Scene
from pipelines.coding.learned.encoder.stored import Attending

EVEN = 1 << 11  # by what the product of two means is divided


def took_part(scene: Scene, model: Attending) -> dict[int, float]:
    """Person -> log-odds, of all in the scene."""
    if not scene.people or scene.event_type not in model.encoder.types:
        return {}
    seen = encoded(scene.pieces, model.encoder, marked(scene, model))
    core = mean(seen[scene.marks[:, CORE] > 0])
    rows = np.stack([beside(mean(seen[at]), core, seen[0] * float(PARTS)) for at in scene.people.values()])
    return dict(zip(scene.people, answers(rows, model.encoder.head)[:, 0].tolist(), strict=True))


def marked(scene: Scene, model: Attending) -> Any:
    """Pieces × dimensions: what the marks add, and on the core the type of the occasion."""
    kind = model.kinds[model.encoder.types.index(scene.event_type)]
    return scene.marks @ model.marks + scene.marks[:, [CORE]] * kind


def mean(seen: Any) -> Any:
    """In sixteenths of a step, whole; nothing where there is no piece."""
    return np.rint(seen.sum(0, dtype=np.float64) * PARTS / max(1, len(seen)))


def beside(person: Any, core: Any, opening: Any) -> Any:
    return np.concatenate([person, core, np.rint(person * core / EVEN), opening])
