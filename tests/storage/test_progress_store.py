"""Attempts can be taken up where they were left, and follow-ups are remembered."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from storage.made_up import (
    AMINA,
    EQUALITY,
    NOW,
    TODAY,
    make_answer,
    make_completion,
    make_person,
    start_attempt,
)

from huddinge_training.domain.attempt import Purpose
from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import PersonId
from huddinge_training.errors import StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

OBJECTIVITY = ModuleId("objektivitet")
BO = PersonId("bo")


@pytest.fixture
def progress(database: Database) -> Iterator[ProgressStore]:
    for name in ("amina", "bo"):
        PeopleStore(database).add(make_person(name))
    yield ProgressStore(database)


def test_nothing_is_started_at_first(progress: ProgressStore) -> None:
    assert progress.attempt(AMINA, EQUALITY, Purpose.MODULE) is None
    assert progress.attempts_of(AMINA) == []
    assert progress.all_started() == set()


def test_an_attempt_is_taken_up_where_it_was_left(progress: ProgressStore) -> None:
    started = start_attempt(progress)
    assert (started.place, started.answers, started.started_on) == (0, (), TODAY)
    for number in (0, 1):
        progress.add_answer(started.id, number, make_answer(number))
    progress.save_place(started.id, 4)
    attempt = progress.attempt(AMINA, EQUALITY, Purpose.MODULE)
    assert attempt is not None
    assert (attempt.id, attempt.seed, attempt.edition_id) == (started.id, "seed", "2026-1")
    assert (attempt.place, attempt.answers) == (4, (make_answer(0), make_answer(1)))


def test_another_window_takes_up_the_same_attempt(progress: ProgressStore) -> None:
    first = start_attempt(progress, seed="first")
    assert start_attempt(progress, seed="second") == first


def test_attempts_of_a_person_come_in_the_order_they_began(progress: ProgressStore) -> None:
    second = start_attempt(progress, AMINA, OBJECTIVITY)
    first = start_attempt(progress, AMINA, EQUALITY)
    repeat = start_attempt(progress, AMINA, EQUALITY, Purpose.FOLLOW_UP)
    start_attempt(progress, BO, EQUALITY)
    progress.add_answer(first.id, 0, make_answer())
    assert [attempt.id for attempt in progress.attempts_of(AMINA)] == [
        second.id,
        first.id,
        repeat.id,
    ]
    assert [len(attempt.answers) for attempt in progress.attempts_of(AMINA)] == [0, 1, 0]


def test_a_repeat_is_not_a_started_module(progress: ProgressStore) -> None:
    start_attempt(progress, AMINA, EQUALITY)
    start_attempt(progress, BO, OBJECTIVITY, Purpose.FOLLOW_UP)
    assert progress.all_started() == {(AMINA, EQUALITY)}


def test_after_a_change_of_the_course_the_answers_that_hold_are_kept(
    progress: ProgressStore,
) -> None:
    started = start_attempt(progress)
    for number in range(3):
        progress.add_answer(started.id, number, make_answer(number))
    replaced = progress.replace(
        started.id,
        edition_id="2027-1",
        module_hash="b" * 64,
        answers=[make_answer(0), make_answer(2)],
        place=2,
    )
    assert replaced == progress.attempt(AMINA, EQUALITY, Purpose.MODULE)
    assert replaced.answers == (make_answer(0), make_answer(2))
    assert (replaced.edition_id, replaced.module_hash) == ("2027-1", "b" * 64)
    assert (replaced.place, replaced.seed, replaced.started_on) == (2, "seed", TODAY)
    assert (
        progress.replace(
            started.id, edition_id="2027-2", module_hash="c" * 64, answers=[], place=0
        ).answers
        == ()
    )


def test_a_finished_attempt_is_gone(progress: ProgressStore) -> None:
    started = start_attempt(progress)
    other = start_attempt(progress, BO)
    progress.finish(started.id)
    progress.finish(started.id)
    assert progress.attempts_of(AMINA) == []
    assert progress.attempts_of(BO) == [other]


def test_follow_ups_are_planned_and_done(progress: ProgressStore) -> None:
    soon = FollowUp(EQUALITY, TODAY + timedelta(days=28))
    later = FollowUp(EQUALITY, TODAY + timedelta(days=182))
    progress.plan_follow_ups(AMINA, [later, soon])
    progress.plan_follow_ups(BO, [])
    assert progress.follow_ups_of(AMINA) == [soon, later]
    progress.mark_follow_up_done(AMINA, EQUALITY, soon.due_on, TODAY)
    done = FollowUp(EQUALITY, soon.due_on, TODAY)
    assert progress.follow_ups_of(AMINA) == [done, later]
    progress.plan_follow_ups(AMINA, [soon])
    assert progress.follow_ups_of(AMINA) == [done, later]
    assert progress.follow_ups_of(BO) == []


def test_a_follow_up_that_is_not_planned_cannot_be_done(progress: ProgressStore) -> None:
    with pytest.raises(StorageError):
        progress.mark_follow_up_done(AMINA, EQUALITY, TODAY, TODAY)


def test_a_completion_is_recorded_whole_or_not_at_all(
    database: Database, progress: ProgressStore
) -> None:
    ledger = LedgerStore(database)
    attempt = start_attempt(progress)
    progress.add_answer(attempt.id, 0, make_answer())
    before = progress.attempts_of(AMINA)
    with pytest.raises(StorageError), database.atomic():
        ledger.record_completion(make_completion(), NOW)
        progress.finish(attempt.id)
        progress.plan_follow_ups(PersonId("nobody"), [FollowUp(EQUALITY, TODAY)])
    assert progress.attempts_of(AMINA) == before
    assert list(ledger.completions()) == []
    with database.atomic():
        ledger.record_completion(make_completion(), NOW)
        progress.finish(attempt.id)
        progress.plan_follow_ups(AMINA, [FollowUp(EQUALITY, TODAY)])
    assert progress.attempts_of(AMINA) == []
    assert list(ledger.completions()) == [make_completion()]
