"""The same question asked of every text, in one process per core; processes are new each time and know what was learnt before."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from tools.learn.labels import Labelled

AT_ONCE = 16  # texts that are handed to a process together
T = TypeVar("T")


def each(function: Callable[[Labelled], Iterable[T]], texts: Sequence[Labelled]) -> list[T]:
    """All that `function` finds in the texts, in their order."""
    with ProcessPoolExecutor() as pool:
        return [one for found in pool.map(partial(listed, function), texts, chunksize=AT_ONCE) for one in found]


def listed(function: Callable[[Labelled], Iterable[T]], text: Labelled) -> list[T]:
    return list(function(text))
