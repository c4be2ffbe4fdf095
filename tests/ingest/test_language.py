"""What is English enough to be read."""

import pytest

from pipelines.ingest.language import detect_language
from pipelines.lexicon.loader import read_tsv


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks in Oslo", "en"),
        ("", "en"),
        ("The Minister received the Ambassador of Norway in his office and they talked about the trade between the two countries.", "en"),
        (
            "Baltijas valstu un Polijas ministri. The ministers of the four states met in Riga and said that work will go on as before.",
            "en",
        ),
        (
            "Der Minister hat den Botschafter in seinem Büro empfangen und mit ihm über die Zusammenarbeit der beiden Länder gesprochen.",
            "de",
        ),
        ("El ministro de la defensa ha recibido en su despacho al embajador para hablar de la cooperación entre los dos países.", "es"),
        (
            "Nazirliyin mətbuat xidmətindən verilən məlumata görə görüşdə iki ölkə arasında əməkdaşlıq və onun inkişafı ilə bağlı "
            "məsələlər müzakirə edilib, bu barədə bəyanat da imzalanıb.",
            "az",
        ),
        ("国防部长会见了大使", "zh"),
        ("A külügyminiszter tegnap Budapesten fogadta norvég kollégáját, hogy a két ország közötti együttműködésről tárgyaljanak.", "hu"),
        ("xq zvw klorp " * 10, "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_every_language_has_words_of_its_own() -> None:
    words = {row["language"]: set(row["words"].split()) for row in read_tsv("function_words.tsv")}
    for language, own in words.items():
        others = set().union(*(known for other, known in words.items() if other != language))
        assert len(own - others) >= 8, language
