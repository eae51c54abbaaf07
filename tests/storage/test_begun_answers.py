"""An answer that is not finished can be taken up, until it is finished or its attempt is gone."""

import pytest
from storage.made_up import AMINA, EQUALITY, make_answer, make_person, sentence, start_attempt

from huddinge_training.domain.attempt import Answer, Purpose
from huddinge_training.errors import StorageError
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import AttemptId, ProgressStore


@pytest.fixture
def progress(database: Database) -> ProgressStore:
    PeopleStore(database).add(make_person())
    return ProgressStore(database)


def begun(progress: ProgressStore, purpose: Purpose = Purpose.MODULE) -> Answer | None:
    """What is begun in an attempt that is there."""
    attempt = progress.attempt(AMINA, EQUALITY, purpose)
    assert attempt is not None
    return attempt.begun


def test_nothing_is_begun_at_first(progress: ProgressStore) -> None:
    assert start_attempt(progress).begun is None


def test_what_is_begun_is_taken_up(progress: ProgressStore) -> None:
    attempt = start_attempt(progress)
    progress.keep_begun(attempt.id, make_answer())
    assert begun(progress) == make_answer()
    assert progress.attempts_of(AMINA)[0].answers == ()
    assert start_attempt(progress).begun == make_answer()


def test_only_the_latest_state_is_kept(database: Database, progress: ProgressStore) -> None:
    attempt = start_attempt(progress)
    for number in range(5):
        progress.keep_begun(attempt.id, make_answer(number))
    assert begun(progress) == make_answer(4)
    assert database.read(int, "SELECT count(*) FROM begun_answers") == [1]


def test_every_attempt_has_its_own(progress: ProgressStore) -> None:
    module = start_attempt(progress)
    follow_up = start_attempt(progress, purpose=Purpose.FOLLOW_UP)
    progress.keep_begun(module.id, make_answer(1))
    progress.keep_begun(follow_up.id, make_answer(2))
    progress.add_answer(follow_up.id, 0, make_answer(2))
    assert begun(progress) == make_answer(1)
    assert begun(progress, Purpose.FOLLOW_UP) is None


def test_a_whole_answer_ends_it(progress: ProgressStore) -> None:
    attempt = start_attempt(progress)
    progress.keep_begun(attempt.id, make_answer())
    progress.add_answer(attempt.id, 0, make_answer())
    assert begun(progress) is None


def test_a_changed_course_ends_it(progress: ProgressStore) -> None:
    attempt = start_attempt(progress)
    progress.keep_begun(attempt.id, make_answer())
    replaced = progress.replace(
        attempt.id, edition_id="2027-1", module_hash="b" * 64, answers=[], place=0
    )
    assert replaced.begun is None
    assert begun(progress) is None


@pytest.mark.parametrize("ending", ["the attempt", "the person"])
def test_it_goes_with_its_attempt(database: Database, progress: ProgressStore, ending: str) -> None:
    attempt = start_attempt(progress)
    progress.keep_begun(attempt.id, make_answer())
    if ending == "the attempt":
        progress.finish(attempt.id)
    else:
        PeopleStore(database).remove(AMINA)
    assert database.read(int, "SELECT count(*) FROM begun_answers") == [0]


def test_nothing_is_kept_for_an_attempt_that_is_gone(
    database: Database, progress: ProgressStore
) -> None:
    attempt = start_attempt(progress)
    progress.finish(attempt.id)
    for attempt_id in (attempt.id, AttemptId("unknown")):
        with pytest.raises(StorageError) as caught:
            progress.keep_begun(attempt_id, make_answer())
        assert "another window" in sentence(caught.value)
    assert database.read(int, "SELECT count(*) FROM begun_answers") == [0]
