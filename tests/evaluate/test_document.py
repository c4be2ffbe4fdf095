"""Scoring: what is found, what is coded, and the tallies (right, false, missed) that follow."""
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sides import DAY, FIRST, SECOND, TEXT, agreement, event, person, side

from pipelines.evaluate.document import score

BERG, LUND = person("Anna Berg"), person("Nils Lund", country="SWE", role="guest")
OTHER_DAY = date(2020, 5, 9)
NO_DAY = {"start": None, "end": None}

EVENTS = [
    ("the same row", [event()], [event()], (1, 0, 0)),
    ("nothing found", [], [event()], (0, 0, 1)),
    ("nothing coded", [event()], [], (0, 1, 0)),
    ("another type", [event(type="visit")], [event()], (0, 1, 1)),
    ("another sentence, another day", [event(spans=[SECOND], start=OTHER_DAY)], [event()], (0, 1, 1)),
    ("another sentence, same day, nobody in common", [event(spans=[SECOND])], [event()], (0, 1, 1)),
    ("another sentence, same day, one person", [event(spans=[SECOND], people=[BERG])], [event(people=[BERG])], (1, 0, 0)),
    ("another sentence, no day, one person", [event(spans=[SECOND], people=[BERG], **NO_DAY)], [event(people=[BERG], **NO_DAY)], (0, 1, 1)),
    ("same sentence, all else different", [event(start=None, status="planned", country=None)], [event()], (1, 0, 0)),
    ("one coded, found twice", [event(), event("e2")], [event()], (1, 1, 0)),
    ("two coded, found once", [event()], [event(), event("e2")], (1, 0, 1)),
    ("coded as optional and not found", [], [event(optional=True)], (0, 0, 0)),
    ("coded as optional and found", [event()], [event(optional=True)], (0, 0, 0)),
    ("optional beside asked: the asked one is paired", [event()], [event(optional=True), event("e2")], (1, 0, 0)),
    ("background coded, not found", [], [event(background=True)], (0, 0, 0)),
    ("background found, not coded", [event(background=True)], [], (0, 0, 0)),
    ("background on both sides", [event(background=True)], [event(background=True)], (0, 0, 0)),
    ("found as news, coded as background", [event()], [event(background=True)], (0, 1, 0)),
    ("found as news, coded as optional background", [event()], [event(background=True, optional=True)], (0, 0, 0)),
    ("found as background, coded as news", [event(background=True)], [event()], (0, 0, 1)),
]


def tally(found, coded, table):
    return tuple(score("t", TEXT, side(*found), side(*coded)).tallies[("table", table)])


@pytest.mark.parametrize(("found", "coded", "expected"), [case[1:] for case in EVENTS], ids=[case[0] for case in EVENTS])
def test_events(found, coded, expected):
    assert tally(found, coded, "events") == expected


def test_any_type_needs_the_sentence_alone():
    assert tally([event(type="visit")], [event()], "events, any type") == (1, 0, 0)
    assert tally([event(spans=[SECOND], people=[BERG])], [event(people=[BERG])], "events, any type") == (0, 1, 1)


PEOPLE = [
    ("both found", [event(people=[BERG, LUND])], [event(people=[LUND, BERG])], (2, 0, 0)),
    ("one missed, one false", [event(people=[BERG])], [event(people=[LUND])], (0, 1, 1)),
    ("spelled with an initial", [event(people=[person("A. Berg")])], [event(people=[BERG])], (1, 0, 0)),
    ("found without a name", [event(people=[person(None)])], [event(people=[BERG])], (0, 1, 1)),
    ("named twice", [event(people=[BERG, BERG])], [event(people=[BERG])], (1, 1, 0)),
    ("event missed: all its people are", [], [event(people=[BERG, LUND])], (0, 0, 2)),
    ("event false: all its people are", [event(people=[BERG, LUND])], [], (0, 2, 0)),
    ("event only background: its people are false", [event(people=[BERG])], [event(background=True, people=[BERG])], (0, 1, 0)),
    ("event optional", [event(people=[BERG])], [event(optional=True, people=[LUND])], (0, 0, 0)),
    ("found as background", [event(background=True, people=[BERG])], [event(people=[BERG])], (0, 0, 1)),
    (
        "of an optional event in the same sentence: excused",
        [event(people=[BERG, LUND])],
        [event(people=[BERG]), event("e2", type="ceremony", optional=True, people=[LUND])],
        (1, 0, 0),
    ),
]


