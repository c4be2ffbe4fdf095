"""A result as bytes and back: what a worker sends and the cache keeps.

    b"communique part 1\\n" + 16 bytes of blake2b over key and payload + payload (JSON, deflated)

Nothing in a part is run when it is read, and one that is damaged or belongs to another key is told by its hash. A record is the list of its
values in the order of its fields; which fields there are is part of the key, as the sources are (`fingerprint`).
"""
import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, get_args, get_origin

from pipelines.engine.unit import Result
from pipelines.link.likeness import Likeness
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Agreement, Coding, Event, Participant

MAGIC = b"communique part 1\n"
DIGEST = 16
LEVEL = 1  # of deflate: a third of the size for little time; more saves little more

Converter = Callable[[Any], Any]


class BadPart(ValueError):
    """Bytes that are no part of this key: damaged, cut, or another's."""


def to_part(key: str, result: Result) -> bytes:
    # Not by way of ASCII: two lone surrogates beside each other would come back as one character.
    told = json.dumps(_packed(result), ensure_ascii=False, separators=(",", ":"), default=_plain)
    payload = zlib.compress(told.encode("utf-8", "surrogatepass"), LEVEL)
    return MAGIC + _digest(key, payload) + payload


def from_part(key: str, part: bytes) -> Result:
    """Raises BadPart."""
    return _unpacked(json.loads(zlib.decompress(payload_of(key, part)).decode("utf-8", "surrogatepass")))


def payload_of(key: str, part: bytes) -> bytes:
    """What a part holds, once it is known to be sound. Raises BadPart."""
    head, payload = part[: len(MAGIC) + DIGEST], part[len(MAGIC) + DIGEST :]
    if head != MAGIC + _digest(key, payload):
        raise BadPart(f"no part of {key}")
    return payload


def _digest(key: str, payload: bytes) -> bytes:
    return blake2b(payload, digest_size=DIGEST, key=key.encode()).digest()


def _packed(result: Result) -> list[Any]:
    if isinstance(result.read, RejectedFile):
        return [_values(RejectedFile, result.read)]
    coding = result.coding
    rows = ((Segment, result.segments), (Event, coding.events), (Participant, coding.participants), (Agreement, coding.agreements))
    sketch = _values(Likeness, result.sketch) if result.sketch is not None else None
    return [_values(Document, result.read), *([_values(of, one) for one in records] for of, records in rows), sketch]


def _plain(value: date | bytes) -> str:
    return value.hex() if isinstance(value, bytes) else value.isoformat()


def _unpacked(told: list[Any]) -> Result:
    if len(told) == 1:
        return Result(_record(RejectedFile, told[0]))
    document, segments, *coded, sketch = told
    events, participants, agreements = (
        tuple(_record(of, one) for one in rows) for of, rows in zip((Event, Participant, Agreement), coded, strict=True)
    )
    coding = Coding(events, participants, agreements)
    kept = _record(Likeness, sketch) if sketch is not None else None
    return Result(_record(Document, document), tuple(_record(Segment, one) for one in segments), coding, kept)


def _values(of: type, record: object) -> tuple[Any, ...]:
    return _shape(of)[0](record)


def _record(of: type, values: list[Any]) -> Any:
    for place, convert in _shape(of)[1]:
        if values[place] is not None:
            values[place] = convert(values[place])
    return of(*values)


@cache
def _shape(of: type) -> tuple[Callable[[object], tuple[Any, ...]], tuple[tuple[int, Converter], ...]]:
    """All values of a record at once, and what must be converted when they come back from JSON, by place."""
    kinds = [_converter(field.type) for field in fields(of)]
    places = tuple((place, convert) for place, convert in enumerate(kinds) if convert is not None)
    return attrgetter(*(field.name for field in fields(of))), places


def _converter(kind: Any) -> Converter | None:
    if kind is date or date in get_args(kind):
        return date.fromisoformat
    if kind is bytes:
        return bytes.fromhex
    return tuple if get_origin(kind) is tuple else None
