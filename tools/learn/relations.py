"""To which occasion others belong and which roles people had, after codings and labels: the questions from which both are learnt."""

from collections.abc import Iterator
from itertools import chain

from pipelines.coding.events import peopled_drafts, related_drafts
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.lineage import kin_features, orphan, parents_among, possible
from pipelines.coding.learned.parts import ROLES, part_features, parts
from tools.learn.choice import Question
from tools.learn.examples import items_of
from tools.learn.labels import Labelled, Report
from tools.learn.people import match, same_name


def parent_questions(text: Labelled) -> Iterator[Question]:
    """To which of the other drafts of its item, or to none, each found occasion belongs; one whose parent is not found asks nothing."""
    if any(r.parent is not None for r in text.reports):
        yield from (question for item in items_of(text) for question in kin_of(text, item))


def kin_of(text: Labelled, item: Item) -> Iterator[Question]:
    drafts = peopled_drafts(item)
    matched, parents = match(text, drafts), parents_among(drafts)
    report_of = {id(report): draft for draft in drafts if (report := matched.get(id(draft))) is not None}
    for draft in drafts:
        report = matched.get(id(draft))
        right = None if report is None or report.parent is None else parent_of(text, report, report_of)
        if right is not None:
            asked = possible(parents, draft)
            number = 0 if right is draft else next((n for n, kin in enumerate(asked, 1) if kin.parent is right), None)
            answers = chain([orphan(draft, len(asked))], map(kin_features, asked))
            if number is not None:
                yield Question(tuple(frozenset(each) for each in answers), number)


def parent_of(text: Labelled, report: Report, found: dict[int, Draft]) -> Draft | None:
    """The draft that is the report's parent; its own draft if it has none; None if the parent is not found."""
    assert report.parent is not None
    return found.get(id(report) if report.parent < 0 else id(text.reports[report.parent]))


def role_questions(text: Labelled) -> Iterator[Question]:
    """Which role everybody had whom a found occasion has and a label or coding gives one."""
    if any(r.roles for r in text.reports):
        yield from (question for item in items_of(text) for question in roles_of(text, item))


def roles_of(text: Labelled, item: Item) -> Iterator[Question]:
    drafts = related_drafts(item)
    matched = match(text, drafts)
    for draft in drafts:
        told = matched[id(draft)].roles if id(draft) in matched else ()
        for part in parts(item, draft):
            role = next((role for name, role in told if same_name(name, part.party.person.name or "")), None)
            if role in ROLES:
                yield Question(tuple(frozenset(part_features(part, each)) for each in ROLES), ROLES.index(role))
