"""Linking: who is the same across texts, what was told twice, what had been announced."""
import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.link import Linked, link
from pipelines.link.organizations import key_of
from pipelines.model.document import Document
from pipelines.model.record import Agreement, Coding, Event, Participant

DAY = date(2024, 6, 14)
PEOPLE = {
    "A": ("Nadir Quliyev", "AZE", "minister_defense"),
    "a": ("N. Quliyev", "AZE", "minister_defense"),
    "x": ("Quliyev", "AZE", "minister_defense"),
    "w": ("Quliyev", None, None),
    "N": ("Nadir Quliyev", None, None),
    "T": ("Nadir Quliyev", "TUR", "official"),
    "E": ("Eldar Quliyev", "AZE", "ambassador"),
    "B": ("Goran Petrov", "SRB", "minister_defense"),
    "b": ("Goran Petroff", "SRB", "minister_defense"),
    "C": ("Ana Savic", "SRB", "head_of_state"),
}


def told(
    number: int, who: str, day: date | None = DAY, event_type: str = "meeting", status: str = "held",
    countries: tuple[str, ...] = ("AZE", "SRB"), city: str | None = None, published: date | None = None, bodies: tuple[str, ...] = (),
) -> tuple[Document, Coding]:
    """A document that tells one event; `who` are keys of PEOPLE."""
    document, event = f"doc_{number:016x}", f"evt_{number:016x}"
    precision, basis = ("day", "stated") if day else ("none", "none")
    row = Event(
        event, document, f"seg_{number:016x}", None, event_type, status, False, day, day, precision, basis, None, None, None, None, None,
        city, None, None, None, None, countries, None, None, None, (), "rule", None, 0, 9)
    people = [
        Participant(f"par_{number:012x}{place:04x}", event, document, "person", name, name, country, office, office, None, None,
                    "participant", None, "named", None, place, place + 1)
        for place, (name, country, office) in enumerate(PEOPLE[key] for key in who)]
    people += [
        Participant(f"par_{number:012x}{place:04x}", event, document, kind, name, name, country, None, None, None, None,
                    "participant", None, "named", None, place, place + 1)
        for place, (kind, name, country) in enumerate((body.split(":") for body in bodies), 100)]
    made = Document(document, f"{number}.txt", f"{number:064x}", "text/plain", "utf-8", "en", "x" * 200, published_on=published)
    return made, Coding((row,), tuple(people), ())


def linked(*reports: tuple[Document, Coding]) -> Linked:
    return link([document for document, _ in reports], [coding for _, coding in reports])


def groups(found: Linked, kind: str = "person") -> list[set[str]]:
    """Names (with aliases) of every entity of a kind."""
    return sorted(({str(row["name"]), *row["aliases"]} for row in found.entities if row["kind"] == kind), key=sorted)  # type: ignore[misc]


@pytest.mark.parametrize(("first", "second", "entities"), [
    ("A", "A", 1), ("A", "a", 1), ("A", "x", 1), ("A", "N", 1), ("B", "b", 1),
    ("A", "E", 2), ("A", "T", 2), ("E", "x", 2), ("A", "w", 2), ("A", "B", 2),
])
def test_who_is_one_person_across_texts(first: str, second: str, entities: int) -> None:
    assert len(linked(told(1, first), told(2, second)).entities) == entities


def test_a_name_without_country_joins_nobody_where_two_fit() -> None:
    assert len(linked(told(1, "A"), told(2, "T"), told(3, "N")).entities) == 3


def test_a_surname_a_generation_later_is_another_person() -> None:
    assert len(linked(told(1, "A"), told(2, "x", day=DAY + timedelta(days=30 * 365))).entities) == 2


def test_entity_row() -> None:
    found = linked(told(1, "AB", DAY), told(2, "aC", date(2023, 1, 2)))
    row = next(row for row in found.entities if row["name"] == "Nadir Quliyev")
    assert (row["aliases"], row["country"], row["n_events"]) == (["N. Quliyev"], "AZE", 2)
    assert (row["first_seen_on"], row["last_seen_on"]) == (date(2023, 1, 2), DAY)


def test_tenures_are_seen_on_days_that_happened() -> None:
    found = linked(told(1, "A", DAY), told(2, "A", date(2030, 1, 1), status="planned", published=date(2024, 7, 1)))
    row, = found.tenures
    assert (row["office"], row["first_seen_on"], row["last_seen_on"]) == ("minister_defense", DAY, date(2024, 7, 1))


@pytest.mark.parametrize(("second", "one_occasion"), [
    (told(2, "AB"), True),
    (told(2, "ab"), True),
    (told(2, "A"), True),
    (told(2, "AB", event_type="session"), True),
    (told(2, "AB", city="Baku"), True),
    (told(2, "AC"), False),
    (told(2, ""), False),
    (told(2, "AB", day=DAY + timedelta(days=1)), False),
    (told(2, "AB", day=None), False),
    (told(2, "AB", event_type="signing"), False),
    (told(2, "AB", status="planned"), False),
    (told(2, "AB", city="Ganja"), False),
    (told(2, "AB", countries=("ARM", "GEO")), False),
])
def test_reports_of_one_occasion(second: tuple[Document, Coding], one_occasion: bool) -> None:
    found = linked(told(1, "AB", city="Baku"), second)
    assert (len(set(found.occasion_of.values())) == 1) is one_occasion
    assert len(found.occasion_of) == 2


