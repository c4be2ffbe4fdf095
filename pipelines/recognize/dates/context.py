"""Whether the words around a date expression let it be one: bare years, months and weekdays need company.

What does not belong here: shapes (grammar).
"""
import re

from pipelines.recognize.dates.expression import Calendar, Day, Expression, Period, Weekday

BEFORE_YEAR = re.compile(
    r"\b(?:in|of|during|since|by|until|till|from|through|throughout|before|after|between|as early as|as late as|back to|year)\s++$",
    re.IGNORECASE,
)
BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|from|through|during|before|after|of|for|between|throughout)\s++$"
    r"|(?:\b(?:the|its|their|our|his|her|a|this)|['’]s)\s++$",
    re.IGNORECASE,
)
BEFORE_NAME_DAY = re.compile(r"\b(?:Good|Black|Easter|Palm|Bloody|Ash|Super|Giving|Cyber|every|each|Whit|Holy)\s++$", re.IGNORECASE)
AFTER_NAME_DAY = re.compile(r"\s+(?:Times|Telegraph|Mail|Express|Herald|School|Mosque|Post|Star)\b|\s+prayers?\b")
ATTRIBUTE = re.compile(r"(?:\b(?:the|its|their|our|his|her)|['’]s)\s++$", re.IGNORECASE)
OCCASION = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}(?:summit|meeting|conference|visit|trip|session|agreement|treaty|memorandum|mou|declaration|"
    r"convention|protocol|accord|pact|ceasefire|elections?|exercise|talks|communiqu[eé])\b",
    re.IGNORECASE,
)
BEFORE_DAY = re.compile(
    r"\b(?:on|until|till|since|from|by|between|dated|(?:set|fixed|scheduled|planned|laid down|due) for|(?:night|morning|evening) of) "
    r"the\s++$|\b(?:and|to) (?:on )?the\s++$|\((?:on )?the\s++$|\($",
    re.IGNORECASE,
)
AFTER_DAY = re.compile(
    r"\s*+(?:[.,;:)–—]|$|(?:and|to|at|in|with|for|by|I|we|he|she|they|when|where|was|were|a|an|the|his|her|their|our|my|its|both|"
    r"of this)\b)"
)
AFTER_NUMBER = re.compile(r"\.?\s*+(?:$|\n|[:–—(|]|-\s)|[.,;)](?!\d)")
AFTER_DAY_VERB = re.compile(  # "on the 24th handed over"
    r"\s++(?!(?:armou?r|mechani[sz]|combin|unit|unifi|motori[sz]|reinforc|schedul|plann|so-call)ed\b)"
    r"(?:(?:also|then|again|jointly) )?(?:[a-z]{2,14}ed|met|held|went|came|left|saw|gave|took|paid|flew|put|laid|led|"
    r"had|has|have|will|would|is|are|did)\b"
)
AFTER_DAY_NAMED = re.compile(  # "on the 17th Ambassador X", not "on the 20th Anniversary"
    r"\s++(?!(?:Anniversar|Annual|Session|Meeting|Parallel|Round|Summit|Conference|Congress|Assembly|Birthday|Floor|Centur|Edition|"
    r"Battalion|Brigade|Division|Regiment|Army|Corps|Fleet|Wing|Squadron|Infantry|Parliament|General|Plenary|Joint|Ordinary|"
    r"Extraordinary|Ministerial|Bilateral|Independence|National|International|World|Street|Avenue|District|Party))[A-Z][a-z]"
)
COUNTED = re.compile(
    r"\s+(?:people|persons|men|women|troops|soldiers|percent|per cent|km|kilomet|metres|miles|million|billion|tons|tonnes|dollars|euros)\b"
)
GENERATION = re.compile(r"\b(?:people|world|challenges|leaders|problems|needs|those) of\s++$")  # of today
BETWEEN = re.compile(r"\bbetween\s++(?:the\s++)?$", re.IGNORECASE)
DEFINITE = re.compile(r"\bthe\s++$", re.IGNORECASE)


def between(text: str, start: int) -> bool:
    return BETWEEN.search(text[max(0, start - 20) : start]) is not None


def plausible(text: str, start: int, end: int, said: Expression, symbols: str) -> bool:
    """Judge an expression by up to 30 characters before it and the words after it."""
    before = text[max(0, start - 30) : start]
    if isinstance(said, Day):
        return not GENERATION.search(before)
    if isinstance(said, Weekday):
        if symbols == "W L" and not re.match(r"[.,;:)]|$", text[end : end + 1]):
            return False  # "on Friday last," not "on Friday last minute"
        return symbols != "w" and not (BEFORE_NAME_DAY.search(before) or AFTER_NAME_DAY.match(text, end))
    if isinstance(said, Period):
        return not _is_duration(text, before, start, end, symbols)
    if isinstance(said, Calendar) and said.first.day is not None and said.first.month is None:
        return _beside_weekday(text, start, end, said) if said.first.weekday is not None else _day_alone(text, start, end, said)
    if not isinstance(said, Calendar) or said.first.day is not None:
        return True
    if said.first.month is None:
        return _bare_year(text, before, end, symbols)
    return said.last is not None or _bare_month(text, before, end, said, symbols)


def _is_duration(text: str, before: str, start: int, end: int, symbols: str) -> bool:
    """"the past year" lasts and "the last week of May" is counted from May, "last year" and "the coming week" date."""
    if not symbols.startswith("L") or "coming" in text[start:end].lower():
        return False
    return DEFINITE.search(before) is not None or re.match(r"\s+of\b", text[end : end + 6]) is not None


def _beside_weekday(text: str, start: int, end: int, said: Calendar) -> bool:
    """ "Friday 5th met", "Friday 19 — Rome", not "on Friday 19 people"."""
    return not text[start:end].rstrip(").")[-1:].isdigit() or AFTER_NUMBER.match(text, end) is not None


def _day_alone(text: str, start: int, end: int, said: Calendar) -> bool:
    """ "on the 8th", "until the 20th,", "the 21st of this month"; not "the 8th session", "on the 38th parallel"."""
    if said.first.shift is not None:
        return True
    if BEFORE_DAY.search(text[max(0, start - 30) : start]) is None:
        return False
    return any(pattern.match(text, end) for pattern in (AFTER_DAY, AFTER_DAY_NAMED, AFTER_DAY_VERB))


def _bare_year(text: str, before: str, end: int, symbols: str) -> bool:
    if symbols not in ("Y", "Q", "Y-Y", "Y&Y"):
        return True
    if COUNTED.match(text, end):
        return False
    named = ATTRIBUTE.search(before) is not None and OCCASION.match(text, end) is not None
    return named or BEFORE_YEAR.search(before) is not None


def _bare_month(text: str, before: str, end: int, said: Calendar, symbols: str) -> bool:
    """A month without day and year: "in June", "their June meeting", not "June Smith"."""
    if symbols not in "Mm" or said.first.shift is not None:
        return True
    return BEFORE_MONTH.search(before) is not None and not re.match(r"\s[A-Z][a-z]+\s[A-Z]|\.?\s?\d", text[end : end + 40])
