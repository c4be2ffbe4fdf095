"""What is measured on: a corpus that grows from the committed texts, and shapes that a careless rule would take for ever on.

What belongs here: making texts, the same ones on every machine. What does not: measuring them (`bench`).
"""
import re
from collections import Counter
from itertools import chain, count, islice
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests/accuracy/texts", ROOT / "seeds")
DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
CAPITALIZED = re.compile(r"(?<!\w)[A-Z][a-z]{3,}(?!\w)")
VOWELS = "aeiou"

SHAPES = {
    "one endless sentence": "the ministers spoke and ",
    "titles without names": "Foreign Minister ",
    "names without end": "Ana Petrovic, ",
    "offices and names": "the President of Serbia, Ana Petrovic, and ",
    "dates without end": "5 May 2021, ",
    "open brackets": "(met ",
    "quotation marks": "“Minister ",
    "abbreviations": "U.S. A. B. ",
    "empty lines": "Visit\n\n",
    "meetings without end": "Ana Petrovic met with Janos Kovacs in Oslo. ",
    "one long word": "a",
    "a crowd in one sentence": "Minister {name}, ",
    "a crowd that meets": "Minister {name} met with Ambassador {name} in Oslo. ",
}
"""What a shape is -> the piece that it repeats; `{name}` is somebody else each time."""


def committed() -> dict[str, str]:
    """name -> text; a text that lies in both folders counts once."""
    paths = {path.name: path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))}
    return {name: paths[name].read_text("utf-8", "replace") for name in sorted(paths)}


def grown(copies: int) -> dict[str, str]:
    """The committed texts and `copies` - 1 perturbed copies of all of them: no two texts and few names are the same."""
    texts = committed()
    rare = rare_words(texts)
    found = dict(texts)
    for copy in range(1, copies):
        chance = Random(copy)
        found |= {f"{copy:03}-{name}": perturbed(text, rare, chance) for name, text in texts.items()}
    return found


def rare_words(texts: dict[str, str]) -> frozenset[str]:
    """Capitalized words of a single text: names for the most part, as `Minister` and `Belgrade` are in many."""
    counted = Counter(word for text in texts.values() for word in set(CAPITALIZED.findall(text)))
    return frozenset(word for word, number in counted.items() if number == 1)


def perturbed(text: str, rare: frozenset[str], chance: Random) -> str:
    """The text with other days and other vowels in its rare words, each word changed the same way throughout; as long as it was."""
    order = list(VOWELS)
    chance.shuffle(order)
    vowels = str.maketrans(VOWELS, "".join(order))
    shift = chance.randrange(1, 9)
    moved = DAY.sub(lambda day: str((int(day[0]) + shift) % 10).rjust(len(day[0]), "1"), text)
    return CAPITALIZED.sub(lambda word: word[0].translate(vowels) if word[0] in rare else word[0], moved)


def hostile(shape: str, characters: int) -> str:
    chance, piece = Random(0), SHAPES[shape]
    if "{name}" not in piece:
        return (piece * (characters // len(piece) + 1))[:characters]
    return "".join(islice(chain.from_iterable(named(piece, chance) for _ in count()), characters))


def named(piece: str, chance: Random) -> str:
    return re.sub("{name}", lambda _: " ".join(syllables(chance, many).title() for many in (2, 3)), piece)


def syllables(chance: Random, many: int) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice(VOWELS) for _ in range(many))
