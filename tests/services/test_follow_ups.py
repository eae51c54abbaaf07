"""Short repeats, planned when a module is done."""

from datetime import timedelta

import pytest
from examples import (
    POOR,
    TODAY,
    FakeClock,
    make_course,
    make_module,
    make_option,
    make_person,
    make_scenario,
)
from services.playing import answer_next, count, play, written_by_another

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.scenario import Kind
from huddinge_training.errors import StorageError
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")
AFTER = [timedelta(days=28), timedelta(days=182)]


def test_two_are_planned_when_a_module_is_done(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, KEYS))
    assert learning.follow_ups(person) == tuple(FollowUp(KEYS, TODAY + days) for days in AFTER)
    assert learning.overview(person).due_follow_ups == ()


def test_they_stand_in_the_order_of_their_days(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, DOORS))
    time.wait(days=10)
    play(learning.open_module(person, KEYS))
    days = [follow_up.due_on for follow_up in learning.follow_ups(person)]
    assert days == sorted(days)
    assert len(days) == 4


def test_home_shows_the_one_that_is_due(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=27)
    assert learning.overview(person).due_follow_ups == ()
    time.wait(days=1)
    assert learning.overview(person).due_follow_ups == (FollowUp(KEYS, TODAY + AFTER[0]),)


def test_who_does_not_want_them_is_not_shown_them(
    learning: Learning, person: Person, time: FakeClock, profiles: Profiles
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=28)
    changed = profiles.set_follow_ups(person, wanted=False)
    assert learning.overview(changed).due_follow_ups == ()
    assert profiles.find(person.id) == changed


def test_one_of_a_module_that_is_gone_is_not_shown(
    learning: Learning, person: Person, time: FakeClock, database: Database, clock: Clock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=28)
    without = Learning(database, make_course(make_module(DOORS)), clock)
    assert without.overview(person).due_follow_ups == ()
    assert without.completions(person) == ()


def test_it_has_three_scenarios_and_no_reading(
    learning: Learning, person: Person, time: FakeClock, database: Database
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    visit = learning.open_follow_up(person, due)
    assert (visit.attempt.reading_count, visit.attempt.item_number) == (0, 0)
    assert len(play(visit, lambda _: POOR)) == 3
    assert visit.is_recorded
    assert learning.overview(person).due_follow_ups == ()
    assert learning.follow_ups(person)[0].done_on == time.time.date()
    assert count(database, "ledger") == 1
    assert count(database, "answers") == 0


def test_it_can_be_left_and_taken_up_again(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    first = answer_next(learning.open_follow_up(person, due))
    again = learning.open_follow_up(person, due)
    assert [answer.scenario_id for answer in again.attempt.answers] == [first.id]
    assert learning.overview(person).modules[0].answered == 0


def test_a_changed_course_keeps_the_answers_of_a_repeat(
    learning: Learning, person: Person, time: FakeClock, database: Database, clock: Clock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    first = answer_next(learning.open_follow_up(person, due))
    scenarios = [
        make_scenario(s.id, s.objective, version=2) if s.id == first.id else s
        for s in learning.course.module(KEYS).scenarios
    ]
    changed = make_course(make_module(KEYS, scenarios=scenarios), edition="2026.2")
    again = Learning(database, changed, clock).open_follow_up(person, due)
    assert (again.attempt.place, again.attempt.answers) == (0, [])
    assert again.notice is not None


def test_one_that_cannot_be_saved_is_not_done(
    learning: Learning, person: Person, time: FakeClock, database: Database
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=30)
    (due,) = learning.overview(person).due_follow_ups
    visit = learning.open_follow_up(person, due)
    for _ in range(3):
        answer_next(visit)
    with written_by_another(database), pytest.raises(StorageError):
        visit.go_on()
    assert learning.overview(person).due_follow_ups == (due,)
    visit.go_on()
    assert learning.overview(person).due_follow_ups == ()


def test_none_are_planned_where_nothing_can_be_repeated(database: Database, clock: Clock) -> None:
    person = make_person("bo")
    PeopleStore(database).add(person)
    dilemma = make_scenario(
        "valet", kind=Kind.DILEMMA, options=tuple(make_option(i, None) for i in "abc")
    )
    course = make_course(make_module(KEYS, scenarios=[dilemma]))
    learning = Learning(database, course, clock)
    play(learning.open_module(person, KEYS))
    assert learning.completions(person)
    assert learning.follow_ups(person) == ()
