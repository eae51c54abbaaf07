"""A guest's receipt: given without a trace, taken in once, proven by a key."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from examples import FakeClock, make_course, make_module, make_person
from services.playing import count, play, written_by_another

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.receipt import read_code
from huddinge_training.domain.record import Completion, Mode, chain_faults
from huddinge_training.errors import StorageError, TrainingError
from huddinge_training.services.clock import Clock
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.learning import Learning
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.services.receipts import Receipts, new_receipt_key
from huddinge_training.storage.access_log import AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.device import DeviceStore
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")
FLEET = MachineSettings(receipt_key=bytes.fromhex(new_receipt_key()))


def receipts_of(
    database: Database, course: Course, clock: Clock, settings: MachineSettings | None = None
) -> Receipts:
    return Receipts(
        database,
        course,
        settings or MachineSettings(),
        DeviceKeeper(database),
        clock,
    )


@pytest.fixture
def receipts(database: Database, course: Course, clock: Clock) -> Receipts:
    """A computer where guests come, and HR too."""
    return receipts_of(database, course, clock)


@pytest.fixture
def other_database(tmp_path: Path) -> Iterator[Database]:
    """Another computer's."""
    with Database.open(tmp_path / "other" / "kompassen.db") as database:
        yield database


def completions(database: Database, person: Person) -> list[Completion]:
    return LedgerStore(database).completions_of(person.id)


# --- Giving -----------------------------------------------------------------------------------


def test_a_receipt_says_module_edition_and_day(
    receipts: Receipts, course: Course, clock: Clock
) -> None:
    module = course.module(KEYS)
    receipt = receipts.give(module)
    assert receipt.edition.module_id == KEYS
    assert receipt.edition.edition_id == course.edition.id
    assert receipt.edition.module_hash == module.content_hash
    assert receipt.code.completed_on == clock.today


def test_two_receipts_of_a_day_differ_and_come_from_one_device(
    receipts: Receipts, course: Course
) -> None:
    given = [receipts.give(course.module(KEYS)) for _ in range(20)]
    assert len({str(receipt.code) for receipt in given}) == 20
    assert len({receipt.code.device for receipt in given}) == 1


def test_giving_one_keeps_nothing_but_the_device(
    receipts: Receipts, course: Course, database: Database
) -> None:
    receipts.give(course.module(KEYS))
    device = DeviceStore(database).load()
    receipts.give(course.module(DOORS))
    assert DeviceStore(database).load() == device
    assert device is not None
    for table in ("ledger", "access_log", "taken_receipts", "people", "attempts"):
        assert count(database, table) == 0


# --- Taking in --------------------------------------------------------------------------------


def test_a_receipt_becomes_an_entry_of_the_ledger_typed_or_read_from_the_qr_code(
    receipts: Receipts, course: Course, database: Database, person: Person, time: FakeClock
) -> None:
    typed, read = (receipts.give(course.module(module_id)) for module_id in (KEYS, DOORS))
    done_on = typed.code.completed_on
    time.wait(days=3)
    taken = receipts.take(str(typed.code), person)
    assert (taken.person, taken.module) == (person, course.module(KEYS).title)
    assert (taken.completed_on, taken.is_new) == (done_on, True)
    assert receipts.take(read.whole, person).module == course.module(DOORS).title
    completion, other = completions(database, person)
    assert (other.module_id, other.completed_on) == (DOORS, done_on)
    assert completion.mode is Mode.IMPORTED
    assert completion.mode.value == "importerad"
    assert (completion.module_id, completion.completed_on) == (KEYS, done_on)
    assert completion.edition_id == course.edition.id
    assert completion.module_hash == course.module(KEYS).content_hash
    assert completion.unit_code == person.profile.unit_code
    assert completion.assigned_on <= completion.completed_on < completion.due_on


def test_hr_s_act_is_in_the_access_log(
    receipts: Receipts, course: Course, database: Database, person: Person
) -> None:
    receipts.take(receipts.give(course.module(KEYS)).whole, person)
    (entry,) = AccessLogStore(database).entries()
    assert (entry.kind, entry.filter, entry.person_count) == ("receipt", KEYS, 1)


def test_taking_it_in_twice_gives_the_same_ledger(
    receipts: Receipts, course: Course, database: Database, person: Person, time: FakeClock
) -> None:
    receipt = receipts.give(course.module(KEYS))
    first = receipts.take(str(receipt.code), person)
    before = list(LedgerStore(database).chain.entries())
    time.wait(days=1)
    again = receipts.take(receipt.whole.lower().replace("kompassen1", "KOMPASSEN1"), person)
    assert list(LedgerStore(database).chain.entries()) == before
    assert chain_faults(before) == []
    assert (again.is_new, again.taken_on) == (False, first.taken_on)
    assert count(database, "access_log") == 1


