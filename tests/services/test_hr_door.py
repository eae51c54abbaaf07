"""HR's passphrase: who sets it, who knows it, and what happens to those who guess."""

import unicodedata
from pathlib import Path

import pytest
from examples import FakeClock
from nacl import pwhash
from services.playing import written_by_another

from huddinge_training.errors import AccessDeniedError, StorageError, TrainingError
from huddinge_training.services.clock import Clock
from huddinge_training.services.hr_access import HrDoor, passphrase_hash
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.database import Database
from huddinge_training.storage.hr_access import HrAccess, HrAccessStore

PASSPHRASE = "fyra små gröna ord"


def quick_hash(passphrase: str) -> str:
    """A hash like the real one, made for tests that try many times."""
    return pwhash.argon2id.str(
        passphrase.encode(),
        opslimit=pwhash.argon2id.OPSLIMIT_MIN,
        memlimit=pwhash.argon2id.MEMLIMIT_MIN,
    ).decode()


# As quick_hash("demo") makes it; always the same, since tests are named after it.
DEMO_HASH = (
    "$argon2id$v=19$m=8,t=1,p=1$Ord/5t6EjkDi/SqUyv5YNg$Itt71evpRHP/UBxcOVSAe+dH69cET8mDz+hoMPE9VgA"
)


@pytest.fixture
def door(database: Database, clock: Clock) -> HrDoor:
    """A door whose passphrase is set."""
    HrAccessStore(database).save(HrAccess(quick_hash(PASSPHRASE)))
    return HrDoor(database, MachineSettings(), clock)


def guess(door: HrDoor, times: int) -> None:
    """Wrong tries, none of which has to wait."""
    for _ in range(times):
        with pytest.raises(AccessDeniedError, match="not the passphrase"):
            door.unlock("fel")


def wait_of(door: HrDoor, passphrase: str = PASSPHRASE) -> int | None:
    """How many seconds the next try must wait."""
    with pytest.raises(AccessDeniedError) as caught:
        door.unlock(passphrase)
    return caught.value.words.count


def test_there_is_no_door_until_somebody_sets_a_passphrase(
    database: Database, clock: Clock
) -> None:
    door = HrDoor(database, MachineSettings(), clock)
    assert not door.is_set_up
    with pytest.raises(AccessDeniedError, match="not turned on"):
        door.unlock("")


def test_who_knows_the_passphrase_comes_in(database: Database, clock: Clock) -> None:
    door = HrDoor(database, MachineSettings(), clock)
    door.set_up(PASSPHRASE)
    assert door.is_set_up
    door.unlock(PASSPHRASE)
    guess(door, 1)


def test_a_letter_may_be_written_in_one_piece_or_two(door: HrDoor) -> None:
    door.unlock(unicodedata.normalize("NFD", PASSPHRASE))


def test_the_passphrase_itself_is_nowhere(database: Database, clock: Clock) -> None:
    HrDoor(database, MachineSettings(), clock).set_up(PASSPHRASE)
    files = database.path.parent.glob("kompassen.db*")
    assert not any(PASSPHRASE.encode() in file.read_bytes() for file in files)


def test_a_passphrase_is_set_once(door: HrDoor) -> None:
    with pytest.raises(TrainingError, match="already set"):
        door.set_up("en annan lång fras")
    with pytest.raises(TrainingError, match="already set"):
        door.require_not_set_up()
    door.unlock(PASSPHRASE)


def test_a_short_passphrase_is_refused(database: Database, clock: Clock) -> None:
    door = HrDoor(database, MachineSettings(), clock)
    door.require_not_set_up()
    with pytest.raises(TrainingError, match="too short"):
        door.set_up("elva tecken")
    assert not door.is_set_up


def test_a_passphrase_that_cannot_be_saved_is_not_set(database: Database, clock: Clock) -> None:
    door = HrDoor(database, MachineSettings(), clock)
    with written_by_another(database), pytest.raises(StorageError):
        door.set_up(PASSPHRASE)
    assert not door.is_set_up


def test_the_settings_of_the_machine_decide(database: Database, clock: Clock, door: HrDoor) -> None:
    by_it = HrDoor(database, MachineSettings(hr_passphrase_hash=DEMO_HASH), clock)
    assert by_it.is_set_up
    by_it.unlock("demo")
    with pytest.raises(AccessDeniedError):
        by_it.unlock(PASSPHRASE)
    door.unlock(PASSPHRASE)


def test_the_line_for_the_settings_works(database: Database, clock: Clock) -> None:
    settings = MachineSettings(hr_passphrase_hash=passphrase_hash(PASSPHRASE))
    HrDoor(database, settings, clock).unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "broken",
    [
        "demo",
        DEMO_HASH[:-40],
        DEMO_HASH.replace("argon2id", "argon2i"),
        DEMO_HASH + "A" * 40,
        DEMO_HASH + "å",
        DEMO_HASH + "\n",
    ],
)
def test_settings_that_cannot_be_used_are_said_to_be_so(
    database: Database, clock: Clock, broken: str
) -> None:
    door = HrDoor(database, MachineSettings(hr_passphrase_hash=broken), clock)
    for _ in range(6):
        with pytest.raises(TrainingError, match="cannot be used"):
            door.unlock("demo")


def test_five_wrong_tries_are_free_and_then_one_waits(door: HrDoor, time: FakeClock) -> None:
    guess(door, 5)
    assert wait_of(door) == 30
    time.wait(seconds=29)
    assert wait_of(door) == 1
    time.wait(seconds=1)
    door.unlock(PASSPHRASE)


def test_the_wait_doubles_up_to_an_hour(door: HrDoor, time: FakeClock) -> None:
    guess(door, 5)
    waits = []
    for _ in range(12):
        seconds = wait_of(door, "fel")
        assert seconds is not None
        waits.append(seconds)
        time.wait(seconds=seconds)
        guess(door, 1)
    assert waits == [30, 60, 120, 240, 480, 960, 1920, *[3600] * 5]


def test_a_try_during_the_wait_makes_it_no_longer(door: HrDoor, time: FakeClock) -> None:
    guess(door, 5)
    time.wait(seconds=10)
    assert [wait_of(door, "fel") for _ in range(5)] == [20] * 5


def test_the_wait_survives_a_restart(door: HrDoor, database: Database, clock: Clock) -> None:
    guess(door, 5)
    with Database.open(database.path) as reopened:
        assert wait_of(HrDoor(reopened, MachineSettings(), clock)) == 30


def test_the_wait_holds_for_the_settings_of_the_machine_too(
    database: Database, clock: Clock
) -> None:
    door = HrDoor(database, MachineSettings(hr_passphrase_hash=DEMO_HASH), clock)
    guess(door, 5)
    assert wait_of(door, "demo") == 30


def test_the_right_passphrase_forgives_what_was_before(door: HrDoor) -> None:
    for _ in range(3):
        guess(door, 4)
        door.unlock(PASSPHRASE)


def test_a_try_that_cannot_be_counted_is_not_made(door: HrDoor, database: Database) -> None:
    with written_by_another(database), pytest.raises(StorageError):
        door.unlock(PASSPHRASE)


def test_many_programs_at_once_get_no_more_tries(
    door: HrDoor, database: Database, clock: Clock, tmp_path: Path
) -> None:
    doors = []
    others = [Database.open(database.path) for _ in range(6)]
    for other in others:
        doors.append(HrDoor(other, MachineSettings(), clock))
    for other_door in doors[:5]:
        guess(other_door, 1)
    assert wait_of(doors[5]) == 30
    for other in others:
        other.close()
