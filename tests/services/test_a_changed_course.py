"""The course changes while somebody is in the middle of a module."""

from collections.abc import Callable

import pytest
from examples import (
    make_course,
    make_module,
    make_scenario,
)
from services.playing import answer_next, count

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.storage.database import Database

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")


Updated = Callable[[Course], Learning]


@pytest.fixture
def updated(database: Database, clock: Clock) -> Updated:
    """What a learner can do when the course is another one than before."""
    return lambda course: Learning(database, course, clock)


def with_changed(course: Course, *scenario_ids: str, kept: int | None = None) -> Course:
    """The course in a new edition, with these scenarios worded anew in the first module."""
    first, *others = course.modules
    scenarios = [
        make_scenario(s.id, s.objective, version=2) if s.id in scenario_ids else s
        for s in first.scenarios
    ]
    changed = make_module(first.id, scenarios=scenarios[:kept], critical=["A"])
    return make_course(changed, *others, edition="2026.2")


def test_answers_to_unchanged_scenarios_are_kept(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(3)]
    new = updated(with_changed(course, asked[1].id))
    again = new.open_module(person, KEYS)
    assert [a.scenario_id for a in again.attempt.answers] == [asked[0].id, asked[2].id]
    assert again.notice is not None
    assert "One scenario has changed" in again.notice.msgid
    assert asked[1].id in [s.id for s in again.attempt.items[2:]]
    assert new.open_module(person, KEYS).notice is None


def test_the_place_is_the_first_gap_after_a_change(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(3)]
    changed = with_changed(course, asked[0].id, asked[1].id)
    again = updated(changed).open_module(person, KEYS)
    assert again.attempt.place == 2
    assert again.attempt.item_number == len(again.attempt.answers) == 1
    assert again.notice is not None
    assert (again.notice.count, again.notice.plural is not None) == (2, True)


def test_a_new_edition_with_the_same_words_keeps_everything(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    answer_next(visit)
    same = make_course(*course.modules, edition="2026.2")
    again = updated(same).open_module(person, KEYS)
    assert len(again.attempt.answers) == 1
    assert again.notice is None


def test_a_change_elsewhere_in_the_module_keeps_all_answers(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(2)]
    (other, *_) = [s for s in visit.module.scenarios if s not in asked]
    again = updated(with_changed(course, other.id)).open_module(person, KEYS)
    assert len(again.attempt.answers) == 2
    assert again.attempt.place == visit.attempt.place
    assert again.notice is not None
    assert again.notice.msgid.endswith("All your answers are kept.")


def test_a_scenario_that_is_gone_is_not_asked_again(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(3)]
    first, second = course.modules
    left = make_module(KEYS, scenarios=[s for s in first.scenarios if s != asked[0]])
    again = updated(make_course(left, second)).open_module(person, KEYS)
    assert [a.scenario_id for a in again.attempt.answers] == [asked[1].id, asked[2].id]
    assert again.notice is not None
    assert again.notice.msgid.endswith("still there are kept.")


def test_a_course_that_became_shorter_leaves_the_last_step_to_the_person(
    learning: Learning, person: Person, course: Course, updated: Updated, database: Database
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(5)]
    visit.go_on()
    first, second = course.modules
    left = make_module(KEYS, scenarios=[s for s in first.scenarios if s in asked], critical=["A"])
    again = updated(make_course(left, second)).open_module(person, KEYS)
    assert not again.attempt.is_at_end
    again.go_on()
    assert again.is_recorded
    assert count(database, "ledger") == 1


def test_answers_that_no_longer_hold_do_not_count_at_home(
    learning: Learning, person: Person, course: Course, updated: Updated
) -> None:
    visit = learning.open_module(person, KEYS)
    asked = [answer_next(visit) for _ in range(2)]
    new = updated(with_changed(course, asked[0].id))
    assert new.overview(person).modules[0].answered == 1
    assert len(new.stored_answers(person, KEYS)) == 1
