"""The day or the year of a page that only its first and last lines tell, in passing: "(Issue of 28 March 2016)", "© 2011 AKIpress".

What belongs here: short lines at the two ends of a page, read where nothing else dates it. What does not: lines that are only a date,
labels and datelines (`page_dates`).
"""
import re
from datetime import date, timedelta

from pipelines.ingest.lines import Line, is_heading, is_prose, lines_of
from pipelines.ingest.page_dates import dates_beside, day_of, mention_names_month
from pipelines.model.mention import DateMention
from pipelines.recognize.dates import Calendar, find_dates, is_complete, resolve

TOP, BOTTOM = 4, 4  # lines
BOTTOM_CHARS = 1_500
LONGEST = 130  # characters of a line that may tell it in passing
LONGEST_TITLE = 260  # characters of the first line, which may name the statement it heads
JOINT = re.compile(r"(?:^|[|,.;:/()\[\]•·*–—-])[\s\"“”]*+$")
LABEL = re.compile(
    r"\b(?:issued|(?:latest |last )?updated?|(?:last )?(?:modified|changes)|created|archived|saved|published|posted(?: on)?|dated|"
    r"end(?:ing|ed)|corresponding to|released|revised|date|for|week(?: from)?|"
    r"(?:(?:week|issue|edition|bulletin|newsletter|digest)|\bno\. ?\d{1,5}) of)[\s:]++$",
    re.IGNORECASE,
)
RECORD = re.compile(  # "Press briefing: afternoon of", "Statement issued from the Palace on"; not "Statement on the treaty signed on"
    r"\b(?:statement|remarks|address|speech|transcript|conference|briefing|interview|communiqu[eé]|read-?out|toast|broadcast|availability|"
    r"(?:released|issued|given|delivered|published) (?:by|from|in|at|to))\b(?P<between>[^\n]{0,160}?)(?:\b(?:on|of|held|dated)|,)\s++$",
    re.IGNORECASE,
)
OTHER_DAY = re.compile(
    r"\b(?:anniversary|signed|agreement|treaty|since|victims|elections?|attacks?|visits?|trip|journey|travels?|meetings?|summit|session|"
    r"opening|events|war|until|adopted|talks|of the)\b", re.I
)
AFTER = re.compile(r"[\s\"“”]*+(?:$|[|,.;:/()\[\]•·*–—-]|\d{1,2}[:.]\d\d|kl\.|(?<=\s\s))")
PIECE = re.compile(r"[.|/•·]\s++$"), re.compile(r"[.|/•·](?:\s|$)")  # before and after a day between full stops
YEAR = re.compile(r"(?<![\w$€£.,])(?<!\D-)(?:19|20)\d\d(?!\w|[.,-]\d|s\b)")
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.I)
NUMBERED = re.compile(
    r"\b(?:no|nr|issue|vol|volume|week|bulletin|newsletter|digest|list|release|edition)\b\.?[\s:]{0,2}\d{1,4}\s?[/,-]\s?$", re.I
)
GATHERED = re.compile(  # "posts from 2022", "News of 1999", "week 21 of 2021", "News archive » 2015 » November"
    r"\b(?:(?:posts|tweets|news|events|chronicle|diary|calendar|review|chronology|items)(?: (?:of|from|for|in))?|week \d{1,2}(?: of|,)?|"
    r"quarter(?: of|,)?|spring|summer|autumn|fall|winter|archive ?[>»/]) $", re.I
)
LAST_WORDS = re.compile(  # "(2019, archived copy)", "Year: 2021", "//Petra// AK 2020"
    r"(?:[(\[](?:[A-Z][\w-]{2,20}, )?|\byear(?: of [a-z ]{3,20})?: ?|[/.|] ?(?:[A-Z]{2,5} )?)(?P<year>(?:19|20)\d\d)"
    r"(?: ?\(archived?\)|, archived?(?: copy)?)?[)\].]?(?: views: [\d ]{1,9})?\s*$", re.I
)
CLOSING = re.compile(r"[\s)\].*=_–—-]*+$")
PREPOSITION = re.compile(r"\b(?:in|of|since|by|until|from|before|after|for|to|at|on|and)\s++$", re.I)
MIDDLE = (7, 2)  # nearer to every day of its year than the middle of any other
YEAR_LONG = timedelta(days=366)
MOST_WORDS, FEW_WORDS, MOST_NAMES = 9, 3, 4
OLDEST = 1900  # an older year is of another calendar, or history
READ = 50_000  # characters
WORD = re.compile(r"\w\S*+")


def edge_lines(text: str) -> list[Line]:
    """The short lines at the top of a page, then those at its bottom, the last one first."""
    top = lines_of(text, 0, TOP)
    start = top[-1].end if top else 0
    if len(text) - BOTTOM_CHARS > start:
        start = text.find("\n", len(text) - BOTTOM_CHARS)
    bottom = lines_of(text, start)[-BOTTOM:] if start >= 0 else []
    long = [line for line in top[:1] if LONGEST < line.end - line.start <= LONGEST_TITLE]
    return [*(line for line in [*top, *reversed(bottom)] if line.end - line.start <= LONGEST), *long]


