"""A person says who they are, corrects it, and is forgotten."""

import pytest
from examples import TODAY, FakeClock, make_person, make_profile
from services.playing import answer_next, count, play, written_by_another

from huddinge_training.domain.course import ModuleId, RoleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import Correction, EntryKind
from huddinge_training.errors import RejectedInputError, StorageError
from huddinge_training.services.learning import Learning
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

KEYS = ModuleId("nycklar")


def test_a_new_person_is_there_from_today(profiles: Profiles) -> None:
    person = profiles.create(make_profile(" Åsa Öman "), wants_follow_ups=False)
    assert (person.profile.name, person.created_on) == ("Åsa Öman", TODAY)
    assert not person.wants_follow_ups
    assert profiles.find(person.id) == person


def test_two_people_have_different_ids(profiles: Profiles) -> None:
    first = profiles.create(make_profile())
    second = profiles.create(make_profile(employee_number="0043"))
    assert first.id != second.id


def test_nobody_is_found_by_an_unknown_id(profiles: Profiles) -> None:
    assert profiles.find("") is None
    assert profiles.find("nobody") is None


def test_what_is_wrong_is_said_field_by_field(profiles: Profiles) -> None:
    with pytest.raises(RejectedInputError) as caught:
        profiles.create(make_profile("", employee_number="-1", unit_code="", role=RoleId("")))
    assert set(caught.value.problems) == {"name", "employee_number", "unit_code", "role"}


def test_a_personal_identity_number_is_never_stored(profiles: Profiles, database: Database) -> None:
    with pytest.raises(RejectedInputError) as caught:
        profiles.create(make_profile(employee_number="19640823-3234"))
    assert set(caught.value.problems) == {"employee_number"}
    assert count(database, "people") == 0


def test_two_profiles_with_one_number_are_refused(profiles: Profiles) -> None:
    profiles.create(make_profile())
    with pytest.raises(RejectedInputError):
        profiles.create(make_profile("Bo"))


def test_a_correction_counts_from_now_on_and_is_recorded(
    profiles: Profiles, person: Person, database: Database, time: FakeClock
) -> None:
    time.wait(days=3)
    corrected = profiles.correct(person, make_profile("Åsa Ek", unit_code="IT-1"))
    assert corrected == profiles.find(person.id)
    assert (corrected.profile.name, corrected.created_on) == ("Åsa Ek", TODAY)
    assert LedgerStore(database).corrections() == [
        Correction(person.id, time.time.date(), ("name", "unit_code"), "SK-1", "IT-1")
    ]


def test_the_ledger_does_not_know_names_and_numbers(
    profiles: Profiles, person: Person, database: Database
) -> None:
    profiles.correct(person, make_profile("Åsa Ek", employee_number="9999"))
    (entry,) = LedgerStore(database).chain.entries()
    assert "Åsa" not in entry.body
    assert "9999" not in entry.body
    assert LedgerStore(database).corrections()[0].unit_before == ""


def test_nothing_changed_is_nothing_recorded(
    profiles: Profiles, person: Person, database: Database
) -> None:
    assert profiles.correct(person, make_profile(" Åsa Öman")) == person
    assert count(database, "ledger") == 0


def test_a_wrong_correction_changes_nothing(
    profiles: Profiles, person: Person, database: Database
) -> None:
    PeopleStore(database).add(make_person("bo", employee_number="0043"))
    for profile in (make_profile("1"), make_profile(employee_number="0043")):
        with pytest.raises(RejectedInputError):
            profiles.correct(person, profile)
    assert profiles.find(person.id) == person
    assert count(database, "ledger") == 0


def test_a_correction_that_cannot_be_saved_changes_nothing(
    profiles: Profiles, person: Person, database: Database
) -> None:
    with written_by_another(database), pytest.raises(StorageError):
        profiles.correct(person, make_profile("Åsa Ek"))
    assert profiles.find(person.id) == person
    assert count(database, "ledger") == 0


def test_who_is_removed_is_forgotten_but_what_they_did_stays(
    profiles: Profiles, person: Person, database: Database, learning: Learning
) -> None:
    play(learning.open_module(person, KEYS))
    answer_next(learning.open_module(person, ModuleId("dorrar")))
    profiles.remove(person)
    assert profiles.find(person.id) is None
    tables = ("people", "attempts", "answers", "follow_ups")
    assert [count(database, table) for table in tables] == [0, 0, 0, 0]
    kinds = [entry.kind for entry in LedgerStore(database).chain.entries()]
    assert kinds == [EntryKind.COMPLETED, EntryKind.REMOVED]


def test_no_trace_of_a_name_is_left_in_the_files(
    profiles: Profiles, person: Person, database: Database
) -> None:
    profiles.remove(person)
    files = list(database.path.parent.glob("kompassen.db*"))
    assert [file.name for file in files if "Åsa".encode() in file.read_bytes()] == []


def test_a_removal_that_cannot_be_saved_forgets_nobody(
    profiles: Profiles, person: Person, database: Database
) -> None:
    with written_by_another(database), pytest.raises(StorageError):
        profiles.remove(person)
    assert profiles.find(person.id) == person
