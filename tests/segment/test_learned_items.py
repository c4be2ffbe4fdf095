"""Where items begin by what was learnt, and what that is learnt from."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.lexicon.weights import learnt
from pipelines.model.document import Document
from pipelines.segment import likely, segment
from pipelines.segment.features import Ruled, of_place, of_rules, of_shape, view_of
from pipelines.segment.items import by_rules, places_of
from pipelines.segment.openings import opening_of, sign_of
from pipelines.segment.segmenter import page_of
from tools.learn.items import item_questions, of_page
from tools.learn.labels import Labelled

VISITS = """Weekly digest of the Ministry of Foreign Affairs of Norland, 5-9 May 2014

(1) On Monday the Minister of Trade, Anna Berg, received the Ambassador of Suria, Karim Saad, and spoke with him about customs.

(2) The Deputy Minister, Olaf Brandt, met a delegation of the Parliament of Costavia led by its Speaker, Maria Toscano.

(3) On Wednesday an exhibition of manuscripts was opened in the National Library by the Director of Culture, Erik Lund.

(4) The Ambassador of Norland in Port Amal, Kari Dahl, presented her credentials to the President, Idris Haddad.
"""
COMMUNIQUE = """Joint communiqué of the Governments of Norland and Suria

1. At the invitation of the Minister of Foreign Affairs of Norland, Anna Berg, the Minister of Suria, Karim Saad, visited Northaven.

2. The two Ministers reviewed relations between their countries and noted with satisfaction the growth of trade.

3. Both sides reaffirmed the importance of the ferry line and agreed to continue consultations on it.

4. The Ministers welcomed the signing of the agreement on timber during the visit.

5. Minister Saad thanked Minister Berg for her hospitality and invited her to visit Suria.
"""
LINES = st.sampled_from(
    [
        "(1) The Minister received the Ambassador.",
        "ii) 9 May: talks.",
        "* * *",
        "NEWS IN BRIEF",
        "5 May 2014",
        "• He thanked her.",
        "",
        "",
        "-",
    ]
)


def document(text: str) -> Document:
    return Document("doc_1", "a.txt", "0" * 64, "text/plain", "utf-8", "en", text)


def items(text: str) -> list[str]:
    """The first words of each item."""
    return [" ".join(text[s.char_start : s.char_end].split()[:4]) for s in segment(document(text)) if s.kind == "item"]


@pytest.mark.parametrize(
    ("paragraph", "sign", "opening"),
    [
        ("(3) On Monday the Minister left.", "parens", "onday"),
        ("iv) 26 November: Constitution Day.", "roman", "day"),
        ("15/03 Ambassador Lund opened a school.", "day", "office"),
        ("12.05.2014 Talks were held.", "", "day"),
        ("10:30 Meeting with the Premier.", "clock", "name"),
        ("- The same day she left for home.", "dash", "sameday"),
        ("“We agree,” he said.", "", "quote"),
        ("They agreed.", "", "person"),
        ("", "", "name"),
    ],
)
def test_how_a_paragraph_begins(paragraph: str, sign: str, opening: str) -> None:
    found, begin = sign_of(paragraph)
    assert (found, opening_of(paragraph[begin:])) == (sign, opening)


def test_numbered_news_are_items_and_the_numbers_of_a_communique_are_not() -> None:
    assert [words.split()[0] for words in items(VISITS)] == ["(1)", "(2)", "(3)", "(4)"]
    assert len(items(COMMUNIQUE)) == 1


def test_what_was_learnt_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "weight", lambda _, features: 1000 * ("shape:number" in set(features)))
    assert len(items(COMMUNIQUE)) == 5
    monkeypatch.setattr(likely, "weight", lambda *_: -1000)
    assert len(items(VISITS)) == 1


def test_no_place_has_a_feature_twice_and_none_is_a_name() -> None:
    for text in (VISITS, COMMUNIQUE):
        page, _, _ = page_of(document(text))
        places = places_of(page)
        view = view_of(places, by_rules(places, page), page)
        for number in range(1, len(places)):
            own = [*of_place(number, view), *of_rules(number, view)]
            assert len(own) == len(set(own)) and not set(own) & set(of_shape(view.facts[number].shape, view))
            assert not any(re.search("berg|saad|norland|suria", feature, re.IGNORECASE) for feature in own)


def test_what_is_asked_of_a_page() -> None:
    starts = [match.start() for match in re.finditer(r"\(\d\)", VISITS)]
    text = Labelled(document(VISITS), (), False, tuple(starts))
    assert [question.right for question in item_questions([text])] == [0, 0, 0]
    assert [question.right for question in item_questions([Labelled(document(VISITS), (), False, (starts[0],))])] == [1, 1, 1]
    assert item_questions([Labelled(document(VISITS), (), False)]) == []


def test_codings_are_asked_about_without_rules_too() -> None:
    ruled, bare = ([q.answers[0] for q in of_page(document(VISITS), [0], ruled=ruled)] for ruled in (True, False))
    assert all(less < more for less, more in zip(bare, ruled, strict=True))
    assert len(item_questions([Labelled(document(VISITS), (), True, (0,))])) == 2 * len(ruled)


def test_the_weights_are_of_features() -> None:
    assert {"rule:True", "rule:False", "a:listed"} & {feature.removeprefix("shape:") for feature in learnt(likely.ITEMS)}


def test_a_page_of_one_place_is_not_asked_about() -> None:
    page, _, _ = page_of(document("The Minister of Trade received the Ambassador of Suria in Northaven on Monday.\n"))
    assert likely.likely(places_of(page), Ruled(frozenset(), {}), page) == []


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join) | st.text(max_size=300))
def test_segments_still_tile_the_text(text: str) -> None:
    found = segment(document(text))
    assert "".join(text[one.char_start : one.char_end] for one in found) == text
    assert found == segment(document(text))


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize(
    "unit", ["(1) Anna Berg met.\n\n", "Digest\n\nMinister Anna Berg came to Suria today.\n\n", "- On 5 May 2014\n", "the the\n\n* * *\n"]
)
def test_hostile_text_comes_to_an_end_here_too(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert "".join(text[one.char_start : one.char_end] for one in segment(document(text))) == text
