"""m003: who was there before is there afterwards, unprotected, without a PIN or own preferences."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storage.made_up import AMINA, make_person

from huddinge_training.domain.person import PersonId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.storage.database import Database
from huddinge_training.storage.device import DeviceStore
from huddinge_training.storage.migrations import STEPS
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.pins import PinStore
from huddinge_training.storage.preferences import PreferencesStore

# Rows as the program of m002 wrote them: who was here last stood among the preferences.
BEFORE = """
INSERT INTO people VALUES
    ('amina', 'Amina', 'forskola', NULL, 'amina@example.se', '4711', 0, '2026-03-07', 1),
    ('bo', 'Bo', 'it', '0042', NULL, NULL, 1, '2026-01-02', 0);
INSERT INTO preferences VALUES (1,
    '{"current_person_id": "bo", "language": "en", "text_percent": 150, "theme": "dark",
      "window_geometry": "here"}');
INSERT INTO hr_access VALUES (1, 'hash', 6, '2026-03-07T12:00:00+00:00');
"""


@pytest.fixture
def migrated(path: Path) -> Iterator[Database]:
    """A database that was used before m003, opened by the program of today."""
    Database.open(path, steps=STEPS[:2]).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BEFORE)
        connection.commit()
    with Database.open(path) as database:
        yield database


def test_people_are_who_they_were_and_in_the_list(migrated: Database) -> None:
    people = PeopleStore(migrated)
    amina, bo = people.everyone()
    assert amina == make_person(AMINA)
    assert (bo.id, bo.created_on, bo.wants_follow_ups) == ("bo", date(2026, 1, 2), False)
    assert not bo.is_protected
    assert [named.name for named in people.names()] == ["Amina", "Bo"]


def test_nobody_has_a_pin_and_everybody_the_preferences_of_the_computer(
    migrated: Database,
) -> None:
    here = Preferences(language="en", text_percent=150, theme="dark", window_geometry="here")
    store = PreferencesStore(migrated)
    for person_id in (AMINA, PersonId("bo")):
        assert PinStore(migrated).load(person_id) is None
        assert store.load_of(person_id) == here
    assert DeviceStore(migrated).load() is None


def test_it_can_be_used(migrated: Database) -> None:
    people = PeopleStore(migrated)
    people.update(replace(people.person(AMINA), is_protected=True))
    assert people.person(AMINA).is_protected
    assert [named.name for named in people.names()] == ["Bo"]
