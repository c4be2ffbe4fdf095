"""The only place where ids are minted.

An id is made from raw stable values (content hash, offsets, type), so it survives a rerun, another file order and a
change of normalization. What does not belong here: anything that depends on a name's spelling or on a row's position.
"""
from hashlib import blake2b

SEPARATOR = "\x1f"


def mint(prefix: str, *parts: object) -> str:
    """`prefix` and 16 hex digits of the parts, for example `evt_5d41402abc4b2a76`."""
    joined = SEPARATOR.join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{blake2b(joined.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def document_id(sha256: str) -> str:
    return mint("doc", sha256)


def segment_id(document: str, start: int, kind: str) -> str:
    return mint("seg", document, start, kind)


def event_id(document: str, start: int, end: int, event_type: str, ordinal: int = 0) -> str:
    """`ordinal` tells apart events of one type told by the same words (a list of three visits)."""
    return mint("evt", document, start, end, event_type, ordinal)


def participant_id(event: str, start: int, end: int, kind: str) -> str:
    return mint("par", event, start, end, kind)


def agreement_id(document: str, start: int, end: int, agreement_type: str) -> str:
    return mint("agr", document, start, end, agreement_type)


def entity_id(participant: str) -> str:
    """`participant`: id of the entity's earliest appearance, so newer texts leave the id alone."""
    return mint("ent", participant)


def occasion_id(event: str) -> str:
    """`event`: id of the occasion's first report in a fixed order."""
    return mint("occ", event)
