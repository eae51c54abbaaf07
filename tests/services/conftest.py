"""A database, a clock and a course for the tests of the use cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import FakeClock, make_course, make_person

from huddinge_training.domain.course import Course
from huddinge_training.domain.person import Person
from huddinge_training.language import Language
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore


@pytest.fixture
def time() -> FakeClock:
    """A time that only passes when the test says so."""
    return FakeClock()


@pytest.fixture
def clock(time: FakeClock) -> Clock:
    """The clock that shows it."""
    return Clock(time.now)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database in a file, which gives up at once when another has locked it."""
    with Database.open(tmp_path / "kompassen.db", busy_timeout_seconds=0.05) as database:
        yield database


@pytest.fixture
def course() -> Course:
    """Two modules; the first has a critical objective."""
    return make_course()


@pytest.fixture
def learning(database: Database, course: Course, clock: Clock) -> Learning:
    """What a learner can do."""
    return Learning(database, course, clock)


@pytest.fixture
def profiles(database: Database, clock: Clock) -> Profiles:
    """Who is here."""
    return Profiles(database, clock)


@pytest.fixture
def english() -> Language:
    """The language of the message ids."""
    return Language.load("en", Path())


@pytest.fixture
def person(database: Database) -> Person:
    """Somebody who is stored."""
    person = make_person()
    PeopleStore(database).add(person)
    return person
