"""Where only people stand: "A B, who ...", "spoke with A B", "A B said", "under the chairmanship of A B", "Yours sincerely, A B".

What belongs here: what the words beside a name say of its bearer. What does not: the look of a name, and lists (`untitled`).
"""
from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import end_of_person, word_at
from pipelines.recognize.people.vocabulary import word_set

REACH = 6  # chunks between "spoke" and "with A B", between "who" and the office
INCLUDED = 10  # chunks between "members of" and "including"
LONGEST_BRACKET = 8  # chunks
AGE = 2  # digits
LEAST_BEFORE_OWNER = 2  # chunks: the country and its possessive ending
OWNED_AFTER = ("", ",", "&", "n", "t", "e", "o")  # what may stand before "Norway's A B"
OWNED_BEFORE = ("", ",", "&", "x", "t", "r")  # and behind
BESIDE = ",.;:x()&~-rinetfoq"  # what may follow a name that somebody meets
BEING = frozenset(["am", "is", "was", "are", "were", "be", "been"])
ASIDE = frozenset(["there", "jointly", "personally", "respectively", "today"])  # between "represented" and "by"


def end_of_name(row: Row, index: int) -> int:
    """Index of the chunk after the name, `of A` and what stands in brackets."""
    return behind_bracket(row, end_of_person(row, index, len(row.letters)))


def behind_bracket(row: Row, stop: int) -> int:
    """Index after what stands in brackets at `stop`: a party, a state."""
    if row.letters[stop : stop + 1] == "(":
        close = row.letters.find(")", stop, stop + LONGEST_BRACKET)
        stop = close + 1 if close > 0 else stop
    return stop


def start_of_person(row: Row, index: int) -> int:
    """The chunk with which the person begins: `Norway's` before the name."""
    return index - 2 if row.letters[max(0, index - 2) : index] == "C'" else index


def acts(row: Row, index: int) -> bool:
    """`A B said`, `A B will visit`, `A B's visit`, `A B as ambassador of`."""
    stop = end_of_name(row, index)
    letter, word = row.letters[stop : stop + 1], word_at(row, stop)
    if letter == "'":
        return word_at(row, stop + 1) in word_set("belonging")
    if letter == ",":
        return _is_told_of(row, stop + 1)
    if word == "as" and row.letters[stop + 1 : stop + 2] == "K":
        return True
    if word in ("had", "has", "have") and word_at(row, stop + 1) in ("a", "an"):
        return any(word_at(row, position) in word_set("talk") for position in range(stop + 2, stop + 2 + REACH))
    if word in word_set("auxiliary"):
        word = word_at(row, stop + 1)
    return word == "who" or word in word_set("act")


def _is_told_of(row: Row, index: int) -> bool:
    """`, who ...`, `, 43,`."""
    word = word_at(row, index)
    return word == "who" or (word.isdigit() and len(word) == AGE and row.letters[index + 1 : index + 2] in (",", ""))


def is_met(row: Row, index: int) -> bool:
    """`met A B`, `talks with A B`, `led by A B`, `between A B and`; nothing may follow that makes A B a thing."""
    stop, first = end_of_name(row, index), start_of_person(row, index) - 1
    if stop < len(row.letters) and row.letters[stop] not in BESIDE and word_at(row, stop) not in word_set("beside"):
        return False
    word = word_at(row, first)
    if word in word_set("meet") or word in word_set("bearer") or (first >= 0 and row.letters[first] in "Vg"):  # "the guests A B and C D"
        return True
    if word == ",":
        return row.letters[stop : stop + 1] in (",", ")", "", "x") and _is_described(row, first)
    return _is_included(row, first) or _is_joined(row, first, word) or _is_agent(row, first, word)


def _is_described(row: Row, comma: int) -> bool:
    """`her successor, A B,`; `the Greek, A B,`."""
    return word_at(row, comma - 1) in word_set("bearer") or row.letters[max(0, comma - 2) : comma] == "dD"


def _is_joined(row: Row, first: int, word: str) -> bool:
    """`talks with A B`; `the head of the delegation was A B`; `in the company of A B`."""
    before = word_at(row, first - 1)
    if word in ("was", "is"):
        return "K" in row.letters[max(0, first - REACH) : first]
    if word == "of":
        return before in word_set("whose")
    if word not in ("with", "between", "to"):
        return False
    earlier = {word_at(row, position) for position in range(max(0, first - REACH), first)}
    return not earlier.isdisjoint(word_set("talk")) or (word == "with" and before in BEING)


def _is_agent(row: Row, first: int, word: str) -> bool:
    """`led by A B`, `represented there by A B`; `Norway was represented by X, Serbia by A B`."""
    if word not in ("by", "on"):
        return False
    before = first - 1 - (word_at(row, first - 1) in ASIDE)
    return word_at(row, before) in word_set("by") or (word == "by" and row.letters[first - 1 : first] == "C")


def _is_included(row: Row, index: int) -> bool:
    """Does `including`, `such as` or `among them` behind a word for several people end at `index`?"""
    word = word_at(row, index)
    words = f"{word_at(row, index - 1)} {word}"
    if word not in word_set("including") and words not in ("such as", "among them"):
        return False
    return not set(row.letters[max(0, index - INCLUDED) : index]).isdisjoint("VLZ")


def signs(row: Row, index: int) -> bool:
    """`Yours sincerely, A B`, in one line or two."""
    if row.letters[index + 1 : index + 2] not in ("", "x"):
        return False
    if index == 0 and row.before is not None and len(row.before.chunks) > 1:
        last = len(row.before.chunks) - 1
        return word_at(row.before, last - (row.before.letters[last] == ",")) in word_set("signoff")
    return word_at(row, index - 1) == "," and word_at(row, index - 2) in word_set("signoff")


def is_owned(row: Row, index: int) -> bool:
    """`Norway's A B`, before which and behind which nothing says what else it may be."""
    if start_of_person(row, index) == index:
        return False
    if row.letters[index + 1 : index + 2] == "w":
        skipped = word_at(row, index + 1) in word_set("auxiliary")
        return word_at(row, index + 1 + skipped).endswith("ed")  # "Norway's A B (had) proposed"; `acts` knows other verbs
    before = row.letters[index - 3] if index > LEAST_BEFORE_OWNER else ""
    return (before in OWNED_AFTER or word_at(row, index - 3) in ("by", "that")) and row.letters[index + 1 : index + 2] in OWNED_BEFORE
