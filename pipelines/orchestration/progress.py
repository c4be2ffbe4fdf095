"""How far a run is, in the log that the interface shows: a line now and then, not one for each of thousands of files."""
import dagster as dg

from pipelines.engine.corpus import Progress

LINES = 20  # a run writes about so many, however many files there are


def logging_progress(log: dg.DagsterLogManager) -> Progress:
    """A progress that tells the log after every twentieth part of the files."""

    def tell(step: str, done: int = 0, total: int = 0, what: str = "") -> None:
        every = max(1, total // LINES)
        if total >= LINES and done and (done % every == 0 or done == total):
            log.info(f"{step}: {done:,} of {total:,} files")

    return tell
