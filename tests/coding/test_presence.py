"""Who takes part as told in the sentences after an occasion: sides, companions, speakers, lookers-on."""
import pytest
from coded import coding_of

TALKS = "On 5 May 2023 Foreign Minister Kari Hansen of Norway met Foreign Minister Taro Sato of Japan in Oslo. "
CONSULTED = "On 5 May 2023 Norway and Japan held political consultations in Oslo. "
VISIT = "Foreign Minister Taro Sato of Japan paid a visit to Norway on 5 May 2023. "
SIGNED = "On 5 May 2023 Norway and Japan signed an agreement on fisheries in Oslo. "
CALLED = "On 5 May 2023 Prime Minister Kari Hansen of Norway had a phone call with Prime Minister Taro Sato of Japan. "
OPENED = "On 5 May 2023 Norwegian Minister Kari Hansen and her Japanese counterpart Taro Sato opened a new border crossing in Oslo. "
GAVE = "Japan handed over ten ambulances to the Ministry of Health of Kenya in Nairobi on 5 May 2023. "
RATIFIED = "The Parliament of Norway ratified the free trade agreement with Japan on 5 May 2023. "


def others(text: str, known: tuple[str, ...] = ("Kari Hansen", "Taro Sato")) -> list[str]:
    """`type: name country role` of everybody but `known`, by event."""
    coding = coding_of(text, "2023-05-10")
    types = {e.event_id: e.event_type for e in coding.events}
    people = (p for p in coding.participants if p.kind == "person" and p.name not in known)
    return sorted(f"{types[p.event_id]}: {p.name} {p.country} {p.role}" for p in people)


@pytest.mark.parametrize(("text", "people"), [
    # sides
    (TALKS + "The Japanese side was also represented by Ambassador Ken Mori and the Director for Europe, Yui Abe.",
        ["meeting: Ken Mori JPN participant", "meeting: Yui Abe JPN guest"]),
    (TALKS + "State Secretary Lars Moe attended the talks on the Norwegian side.", ["meeting: Lars Moe NOR host"]),
    (CONSULTED + "Deputy Minister Lars Moe headed the Norwegian side.", ["session: Lars Moe NOR chair"]),
    # present, though the sentence between tells no event of its own
    (CONSULTED + "Deputy Minister Lars Moe headed the Norwegian side. The two officials reviewed trade. Japanese Ambassador Ken Mori "
        "and the Norwegian Director for Asia, Eva Lie, were also present.",
        ["session: Eva Lie NOR participant", "session: Ken Mori JPN participant", "session: Lars Moe NOR chair"]),
    (OPENED + "Norwegian MP Lars Moe and the Japanese Ambassador, Ken Mori, were among the guests.",
        ["ceremony: Ken Mori JPN guest", "ceremony: Lars Moe NOR host"]),
    (CALLED + "Foreign Minister Lars Moe of Norway also joined the call.", ["call: Lars Moe NOR participant"]),
    (TALKS + "Japanese Ambassador Ken Mori sat in on the talks.", ["meeting: Ken Mori JPN participant"]),
    # companions
    (VISIT + "Accompanying the Minister are Deputy Minister Ken Mori and MPs Yui Abe and Jun Ito.",
        ["visit: Jun Ito JPN guest", "visit: Ken Mori JPN guest", "visit: Yui Abe JPN guest"]),
    (VISIT + "He was joined on the trip by Trade Minister Ken Mori.", ["visit: Ken Mori JPN guest"]),
    (VISIT + "In Oslo he was received by King Olav Berg of Norway.",
        ["meeting: Olav Berg NOR host", "visit: Olav Berg NOR host"]),
    # those who look on
    (SIGNED + "The signing was witnessed by Foreign Minister Kari Hansen of Norway and Minister Luc Noir of France.",
        ["signing: Luc Noir FRA observer"]),
    (SIGNED + "Looking on were Foreign Minister Luc Noir of France and Japanese Ambassador Ken Mori.",
        ["signing: Ken Mori JPN observer", "signing: Luc Noir FRA observer"]),
    # who hands over and receives, who tables
    (GAVE + "The vehicles were handed over by Ambassador Ken Mori and received by Health Minister Jane Maina.",
        ["aid: Jane Maina KEN recipient", "aid: Ken Mori JPN giver"]),
    (GAVE + "Japanese Ambassador Ken Mori handed the goods over to Minister Jane Maina of Kenya.",
        ["aid: Jane Maina KEN recipient", "aid: Ken Mori JPN giver"]),
    (RATIFIED + "Deputy Minister Lars Moe of Norway presented the agreement to the house.", ["ratification: Lars Moe NOR participant"]),
    # speakers
    (OPENED + "In his speech, Japanese Ambassador Ken Mori recalled the past.", ["ceremony: Ken Mori JPN speaker"]),
    (OPENED + "Speaking at the ceremony, Ambassador Ken Mori of Japan recalled the past.", ["ceremony: Ken Mori JPN speaker"]),
    # nobody speaks at a meeting
    (TALKS + "In his speech in parliament, Minister Luc Noir of France recalled the past.", []),
])
def test_who_else_took_part(text: str, people: list[str]) -> None:
    assert others(text) == people


@pytest.mark.parametrize(("text", "people"), [
    # the subject behind a fronted occasion
    ("At a joint press conference in Oslo on 5 May 2023, Norwegian Foreign Minister Kari Hansen and Japanese Foreign Minister Taro Sato "
        "announced new talks.", ["press_conference: Kari Hansen NOR speaker", "press_conference: Taro Sato JPN speaker"]),
    # who attends is no chair
    (CONSULTED + "The meeting, chaired by Norwegian Minister Kari Hansen, was also attended by Japanese Ambassador Ken Mori.",
        ["session: Kari Hansen NOR chair", "session: Ken Mori JPN participant"]),
    # an officer by rank alone
    ("Kenya's Chief of Defence General Tom Bett visited India on 5 May 2023. The visiting general then laid a wreath at the National War "
        "Memorial in New Delhi.", ["tribute: Tom Bett KEN guest", "visit: Tom Bett KEN guest"]),
    # two people, a title each
    ("On 5 May 2023 Defence Minister Kari Hansen of Norway received Japan's Defence Minister, Taro Sato, in Oslo. General Lars Moe, Chief "
        "of the Defence Staff, and the Japanese Ambassador, Ken Mori, joined the talks.",
        ["meeting: Kari Hansen NOR host", "meeting: Ken Mori JPN participant", "meeting: Lars Moe NOR host",
         "meeting: Taro Sato JPN guest"]),
    # members of a group, named behind it
    ("Norwegian MPs, among them Kari Hansen, Lars Moe and Eva Dahl, visited Japan on 5 May 2023.",
        ["visit: Eva Dahl NOR guest", "visit: Kari Hansen NOR guest", "visit: Lars Moe NOR guest"]),
])
def test_everybody(text: str, people: list[str]) -> None:
    assert others(text, ()) == people