@pytest.mark.parametrize(("found", "coded", "expected"), [case[1:] for case in PEOPLE], ids=[case[0] for case in PEOPLE])
def test_participants(found, coded, expected):
    assert tally(found, coded, "participants") == expected


AGREEMENTS = [
    ("the same row", [agreement()], [agreement()], (1, 0, 0)),
    ("another type", [agreement(type="plan")], [agreement()], (0, 1, 1)),
    ("other goes with every type", [agreement(type="other")], [agreement()], (1, 0, 0)),
    ("another sentence", [agreement(spans=[FIRST])], [agreement()], (0, 1, 1)),
    ("optional", [agreement()], [agreement(optional=True)], (0, 0, 0)),
    ("one of two", [agreement()], [agreement("x"), agreement("y")], (1, 0, 1)),
]


@pytest.mark.parametrize(("found", "coded", "expected"), [case[1:] for case in AGREEMENTS], ids=[case[0] for case in AGREEMENTS])
def test_agreements(found, coded, expected):
    assert tally(found, coded, "agreements") == expected


def test_parties_decide_between_two_documents_of_one_sentence():
    found, coded = agreement(type="plan", parties=frozenset({"FIN"})), agreement("y", type="plan", parties=frozenset({"FIN"}))
    sheet = score("t", TEXT, side(found), side(agreement("x", type="plan"), coded))
    assert tuple(sheet.tallies[("field", "agreement parties")]) == (1, 0, 0)


STARTS = [([0, 28], [0, 28], (2, 0, 0)), ([3], [0], (1, 0, 0)), ([4], [0], (0, 1, 1)), ([0, 1], [0], (1, 1, 0)), ([], [0], (0, 0, 1))]


@pytest.mark.parametrize(("found", "coded", "expected"), STARTS)
def test_item_starts(found, coded, expected):
    sheet = score("t", TEXT, side(starts=found), side(starts=coded))
    assert tuple(sheet.tallies[("table", "item starts")]) == expected


def test_white_space_before_an_item_is_slack():
    sheet = score("t", "one\n\n      \ntwo", side(starts=[3]), side(starts=[12]))
    assert tuple(sheet.tallies[("table", "item starts")]) == (1, 0, 0)


FIELDS = [
    ("event status", {"status": "planned"}, {}, (0, 1, 0)),
    ("event dates", {"end": OTHER_DAY}, {}, (0, 1, 0)),
    ("event dates", {"start": None, "end": None}, {"start": None, "end": None}, (1, 0, 0)),
    ("event country", {"country": None}, {"country": None}, (1, 0, 0)),
    ("event country", {"country": None}, {}, (0, 1, 0)),
    ("event city", {"city": "Malmo"}, {"city": "Malmö"}, (1, 0, 0)),
    ("event city", {"city": None}, {"city": "Malmö"}, (0, 1, 0)),
    ("event city", {"city": "Malmö"}, {"city": None}, (0, 0, 0)),
    ("event countries", {"countries": frozenset({"NOR"})}, {}, (0, 1, 0)),
]


@pytest.mark.parametrize(("name", "found", "coded", "expected"), FIELDS)
def test_fields(name, found, coded, expected):
    sheet = score("t", TEXT, side(event(**found)), side(event(**coded)))
    assert tuple(sheet.tallies[("field", name)]) == expected


