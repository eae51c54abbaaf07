"""The end of a module: it is recorded, and one can take it away as a file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, OpenDesktop
from ui.stages import VISION, begin

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.learning import Visit
from huddinge_training.services.workspace import Sources


def is_last_answered(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number == len(visit.attempt.items) - 1 and len(visit.attempt.answers) > number


@pytest.fixture
def end(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    begin(sources, person, VISION, until=is_last_answered)
    desktop = open_desktop(sources)
    desktop.do("next")
    desktop.do("go_on")
    return desktop


def test_the_end_says_that_it_is_recorded_and_what_to_take_along(
    end: Desktop, person: Person
) -> None:
    module = end.workspace.loaded_course.course.module(ModuleId(VISION))
    assert end.words("page_heading") == end.say("You are done")
    for takeaway in module.takeaways:
        assert takeaway.sv in end.words("takeaways")
    assert end.has("recorded")
    (completion,) = end.workspace.learning.completions(person)
    assert completion.module_id == VISION
    assert end.workspace.learning.stored_answers(person, ModuleId(VISION)) == []


def test_no_score_and_no_praise(end: Desktop) -> None:
    words = end.words("page_body")
    assert "!" not in words
    assert "%" not in words


def test_home_shows_it_done(end: Desktop) -> None:
    end.do("home")
    assert end.find(QPushButton, f"open_{VISION}").text() == end.say("Repeat")


@pytest.mark.parametrize(
    ("button", "name", "start"),
    [
        ("certificate", "intyg.pdf", b"%PDF"),
        ("certificate", "intyg.html", b"<!"),
        ("calendar", "x.ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_a_file_is_saved_where_one_says(
    end: Desktop, tmp_path: Path, button: str, name: str, start: bytes
) -> None:
    end.dialogs.path = tmp_path / name
    end.do(button)
    assert (tmp_path / name).read_bytes().lower().startswith(start.lower())
    assert str(tmp_path / name) in end.words("page_message")
    assert end.words("page_heading") == end.say("You are done")


def test_cancelling_saves_nothing_and_says_nothing(end: Desktop) -> None:
    end.do("certificate")
    assert len(end.dialogs.suggested) == 1
    assert not end.has("page_message")


def test_a_folder_that_is_not_there_is_a_sentence(end: Desktop, tmp_path: Path) -> None:
    end.dialogs.path = tmp_path / "nowhere" / "x.ics"
    end.do("calendar")
    assert str(tmp_path / "nowhere") in end.words("page_message")
