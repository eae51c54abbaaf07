"""A person opens a module, answers, leaves, comes back and completes it."""

import pytest
from examples import (
    ACCEPTABLE,
    BEST,
    POOR,
    TODAY,
    FakeClock,
    make_person,
    response_of,
)
from services.playing import answer_next, count, play, written_by_another

from huddinge_training import __version__
from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.domain.record import Completion, Mode
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario
from huddinge_training.errors import StorageError
from huddinge_training.services.learning import Learning
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

KEYS, DOORS = ModuleId("nycklar"), ModuleId("dorrar")


def test_a_module_begins_with_its_reading(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    assert (visit.attempt.place, visit.attempt.item_number) == (0, None)
    assert visit.module.id == KEYS
    assert visit.notice is None


def test_an_answer_is_there_after_coming_back(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    first = answer_next(visit, POOR)
    second = answer_next(visit)
    again = learning.open_module(person, KEYS)
    assert [(a.scenario_id, a.response) for a in again.attempt.answers] == [
        (first.id, POOR), (second.id, BEST),
    ]  # fmt: skip
    assert again.attempt.place == visit.attempt.place
    assert again.attempt.items == visit.attempt.items


def test_the_options_stand_in_the_same_order_after_coming_back(
    learning: Learning, person: Person
) -> None:
    visit = learning.open_module(person, KEYS)
    again = learning.open_module(person, KEYS)
    orders = [visit.attempt.options(number) for number in range(6)]
    assert [again.attempt.options(number) for number in range(6)] == orders


def test_two_people_are_asked_at_their_own_pace(
    learning: Learning, person: Person, database: Database
) -> None:
    other = make_person("bo", employee_number="0043")
    answer_next(learning.open_module(person, KEYS))
    PeopleStore(database).add(other)
    assert learning.open_module(other, KEYS).attempt.answers == []


def test_the_screen_is_remembered_when_going_back(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    visit.go_on()
    visit.go_back()
    assert learning.open_module(person, KEYS).attempt.place == 0


def test_there_is_nothing_before_the_first_screen(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    with pytest.raises(ValueError, match="first screen"):
        visit.go_back()
    assert learning.open_module(person, KEYS).attempt.place == 0


def test_an_option_that_is_not_there_changes_nothing(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    visit.go_on()
    with pytest.raises(KeyError):
        visit.answer(Response("z"))
    assert visit.attempt.answers == []
    assert learning.stored_answers(person, KEYS) == []


def test_the_way_past_an_open_question_is_closed(learning: Learning, person: Person) -> None:
    visit = learning.open_module(person, KEYS)
    visit.go_on()
    with pytest.raises(ValueError, match="not answered"):
        visit.go_on()


def test_a_completed_module_stands_in_the_ledger(
    learning: Learning, person: Person, database: Database, course: Course, time: FakeClock
) -> None:
    time.wait(days=5)
    visit = learning.open_module(person, KEYS)
    asked = play(visit)
    assert len(asked) == 6
    assert visit.is_recorded
    module = course.module(KEYS)
    (completion,) = LedgerStore(database).completions()
    assert completion == Completion(
        person_id=person.id,
        unit_code="SK-1",
        module_id=KEYS,
        edition_id="2026.1",
        module_hash=module.content_hash,
        mode=Mode.SOLO,
        assigned_on=TODAY,
        due_on=completion.due_on,
        completed_on=time.time.date(),
        valid_to=None,
        app_version=__version__,
    )
    assert (completion.due_on - completion.assigned_on).days == 90
    assert learning.completions(person) == (completion,)
    assert learning.ledger_head().length == 1


def test_the_answers_are_gone_when_a_module_is_complete(
    learning: Learning, person: Person, database: Database
) -> None:
    play(learning.open_module(person, KEYS))
    assert (count(database, "answers"), count(database, "attempts")) == (0, 0)
    assert learning.stored_answers(person, KEYS) == []


def test_a_poor_answer_on_a_critical_objective_is_asked_about_again(
    learning: Learning, person: Person
) -> None:
    is_first = iter([True])

    def choose(scenario: Scenario) -> Response:
        return (
            POOR if scenario.objective == "A" and next(is_first, False) else response_of(scenario)
        )

    asked = play(learning.open_module(person, KEYS), choose)
    assert len(asked) >= 6
    assert learning.completions(person)


def test_a_module_is_not_complete_while_a_critical_objective_is_unmet(
    learning: Learning, person: Person
) -> None:
    visit = learning.open_module(person, KEYS)
    for _ in range(20):
        answer_next(visit, POOR)
    assert not visit.is_recorded
    assert learning.completions(person) == ()
    play(visit)
    assert visit.is_recorded


def test_an_acceptable_answer_is_enough_where_nothing_is_critical(
    learning: Learning, person: Person
) -> None:
    assert len(play(learning.open_module(person, DOORS), lambda _: ACCEPTABLE)) == 6
    assert [c.module_id for c in learning.completions(person)] == [DOORS]


def test_looking_back_from_the_end_page_records_nothing_twice(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, KEYS)
    play(visit)
    visit.go_back()
    visit.go_back()
    visit.go_on()
    visit.go_on()
    assert visit.attempt.is_at_end
    assert count(database, "ledger") == 1


def test_a_module_can_be_repeated_and_the_latest_counts(
    learning: Learning, person: Person, time: FakeClock
) -> None:
    play(learning.open_module(person, KEYS))
    time.wait(days=400)
    again = learning.open_module(person, KEYS)
    assert again.attempt.answers == []
    play(again)
    (completion,) = learning.completions(person)
    assert completion.completed_on == time.time.date()


def test_completions_stand_in_the_order_of_the_course(learning: Learning, person: Person) -> None:
    play(learning.open_module(person, DOORS))
    play(learning.open_module(person, KEYS))
    assert [c.module_id for c in learning.completions(person)] == [KEYS, DOORS]


# --- When nothing can be saved -----------------------------------------------------------


def test_an_answer_that_cannot_be_saved_is_not_taken(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, KEYS)
    visit.go_on()
    with written_by_another(database), pytest.raises(StorageError):
        visit.answer(BEST)
    assert visit.attempt.answers == []
    visit.answer(BEST)
    assert len(learning.stored_answers(person, KEYS)) == 1


def test_a_step_that_cannot_be_saved_is_not_taken(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, KEYS)
    with written_by_another(database), pytest.raises(StorageError):
        visit.go_on()
    assert visit.attempt.place == 0
    visit.go_on()
    with written_by_another(database), pytest.raises(StorageError):
        visit.go_back()
    assert visit.attempt.place == 1


def test_a_completion_that_cannot_be_saved_can_be_tried_again(
    learning: Learning, person: Person, database: Database
) -> None:
    visit = learning.open_module(person, KEYS)
    for _ in range(6):
        answer_next(visit)
    place = visit.attempt.place
    with written_by_another(database), pytest.raises(StorageError):
        visit.go_on()
    assert (visit.attempt.place, visit.is_recorded) == (place, False)
    assert count(database, "ledger") == 0
    visit.go_on()
    assert visit.is_recorded
    assert count(database, "ledger") == 1
