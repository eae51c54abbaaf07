"""Cases beyond those that the modules ask: there for whoever wants, and nothing of it is kept."""

import pytest
from examples import (
    PART_BY_PART,
    make_branching_scenario,
    make_course,
    make_module,
    make_parts_scenario,
    make_person,
    make_scenario,
    response_of,
)
from services.playing import play

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import NOTHING
from huddinge_training.domain.scenario import Grade, ScenarioId
from huddinge_training.services.learning import Learning
from huddinge_training.storage.database import Database

MANY, FEW, OTHERS = ModuleId("manga"), ModuleId("fa"), ModuleId("andras")


@pytest.fixture
def course() -> Course:
    """A module with more scenarios than it asks, one with few, and one for others."""
    more = [make_parts_scenario(form, form.replace("_", "-")) for form in PART_BY_PART]
    many = [make_scenario(f"s{n}", "AB"[n % 2]) for n in range(8)]
    return make_course(
        make_module(MANY, scenarios=[*many, *more, make_branching_scenario()], critical=["A"]),
        make_module(FEW),
        make_module(OTHERS, scenarios=[make_scenario(f"o{n}") for n in range(9)], roles=("it",)),
    )


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = database.read(str, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return {t: database.connection.execute(f"SELECT * FROM {t}").fetchall() for t in tables}


def test_they_are_what_the_person_s_modules_do_not_ask(
    learning: Learning, person: Person, course: Course
) -> None:
    (more,) = learning.more_cases(person)
    asked = learning.open_module(person, MANY).attempt.items
    assert more.module.id == MANY
    assert {*asked, *more.scenarios} == set(course.module(MANY).scenarios)
    assert not set(asked) & set(more.scenarios)


def test_whoever_has_more_modules_has_more_cases(learning: Learning) -> None:
    found = learning.more_cases(make_person("it", role="it"))
    assert [more.module.id for more in found] == [MANY, OTHERS]


@pytest.mark.parametrize("grade", Grade)
def test_nothing_is_left_of_it_in_any_table(
    learning: Learning, person: Person, database: Database, course: Course, grade: Grade
) -> None:
    before = everything(database)
    for scenario in course.module(MANY).scenarios:
        visit = learning.open_case(person, MANY, scenario.id)
        visit.keep(NOTHING)
        play(visit, lambda asked: response_of(asked, grade))
        visit.go_back()
        visit.go_on()
        assert visit.attempt.is_at_end
    assert everything(database) == before
    assert len(before) > 5


def test_it_does_not_touch_the_module_that_is_under_way(
    learning: Learning, person: Person, course: Course, database: Database
) -> None:
    visit = learning.open_module(person, MANY)
    visit.go_on()
    visit.keep(NOTHING)
    before = everything(database)
    (asked, *_) = visit.attempt.items
    play(learning.open_case(person, MANY, asked.id))
    assert everything(database) == before
    assert learning.open_module(person, MANY).attempt.place == visit.attempt.place


def test_a_case_is_one_question_without_reading_and_without_a_second_chance(
    learning: Learning, person: Person, course: Course
) -> None:
    (more,) = learning.more_cases(person)
    visit = learning.open_case(person, MANY, more.scenarios[0].id)
    assert visit.is_practice
    assert (visit.attempt.item_number, visit.attempt.items) == (0, more.scenarios[:1])
    assert visit.procedure == course.procedure
    assert len(play(visit, lambda scenario: response_of(scenario, Grade.POOR))) == 1
    assert learning.overview(person).done_count == 0


def test_the_module_itself_is_no_practice(learning: Learning, person: Person) -> None:
    assert not learning.open_module(person, MANY).is_practice


def test_the_same_case_is_shuffled_anew_each_time(learning: Learning, person: Person) -> None:
    orders = {
        tuple(o.id for o in learning.open_case(person, MANY, ScenarioId("s0")).attempt.options(0))
        for _ in range(60)
    }
    assert len(orders) > 1


def test_what_is_not_in_the_course_cannot_be_opened(learning: Learning, person: Person) -> None:
    with pytest.raises(KeyError):
        learning.open_case(person, MANY, ScenarioId("gone"))
    with pytest.raises(KeyError):
        learning.open_case(person, ModuleId("gone"), ScenarioId("s0"))
