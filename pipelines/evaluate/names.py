"""When a found and a coded name mean one person: for the measure only, apart from `recognize.names`, which it measures."""
import re
import unicodedata

HONORIFICS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "he", "hon", "honourable", "honorable",
    "sir", "dame", "lord", "lady", "sheikh", "excellency", "his", "her",
})
UNDECOMPOSED = str.maketrans({"ı": "i", "ə": "a", "đ": "dj", "ø": "o", "ł": "l"})


def name_tokens(name: str | None) -> list[str]:
    """The words of a name in plain lower-case letters, honorifics left out."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(letter))
    return [token for token in re.findall(r"[^\W\d_]+", plain.translate(UNDECOMPOSED).lower()) if token not in HONORIFICS]


def same_name(one: str | None, other: str | None) -> bool:
    """Same words in any order; or all words of the shorter name in the longer one, initials allowed, at least one in full."""
    short, long = sorted((name_tokens(one), name_tokens(other)), key=len)
    if not short:
        return False
    if sorted(short) == sorted(long):
        return True
    if len(short) == 1:
        return short[0] in long and len(short[0]) > 2
    return _contained(short, long)


def _contained(short: list[str], long: list[str]) -> bool:
    left, full = list(long), False
    for token in short:
        hit = token if token in left else next((one for one in left if _initial(one, token)), None)
        if hit is None:
            return False
        full |= hit == token and len(token) > 2
        left.remove(hit)
    return full


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]