def test_a_receipt_is_not_taken_in_for_somebody_else_too(
    receipts: Receipts, course: Course, database: Database, person: Person
) -> None:
    bo = make_person("bo", employee_number="7")
    PeopleStore(database).add(bo)
    receipt = receipts.give(course.module(KEYS))
    receipts.take(receipt.whole, person)
    with pytest.raises(TrainingError, match="somebody else"):
        receipts.take(receipt.whole, bo)
    assert completions(database, bo) == []


def test_a_receipt_that_cannot_be_saved_is_not_taken(
    receipts: Receipts, course: Course, database: Database, person: Person
) -> None:
    receipt = receipts.give(course.module(KEYS))
    with written_by_another(database), pytest.raises(StorageError):
        receipts.take(receipt.whole, person)
    assert receipts.take(receipt.whole, person).is_new


def test_who_was_a_guest_before_there_was_a_profile_is_assigned_no_later(
    receipts: Receipts, course: Course, database: Database, time: FakeClock
) -> None:
    receipt = receipts.give(course.module(KEYS))
    time.wait(days=10)
    newcomer = make_person("ny", created_on=Clock(time.now).today, employee_number="9")
    PeopleStore(database).add(newcomer)
    receipts.take(receipt.whole, newcomer)
    (completion,) = completions(database, newcomer)
    assert completion.assigned_on == completion.completed_on


def test_a_day_that_has_not_come_is_refused(
    receipts: Receipts, course: Course, person: Person, time: FakeClock
) -> None:
    receipt = receipts.give(course.module(KEYS))
    time.wait(days=-2)
    with pytest.raises(TrainingError, match="not come yet"):
        receipts.take(receipt.whole, person)


# --- What cannot be made up ---------------------------------------------------------------------


def test_what_is_mistyped_or_changed_is_refused(
    receipts: Receipts, course: Course, person: Person, database: Database
) -> None:
    receipt = receipts.give(course.module(KEYS))
    other_number = replace(receipt.code, number=receipt.code.number ^ 1)
    assert read_code(str(other_number)) == other_number
    for made_up in (
        str(other_number),
        receipt.whole.replace(f":{KEYS}:", f":{DOORS}:"),
        receipt.whole[:-1] + ("0" if receipt.whole[-1] != "0" else "1"),
    ):
        with pytest.raises(TrainingError, match="not made by a computer"):
            receipts.take(made_up, person)
    with pytest.raises(TrainingError, match="mistyped"):
        receipts.take(str(receipt.code)[:-1] + "U", person)
    assert completions(database, person) == []


def test_a_computer_that_has_given_none_knows_no_receipt(
    receipts: Receipts, course: Course, clock: Clock, person: Person, other_database: Database
) -> None:
    stranger = receipts_of(other_database, course, clock)
    with pytest.raises(TrainingError, match="not made by a computer"):
        receipts.take(str(stranger.give(course.module(KEYS)).code), person)


def test_another_computer_s_receipt_holds_with_it_s_key_on_both(
    database: Database, other_database: Database, course: Course, clock: Clock, person: Person
) -> None:
    given = receipts_of(other_database, course, clock, FLEET).give(course.module(KEYS))
    assert receipts_of(database, course, clock, FLEET).take(str(given.code), person).is_new
    other_fleet = MachineSettings(receipt_key=bytes.fromhex(new_receipt_key()))
    with pytest.raises(TrainingError, match="not made by a computer"):
        receipts_of(other_database, course, clock, other_fleet).take(str(given.code), person)


def test_receipts_from_before_there_was_a_key_of_it_still_hold(
    receipts: Receipts, database: Database, course: Course, clock: Clock, person: Person
) -> None:
    given = receipts.give(course.module(KEYS))
    assert receipts_of(database, course, clock, FLEET).take(str(given.code), person).is_new


# --- Another edition of the course ----------------------------------------------------------------


def test_a_code_of_an_older_edition_holds_where_somebody_has_done_that_edition(
    receipts: Receipts, database: Database, course: Course, clock: Clock, person: Person
) -> None:
    given = receipts.give(course.module(KEYS))
    newer = receipts_of(database, make_course(edition="2027.1"), clock)
    with pytest.raises(TrainingError, match="not made by a computer"):
        newer.take(str(given.code), person)
    play(Learning(database, course, clock).open_module(person, KEYS))
    assert newer.take(str(given.code), person).is_new


def test_the_whole_receipt_holds_for_any_edition_also_for_a_module_that_is_gone(
    receipts: Receipts, database: Database, clock: Clock, course: Course, person: Person
) -> None:
    given = receipts.give(course.module(KEYS))
    left = receipts_of(database, make_course(make_module("dorrar"), edition="2027.1"), clock)
    taken = left.take(given.whole, person)
    assert taken.is_new
    (completion,) = completions(database, person)
    assert (completion.module_id, completion.edition_id) == (KEYS, course.edition.id)
