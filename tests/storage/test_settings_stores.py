"""Preferences, HR's access and the access log come back as they were stored."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.made_up import NOW

from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.record import chain_faults
from huddinge_training.domain.tries import Tries
from huddinge_training.errors import DatabaseDamagedError
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.hr_access import HrAccess, HrAccessStore
from huddinge_training.storage.preferences import PreferencesStore

CHOSEN = Preferences(
    language="en", text_percent=150, theme="dark", window_geometry="AdnQywAD", lock_minutes=10
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text("abc"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc"), inner),
    max_leaves=3,
)


def stored(database: Database, body: str) -> Preferences:
    with database.atomic():
        database.connection.execute("REPLACE INTO preferences VALUES (1, ?)", [body])
    return PreferencesStore(database).load()


def test_without_preferences_there_are_the_defaults(database: Database) -> None:
    assert PreferencesStore(database).load() == Preferences()


def test_preferences_come_back_as_they_were_saved(database: Database) -> None:
    store = PreferencesStore(database)
    store.save(CHOSEN)
    assert store.load() == CHOSEN
    store.save(replace(CHOSEN, theme="light"))
    assert store.load() == replace(CHOSEN, theme="light")
    assert database.read(int, "SELECT count(*) FROM preferences") == [1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "fi"),
        ("language", None),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("text_percent", 150.5),
        ("text_percent", True),
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("lock_minutes", 1),
        ("lock_minutes", 31),
        ("lock_minutes", "5"),
        ("lock_minutes", True),
        ("window_geometry", None),
    ],
)
def test_a_wrong_value_is_the_default_and_spoils_no_other(
    database: Database, field: str, value: object
) -> None:
    body = json.dumps({**CHOSEN.content(), field: value, "unknown": 1})
    assert stored(database, body) == replace(CHOSEN, **{field: getattr(Preferences(), field)})


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7"])
def test_preferences_that_make_no_sense_are_the_defaults(database: Database, body: str) -> None:
    assert stored(database, body) == Preferences()


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(CHOSEN.content(), JSON)))
def test_no_stored_value_makes_preferences_fail(content: dict[str, object]) -> None:
    loaded = Preferences.from_content(content)
    assert Preferences.from_content(loaded.content()) == loaded


def test_without_a_passphrase_there_is_no_access_to_load(database: Database) -> None:
    assert HrAccessStore(database).load() is None


@pytest.mark.parametrize(
    "access",
    [HrAccess("$argon2id$hash"), HrAccess("$argon2id$hash", Tries(6, NOW + timedelta(hours=1)))],
)
def test_hr_access_comes_back_as_it_was_saved(database: Database, access: HrAccess) -> None:
    store = HrAccessStore(database)
    store.save(HrAccess("an earlier one", Tries(3, NOW)))
    store.save(access)
    assert store.load() == access


def test_the_access_log_tells_what_was_done_in_its_order(database: Database) -> None:
    log = AccessLogStore(database)
    export = AccessEntry("export", NOW, "csv 2026-03-07 4711", 12, "f" * 64)
    looked = AccessEntry("view", NOW + timedelta(minutes=1))
    entries = [log.record(export), log.record(looked)]
    assert log.entries() == [export, looked]
    assert list(log.chain.entries()) == entries
    assert chain_faults(entries) == []


def test_an_unreadable_entry_of_the_access_log_is_told(database: Database) -> None:
    with database.atomic():
        database.connection.execute(
            "INSERT INTO access_log VALUES (1, 'once', 'export', '{}', '', '')"
        )
    with pytest.raises(DatabaseDamagedError):
        AccessLogStore(database).entries()
