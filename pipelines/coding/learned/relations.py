"""To which other occasion one belongs, and which role everybody had in it: of all answers the likeliest by what was learnt."""

from collections.abc import Sequence

from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.learned.choosing import likeliest, weights
from pipelines.coding.learned.lineage import kin_features, orphan, parents_among, possible
from pipelines.coding.learned.parts import ROLES, clues, parts

ALIKE = frozenset(["signing", "session", "call", "press_conference"])  # both sign, both chair, both speak, or neither is told to
ONE_HOST = frozenset(["meeting", "visit", "site_visit", "ceremony", "session", "credentials"])  # one side receives the other
PARENTS, PARTS = "learned_parents.tsv.gz", "learned_roles.tsv.gz"


def settle_parents(drafts: Sequence[Draft]) -> None:
    """The parent of every draft that is news; all are judged by what rules say before any is changed."""
    news, parents = [d for d in drafts if not d.background], parents_among(drafts)
    chosen = [(d, likeliest_parent(d, parents)) for d in news]
    for draft in news:
        draft.parent = None
    for draft, parent in chosen:
        if parent is not None and not descends(parent, draft):
            draft.parent = parent


def likeliest_parent(draft: Draft, parents: Sequence[Draft]) -> Draft | None:
    asked = possible(parents, draft)
    best = likeliest(PARENTS, [orphan(draft, len(asked)), *map(kin_features, asked)])
    return asked[best - 1].parent if best else None


def descends(draft: Draft | None, other: Draft) -> bool:
    """Does `draft` belong to `other`, be it over others?"""
    while draft is not None and draft is not other:
        draft = draft.parent
    return draft is other


def settle_parts(item: Item, drafts: Sequence[Draft]) -> None:
    """The role of everybody; all of a draft are judged by what rules say before any is changed."""
    for draft in drafts:
        those = parts(item, draft)
        judged = [(p.party, weights(PARTS, ROLES, set(clues(p)))) for p in those]
        home = receiving(judged) if draft.event_type in ONE_HOST else None
        for party, chances in judged:
            party.role = best_role(chances, may_host=home in (None, party.person.country))
        if draft.event_type in ALIKE:
            settle_pair([judged[n] for n, part in enumerate(those) if not part.order])


def settle_pair(heads: Sequence[tuple[Party, list[int]]]) -> None:
    """Where two countries take part, those who stand first have one role: the likeliest for both together.

    Of 1,700 such pairs that were labelled all but one in a hundred have.
    """
    if len(heads) == len({party.person.country for party, _ in heads} - {None}) == 2:
        both = best_role([one + other for one, other in zip(*(chances for _, chances in heads), strict=True)])
        for party, _ in heads:
            party.role = both


def best_role(chances: Sequence[int], *, may_host: bool = True) -> str:
    return max((role for role in ROLES if may_host or role != "host"), key=lambda role: chances[ROLES.index(role)])


def receiving(judged: Sequence[tuple[Party, list[int]]]) -> str | None:
    """The country that receives: that of whoever is a host beyond any doubt; None where nobody looks like one."""
    hosts = [(party.person.country, sorted(chances)) for party, chances in judged if best_role(chances) == "host"]
    return max(hosts, key=lambda host: host[1][-1] - host[1][-2])[0] if hosts else None
