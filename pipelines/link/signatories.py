"""Names of signatories to the entities of the same document's participants.

What does not belong here: who signed (that is `coding`). A name that no participant of the document bears has no entity.
"""
from collections.abc import Mapping, Sequence

from pipelines.model.record import Agreement, Coding, Participant
from pipelines.recognize.names import POSSIBLE, similarity


def find_signatories(codings: Sequence[Coding], entity_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """agreement_id -> entity_ids in the order of the names, each once."""
    found = {}
    for coding in codings:
        people: dict[str, list[Participant]] = {}
        for one in coding.participants:
            if one.kind == "person" and one.name and one.participant_id in entity_of:
                people.setdefault(one.document_id, []).append(one)
        for agreement in coding.agreements:
            chosen = (_bearer(name, agreement, people.get(agreement.document_id, [])) for name in agreement.signatories)
            found[agreement.agreement_id] = tuple(dict.fromkeys(entity_of[one.participant_id] for one in chosen if one))
    return {agreement: entities for agreement, entities in found.items() if entities}


def _bearer(name: str, agreement: Agreement, people: list[Participant]) -> Participant | None:
    """The participant of that name: the same words, at the signing, most alike; ties go to the first."""
    def fit(one: Participant) -> tuple[bool, bool, float]:
        return one.name == name, one.event_id == agreement.event_id, similarity(one.name or "", name)

    alike = [one for one in people if one.name == name or similarity(one.name or "", name) >= POSSIBLE]
    return max(alike, key=fit, default=None)
