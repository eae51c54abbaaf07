"""A person leaves in the middle of an answer and takes it up again, as long as it still fits."""

import pytest
from examples import (
    make_branching_scenario,
    make_course,
    make_module,
    make_parts_scenario,
    make_scenario,
    response_of,
)
from services.playing import answer_next, count, play, read_on, written_by_another

from huddinge_training.domain.attempt import Purpose
from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import NOTHING, Response
from huddinge_training.domain.scenario import AnswerForm
from huddinge_training.errors import StorageError
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.storage.database import Database

MIXED = ModuleId("blandat")
BEGUN = {
    "alla": Response("b"),
    "texten": Response("a,d"),
    "steg": Response("d,c,b,a"),
    "hogar": Response("b:x"),
    "vagen": Response("a"),
    "val": NOTHING,
}


@pytest.fixture
def course() -> Course:
    """A module with a scenario of every form."""
    scenarios = [
        make_parts_scenario(AnswerForm.CHOOSE_ALL, "alla"),
        make_parts_scenario(AnswerForm.MARK, "texten"),
        make_parts_scenario(AnswerForm.ORDER, "steg"),
        make_parts_scenario(AnswerForm.SORT, "hogar"),
        make_branching_scenario("vagen"),
        make_scenario("val"),
    ]
    return make_course(make_module(MIXED, scenarios=scenarios))


def test_what_is_begun_is_there_after_coming_back(learning: Learning, person: Person) -> None:
    for _ in BEGUN:
        visit = learning.open_module(person, MIXED)
        scenario = read_on(visit)
        visit.keep(BEGUN[scenario.id])
        assert visit.attempt.begun == BEGUN[scenario.id]
        again = learning.open_module(person, MIXED)
        assert again.attempt.begun == BEGUN[scenario.id]
        assert (again.attempt.place, again.attempt.answers) == (
            visit.attempt.place, visit.attempt.answers,
        )  # fmt: skip
        answer_next(again)
        assert again.attempt.begun == NOTHING
        assert learning.open_module(person, MIXED).attempt.begun == NOTHING


def test_it_can_be_changed_until_it_is_whole(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, MIXED)
    while read_on(visit).id != "hogar":
        answer_next(visit)
    for response in ("a:x", "a:y", "a:y,b:x"):
        learning.open_module(person, MIXED).keep(Response(response))
    back = learning.open_module(person, MIXED)
    assert back.attempt.begun == "a:y,b:x"
    with pytest.raises(ValueError, match="missing"):
        back.answer(back.attempt.begun)
    back.answer(Response("a:y,b:x,c:x,d:y"))
    assert learning.stored_answers(person, MIXED)[-1].response == "a:y,b:x,c:x,d:y"


def test_looking_back_does_not_lose_it(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, MIXED)
    scenario = read_on(visit)
    visit.keep(BEGUN[scenario.id])
    visit.go_back()
    visit.go_on()
    assert visit.attempt.begun == BEGUN[scenario.id]


def test_it_is_gone_when_the_scenario_is_worded_anew(
    learning: Learning, person: Person, database: Database, course: Course, clock: Clock
) -> None:
    visit = learning.open_module(person, MIXED)
    asked = read_on(visit)
    visit.keep(BEGUN[asked.id])
    (module,) = course.modules
    reworded = [make_scenario(s.id, version=2) if s == asked else s for s in module.scenarios]
    other = make_course(make_module(MIXED, scenarios=reworded), edition="2026.2")
    again = Learning(database, other, clock).open_module(person, MIXED)
    assert again.attempt.begun == NOTHING
    assert count(database, "begun_answers") == 0


def test_two_repeats_of_it_do_not_disturb_each_other(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, MIXED))
    follow_up = learning.follow_ups(person)[0]
    module, repeat = learning.open_module(person, MIXED), learning.open_follow_up(person, follow_up)
    first, second = read_on(module), read_on(repeat)
    module.keep(BEGUN[first.id])
    repeat.keep(BEGUN[second.id])
    assert repeat.attempt.purpose is Purpose.FOLLOW_UP
    assert learning.open_module(person, MIXED).attempt.begun == BEGUN[first.id]
    assert learning.open_follow_up(person, follow_up).attempt.begun == BEGUN[second.id]


def test_nothing_of_it_is_left_when_the_module_is_done(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, MIXED)
    while not visit.attempt.is_at_end:
        if visit.attempt.item_number is not None:
            scenario = visit.attempt.items[visit.attempt.item_number]
            visit.keep(BEGUN[scenario.id])
            visit.answer(response_of(scenario))
        visit.go_on()
    assert visit.is_recorded
    assert [count(database, name) for name in ("begun_answers", "answers", "attempts")] == [0] * 3


def test_what_is_not_there_is_not_kept(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, MIXED)
    read_on(visit)
    with pytest.raises(KeyError):
        visit.keep(Response("z"))
    answer_next(visit)
    with pytest.raises(ValueError, match="no open question"):
        visit.keep(NOTHING)
    assert count(database, "begun_answers") == 0


def test_what_cannot_be_saved_is_not_taken(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, MIXED)
    scenario = read_on(visit)
    with written_by_another(database), pytest.raises(StorageError):
        visit.keep(BEGUN[scenario.id])
    assert visit.attempt.begun == NOTHING
    visit.keep(BEGUN[scenario.id])
    assert learning.open_module(person, MIXED).attempt.begun == BEGUN[scenario.id]
