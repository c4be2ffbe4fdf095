"""What the frames of meetings, calls, sessions, conferences and press conferences find in one sentence, weak ones aside."""
import pytest
from telling import read_to_the_end, told

FAMILY = frozenset(["meeting", "call", "session", "conference", "press_conference"])
A, B, C = "Foreign Minister Kari Hansen of Norway", "Foreign Minister Taro Sato of Japan", "Foreign Minister Aino Virta of Finland"


def found(sentence: str) -> set[str]:
    """`type:status` of every candidate of these families that can make an event; {A}, {B} and {C} stand for ministers."""
    return told(sentence.replace("{A}", A).replace("{B}", B).replace("{C}", C), FAMILY)


HELD = [
    ("meeting", "{A} met {B} in Oslo."),
    ("meeting", "{A} met on Monday with {B}."),
    ("meeting", "{A} and {B} met."),
    ("meeting", "It was the first time that {A} and {B} met in Oslo."),
    ("meeting", "{A} held wide-ranging and constructive talks with {B}."),
    ("meeting", "{A} entered into talks with {B}."),
    ("meeting", "The talks in Oslo were conducted by {A} and {B}."),
    ("meeting", "A meeting of {A} with {B} took place in Oslo."),
    ("meeting", "{A} had an audience with {B}."),
    ("meeting", "{A} granted an audience to {B}."),
    ("meeting", "{B} was received in audience by {A}."),
    ("meeting", "{B} was received at the ministry on Monday by {A}."),
    ("meeting", "{B} was the guest of {A} in Oslo."),
    ("meeting", "{A} had {B} as his guest."),
    ("meeting", "{A}'s guest on Thursday was {B}."),
    ("meeting", "{A} played host to {B}."),
    ("meeting", "{B} paid a call on {A}."),
    ("meeting", "{B} paid his respects to {A}."),
    ("meeting", "{B} dropped in on {A}."),
    ("meeting", "{B} came to the office of {A}."),
    ("meeting", "{B} spent an hour with {A}."),
    ("meeting", "{A} opened his doors to {B}."),
    ("meeting", "{A} gave a dinner in honour of {B}."),
    ("meeting", "A luncheon was given by {A} for {B}."),
    ("meeting", "{A} broke bread with {B}."),
    ("meeting", "Over dinner, {A} and {B} turned to trade."),
    ("meeting", "{A} came face to face with {B}."),
    ("meeting", "{A} compared notes with {B}."),
    ("meeting", "{A} reviewed fisheries with {B}."),
    ("meeting", "{A} and {B} went over the agenda."),
    ("meeting", "{A} called on {B} to present a letter."),
    ("meeting", "Remarks by {A} and {B} before a bilateral meeting"),
    ("meeting", "Remarks at the bilateral meeting with {B}"),
    ("meeting", "{A} welcomed the 19 May meeting in Oslo, between officials from Japan and Finland."),
    ("call", "{A} spoke with {B}."),
    ("call", "{A} rang {B}."),
    ("call", "{A} called {B} on Tuesday to express sympathy."),
    ("call", "{A} got a call from {B}."),
    ("call", "{A} was on the phone with {B}."),
    ("call", "{A} discussed the floods over the telephone with {B}."),
    ("call", "{A} and {B} met by video link."),
    ("call", "{A} held an online meeting with {B}."),
    ("call", "{A} met virtually on Monday with {B}."),
    ("call", "{A} held a secure video call with {B}."),
    ("call", "{A} spoke separately on Monday with {B} and {C}."),
    ("call", "A phone conversation took place between {A} and {B}."),
    ("session", "Norway and Japan held the eighth round of political consultations."),
    ("session", "Consular consultations between Norway and Japan were held in Oslo."),
    ("session", "The Norway-Japan Joint Committee gathered for its seventh session in Oslo."),
    ("session", "The joint commission met for the fifth time in Oslo."),
    ("session", "Norway and Japan convened high-level consultations in Oslo."),
    ("session", "The first was held in Oslo in 2019."),
    ("session", "{A} and {B} chaired the consultations."),
    ("session", "The consultations were co-chaired by {A} and {B}."),
    ("conference", "{A} met trilaterally with {B} and {C}."),
    ("conference", "{A}, {B} and {C} held three-way talks."),
    ("conference", "{A} hosted three counterparts in Oslo."),
    ("conference", "{A} took part in the Oslo Energy Forum."),
    ("conference", "The Oslo Energy Forum opened on Monday."),
    ("press_conference", "{A} and {B} held a joint press conference."),
    ("press_conference", "{A} and {B} faced the press together."),
    ("press_conference", "Journalists were briefed by {A} and {B}."),
]
PLANNED = [
    ("meeting", "{A} will meet {B} on Friday."),
    ("meeting", "{B} is to be received by {A}."),
    ("meeting", "{A} looks forward to seeing {B}."),
    ("meeting", "{A} will be meeting {B} on Saturday."),
    ("meeting", "{A} expects to have bilateral meetings with {B} and {C}."),
    ("meeting", "Discussions with {B} will be wide-ranging."),
    ("call", "{A} will hold a phone call with {B}."),
    ("session", "The next round of consultations will take place in Oslo."),
    ("conference", "{A} will attend the Oslo Energy Forum."),
]
NOTHING = [
    "The government will meet the commitments of the United Nations.",
    "{A} wants to meet the deadline.",
    "Norway meets Japan in the World Cup on Sunday.",
    "{A} called {B} a friend.",
    "{A} welcomed the decision of {B}.",
    "{A} received a letter from {B}.",
    "{A} calls on all ministers to accept the outcome.",
    "{A} confirmed the need for continued bilateral dialogue with {B}.",
    "The plan consists of holding regular meetings.",
    "{A} welcomed {B}'s support.",
    "You will have seen that {A} resigned.",
    "{A} said at a press conference that inflation was low.",
    "{A} tabled the budget.",
]


@pytest.mark.parametrize(("event_type", "sentence"), HELD)
def test_held(event_type: str, sentence: str) -> None:
    assert f"{event_type}:held" in found(sentence)


@pytest.mark.parametrize(("event_type", "sentence"), PLANNED)
def test_planned(event_type: str, sentence: str) -> None:
    assert f"{event_type}:planned" in found(sentence)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    assert found(sentence) == set()


@pytest.mark.parametrize("words", [" talks with", " N0 and", " the first round of", " a joint"])
def test_degenerate_lines_end(words: str) -> None:
    read_to_the_end(words, FAMILY)
