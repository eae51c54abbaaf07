"""The words of the phone page in its languages."""

import ast
from pathlib import Path

import pytest

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.errors import SessionError
from huddinge_training.language import Text, message
from huddinge_training.paths import PACKAGE, bundled
from huddinge_training.phone.words import course_text, every_language, preferred, words_in

LANGUAGES = list(every_language())
MOST_WORDS_OF_PRIVACY = 40
# What a phone can be told by the session.
SAID_BY = (
    "services/live_session.py",
    "domain/attendance.py",
    "domain/ballot.py",
    "domain/group_session.py",
)
SAID_TO_THE_FACILITATOR = (
    "This vote has been seen",
    "Others took part in the vote",
    "Nothing of this case can be shown any more",
    "Type a number from",
    "The vote is not at that step",
    "Write a name or an employee number",
    "There is no such step",
    "The vote is open. Close it",
    "The agreement has",
    "There is a personal identity number in it. Take it away",
    "Nothing is voted on",
    "The list of who was here",
)


def sentences_of(file: Path) -> list[str]:
    """The sentences of all messages in a module."""
    return [
        str(node.args[0].value)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "message"
        and isinstance(node.args[0], ast.Constant)
    ]


def test_there_are_at_least_six_languages() -> None:
    assert {"sv", "sv-latt", "en", "fi", "ar", "so"} <= set(LANGUAGES)
    files = {file.stem for file in (bundled("resources") / "phone" / "words").glob("*.json")}
    assert files == set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_says_everything(code: str) -> None:
    words = words_in(code)
    assert words.sentences.keys() == words_in("sv").sentences.keys()
    assert all(sentence.strip() for sentence in words.sentences.values())
    assert all(words[step] for step in StepKind)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_says_what_is_secret_in_forty_words(code: str) -> None:
    assert 20 <= len(words_in(code)["privacy"].split()) <= MOST_WORDS_OF_PRIVACY


def test_it_is_said_that_votes_are_secret_and_attendance_is_apart() -> None:
    said = words_in("sv")["privacy"]
    assert "också för din chef" in said
    assert "Närvaron är en egen lista" in said


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_language_says_what_the_session_refuses(code: str) -> None:
    said = {s for name in SAID_BY for s in sentences_of(PACKAGE / name)}
    to_phones = {s for s in said if not s.startswith(SAID_TO_THE_FACILITATOR)}
    assert len(to_phones) >= 10
    assert words_in(code).errors.keys() == to_phones


def test_english_is_what_the_session_says() -> None:
    error = SessionError(message("The voting is not open."))
    assert words_in("en").error(error) == "The voting is not open."
    assert words_in("sv").error(error) == "Omröstningen är inte öppen."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", "sv"),
        ("ar-SY,ar;q=0.9,en;q=0.8", "ar"),
        ("de-DE,so;q=0.5", "so"),
        ("EN-gb", "en"),
        ("zz,,;;", "sv"),
    ],
)
def test_the_page_comes_in_the_language_of_the_phone(asked: str, found: str) -> None:
    assert preferred(asked).code == found


def test_a_text_of_the_course_says_in_what_language_it_is() -> None:
    assert course_text(Text("Hej", "Hello"), "en") == ("Hello", "en")
    assert course_text(Text("Hej"), "en") == ("Hej", "sv")
    assert course_text(Text("Hej", "Hello"), "sv") == ("Hej", "sv")
