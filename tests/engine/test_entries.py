"""Inputs in a few bytes each, and copies found on disk: nothing of what was put in is lost."""
import pickle

from hypothesis import given
from hypothesis import strategies as st

from pipelines.engine.entries import Entries, Entry
from pipelines.engine.seen import OnDisk
from pipelines.ingest.folder import InMemory
from pipelines.model.document import RejectedFile

NAMES = st.text(st.characters(), max_size=9)  # lone surrogates too
KEYS = st.binary(min_size=16, max_size=16).map(bytes.hex)
OPENED = st.builds(Entry, NAMES, st.sampled_from(["a.zip", "b.txt"]), KEYS, st.none())
UNOPENED = NAMES.map(lambda name: Entry(name, "c", "", RejectedFile(name, None, ("no",))))


@given(st.lists(OPENED | UNOPENED, max_size=8))
def test_entries_come_back_as_they_went_in(given: list[Entry]) -> None:
    held = Entries()
    for one in given:
        held.append(one)
    for entries in (held, pickle.loads(pickle.dumps(held))):
        assert list(entries) == given == [entries[number] for number in range(len(entries))]
        assert entries.unopened == sum(one.unopened is not None for one in given)


@given(st.lists(st.tuples(st.sampled_from(["aa", "bb", "cc"]), st.sampled_from(["x", "y"])), max_size=8))
def test_copies_are_found_on_disk_as_in_memory(texts: list[tuple[str, str]]) -> None:
    disk, memory = OnDisk(), InMemory()
    assert [disk.before(*one) for one in texts] == [memory.before(*one) for one in texts]
