"""Husband and wife under one surname: "Mr Berg and Mrs Berg", "Prime Minister Berg, accompanied by Mrs Berg".

What belongs here: which courtesy words keep two bearers of a surname apart, and who is somebody's wife. What does not: whether
names are alike (`recognize.names`).
"""
import re
from collections.abc import Iterable

from pipelines.model.mention import PersonMention

_WOMAN = re.compile(r"\b(?:Mrs|Mme|Madame|Lady)\b", re.I)
_MAN = re.compile(r"\b(?:Mr|Sir|Lord|Monsieur)\b", re.I)
_BESIDE = re.compile(r"[^.;]{0,60}\b(?:and|with|by)\s+(?:his wife,?\s+)?(?:the\s+)?", re.I)  # between husband and wife
_COMPANY = re.compile(r"\baccompanied by\s+(?:his wife,?\s+)?(?:the\s+)?$", re.I)
_REACH = 40  # characters before a wife's name that say whom she accompanies


def sex(text: str, mention: PersonMention) -> str | None:
    """f or m where a courtesy word before the name says so."""
    words = text[mention.start:mention.name_start or mention.start]
    return "f" if _WOMAN.search(words) else "m" if _MAN.search(words) else None


def sexes(text: str, mentions: Iterable[PersonMention]) -> dict[PersonMention, str]:
    return {mention: said for mention in mentions if (said := sex(text, mention))}


def wives(text: str, mentions: list[PersonMention], known: dict[PersonMention, str]) -> frozenset[PersonMention]:
    """Whom a surname alone names, behind a courtesy word for women, beside or in company of somebody of that surname."""
    found, husbands = set(), dict[str, PersonMention]()
    before: PersonMention | None = None
    for mention in mentions:
        words = (mention.name or "").lower().split(" ")
        if known.get(mention) != "f":
            husbands.update({words[0]: mention, words[-1]: mention})
        elif len(words) == 1 and (husband := husbands.get(words[0])) is not None:
            beside = husband is before and _BESIDE.fullmatch(text, husband.end, mention.start) is not None
            if beside or _COMPANY.search(text, max(0, mention.start - _REACH), mention.start):
                found.add(mention)
        before = mention
    return frozenset(found)
