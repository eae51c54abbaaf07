"""People are kept with one number or e-mail each, found by it, and removed for good."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.made_up import (
    AMINA,
    EQUALITY,
    TODAY,
    make_answer,
    make_person,
    start_attempt,
    traces,
)

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.person import PersonId
from huddinge_training.errors import RejectedInputError, StorageError
from huddinge_training.language import Language
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore


@pytest.fixture
def people(database: Database) -> PeopleStore:
    return PeopleStore(database)


def test_people_come_back_as_they_were_added(people: PeopleStore) -> None:
    amina = make_person("amina", wants_follow_ups=False)
    bo = make_person("bo", employee_number="0042", unit_code="", unit_missing=True)
    people.add(bo)
    people.add(amina)
    assert people.person(AMINA) == amina
    assert people.everyone() == [bo, amina]


@given(name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_names_are_kept_letter_by_letter(name: str) -> None:
    with Database.in_memory() as database:
        person = make_person()
        person = replace(person, profile=replace(person.profile, name=name))
        PeopleStore(database).add(person)
        assert PeopleStore(database).everyone() == [person]


def test_an_unknown_id_is_a_key_error(people: PeopleStore) -> None:
    with pytest.raises(KeyError):
        people.person(AMINA)


def test_a_person_removed_in_another_window_is_a_sentence(people: PeopleStore) -> None:
    with pytest.raises(StorageError, match="another window"):
        people.update(make_person())
    with pytest.raises(StorageError, match="another window"):
        people.remove(AMINA)


def test_a_number_or_email_that_is_taken_is_told_beside_its_field(people: PeopleStore) -> None:
    people.add(make_person("amina", employee_number="A-17", email="amina@example.se"))
    people.add(make_person("bo", employee_number="18"))
    with pytest.raises(RejectedInputError) as caught:
        people.add(make_person("cia", employee_number="a-17", email="AMINA@example.se"))
    assert set(caught.value.problems) == {"employee_number", "email"}
    says = Language.load("en", Path()).say
    assert "employee number" in says(caught.value.problems["employee_number"])
    assert "e-mail" in says(caught.value.problems["email"])
    with pytest.raises(RejectedInputError) as caught:
        people.update(make_person("bo", employee_number="18", email="amina@example.se"))
    assert set(caught.value.problems) == {"email"}
    assert people.person(PersonId("bo")) == make_person("bo", employee_number="18")
    assert len(people.everyone()) == 2


def test_a_profile_can_be_changed(people: PeopleStore) -> None:
    people.add(make_person(employee_number="17"))
    changed = make_person(email="amina@example.se", unit_code="4712", wants_follow_ups=False)
    people.update(changed)
    assert people.everyone() == [changed]


def test_missing_units_are_counted(people: PeopleStore) -> None:
    assert people.units_missing_count() == 0
    people.add(make_person("amina"))
    people.add(make_person("bo", unit_code="", unit_missing=True))
    assert people.units_missing_count() == 1


def test_a_removed_person_takes_everything_along(database: Database, people: PeopleStore) -> None:
    progress = ProgressStore(database)
    for name in ("amina", "bo"):
        people.add(make_person(name, email=f"SCENARIO-{name}@example.se"))
        attempt = start_attempt(progress, PersonId(name))
        progress.plan_follow_ups(PersonId(name), [FollowUp(EQUALITY, TODAY)])
    progress.add_answer(attempt.id, 0, make_answer())
    copy = database.path.with_name("kompassen-before-m002_something.db")
    copy.write_text("remembers Amina")
    people.remove(PersonId("bo"))
    assert not copy.exists()
    assert [person.id for person in people.everyone()] == [AMINA]
    assert progress.all_started() == {(AMINA, EQUALITY)}
    assert progress.follow_ups_of(PersonId("bo")) == []
    people.remove(AMINA)
    assert traces(database.path.parent) == []
    assert database.read(int, "SELECT count(*) FROM answers") == [0]
