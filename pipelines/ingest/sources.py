"""`sources.yml` beside the texts: what whoever put them there knows of them.

    mfa.gov.az/:                 # a folder, a file, or a pattern: * within a name, ** across folders
      publisher: Ministry of Foreign Affairs of Azerbaijan
      country: AZE
      date_order: dmy

What belongs here: reading and checking it, and which lines hold for which text. What does not: what becomes of it (`document`).
All lines that match a text hold for it; where two say the same thing the later one counts.
"""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import yaml

from pipelines.ingest.files import SOURCES, Unreadable, opened
from pipelines.ingest.inputs import UNTOLD, Source
from pipelines.lexicon.countries import is_state, iso_of

MAX_BYTES = 1_000_000
LANGUAGE = re.compile(r"[a-z]{2,3}")
ORDERS = ("dmy", "mdy")
SETTINGS = tuple(field.name for field in fields(Source))
MEMBER = r"(?:(?:/|!/|#).*)?"  # what follows the name of a folder, an archive, a bulk file
GLOB = re.compile(r"(\*\*/?|\*|\?)")
GLOBS = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}


class BadSources(ValueError):
    """`sources.yml` says something that cannot be meant; the message names line and key."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for the texts whose names a pattern matches."""

    pattern: re.Pattern[str]
    says: tuple[tuple[str, str], ...]


def source_of(folder: Path) -> Callable[[str], Source]:
    """What `sources.yml` in a folder says of the text of a name; nothing where there is no such file. Raises BadSources."""
    rules = tuple(read_sources(_content(folder)))

    @lru_cache(maxsize=10_000)
    def of(name: str) -> Source:
        said = UNTOLD
        for rule in rules:
            said = replace(said, **dict(rule.says)) if rule.pattern.fullmatch(name) else said
        return said

    return of


def _content(folder: Path) -> str:
    path = folder / SOURCES
    if not path.exists():
        return ""
    try:
        with opened(path, folder) as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise BadSources(f"{SOURCES}: more than {MAX_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except (Unreadable, UnicodeDecodeError) as error:
        raise BadSources(f"{SOURCES}: {error}") from error


def read_sources(text: str) -> Iterator[Rule]:
    """The rules of a file, in its order. Raises BadSources."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise BadSources(f"{SOURCES}{f', line {mark.line + 1}' if mark else ''}: {getattr(error, 'problem', None) or error}") from error
    if root is None:
        return
    for pattern, settings in _pairs(root, "patterns of file names, each with its settings below it"):
        says = tuple(_setting(key, value) for key, value in _pairs(settings, "settings, such as publisher: …"))
        yield Rule(compiled(pattern.value), says)


def _pairs(node: yaml.Node, what: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Keys and values of a mapping whose keys are single values and unlike."""
    if not isinstance(node, yaml.MappingNode):
        raise _bad(node, f"expected {what}")
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or not key.value:
            raise _bad(key, f"expected {what}")
        if key.value in seen:
            raise _bad(key, f"{key.value!r} stands here twice")
        seen.add(key.value)
        yield key, value


def _setting(key: yaml.ScalarNode, value: yaml.Node) -> tuple[str, str]:
    if key.value not in SETTINGS:
        near = get_close_matches(key.value, SETTINGS, 1)
        instead = f", did you mean {near[0]!r}?" if near else f"; there are {', '.join(SETTINGS)}"
        raise _bad(key, f"there is no setting {key.value!r}{instead}")
    if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
        raise _bad(value, f"{key.value} wants one value")
    said = " ".join(value.value.split())
    try:
        return key.value, CHECKS[key.value](said)
    except ValueError as error:
        raise _bad(value, f"{key.value}: {error}") from error


def _bad(node: yaml.Node, what: str) -> BadSources:
    return BadSources(f"{SOURCES}, line {node.start_mark.line + 1}: {what}")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over names: `mfa/`, `mfa` and `mfa/**` all mean what lies in the folder mfa."""
    parts = GLOB.split(pattern.rstrip("/"))
    return re.compile("".join(GLOBS[part] if index % 2 else re.escape(part) for index, part in enumerate(parts)) + MEMBER, re.DOTALL)


def _country(said: str) -> str:
    code = said if is_state(said) else iso_of(said)
    if code is None:
        raise ValueError(f"{said!r} is no country known here: give its ISO 3166 code, such as NOR")
    return code


def _language(said: str) -> str:
    if LANGUAGE.fullmatch(said) is None:
        raise ValueError(f"{said!r} is no ISO 639 code, such as en")
    return said


def _order(said: str) -> str:
    if said not in ORDERS:
        raise ValueError(f"{said!r} is neither dmy (5/4 is 5 April) nor mdy (5/4 is 4 May)")
    return said


def _format(said: str) -> str:
    day = date(2019, 5, 17)
    try:
        told = datetime.strptime(day.strftime(said), said).date()
    except (ValueError, re.error):
        told = None
    if told != day:
        raise ValueError(f"{said!r} does not give day, month and year: write it as for strptime, such as %d.%m.%Y")
    return said


CHECKS: dict[str, Callable[[str], str]] = {
    "publisher": str, "country": _country, "language": _language, "date_order": _order, "date_format": _format,
}
