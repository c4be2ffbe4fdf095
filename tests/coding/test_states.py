"""Whose representatives take part where a sentence leaves a state out, or names those of other occasions, too."""
from dataclasses import replace

import pytest
from coded import HANSEN, SATO, coded, segments_of

from pipelines.coding.events import code_item, read_items
from pipelines.coding.item import Draft
from pipelines.coding.states import completion, leave_other_stops
from pipelines.model.document import Document

SESSION = f"The second session of the Joint Commission was held in Oslo on 5 May 2021. It was chaired by {HANSEN} and {SATO}."


@pytest.mark.parametrize(("text", "rows"), [
    # the next session is of the same two states
    (f"{SESSION} The third session is to take place in Tokyo next year.", ["session JPN+NOR", "session JPN+NOR"]),
    # what happens at one stop of a tour is without the other stops
    ("President Kari Hansen of Norway visited Peru and Kenya on 3-5 May 2021. In Lima she laid a wreath at the Monument to the Heroes.",
     ["visit NOR+PER", "visit KEN+NOR", "tribute NOR+PER"]),
    # unless somebody represents them
    ("President Kari Hansen of Norway visited Peru and Kenya on 3-5 May 2021. In Lima she met President Wanjiku Otieno of Kenya.",
     ["visit NOR+PER", "visit KEN+NOR", "meeting KEN+NOR"]),
])
def test_states(text: str, rows: list[str]) -> None:
    assert coded(text, "type countries", day="2021-05-06") == rows


def drafts_of(text: str) -> list[Draft]:
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), [*segments_of(text)])
    return code_item(item)


def test_a_tour_that_one_sentence_tells_as_a_whole() -> None:
    drafts = drafts_of("President Kari Hansen of Norway visited Peru and Kenya on 3-5 May 2021.")
    for draft in drafts:
        draft.countries = ["NOR", "PER", "KEN", "SWE"]
    leave_other_stops(drafts)
    assert [(d.country, d.countries) for d in drafts] == [("PER", ["NOR", "PER", "SWE"]), ("KEN", ["NOR", "KEN", "SWE"])]


@pytest.mark.parametrize(("told", "own", "added"), [
    (["NOR JPN", "NOR FRA"], "PER", ["NOR"]),  # whom all others deal with
    (["NOR JPN", "NOR JPN", "NOR FRA"], "FRA", ["NOR"]),  # the one it is told with
    (["NOR JPN", "FRA PER"], "SWE", []),  # nobody more than others
    (["NOR JPN", "NOR JPN FRA PER"], "", ["NOR", "JPN"]),  # a gathering says nothing
    ([], "PER", []),
])
def test_what_other_occasions_have_in_common(told: list[str], own: str, added: list[str]) -> None:
    drafts = drafts_of(f"{HANSEN} met {SATO} in Oslo.") * (len(told) + 1)
    drafts = [replace(draft, countries=countries.split()) for draft, countries in zip(drafts, [own, *told], strict=True)]
    assert completion(drafts[0], drafts) == added
