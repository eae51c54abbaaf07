"""The chain of the ledger shows every change that is made to it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.record import (
    EMPTY_CHAIN_HASH,
    ChainFault,
    ChainHead,
    Completion,
    Correction,
    Entry,
    Fault,
    Mode,
    anchor_faults,
    chain_faults,
    linked_entry,
)

NOW = datetime(2026, 3, 2, 11, tzinfo=UTC)
COMPLETION = Completion(
    PersonId("asa"),
    "SK-1",
    ModuleId("nycklar"),
    "2026.1",
    "f" * 64,
    Mode.SOLO,
    date(2026, 1, 1),
    date(2026, 4, 1),
    date(2026, 3, 2),
    None,
    "0.1.0",
)


def chain(*contents: str) -> list[Entry]:
    """A chain of entries with these contents."""
    entries: list[Entry] = []
    for number, content in enumerate(contents, start=1):
        previous = entries[-1].hash if entries else EMPTY_CHAIN_HASH
        entries.append(linked_entry(number, NOW, "completed", content, previous))
    return entries


CHAINS = st.lists(st.text(), min_size=1, max_size=8).map(lambda texts: chain(*texts))


@pytest.mark.parametrize("valid_to", [None, date(2027, 3, 2)])
def test_a_completion_comes_back_as_it_was_written(valid_to: date | None) -> None:
    completion = replace(COMPLETION, valid_to=valid_to)

    assert Completion.from_content(completion.content()) == completion


def test_a_correction_names_fields_but_no_values_of_theirs() -> None:
    correction = Correction(PersonId("asa"), date(2026, 3, 2), ("name", "unit"), "SK-1", "SK-2")

    assert correction.content() == {
        "person_id": "asa",
        "corrected_on": "2026-03-02",
        "fields": ["name", "unit"],
        "unit_before": "SK-1",
        "unit_after": "SK-2",
    }


@given(entries=CHAINS)
def test_an_untouched_chain_has_no_fault(entries: list[Entry]) -> None:
    heads = [ChainHead(0, EMPTY_CHAIN_HASH)] + [ChainHead(e.sequence, e.hash) for e in entries]

    assert chain_faults(entries) == []
    assert anchor_faults([entry.hash for entry in entries], heads) == []


@given(
    entries=CHAINS,
    data=st.data(),
    change=st.sampled_from(
        [
            {"body": '"forged"'},
            {"kind": "removed"},
            {"recorded_at": datetime(2020, 1, 1, tzinfo=UTC)},
            {"hash": "0" * 64},
        ]
    ),
)
def test_every_change_to_an_entry_shows(
    entries: list[Entry], data: st.DataObject, change: dict[str, object]
) -> None:
    number = data.draw(st.integers(0, len(entries) - 1))
    if entries[number].body == change.get("body"):
        return
    entries[number] = replace(entries[number], **change)  # type: ignore[arg-type]

    assert ChainFault(Fault.CHANGED, number + 1) in chain_faults(entries)


def test_a_taken_entry_leaves_a_gap_and_a_new_link_shows() -> None:
    entries = chain("a", "b", "c")

    assert [f.fault for f in chain_faults([entries[0], entries[2]])] == [Fault.GAP]
    relinked = linked_entry(2, NOW, "completed", "c", "0" * 64)
    assert chain_faults([entries[0], relinked]) == [ChainFault(Fault.UNLINKED, 2)]


def test_a_chain_that_was_cut_or_written_anew_differs_from_its_printed_heads() -> None:
    entries = chain("a", "b", "c")
    hashes = [entry.hash for entry in entries]
    head = ChainHead(3, hashes[2])
    anew = [entry.hash for entry in chain("a", "x", "c")]

    assert anchor_faults(hashes[:2], [head]) == [ChainFault(Fault.SHORTENED, 2)]
    assert anchor_faults(anew, [head]) == [ChainFault(Fault.REWRITTEN, 3)]
    assert anchor_faults([], [ChainHead(0, "f" * 64)]) == [ChainFault(Fault.REWRITTEN, 0)]


@given(length=st.integers(0, 999_999_999_999), around=st.text("xyz .,\n", max_size=5))
def test_a_printed_head_is_found_again(length: int, around: str) -> None:
    head = ChainHead(length, "0123456789abcdef" * 4)

    assert ChainHead.find_all(f"{around}{head}{around}") == {head}


def test_half_a_head_is_none() -> None:
    assert ChainHead.find_all(f"3:{'a' * 63}") == frozenset()
    assert ChainHead.find_all(f"3:{'a' * 65}") == frozenset()
