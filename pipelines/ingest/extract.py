"""Which reader reads what kind of input, and which of them run apart from this process.

What belongs here: the table of readers. What does not: how any of them reads.
"""
from collections.abc import Callable
from functools import cache

from pipelines.apart import Apart, Unanswered
from pipelines.ingest import answers
from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import Extracted, NotText
from pipelines.ingest.limits import Limits

Reader = Callable[[bytes, Limits], Extracted]


def extract(reader: str, data: bytes, limits: Limits) -> Extracted:
    """The words and facts of an input. Raises NotText, whatever the bytes are."""
    if reader not in FOREIGN:
        return OWN[reader](data, limits)
    try:
        answer = _apart().ask(answers.request(reader, limits), data, limits.max_seconds)
    except Unanswered as why:
        raise NotText(str(why)) from why
    return answers.extracted(answer)


def extract_here(reader: str, data: bytes, limits: Limits) -> Extracted:
    """The same in this process, without bounds on time and memory: what the helper runs. Raises NotText."""
    return {**OWN, **FOREIGN}[reader](data, limits)


@cache
def _apart() -> Apart:
    return Apart("pipelines.ingest.helper")


def _plain(data: bytes, limits: Limits) -> Extracted:
    return Extracted(*decode(data))


def _web_page(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.web_page import read_web_page

    return read_web_page(data, limits.max_depth)


OWN: dict[str, Reader] = {"text": _plain}
FOREIGN: dict[str, Reader] = {"html": _web_page}
"""Formats that need a parser: a file may be made to break it."""
