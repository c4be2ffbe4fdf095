"""What releases leave to the reader: where a journey starts, whose day "today" is, what lies behind and what a headline sums up."""
import pytest

from tests.coding.coded import coded

DAY = "2024-05-15"  # a Wednesday
MORO = "President Luca Moro of Chile"
HEAD = "Readout of the President's day\n\n"


@pytest.mark.parametrize(("text", "want"), [
    ("The Prime Minister of Norway will arrive in Lima from Chile on 20 May.", ["visit planned 2024-05-20 PER"]),
    ("The Prime Minister of Norway will arrive in Peru on 20 May and leave for Norway on 22 May.", ["visit planned 2024-05-20/22 PER"]),
    (f"{MORO} announced today that he will visit Norway.", ["visit planned - NOR"]),
    (f"{MORO} today confirmed that he would visit Norway on 3 June.", ["visit planned 2024-06-03 NOR"]),
    (f"Norway will host {MORO} for a State Visit to Norway, which will include a dinner, on June 22, 2024.",
     ["visit planned 2024-06-22 NOR"]),
    (f"{MORO} will visit Norway ahead of the Oslo Summit in November.", ["visit planned - NOR", "conference planned 2024-11 NOR"]),
    (f"{MORO} said that tanks will arrive in Norway next week.", []),
    (f"{MORO} will travel to the Nordic countries, including Norway and Sweden.", ["visit planned - NOR", "visit planned - SWE"]),
    (f"{MORO} shall report on the results of his visit to Norway.", ["visit held 2024-05-15 NOR"]),
    (f"{MORO} hailed the visit of the Prime Minister of Norway to Chile earlier this year.", ["visit held* 2024 CHL"]),
], ids=lambda value: str(value)[:50])
def test_journeys(text: str, want: list[str]) -> None:
    assert [row for row in coded(text, "type status when country", DAY) if row[:4] in ("visi", "conf")] == want


@pytest.mark.parametrize(("text", "want"), [
    (f"The Prime Minister of Norway spoke today with {MORO}. The Prime Minister conveyed condolences for the loss of life.", ["call held"]),
    ("The Prime Minister of Norway met today in Lima, Peru with the President of Chile.", ["meeting held"]),
    ("The Prime Minister of Norway welcomed the leadership he had shown to Chile.", []),
    ("Norway and Chile work closely in regional forums, including the East Asia Summit.", []),
    ("Norway and Chile have an interest in having talks.", []),
    (f"The Prime Minister of Norway discussed with {MORO} the outlook.", ["meeting held"]),
], ids=lambda value: str(value)[:50])
def test_what_is_said_and_what_is_done(text: str, want: list[str]) -> None:
    found = coded(HEAD + text, "type status", DAY)
    assert found == want


def test_talks_on_the_margins_are_not_the_summit() -> None:
    text = (f"On the margins of the Oslo Summit, the Prime Minister of Norway met today with {MORO}, Prime Minister Ann Bo of Fiji "
            "and Prime Minister Al Che of Kenya.")
    assert coded(text, "type status", DAY) == ["conference held", "conference held"]


def test_a_headline_of_several_meetings_sums_them_up() -> None:
    text = ("Readout of Minister Kari Hansen's Meetings with Prime Minister Ann Bo and Foreign Minister Al Che of Fiji\n\n"
            "Minister Kari Hansen of Norway met today in Suva, Fiji with Prime Minister Ann Bo of Fiji. "
            "She also met with Foreign Minister Al Che of Fiji.")
    assert coded(text, "type people", DAY) == ["meeting Ann Bo:host, Kari Hansen:guest", "meeting Al Che:host, Kari Hansen:guest"]


@pytest.mark.parametrize(("text", "want"), [
    ("Norway and Chile met at the Oslo Summit this weekend.", "2024-05-18/19"),
    ("The leaders of Norway and Chile will gather at the Oslo Summit in the week of November 10, 2024.", "2024-11-11/15"),
], ids=lambda value: str(value)[:50])
def test_the_city_of_a_summit_and_its_week(text: str, want: str) -> None:
    assert "NOR Oslo " + want in coded(text, "country city when", DAY)


def test_on_monday_this_weekend_is_over() -> None:
    text = "The Prime Minister of Norway and the President of Chile attended the Oslo Summit this weekend."
    assert coded(text, "status when", "2024-05-20") == ["held 2024-05-18/19"]


@pytest.mark.parametrize(("text", "want"), [
    ("AID TO FIJI\n\nThe Government of Norway will stand by the islands.", ["aid held FJI"]),
    ("Support\n\nNorway announced an additional $4 million aid package that will help Fiji rebuild.", ["aid held FJI"]),
    ("Norway decided to increase its aid to Fiji.", ["aid held FJI"]),
    ("Norway has long given thought to aid to Fiji.", []),
], ids=lambda value: str(value)[:40])
def test_aid_happens_where_it_is_received(text: str, want: list[str]) -> None:
    assert coded(text, "type status country", DAY, "NOR") == want


@pytest.mark.parametrize(("headline", "want"), [
    ("Remarks with Prime Minister Ann Bo of Fiji", "meeting held - FJI+NOR"),
    ("Remarks at bilateral meeting with Ann Bo, Prime Minister of Fiji", "meeting held - FJI+NOR"),
    ("Joint Doorstop Interview with Prime Minister Ann Bo of Fiji, Suva, Fiji", "press_conference held FJI FJI+NOR"),
    ("Transcript of speech at official lunch, Suva, Fiji, 15 May 2024", "meeting held FJI FJI+NOR"),
    ("Transcript of interview with the Prime Minister, Suva, Fiji", None),
], ids=lambda value: str(value)[:50])
def test_where_a_headline_has_somebody_speak(headline: str, want: str | None) -> None:
    text = f"{headline}\n\nPRIME MINISTER: It is good to see you.\n\nQUESTION: Why?\n\nPRIME MINISTER: Because it is. [ENDS]"
    assert coded(text, "type status country countries", DAY, "NOR") == ([want] if want else [])


def test_what_a_sentence_starts_from_lies_behind() -> None:
    text = "Following the March 9 call between the Prime Minister of Norway and the President of Chile, both will discuss trade."
    assert "call held* 2024-03-09" in coded(text, "type status when", DAY)
