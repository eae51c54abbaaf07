"""Questions about scenarios, kept in a text file without a name."""

import sys
from pathlib import Path

import pytest
from examples import FakeClock, make_scenario

from huddinge_training.errors import StorageError, TrainingError
from huddinge_training.paths import DataPaths
from huddinge_training.services.clock import Clock
from huddinge_training.services.questions import LONGEST, Questions


@pytest.fixture
def questions(data_dir: Path, clock: Clock) -> Questions:
    """The questions of a data folder."""
    return Questions(DataPaths(data_dir), clock)


def test_a_question_is_kept_with_its_day_and_scenario(questions: Questions) -> None:
    questions.save(make_scenario(), "  Gäller det här också vikarier?\nOch när?  ")
    assert questions.file.read_text("utf-8") == (
        "2026-03-02 nyckeln v1\nGäller det här också vikarier?\nOch när?\n\n"
    )


def test_one_follows_the_other(questions: Questions, time: FakeClock) -> None:
    questions.save(make_scenario(), "Ett")
    time.wait(days=1)
    questions.save(make_scenario("dorren", version=2), "Två")
    assert questions.file.read_text("utf-8") == (
        "2026-03-02 nyckeln v1\nEtt\n\n2026-03-03 dorren v2\nTvå\n\n"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("  \n ", "Write your question first"),
        ("a" * (LONGEST + 1), "too long"),
        ("Det gäller 640823-3234.", "personal identity number"),
    ],
)
def test_what_should_not_be_kept_is_refused(questions: Questions, text: str, sentence: str) -> None:
    with pytest.raises(TrainingError, match=sentence):
        questions.save(make_scenario(), text)
    assert not questions.file.exists()


def test_a_file_that_cannot_be_written_is_a_sentence(questions: Questions) -> None:
    questions.file.mkdir()
    with pytest.raises(StorageError, match="could not be saved"):
        questions.save(make_scenario(), "Ett")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit for the size of files")
def test_a_question_is_saved_whole_or_not_at_all(questions: Questions) -> None:
    import resource

    questions.save(make_scenario(), "Ett")
    before = questions.file.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(StorageError):
            questions.save(make_scenario(), "Två")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert questions.file.read_bytes() == before