VISIT = event("v", type="visit", spans=[SECOND])
PARENTS = [
    ("right", [event(parent="v"), VISIT], [event(parent="v"), VISIT], (1, 0, 0)),
    ("none", [event(), VISIT], [event(parent="v"), VISIT], (0, 1, 0)),
    ("not coded", [event(parent="v"), VISIT], [event(), VISIT], (0, 0, 0)),
    ("parent missed", [event()], [event(parent="v"), VISIT], (0, 1, 0)),
    ("parent optional and not found", [event()], [event(parent="v"), event("v", type="visit", spans=[SECOND], optional=True)], (0, 0, 0)),
]


@pytest.mark.parametrize(("found", "coded", "expected"), [case[1:] for case in PARENTS], ids=[case[0] for case in PARENTS])
def test_parents(found, coded, expected):
    assert tuple(score("t", TEXT, side(*found), side(*coded)).tallies[("field", "event parent")]) == expected


def test_people_are_judged_on_country_office_and_role():
    found = person("Anna Berg", country=None, office="official", role="guest")
    tallies = score("t", TEXT, side(event(people=[found])), side(event(people=[BERG]))).tallies
    assert [tuple(tallies[("field", f"person {name}")]) for name in ("country", "office", "role")] == [(0, 1, 0)] * 3


def test_types_and_rules_are_counted_apart():
    found = side(event(rule="met"), event("e2", type="visit", spans=[SECOND], rule="went"))
    tallies = score("t", TEXT, found, side(event(), event("e3", type="award", spans=[SECOND]))).tallies
    groups = {key: tuple(value) for key, value in tallies.items() if key[0] in ("event type", "event rule")}
    assert groups == {
        ("event type", "meeting"): (1, 0, 0),
        ("event type", "visit"): (0, 1, 0),
        ("event type", "award"): (0, 0, 1),
        ("event rule", "met"): (1, 0, 0),
        ("event rule", "went"): (0, 1, 0),
    }


def test_every_error_is_listed_with_its_sentence():
    found = side(event(status="planned", people=[person("Kim Dahl")]), event("e2", type="visit", spans=[(35, 39)], rule="went"))
    faults = score("text9", TEXT, found, side(event(people=[BERG]), agreement())).faults
    assert [str(fault) for fault in faults] == [
        "text9 | false event | visit | held, 2020-05-04, by went | Second line about a visit.",
        "text9 | wrong event status | meeting | planned instead of held | First line about a meeting.",
        "text9 | false person | meeting | Kim Dahl (NOR, host) | First line about a meeting.",
        "text9 | missed person | meeting | Anna Berg (NOR, host) of a found event | First line about a meeting.",
        "text9 | missed agreement | treaty | signed, 2020-05-04 | Third line about a signing.",
    ]


rows = st.builds(
    event,
    id=st.uuids().map(str),
    type=st.sampled_from(["meeting", "visit"]),
    spans=st.lists(st.sampled_from([FIRST, SECOND]), max_size=2),
    people=st.lists(st.sampled_from([BERG, LUND]), max_size=2, unique=True),
    start=st.sampled_from([DAY, OTHER_DAY, None]),
    background=st.booleans(),
)


@given(st.lists(rows, max_size=4), st.lists(st.tuples(rows, st.booleans()), max_size=4))
def test_every_row_is_counted_once(found, coded):
    from dataclasses import replace

    wanted = [replace(row, optional=optional) for row, optional in coded]
    right, false, missed = tally(found, wanted, "events")
    assert right + missed == sum(row.asked for row in wanted)
    assert right + false <= sum(not row.background for row in found)


@given(st.lists(rows.filter(lambda row: row.spans), max_size=4))
def test_a_coding_agrees_with_itself(coded):
    tallies = score("t", TEXT, side(*coded), side(*coded)).tallies
    assert all(tally.false == tally.missed == 0 for key, tally in tallies.items() if key[0] == "table")
