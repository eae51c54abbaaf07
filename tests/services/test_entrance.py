"""Who can come in at a computer, and what is shown of those who could."""

from dataclasses import replace

import pytest
from examples import make_person

from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import RejectedInputError
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.entrance import Entrance, LockOffer
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.database import Database
from huddinge_training.storage.device import DeviceStore
from huddinge_training.storage.people import PeopleStore

ASA = make_person("asa", name="Åsa Öman", employee_number="1")
BO = make_person("bo", name="Bo Ek", employee_number="", email="bo@example.se")
NAMES = MachineSettings(may_show_names=True)


def entrance_of(database: Database, settings: MachineSettings | None = None) -> Entrance:
    return Entrance(database, settings or MachineSettings(), DeviceKeeper(database))


@pytest.fixture
def people(database: Database) -> PeopleStore:
    return PeopleStore(database)


@pytest.fixture
def both(people: PeopleStore) -> PeopleStore:
    people.add(ASA)
    people.add(BO)
    return people


# --- Whose computer it is -------------------------------------------------------------------


def test_an_empty_folder_is_nobody_s_yet(database: Database) -> None:
    entrance = entrance_of(database)
    assert (entrance.is_shared, entrance.only_person) == (False, None)


def test_one_person_s_folder_is_that_person_s(database: Database, people: PeopleStore) -> None:
    people.add(ASA)
    entrance = entrance_of(database)
    assert (entrance.is_shared, entrance.only_person) == (False, ASA)


def test_two_people_share_a_folder(database: Database, both: PeopleStore) -> None:
    entrance = entrance_of(database)
    assert (entrance.is_shared, entrance.only_person) == (True, None)


@pytest.mark.parametrize(
    "settings", [MachineSettings(has_many_people=True), MachineSettings(is_kiosk=True)]
)
def test_it_can_say_that_a_folder_is_shared_from_the_start(
    database: Database, people: PeopleStore, settings: MachineSettings
) -> None:
    people.add(ASA)
    entrance = entrance_of(database, settings)
    assert (entrance.is_shared, entrance.only_person) == (True, None)


# --- Names ----------------------------------------------------------------------------------


@pytest.mark.parametrize("is_allowed", [True, False])
@pytest.mark.parametrize("is_turned_on", [True, False])
def test_names_are_shown_where_it_allows_them_and_the_owner_turned_them_on(
    database: Database, both: PeopleStore, is_allowed: bool, is_turned_on: bool
) -> None:
    entrance = entrance_of(database, MachineSettings(may_show_names=is_allowed))
    entrance.show_names(shown=is_turned_on)
    assert entrance.shows_names == (is_allowed and is_turned_on)
    labels = [row.label for row in entrance.names()]
    assert labels == (["Bo E.", "Åsa Ö."] if is_allowed and is_turned_on else [])


def test_by_default_no_names_are_shown(database: Database, both: PeopleStore) -> None:
    assert not entrance_of(database, NAMES).shows_names


def test_turning_names_on_keeps_the_device_what_it_is(database: Database) -> None:
    entrance = entrance_of(database, NAMES)
    before = DeviceKeeper(database).device()
    entrance.show_names(shown=True)
    entrance.show_names(shown=False)
    assert DeviceStore(database).load() == before


def test_who_is_protected_is_in_no_list_and_comes_in_by_typing(
    database: Database, both: PeopleStore
) -> None:
    protected = replace(BO, is_protected=True)
    both.update(protected)
    entrance = entrance_of(database, NAMES)
    entrance.show_names(shown=True)
    assert [row.label for row in entrance.names()] == ["Åsa Ö."]
    assert entrance.named("bo@example.se") == protected


def test_a_row_says_a_name_and_nothing_more(database: Database, both: PeopleStore) -> None:
    entrance = entrance_of(database, NAMES)
    entrance.show_names(shown=True)
    (row, _) = entrance.names()
    assert (row.label, row.initials, row.person_id) == ("Bo E.", "BE", "bo")


# --- Numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["1", " 1 ", "BO@example.se"])
def test_a_number_or_address_leads_to_its_person(
    database: Database, both: PeopleStore, typed: str
) -> None:
    assert entrance_of(database).named(typed) in (ASA, BO)


@pytest.mark.parametrize(("typed", "words"), [("", "Write an"), ("2", "no profile")])
def test_what_leads_to_nobody_is_a_sentence_at_the_field(
    database: Database, both: PeopleStore, typed: str, words: str
) -> None:
    with pytest.raises(RejectedInputError) as caught:
        entrance_of(database).named(typed)
    assert words in caught.value.problems["identifier"].msgid


# --- The lock -----------------------------------------------------------------------------------


def test_one_s_own_window_is_not_locked_unless_something_asks_for_it(
    database: Database, people: PeopleStore
) -> None:
    people.add(ASA)
    entrance = entrance_of(database)
    usual, chosen = Preferences(), Preferences(lock_minutes=15)
    assert entrance.lock_minutes(usual, is_needed=False) is None
    assert entrance.lock_minutes(usual, is_needed=True) == 5
    assert entrance.lock_minutes(chosen, is_needed=False) == 15


def test_a_shared_window_is_locked_after_five_minutes(
    database: Database, both: PeopleStore
) -> None:
    assert entrance_of(database).lock_minutes(Preferences(), is_needed=False) == 5


def test_it_decides_for_everybody(database: Database, people: PeopleStore) -> None:
    entrance = entrance_of(database, MachineSettings(lock_minutes=3))
    assert entrance.lock_minutes(Preferences(lock_minutes=30), is_needed=False) == 3
    assert entrance.lock_offer(Preferences(), is_needed=False) is None


def test_on_one_s_own_computer_one_can_choose_not_to_lock(
    database: Database, people: PeopleStore
) -> None:
    people.add(ASA)
    entrance = entrance_of(database)
    chosen = Preferences(lock_minutes=15)
    minutes = (2, 5, 10, 15, 30)
    assert entrance.lock_offer(Preferences(), is_needed=False) == LockOffer((0, *minutes), 0)
    assert entrance.lock_offer(chosen, is_needed=False) == LockOffer((0, *minutes), 15)
    assert entrance.lock_offer(Preferences(), is_needed=True) == LockOffer(minutes, 5)
    people.add(BO)
    assert entrance.lock_offer(chosen, is_needed=False) == LockOffer(minutes, 15)


def test_it_is_asked_who_is_here_where_there_is_somebody_to_choose(
    database: Database, people: PeopleStore
) -> None:
    assert not entrance_of(database).asks_who
    assert entrance_of(database, MachineSettings(has_many_people=True)).asks_who
    people.add(ASA)
    assert entrance_of(database).asks_who
