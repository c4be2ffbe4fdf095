"""A small world to publish: two texts, a visit with a meeting and a signing, an announcement told elsewhere."""
from dataclasses import replace
from datetime import date
from hashlib import sha256

from pipelines import ids
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Agreement, Coding, Event, Participant
from pipelines.publish.records import NoLinks, Records

HELD = (
    "Visit to Norway\n\nThe Foreign Minister of Serbia visited Oslo on 3 May 2021. "
    "She met her Norwegian counterpart. They signed an agreement on trade.\n\nPrint this page\n"
)
ANNOUNCED = "The Foreign Minister of Serbia will visit Oslo in May 2021.\n"
DAY = date(2021, 5, 3)
MINISTER = "ent_00000000000000aa"


def document(name: str, text: str) -> Document:
    digest = sha256(text.encode()).hexdigest()
    return Document(ids.document_id(digest), name, digest, "text/plain", "utf-8", "en", text)


def segment(of: Document, position: int, kind: str, start: int, end: int) -> Segment:
    return Segment(ids.segment_id(of.document_id, start, kind), of.document_id, position, kind, start, end)


def event(of: Document, inside: Segment, event_type: str, words: str, **changes) -> Event:
    start = of.text.index(words)
    end = start + len(words)
    made = Event(
        event_id=ids.event_id(of.document_id, start, end, event_type), document_id=of.document_id, segment_id=inside.segment_id,
        parent_event_id=None, event_type=event_type, status="held", is_background=False, start_date=DAY, end_date=DAY, date_precision="day",
        date_basis="stated", date_as_written="3 May 2021", date_edtf="2021-05-03", not_before=None, not_after=None, country="NOR",
        city="Oslo", venue=None, latitude=59.91, longitude=10.75, geonames_id=3143244, countries=("SRB", "NOR"), visit_category=None,
        body_name=None, session_number=None, topics=("diplomacy",), rule="test", confidence=0.9, char_start=start, char_end=end,
    )
    return replace(made, **changes)


def participant(of: Document, at: Event, words: str, **changes) -> Participant:
    start = of.text.index(words)
    made = Participant(
        ids.participant_id(at.event_id, start, start + len(words), "person"), at.event_id, of.document_id, "person", None, None, "SRB",
        "minister_foreign", "Foreign Minister", None, None, "guest", None, "office", None, start, start + len(words),
    )
    return replace(made, **changes)


def agreement(of: Document, inside: Segment, at: Event, words: str) -> Agreement:
    start = of.text.index(words)
    return Agreement(
        ids.agreement_id(of.document_id, start, start + len(words), "agreement"), at.event_id, of.document_id, inside.segment_id,
        "agreement", "agreement on trade", "signed", False, DAY, DAY, "day", "inferred", "Oslo", "NOR", ("SRB", "NOR"), ("a name",),
        ("trade",), 1, None, "test", None, start, start + len(words),
    )


def records() -> Records:
    """Two documents, three segments, four events, three participants, one agreement, one entity, one tenure, one unreadable file."""
    one, two = document("b.txt", HELD), document("a.txt", ANNOUNCED)
    cut = HELD.index("Print")
    item, foot = segment(one, 0, "item", 0, cut), segment(one, 1, "boilerplate", cut, len(HELD))
    whole = segment(two, 0, "item", 0, len(ANNOUNCED))
    visit = event(one, item, "visit", "visited Oslo on 3 May 2021", visit_category="official")
    meeting = event(one, item, "meeting", "She met her Norwegian counterpart", parent_event_id=visit.event_id)
    signing = event(one, item, "signing", "They signed an agreement on trade", parent_event_id=visit.event_id, topics=("trade",))
    month = {"start_date": date(2021, 5, 1), "end_date": date(2021, 5, 31), "date_precision": "month"}
    plan = event(two, whole, "visit", "will visit Oslo in May 2021", status="planned", **month)
    who = [(one, visit, "Foreign Minister of Serbia"), (one, meeting, "She"), (two, plan, "Foreign Minister")]
    people = [participant(*each) for each in who]
    signed = agreement(one, item, signing, "an agreement on trade")
    seen = {"first_seen_on": DAY, "last_seen_on": DAY}
    links = NoLinks(
        entities=[{"entity_id": MINISTER, "kind": "person", "name": "A. Minister", "aliases": [], "country": "SRB", "n_events": 3, **seen}],
        tenures=[{"entity_id": MINISTER, "office": "minister_foreign", "office_as_written": "Foreign Minister", "organization": None,
                  "country": "SRB", **seen}],
        entity_of={person.participant_id: MINISTER for person in people},
        occasion_of={visit.event_id: ids.mint("occ", "visit"), plan.event_id: ids.mint("occ", "visit")},
        preceded_by={visit.event_id: plan.event_id},
        signatories_of={signed.agreement_id: [MINISTER]},
    )
    codings = [Coding((visit, meeting, signing), tuple(people[:2]), (signed,)), Coding((plan,), tuple(people[2:]))]
    return Records([one, two], [RejectedFile("c.pdf", None, ("is encrypted",))], [item, foot, whole], codings, links)
