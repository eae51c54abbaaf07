"""A PIN before a profile: chosen, changed and removed by its person, or taken away by HR."""

import pytest
from examples import FakeClock, make_person
from services.playing import count, written_by_another

from huddinge_training.domain.person import Person
from huddinge_training.domain.tries import Tries
from huddinge_training.errors import AccessDeniedError, RejectedInputError, StorageError
from huddinge_training.services.clock import Clock
from huddinge_training.services.pins import Pins
from huddinge_training.storage.access_log import AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.pins import PinStore

PIN = "204815"


@pytest.fixture
def pins(database: Database, clock: Clock) -> Pins:
    return Pins(database, clock)


@pytest.fixture
def guarded(pins: Pins, person: Person) -> Person:
    """Somebody with a PIN."""
    pins.choose(person, PIN)
    return person


def guess(pins: Pins, person: Person, times: int) -> None:
    for _ in range(times):
        with pytest.raises(AccessDeniedError, match="not the PIN"):
            pins.unlock(person, "0000")


def wait_of(pins: Pins, person: Person) -> int | None:
    with pytest.raises(AccessDeniedError) as caught:
        pins.unlock(person, PIN)
    return caught.value.words.count


def test_without_a_pin_a_profile_opens_with_anything(pins: Pins, person: Person) -> None:
    assert not pins.has_pin(person)
    pins.unlock(person, "")


def test_who_knows_the_pin_comes_in_also_with_spaces(pins: Pins, guarded: Person) -> None:
    assert pins.has_pin(guarded)
    pins.unlock(guarded, PIN)
    pins.unlock(guarded, " 204 815\n")
    guess(pins, guarded, 1)


def test_a_pin_is_one_person_s(pins: Pins, guarded: Person, database: Database) -> None:
    bo = make_person("bo", employee_number="7")
    PeopleStore(database).add(bo)
    assert not pins.has_pin(bo)
    pins.choose(bo, "1111")
    guess(pins, guarded, 5)
    pins.unlock(bo, "1111")


def test_the_pin_itself_is_nowhere(pins: Pins, guarded: Person, database: Database) -> None:
    files = [file.read_bytes() for file in database.path.parent.iterdir()]
    assert any(b"$argon2id$" in content for content in files)
    assert not any(PIN.encode() in content for content in files)


def test_what_is_no_pin_is_refused_and_the_old_one_stays(pins: Pins, guarded: Person) -> None:
    with pytest.raises(RejectedInputError):
        pins.choose(guarded, "12a4", PIN)
    pins.unlock(guarded, PIN)


def test_a_pin_is_changed_by_who_knows_it(pins: Pins, guarded: Person) -> None:
    with pytest.raises(AccessDeniedError):
        pins.choose(guarded, "1234", "0000")
    pins.choose(guarded, "1234", PIN)
    pins.unlock(guarded, "1234")
    with pytest.raises(AccessDeniedError):
        pins.unlock(guarded, PIN)


def test_a_pin_is_removed_by_who_knows_it(pins: Pins, guarded: Person) -> None:
    with pytest.raises(AccessDeniedError):
        pins.remove(guarded, "")
    pins.remove(guarded, PIN)
    assert not pins.has_pin(guarded)


def test_five_wrong_tries_are_free_and_then_one_waits(
    pins: Pins, guarded: Person, time: FakeClock
) -> None:
    guess(pins, guarded, 5)
    assert wait_of(pins, guarded) == 30
    time.wait(seconds=30)
    guess(pins, guarded, 1)
    assert wait_of(pins, guarded) == 60
    time.wait(seconds=60)
    pins.unlock(guarded, PIN)
    guess(pins, guarded, 4)


def test_the_wait_survives_a_restart(
    pins: Pins, guarded: Person, database: Database, clock: Clock
) -> None:
    guess(pins, guarded, 5)
    with Database.open(database.path) as reopened:
        assert wait_of(Pins(reopened, clock), guarded) == 30


def test_the_wait_survives_a_clock_that_is_set_back_and_forth(
    pins: Pins, guarded: Person, time: FakeClock
) -> None:
    guess(pins, guarded, 5)
    time.wait(days=-1)
    # So far away that no wait can be: this lock is not believed.
    guess(pins, guarded, 1)
    assert wait_of(pins, guarded) == 60
    time.wait(seconds=-60)
    assert wait_of(pins, guarded) == 120


def test_a_try_that_cannot_be_counted_is_not_made(
    pins: Pins, guarded: Person, database: Database
) -> None:
    with written_by_another(database), pytest.raises(StorageError):
        pins.unlock(guarded, PIN)


def test_hr_takes_a_pin_away_and_it_is_logged(
    pins: Pins, guarded: Person, database: Database
) -> None:
    pins.reset(guarded)
    assert not pins.has_pin(guarded)
    (entry,) = AccessLogStore(database).entries()
    assert (entry.kind, entry.person_count, entry.filter) == ("pin reset", 1, "")


def test_where_there_is_no_pin_there_is_nothing_to_take_away(
    pins: Pins, person: Person, database: Database
) -> None:
    with pytest.raises(RejectedInputError):
        pins.reset(person)
    assert count(database, "access_log") == 0


def test_a_reset_forgets_the_wrong_tries(pins: Pins, guarded: Person, database: Database) -> None:
    guess(pins, guarded, 5)
    pins.reset(guarded)
    pins.choose(guarded, "1234")
    stored = PinStore(database).load(guarded.id)
    assert stored is not None
    assert stored.tries == Tries()