def edge_day(text: str) -> date | None:
    """The day that one of these lines tells in full, beside names and numbers; none if the text tells days far later."""
    for line in edge_lines(text):
        told = [m for m in find_dates(text, line.start, line.end) if is_complete(m) and of_our_calendar(m)]
        day = day_of(told[0], text) if told and all(stands_apart(text, line, m) for m in told) else None
        if day is not None:
            return None if outdated(day, text) else day
    return None


def of_our_calendar(mention: DateMention) -> bool:
    """Not 1400-09-30, of the Iranian calendar."""
    return isinstance(mention.expression, Calendar) and (mention.expression.first.year or OLDEST) >= OLDEST


def stands_apart(text: str, line: Line, mention: DateMention) -> bool:
    """Is it set off from the words around it, in a sentence at its very start or end? "… by the web team, 22.3.2023. 9k shares"."""
    before, after = text[line.start : mention.start], text[mention.end : line.end]
    if PIECE[0].search(before) and PIECE[1].match(after):
        return True
    if is_prose(line.of(text)) and before.strip() and len(after.split()) > FEW_WORDS:
        return False
    record = RECORD.search(before)
    if record and not OTHER_DAY.search(record["between"]) and len(after.split()) <= FEW_WORDS:
        return True
    heads = not after.strip() and len(before.split()) <= MOST_WORDS and is_heading(line.of(text)) and not PREPOSITION.search(before)
    heads = heads or (is_names(before) and not PREPOSITION.search(before))
    return (heads or JOINT.search(before) is not None or LABEL.search(before) is not None) and AFTER.match(after) is not None


def is_names(before: str) -> bool:
    """Up to four words in capitals: "Nasha Pravda", "Midi"."""
    words = before.split()
    return 0 < len(words) <= MOST_NAMES and all(word[0].isupper() for word in words)


def outdated(day: date, text: str) -> bool:
    """Does the text tell, in full, a day more than a year later?"""
    told = (resolve(m, None, text).start_date for m in find_dates(text, 0, min(len(text), READ)) if is_complete(m))
    return any(later is not None and later - day > YEAR_LONG for later in told)


def edge_year(text: str) -> date | None:
    """A day from which days without a year count: the end of the page's month, or the middle of its year."""
    told = (_month(text, line) or _year(line.of(text)) for line in reversed(edge_lines(text)))
    found = next((day for day in told if day is not None), None) or _last_words(text)
    return None if found is None or outdated(found, text) else found


def edge_date(text: str) -> DateMention | None:
    """The day without year that one of these lines tells: "Bulletin / Issue 14-2009 / 28 August", "Press conference on Nov. 28"."""
    for line in edge_lines(text):
        beside = (one.mention for one in dates_beside(text, line.start, line.end) if one.kind == "line")
        told = next((one for one in beside if one is not None), None) or _closing_date(text, line)
        if told is not None and isinstance(told.expression, Calendar) and told.expression.first.year is None:
            return told
    return None


def _closing_date(text: str, line: Line) -> DateMention | None:
    """The day with which a line ends that names a statement."""
    told = find_dates(text, line.start, line.end)
    if len(told) != 1 or not CLOSING.match(text, told[0].end, line.end) or is_prose(line.of(text)):
        return None
    record = RECORD.search(text[line.start : told[0].start])
    return told[0] if record and not OTHER_DAY.search(record["between"]) and mention_names_month(told[0]) else None


def _last_words(text: str) -> date | None:
    """The middle of the year with which the page ends."""
    found = LAST_WORDS.search(text[-LONGEST:])
    return date(int(found["year"]), *MIDDLE) if found else None


def _month(text: str, line: Line) -> date | None:
    """The last day of the month with which a line ends: "Luanda, May 2021", "(Newsletter of December 2024)"."""
    told = find_dates(text, line.start, line.end)
    if len(told) != 1 or not CLOSING.match(text, told[0].end, line.end):
        return None
    found = resolve(told[0], None, text)
    return found.end_date if found.precision == "month" and found.basis == "stated" else None


def _year(line: str) -> date | None:
    """The middle of the year of a copyright, of an issue ("No. 31/2016"), or of names that end with it ("Solomon Star, 2023")."""
    years, rights = list(YEAR.finditer(line)), RIGHTS.search(line) is not None
    if any(NUMBERED.search(line[: year.start()]) or GATHERED.search(line[: year.start()]) for year in years[-1:]):
        return date(int(years[-1].group()), *MIDDLE)
    if not years or (len(WORD.findall(line)) > MOST_WORDS and not rights):
        return None
    last = years[-1]
    before = line[: last.start()]
    ends = len(years) == 1 and CLOSING.match(line, last.end()) is not None
    named = ends and (JOINT.search(before) is not None or (len(before.split()) <= FEW_WORDS and not PREPOSITION.search(before)))
    return date(int(last.group()), *MIDDLE) if rights or named else None
