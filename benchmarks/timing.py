"""Times of actions. What does not belong here: which actions."""
import gc
from collections.abc import Callable
from statistics import median


def seconds(action: Callable[[], object], runs: int, clock: Callable[[], float], pick: Callable[[list[float]], float] = median) -> float:
    """Time of `action` after a run that warms up: the median of the runs, or what `pick` picks; garbage is collected before each."""
    times = []
    for _ in range(runs + 1):
        gc.collect()
        started = clock()
        action()
        times.append(clock() - started)
    return pick(times[1:])
