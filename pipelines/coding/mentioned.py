"""What a text says of a document with which it does nothing: that it is pending, given up, recalled, or printed below.

What does not belong here: signing and ratifying (`deeds`), and which documents an item has (`papers`).
"""
import re
from functools import cache

from pipelines.coding.authors import by_own
from pipelines.coding.deeds import links, vocabulary
from pipelines.coding.item import Item
from pipelines.coding.patterns import word_classes
from pipelines.coding.status import line_of
from pipelines.coding.view import View
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import InstrumentMention

BEFORE, AFTER = 8, 5  # units around a document that tell of its negotiation
ENDING = 3  # units from a document to the word that ends it
BEING = frozenset(["was", "were", "has", "been", "is"])
SIDES = 2
MANY = re.compile(r"\b(?:UN|U\.N\.|United Nations|International|Geneva|Vienna|Hague)\b")  # a convention of many states
OPENING_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d) ")
CLOSING_YEAR = re.compile(
    r" (?:of|from) (?:\d{1,2} )?(?:[A-Z][a-z]{2,8} (?:\d{1,2}, )?)?(?P<year>(?:19|20)\d\d)(?= (?:on|with|between|concerning|regarding) |$)"
)
TITLES = 3  # sentences at the top among which a printed statement has its title
NAMING = frozenset("CAOLED")  # what may stand in a title before "Joint Statement"


def starts_with(title: str, name: str) -> bool:
    return title.lower().split(" ")[0] in vocabulary(name)


@cache
def pending_words() -> "re.Pattern[str]":
    return re.compile(" (?:" + word_classes()["ag_pending"] + ") ")


def past_year(title: str, item: Item) -> bool:
    """Does the title say a year before that of the text: "the 1978 Camp David Accords"?"""
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", title)]
    return bool(years) and item.anchor is not None and max(years) < item.anchor.year


def pending(item: Item, view: View, index: int, mention: InstrumentMention) -> bool:
    """Does the text call the document proposed, under negotiation or about to be concluded?"""
    if past_year(mention.title, item) or mention.agreement_type == "other" or (mention.definite and not mention.specific):
        return False
    told = mention.specific or (mention.count or 0) > 1
    near = BEFORE if told else BEFORE // 2
    around = line_of(view, index - near, index) + ("|" + line_of(view, index + 1, index + 1 + AFTER) if told else "")
    return pending_words().search(around) is not None or (mention.specific and starts_with(mention.title, "ag_proposed"))


def recalled_year(mention: InstrumentMention) -> int | None:
    """The year that opens or follows the name of a document: "the 1976 Aid Agreement", "the Treaty of Oslo of 3 May 1976"."""
    found = OPENING_YEAR.match(mention.title) or CLOSING_YEAR.search(mention.title)
    return int(found["year"]) if found else None


def recalls(item: Item, view: View, mention: InstrumentMention) -> bool:
    """Does the sentence recall a document of an earlier year, and whose it is?"""
    year, binds = recalled_year(mention), mention.specific and mention.agreement_type != "other"
    if year is None or not binds or item.anchor is None or year >= item.anchor.year:
        return False
    beside = {u.mention.country for u in view.units if u.symbol in ("C", "A", "S") and is_state(u.mention.country or "")}
    return len(mention.parties) == SIDES or (len(beside) == SIDES and not MANY.search(mention.title))


def ended(view: View, index: int) -> bool:
    """Does the text say that the document is given up: "terminated the agreement", "the agreement was denounced"?"""
    before = {u.text for u in view.units[max(0, index - ENDING) : index]}
    after = {u.text for u in view.units[index + 1 : index + 1 + ENDING]}
    return not vocabulary("ag_ended").isdisjoint(before) or (not vocabulary("ag_ended").isdisjoint(after) and not after.isdisjoint(BEING))


def printed(item: Item, view: View, number: int, index: int, mention: InstrumentMention) -> bool:
    """Is the sentence the title of a joint statement that the text prints?"""
    if item.spoken or mention.agreement_type != "joint_statement" or number >= TITLES or not (view.sentence.is_heading or number == 0):
        return False
    return index < 6 and all(u.symbol in NAMING or links(u) for u in view.units[:index]) and not by_own(item, view)
