"""Requests to the helper process and its answers, as JSON: nothing that runs code when it is loaded.

What belongs here: both directions of both messages. What does not: sending them (`pipelines.apart`).
"""
from dataclasses import asdict
from datetime import date
from typing import Any

from pipelines.ingest.inputs import Extracted, Facts, NotText
from pipelines.ingest.limits import Limits

Message = dict[str, Any]


def request(reader: str, limits: Limits) -> Message:
    return {"reader": reader, "limits": asdict(limits)}


def requested(message: Message) -> tuple[str, Limits]:
    return message["reader"], Limits(**message["limits"])


def answer(found: Extracted) -> Message:
    return {"text": found.text, "encoding": found.encoding, "facts": _written(found.facts), "hints": _written(found.hints)}


def refusal(reason: str) -> Message:
    return {"reason": reason}


def extracted(message: Message) -> Extracted:
    """What was found. Raises NotText where it was refused."""
    if "reason" in message:
        raise NotText(message["reason"])
    return Extracted(message["text"], message["encoding"], _read(message["facts"]), _read(message["hints"]))


def _written(facts: Facts) -> Message:
    return {**asdict(facts), "published_on": facts.published_on.isoformat() if facts.published_on else None}


def _read(message: Message) -> Facts:
    day = message["published_on"]
    return Facts(**{**message, "published_on": date.fromisoformat(day) if day else None})
