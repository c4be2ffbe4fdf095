"""What a web page says of itself in its head: title, day, publisher, address, by JSON-LD, OpenGraph, Dublin Core and plain HTML.

What belongs here: which of several statements counts. What does not: what the visible text says (`page`).
"""
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from pipelines.ingest.inputs import Facts
from pipelines.ingest.told_dates import Told, told_date

ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
TITLE_JOINT = re.compile(r"\s+[|·•»–—-]\s+|\s*[|»]\s*")
MAX_JSON, MAX_OBJECTS, MAX_CELL = 200_000, 300, 500
STORY_TYPES = ("article", "report")
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
DAYS = ("article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
        "dcterms.created", "pubdate", "publishdate", "publish-date", "date")
PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher")
ADDRESSES = ("og:url", "dc.identifier")
Meta = Mapping[str, str]


class Tree(Protocol):
    """What is used of a parsed page."""

    def css(self, query: str) -> list[Any]: ...
    def css_first(self, query: str) -> Any: ...


def facts_of(tree: Tree) -> Facts:
    """What the page's head and marked-up elements say; what they do not say is None."""
    meta = _meta(tree)
    linked = next((one for one in _linked_data(tree) if _is_story(one)), {})
    day, precision = _day(tree, meta, linked)
    return Facts(
        title=_title(tree, meta, linked), published_on=day, precision=precision, publisher=_publisher(meta, linked),
        url=_address(tree, meta, linked), language=None,
    )


def _meta(tree: Tree) -> Meta:
    """Named values of <meta>, names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.css("meta[content]")[:MAX_OBJECTS]:
        named = element.attributes
        name = (named.get("property") or named.get("name") or named.get("itemprop") or "").lower()
        found.setdefault(name, _cell(named.get("content")))
    return found


def _linked_data(tree: Tree) -> Iterator[dict[str, Any]]:
    """Every object of JSON-LD on the page, those in lists and in @graph too."""
    for element in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            waiting = [json.loads(element.text()[:MAX_JSON])]
        except (ValueError, RecursionError):
            continue
        for _ in range(MAX_OBJECTS):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, dict):
                yield one
                waiting += [one["@graph"]] if "@graph" in one else []
            elif isinstance(one, list):
                waiting += one[:MAX_OBJECTS]


def _is_story(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return "datePublished" in one or any(isinstance(name, str) and name.lower().endswith(STORY_TYPES) for name in names)


def _title(tree: Tree, meta: Meta, linked: dict[str, Any]) -> str | None:
    """The lone <h1>, else the headline the head names, else the <title> without the name of the site."""
    headings = tree.css("h1")
    alone = _cell(headings[0].text()) if len(headings) == 1 else ""
    said = _cell(linked.get("headline")) or _first(meta, TITLES) or ""
    if alone and (not said or alone in said or said in alone):
        return alone
    element = tree.css_first("head title")
    return said or (_without_site(_cell(element.text()), meta.get("og:site_name")) if element else "") or None


def _without_site(title: str, site: str | None) -> str:
    parts = [part for part in TITLE_JOINT.split(title) if part and part != site]
    return max(parts, key=len) if parts else title


def _day(tree: Tree, meta: Meta, linked: dict[str, Any]) -> Told:
    written = [_cell(linked.get("datePublished")), *(meta.get(name, "") for name in DAYS)]
    times = tree.css("time[datetime]")
    if len({_cell(one.attributes.get("datetime"))[:10] for one in times}) == 1:
        written.append(_cell(times[0].attributes.get("datetime")))
    told = (told_date(one) for one in written if one)
    return next((one for one in told if one[0] is not None), (None, "none"))


def _publisher(meta: Meta, linked: dict[str, Any]) -> str | None:
    said = linked.get("publisher")
    name = said.get("name") if isinstance(said, dict) else said
    return _cell(name) or _first(meta, PUBLISHERS)


def _address(tree: Tree, meta: Meta, linked: dict[str, Any]) -> str | None:
    link = tree.css_first('link[rel="canonical"]')
    said = [_cell(link.attributes.get("href")) if link else "", *(meta.get(name, "") for name in ADDRESSES), _cell(linked.get("url"))]
    return next((one for one in said if ADDRESS.fullmatch(one)), None)


def _first(meta: Meta, names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _cell(value: object) -> str:
    """One line of a value, empty where it is no string or longer than any title."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if len(line) <= 4 * MAX_CELL else ""
