"""How a paragraph begins, as anybody sees who does not read it: by which sign it is listed, and by what kind of words it opens.

What belongs here: the shape of the first words. What does not: whether they mean something told before (`cues`), or what begins there.
"""

import re

from pipelines.segment.labels import has_label, is_capitalized

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b\.?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?: of)? {MONTH}|{MONTH} \d{{1,2}}\b|\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{1,4}}\b)"
SIGNS = (
    ("clock", r"\d{1,2}(?:[:.]\d\d|h\d\d)(?: ?(?:hrs?|h|[ap]\.?m\.?))?\b(?!\.\d)|\d{1,2} ?[ap]\.?m\b"),
    ("parens", r"\(?\d{1,3}\)"),
    ("brackets", r"\[\d{1,3}\]"),
    ("day", r"\d{1,2}/\d{1,2}\b(?!/)"),
    ("number", r"(?:no\.? ?)?\d{1,3}\.(?=\s)|\d{1,2}\.(?=[A-Z])|\d{1,2} ?[-–—/|](?=\s)"),
    ("roman", r"\(?[ivx]{1,5}[.)](?=\s)"),
    ("letter", r"\(?[a-h]\)(?=\s)|[A-H]\.(?=\s)"),
    ("dash", r"[-–—]{1,3}(?=[\s\w])"),
    ("bullet", r"[•*·▪■●►▶»>+#◆○]{1,3}"),
)
RANK = r"(?:acting|deputy|vice|first|foreign|prime|defen[cs]e|union|honorary|federal|state)"
OFFICE = (
    r"(?:ambassador|minister|president|secretary|speaker|consul|charg|chair|king|queen|premier|general|chief|mayor|governor|commander|envoy|"
    r"director|chancellor|attach|counsellor|embassy|ministry|mission|high commission|representatives?\b|lieutenant|colonel|captain|admiral|"
    r"commodore|mr|mrs|ms|dr)"
)
PART = r"(?:morning|afternoon|evening|night)"
OPENINGS = (
    ("day", rf"{DATE}|{WEEKDAY}"),
    ("sameday", rf"(?:(?:on|in|at|during|later) )?(?:the |that )?(?:very )?same (?:day|{PART}|week|month)\b"),
    ("nextday", r"(?:(?:later|also) )?(?:that|the following|the next) day\b"),
    ("onday", rf"(?:(?:late|early) )?(?:on|in|from|between|at|by)(?: the)?(?: {PART} of)?,? (?:{WEEKDAY}|{DATE}|the \d|{MONTH}|\d{{4}})"),
    ("today", rf"(?:today|yesterday|tomorrow|(?:this|last|next) (?:week|month|year|{PART})|earlier|in the {PART}|at noon)\b"),
    ("quote", r"[\"“”„«'‘]"),
    ("person", r"(?:he|she|they|it|his|her|their|its|we|our|i|both)\b"),
    ("this", r"(?:this|that|these|those|such|as|also|the (?:two|same|sides|parties))\b"),
    ("office", rf"(?:(?:the|our|his excellency|h\.?e\.?|his majesty) )?(?:{RANK} ){{0,4}}{OFFICE}"),
    ("a", r"(?:an?|some|several|two|three|four|five|six|ten|more)\b"),
    ("the", r"the\b"),
    ("in", r"(?:in|at|during|after|before|for|with|under|within|following|upon|by|from|to|on)\b"),
    ("digit", r"\d"),
)
SIGN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SIGNS))
OPENING = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in OPENINGS), re.IGNORECASE)
SPACE = re.compile(r"[\s.:|–—-]{0,6}")


def sign_of(paragraph: str) -> tuple[str, int]:
    """By what it is listed, "" for nothing, and where its words begin."""
    found = SIGN.match(paragraph)
    if found is None:
        return "", 0
    space = SPACE.match(paragraph, found.end())
    return str(found.lastgroup), space.end() if space else found.end()


def opening_of(words: str) -> str:
    """The kind of its first words: a day, an office, a heading of its own, …"""
    found = OPENING.match(words)
    kind = found.lastgroup or "" if found else ""
    if kind == "day":
        return kind
    if is_capitalized(words):
        return "capitals"
    if has_label(words):
        return "label"
    return kind or ("lower" if words[:1].islower() else "name")
