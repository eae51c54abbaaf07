"""PINs, each one's preferences, the device and taken receipts come back as they were stored."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from storage.made_up import AMINA, NOW, TODAY, make_completion, make_person

from huddinge_training.domain.name_list import Named
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.receipt import ModuleEdition
from huddinge_training.domain.tries import NO_TRIES, Tries
from huddinge_training.errors import StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.device import Device, DeviceStore
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.pins import PinStore, StoredPin
from huddinge_training.storage.preferences import PreferencesStore
from huddinge_training.storage.receipts import ReceiptStore, TakenReceipt

BO = PersonId("bo")
PIN = StoredPin("$argon2id$HASH-OF-A-PIN")


@pytest.fixture
def people(database: Database) -> PeopleStore:
    """Two people."""
    people = PeopleStore(database)
    people.add(make_person())
    people.add(make_person(BO, employee_number="0042"))
    return people


# --- People --------------------------------------------------------------------------------


def test_people_are_found_by_number_or_address_in_any_case(people: PeopleStore) -> None:
    assert people.identified("0042") == people.person(BO)
    assert people.identified("AMINA@example.SE") == people.person(AMINA)
    assert people.identified("42") is None
    assert people.identified("") is None


def test_people_are_counted(people: PeopleStore) -> None:
    assert people.count() == 2
    people.remove(BO)
    assert people.count() == 1


def test_names_are_of_those_who_are_not_protected(people: PeopleStore) -> None:
    people.update(replace(people.person(AMINA), is_protected=True))
    assert people.names() == [Named(BO, "Bo", "0042")]
    assert people.identified("amina@example.se") == people.person(AMINA)


# --- PINs ----------------------------------------------------------------------------------


def test_a_pin_comes_back_with_its_tries(database: Database, people: PeopleStore) -> None:
    store = PinStore(database)
    assert store.load(AMINA) is None
    store.save(AMINA, StoredPin("an earlier one"))
    store.save(AMINA, PIN)
    store.save_tries(AMINA, Tries(6, NOW + timedelta(hours=1)))
    assert store.load(AMINA) == StoredPin(PIN.pin_hash, Tries(6, NOW + timedelta(hours=1)))
    assert store.load(BO) is None


def test_tries_at_a_pin_that_is_gone_are_refused(database: Database, people: PeopleStore) -> None:
    with pytest.raises(StorageError):
        PinStore(database).save_tries(AMINA, NO_TRIES)


@pytest.mark.parametrize("how", ["pin", "person"])
def test_a_removed_pin_leaves_no_trace(
    database: Database, people: PeopleStore, path: Path, how: str
) -> None:
    store = PinStore(database)
    store.save(AMINA, PIN)
    if how == "pin":
        store.remove(AMINA)
    else:
        people.remove(AMINA)
    assert store.load(AMINA) is None
    files = path.parent.iterdir()
    assert not any(b"HASH-OF-A-PIN" in file.read_bytes() for file in files)


# --- Preferences ---------------------------------------------------------------------------


def test_who_has_chosen_nothing_has_what_the_computer_has(
    database: Database, people: PeopleStore
) -> None:
    store = PreferencesStore(database)
    store.save(Preferences(language="en", window_geometry="here"))
    assert store.load_of(AMINA) == store.load()


def test_each_keeps_the_own_and_all_share_the_window(
    database: Database, people: PeopleStore
) -> None:
    store = PreferencesStore(database)
    store.save(Preferences(language="en", window_geometry="here"))
    store.save_of(AMINA, Preferences(text_percent=200, window_geometry="there", lock_minutes=30))
    store.save_of(BO, Preferences(theme="dark", window_geometry="there"))
    assert store.load() == Preferences(language="en", window_geometry="there")
    assert store.load_of(AMINA) == Preferences(
        text_percent=200, window_geometry="there", lock_minutes=30
    )
    assert store.load_of(BO) == Preferences(theme="dark", window_geometry="there")


def test_preferences_go_with_their_person(database: Database, people: PeopleStore) -> None:
    PreferencesStore(database).save_of(AMINA, Preferences(text_percent=200))
    people.remove(AMINA)
    assert database.read(int, "SELECT count(*) FROM person_preferences") == [0]


# --- The device, and receipts -----------------------------------------------------------------


def test_a_device_comes_back_as_it_was_saved(database: Database) -> None:
    store = DeviceStore(database)
    assert store.load() is None
    device = Device(4711, bytes(range(32)))
    store.save(device)
    assert store.load() == device
    store.save(replace(device, shows_names=True))
    assert store.load() == replace(device, shows_names=True)


def test_a_taken_receipt_is_found_by_its_code_and_kept_when_its_person_goes(
    database: Database, people: PeopleStore
) -> None:
    store = ReceiptStore(database)
    taken = TakenReceipt("CODE", AMINA, TODAY)
    store.add(taken)
    people.remove(AMINA)
    assert store.find("CODE") == taken
    assert store.find("OTHER") is None


def test_a_receipt_is_taken_once(database: Database) -> None:
    store = ReceiptStore(database)
    store.add(TakenReceipt("CODE", AMINA, TODAY))
    with pytest.raises(StorageError):
        store.add(TakenReceipt("CODE", BO, TODAY))


def test_the_ledger_knows_every_wording_that_was_completed_once(database: Database) -> None:
    ledger = LedgerStore(database)
    first = make_completion()
    later = replace(first, edition_id="2027-1", module_hash="b" * 64)
    for completion in (first, first, later):
        ledger.record_completion(completion, NOW)
    assert ledger.editions() == [
        ModuleEdition(first.module_id, "2026-1", "a" * 64),
        ModuleEdition(first.module_id, "2027-1", "b" * 64),
    ]
