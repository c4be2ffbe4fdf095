"""Sentences with mentions written into the text, for tests of what comes after recognition.

One line is one sentence; `{named key=value …: words}` is a mention, `*…*` in it the name; `[SRB: Serbian]` in it is a
demonym; a line that starts with `#` is a heading. Keys: c country, o office, r relation, n count, h host country,
cc countries (A+B), org organization, w words of the office; p, f: plural, former.

>>> text, sentences = marked("{named c=AZE o=minister_defense: Defense Minister *Zakir Hasanov*} left.")
"""
import re

from pipelines.model.mention import PersonMention, PlaceMention, Sentence

_MARK = re.compile(r"\{(\w+)((?: [\w=+]+)*): ?([^{}]*)\}")
_INNER = re.compile(r"\[(\w{3}): ([^]]*)\]")
_PEOPLE = {"named", "office", "group", "delegation", "pronoun"}


def _mention(kind: str, keys: dict[str, str], start: int, words: str, name: tuple[int, int] | None) -> PersonMention | PlaceMention:
    end = start + len(words)
    if kind not in _PEOPLE:
        return PlaceMention(start, end, kind=kind, name=words, countries=tuple(keys["c"].split("+")))
    said = words[:name[0] - start].strip(" ,") if name else words
    return PersonMention(
        start, end, kind=kind, name=words[name[0] - start:name[1] - start] if name else None,
        name_start=name[0] if name else None, name_end=name[1] if name else None, country=keys.get("c"), office=keys.get("o"),
        office_as_written=keys.get("w", said if "o" in keys else None), relation=keys.get("r"), plural="p" in keys or kind == "group",
        count=int(keys["n"]) if "n" in keys else None, countries=tuple(filter(None, keys.get("cc", "").split("+"))),
        host_country=keys.get("h"), former="f" in keys, organization=keys.get("org"),
    )


def marked(markup: str) -> tuple[str, tuple[Sentence, ...]]:
    """The plain text and its sentences."""
    text, sentences = "", []
    for number, line in enumerate(line.strip() for line in markup.strip().splitlines()):
        start, at, found = len(text), 0, []
        heading = line.startswith("#")
        line = line.lstrip("# ")
        for match in _MARK.finditer(line):
            text += line[at:match.start()]
            keys = dict(key.split("=") if "=" in key else (key, "yes") for key in match[2].split())
            raw = _INNER.sub(r"\2", match[3])
            found.extend(
                PlaceMention(len(text) + m.start(), len(text) + m.start() + len(m[2]), kind="demonym", name=m[2], countries=(m[1],))
                for m in _INNER.finditer(match[3]))
            words, stars = raw.replace("*", ""), [m.start() for m in re.finditer(r"\*", raw)]
            name = (len(text) + stars[0], len(text) + stars[1] - 1) if stars else None
            found.append(_mention(match[1], keys, len(text), words, name))
            text, at = text + words, match.end()
        text += line[at:]
        people = tuple(m for m in found if isinstance(m, PersonMention))
        places = tuple(m for m in found if isinstance(m, PlaceMention))
        sentences.append(Sentence(start, len(text), number, heading, people=people, places=places))
        text += "\n"
    return text, tuple(sentences)
