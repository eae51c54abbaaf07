"""The end of a module: it is recorded, and one can take it away as a file."""

from datetime import timedelta
from pathlib import Path

import pytest
from examples import TODAY
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, OpenDesktop
from ui.stages import EQUAL, VISION, begin, complete

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources, Workspace


def is_last_answered(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number == len(visit.attempt.items) - 1 and len(visit.attempt.answers) > number


@pytest.fixture
def end(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    return end_of(VISION, open_desktop, sources, person)


def end_of(module_id: str, open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """The end page of a module."""
    begin(sources, person, module_id, until=is_last_answered)
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


def test_a_module_with_a_page_to_print_offers_it_at_its_end(
    open_desktop: OpenDesktop, sources: Sources, person: Person, tmp_path: Path
) -> None:
    end = end_of(EQUAL, open_desktop, sources, person)
    for kind, start in (("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")):
        file = end.dialogs.path = tmp_path / f"sidan.{kind}"
        end.do("sheet")
        assert file.read_bytes().lower().startswith(start.lower())
        assert end.dialogs.suggested.pop() == f"{EQUAL}.pdf"
        assert str(file) in end.words("page_message")
    assert end.words("page_heading") == end.say("You are done")


def test_a_module_without_a_page_to_print_offers_none(end: Desktop) -> None:
    assert not end.has("sheet")


def test_the_end_leads_to_more_cases(end: Desktop) -> None:
    end.do("more_cases")
    assert end.words("page_heading") == end.say("More cases")


def test_the_end_tells_what_is_next_and_leads_there(end: Desktop) -> None:
    upcoming = end.workspace.learning.overview(end.person).next_module
    assert upcoming is not None
    assert upcoming.module.title.sv in end.words("next_card")
    end.do("next")
    assert upcoming.module.title.sv in end.words("place")


def test_the_end_tells_when_the_module_comes_again(end: Desktop) -> None:
    day = end.app.presentation.language.date(TODAY + timedelta(days=28))
    assert day in end.words("repeat_on")


def test_whoever_wants_no_repeats_is_told_of_none_at_the_end(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    with Workspace.open(sources) as workspace:
        wanting_none = workspace.profiles.set_follow_ups(person, wanted=False)
    end = end_of(VISION, open_desktop, sources, wanting_none)
    assert not end.has("repeat_on")


def test_after_the_last_module_there_is_nothing_next(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    with Workspace.open(sources) as workspace:
        overview = workspace.learning.overview(person)
    others = [m.module.id for m in overview.modules if m.module.id != VISION]
    complete(sources, person, *others)
    end = end_of(VISION, open_desktop, sources, person)
    assert not end.has("next")
    assert end.find(QPushButton, "home").property("role") == "primary"