def test_two_rows_of_one_segment_are_two_occasions() -> None:
    document, coding = told(1, "AB")
    others = tuple(replace(one, event_id="evt_2", participant_id=f"{one.participant_id}x") for one in coding.participants)
    again = Coding((*coding.events, replace(coding.events[0], event_id="evt_2")), (*coding.participants, *others))
    assert len(set(linked((document, again)).occasion_of.values())) == 2


def test_a_vague_report_does_not_join_two_occasions() -> None:
    found = linked(told(1, "AB"), told(2, "AC"), told(3, "A"))
    assert len(set(found.occasion_of.values())) == 2


@pytest.mark.parametrize(("announced", "preceded"), [
    (told(1, "AB", status="planned", published=DAY - timedelta(days=9)), True),
    (told(1, "A", status="planned", published=DAY - timedelta(days=9)), True),
    (told(1, "AB", day=None, status="planned", published=DAY - timedelta(days=9)), True),
    (told(1, "AB", day=DAY - timedelta(days=2), status="planned", published=DAY - timedelta(days=9)), True),
    (told(1, "AB", day=None, status="planned", published=DAY - timedelta(days=400)), False),
    (told(1, "AB", day=None, status="planned"), False),
    (told(1, "AB", status="planned", published=DAY + timedelta(days=1)), False),
    (told(1, "AC", status="planned", published=DAY - timedelta(days=9)), False),
    (told(1, "AB", day=DAY + timedelta(days=40), status="planned", published=DAY - timedelta(days=9)), False),
    (told(1, "AB", event_type="visit", status="planned", published=DAY - timedelta(days=9)), False),
])
def test_announcements(announced: tuple[Document, Coding], preceded: bool) -> None:
    found = linked(announced, told(2, "AB"))
    assert bool(found.preceded_by) is preceded


@pytest.mark.parametrize(("a", "b", "same"), [
    ("Ministry of Defence", "the Defense Ministry", True),
    ("Milli Majlis", "the Milli Majlis", True),
    ("Embassy of Serbia", "Embassy of Sweden", False),
])
def test_organizations_by_their_telling_words(a: str, b: str, same: bool) -> None:
    assert (key_of(a) == key_of(b)) is same


def test_organizations_and_delegations() -> None:
    found = linked(
        told(1, "AB", bodies=("organization:Ministry of Defence:SRB", "delegation:Serbian delegation:SRB")),
        told(2, "AB", bodies=("organization:the Ministry of Defense:SRB", "delegation:delegation led by the minister:SRB")),
        told(3, "AB", day=DAY + timedelta(days=90), bodies=("organization:Ministry of Defense:AZE", "delegation:Serbian delegation:SRB")))
    assert groups(found, "organization") == [{"Ministry of Defence", "the Ministry of Defense"}, {"Ministry of Defense"}]
    assert len(groups(found, "delegation")) == 2


def test_signatories_become_entities() -> None:
    document, coding = told(1, "AB")
    event = coding.events[0]
    agreement = Agreement(
        "agr_1", event.event_id, document.document_id, event.segment_id, "plan", "plan", "signed", False, DAY, DAY, "day", "stated",
        None, None, ("AZE", "SRB"), ("Goran Petrov", "N. Quliyev", "Nobody Here"), (), 1, None, "rule", None, 0, 9)
    found = link([document], [Coding(coding.events, coding.participants, (agreement,))])
    names = {row["entity_id"]: row["name"] for row in found.entities}
    assert [names[e] for e in found.signatories_of["agr_1"]] == ["Goran Petrov", "Nadir Quliyev"]


def test_the_order_of_files_plays_no_part() -> None:
    reports = [told(1, "AB"), told(2, "ax"), told(3, "bC"), told(4, "N", published=DAY)]
    seen = set()
    for order in permutations(reports):
        found = linked(*order)
        seen.add((
            tuple(sorted(str(sorted(row.items())) for row in found.entities)), tuple(sorted(found.entity_of.items())),
            tuple(sorted(found.occasion_of.items())), tuple(sorted(str(sorted(row.items(), key=str)) for row in found.tenures))))
    assert len(seen) == 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text("ABCEaxbNTw", max_size=4), st.integers(0, 40), st.sampled_from(["held", "planned"])), max_size=12))
def test_everything_has_exactly_one_place(world: list[tuple[str, int, str]]) -> None:
    reports = [told(n, "".join(dict.fromkeys(who)), DAY + timedelta(days=day), status=status) for n, (who, day, status) in enumerate(world)]
    found = linked(*reports)
    ids = [row["entity_id"] for row in found.entities]
    assert len(ids) == len(set(ids))
    assert set(found.entity_of.values()) == set(ids)
    assert set(found.entity_of) == {p.participant_id for _, coding in reports for p in coding.participants}
    assert set(found.occasion_of) == {e.event_id for _, coding in reports for e in coding.events}
    assert set(found.preceded_by) <= set(found.occasion_of)


def test_many_texts_stay_linear() -> None:
    dice = random.Random(3)
    reports = [told(n, "".join(dice.sample("ABCE", 2)), DAY + timedelta(days=dice.randrange(2000))) for n in range(3000)]
    assert len(linked(*reports).entities) == 4


def test_nothing_in_nothing_out() -> None:
    assert linked() == Linked([], [])
