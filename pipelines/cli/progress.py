"""Progress of a build on standard error: one line that rewrites itself on a terminal, plain lines elsewhere."""
import sys
from time import monotonic
from types import TracebackType

EVERY = 0.1  # seconds between two redraws on a terminal
EVERY_PLAIN = 5.0  # seconds between two lines in a log
WIDTH = 79
BAR = 20
CLEAR = "\r\x1b[K"


class Reporter:
    """Told of steps as `pipelines.build.Progress` says; the first and the last word of a step are always shown."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._step = ""
        self._shown = 0.0

    def __enter__(self) -> "Reporter":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._terminal and self._step:
            self._write(CLEAR)

    def __call__(self, step: str, done: int = 0, total: int = 0, what: str = "") -> None:
        due = monotonic() - self._shown > (EVERY if self._terminal else EVERY_PLAIN)
        if step != self._step or due or (total and done == total):
            self._step, self._shown = step, monotonic()
            line = printable(line_of(step, done, total, what, self._terminal))
            self._write(f"{CLEAR}{line}" if self._terminal else f"{line}\n")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def line_of(step: str, done: int, total: int, what: str, bar: bool) -> str:
    """`read and code  1,200 of 2,000  name.txt`, on a terminal with a bar before the numbers."""
    if not total:
        return f"{step} …"
    filled = BAR * done // total
    drawn = f"[{'#' * filled}{'.' * (BAR - filled)}]  " if bar else ""
    return f"{step}  {drawn}{done:,} of {total:,}  {what}".rstrip()


def printable(line: str, width: int | None = WIDTH) -> str:
    """A line that a file name cannot break or colour, cut to `width` where there is one."""
    return "".join(character if character.isprintable() else "�" for character in line)[:width]
