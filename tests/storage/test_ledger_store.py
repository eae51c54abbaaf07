"""The ledger says who has completed what, and what has changed, in the order it was recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from storage.made_up import AMINA, NOW, TODAY, make_completion

from huddinge_training.domain.person import PersonId
from huddinge_training.domain.record import Correction, EntryKind, chain_faults
from huddinge_training.errors import DatabaseDamagedError
from huddinge_training.storage import ledger as ledger_module
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore

MOVED = Correction(AMINA, TODAY, ("unit_code", "name"), "4711", "4712")
RENAMED = Correction(PersonId("bo"), TODAY, ("name",))


@pytest.fixture
def ledger(database: Database) -> LedgerStore:
    return LedgerStore(database)


def test_completions_come_back_in_their_order(ledger: LedgerStore) -> None:
    first = make_completion("amina", "likabehandling")
    second = replace(make_completion("bo"), valid_to=date(2028, 3, 7))
    third = make_completion("amina", "objektivitet")
    entries = [ledger.record_completion(completion, NOW) for completion in (first, second, third)]
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert list(ledger.completions()) == [first, second, third]
    assert ledger.completions_of(AMINA) == [first, third]
    assert ledger.completions_of(PersonId("nobody")) == []


def test_other_entries_are_not_completions(ledger: LedgerStore) -> None:
    ledger.record_correction(MOVED, NOW)
    ledger.record_completion(make_completion(), NOW)
    ledger.record_correction(RENAMED, NOW)
    removal = ledger.record_removal(AMINA, TODAY, NOW)
    assert list(ledger.completions()) == [make_completion()]
    assert ledger.completions_of(AMINA) == [make_completion()]
    assert ledger.corrections() == [MOVED, RENAMED]
    assert ledger.corrections_of(AMINA) == [MOVED]
    assert removal.kind == EntryKind.REMOVED
    assert removal.body == '{"person_id":"amina","removed_on":"2026-03-07"}'
    assert chain_faults(ledger.chain.entries()) == []


def test_many_completions_are_recorded_at_once(
    ledger: LedgerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_module, "PAGE_LENGTH", 7)
    completions = [make_completion(f"person-{number % 10}") for number in range(50)]
    ledger.record_completions((completion, NOW) for completion in completions)
    assert list(ledger.completions()) == completions
    assert len(ledger.completions_of(PersonId("person-3"))) == 5
    assert ledger.chain.head().length == 50


def test_a_persons_entries_are_found_by_an_index(ledger: LedgerStore, database: Database) -> None:
    plans: list[str] = []
    database.connection.set_trace_callback(plans.append)
    ledger.completions_of(AMINA)
    database.connection.set_trace_callback(None)
    (sql,) = plans
    plan = database.read(lambda *columns: str(columns[-1]), f"EXPLAIN QUERY PLAN {sql}")
    assert any("ledger_by_person" in step for step in plan)


@pytest.mark.parametrize(
    "body", ["{}", "[]", "{", '{"person_id": "amina"}', '{"person_id": "amina", "corrected_on": 1}']
)
@pytest.mark.parametrize(
    ("kind", "read"),
    [
        (EntryKind.COMPLETED, lambda ledger: list(ledger.completions())),
        (EntryKind.CORRECTED, lambda ledger: ledger.corrections()),
    ],
)
def test_an_entry_that_was_made_unreadable_is_told(
    ledger: LedgerStore,
    database: Database,
    kind: EntryKind,
    read: Callable[[LedgerStore], object],
    body: str,
) -> None:
    with database.atomic():
        database.connection.execute("DROP INDEX ledger_by_person")
        database.connection.execute(
            "INSERT INTO ledger VALUES (1, '', ?, ?, '', '')", [kind.value, body]
        )
    with pytest.raises(DatabaseDamagedError):
        read(ledger)
