"""More cases: what the modules do not ask, to be tried without a trace."""

from pathlib import Path

import pytest
from examples import response_of
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop
from ui.forms import FORMS

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.scenario import FOR_EVERYONE, Grade
from huddinge_training.services.content_check import reviews


@pytest.fixture
def cases(desktop: Desktop) -> Desktop:
    desktop.do("more_cases")
    return desktop


def traces(desktop: Desktop) -> tuple[object, ...]:
    """Everything on disk that a case could leave behind."""
    connection = desktop.workspace.database.connection
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_")
    ]
    return tuple(connection.execute(f"SELECT * FROM [{name}]").fetchall() for name in tables)


def offered(desktop: Desktop) -> list[str]:
    """The cases on the page, from top to bottom."""
    buttons = [b for b in desktop.page.findChildren(QPushButton) if b.isVisible()]
    found = [b for b in buttons if b.objectName().startswith("case_")]
    found.sort(key=lambda button: button.mapTo(desktop.page, button.rect().topLeft()).y())
    return [button.objectName().removeprefix("case_") for button in found]


def test_the_list_holds_exactly_what_the_modules_do_not_ask(cases: Desktop) -> None:
    learning = cases.workspace.learning
    more = learning.more_cases(cases.person)
    assert offered(cases) == [s.id for found in more for s in found.scenarios]
    roles = {role.id: role.title.sv for role in cases.workspace.loaded_course.course.roles}
    roles[RoleId(FOR_EVERYONE)] = cases.say("For everybody")
    for found in more:
        words = cases.words(f"cases_{found.module.id}")
        assert found.module.title.sv in cases.words("page_body")
        for scenario in found.scenarios:
            assert cases.find(QPushButton, f"case_{scenario.id}").text() == scenario.title.sv
            for role in scenario.roles:
                assert roles[RoleId(role)] in words


def test_the_page_says_how_many_situations_wait_for_a_lawyer(cases: Desktop) -> None:
    course = cases.workspace.loaded_course.course
    found = reviews(course, cases.workspace.sources.clock.today)
    words = cases.words("review_state")
    assert str(sum(review.total for review in found)) in words
    assert str(sum(review.needs_lawyer for review in found)) in words


@pytest.mark.parametrize("form", FORMS)
def test_a_case_of_any_form_is_tried_and_leaves_nothing_behind(cases: Desktop, form: str) -> None:
    more = cases.workspace.learning.more_cases(cases.person)
    before, heading = traces(cases), cases.words("page_heading")
    scenario = next(s for found in more for s in found.scenarios if FORMS[form](s))
    cases.do(f"case_{scenario.id}")
    assert cases.scenario_page.scenario.id == scenario.id
    assert scenario.title.sv in cases.title
    assert cases.words("place") == cases.say("One more case")
    assert not cases.has("back")
    cases.answer(response_of(scenario, Grade.POOR))
    assert cases.has("rule_box")
    assert not cases.has("comes_again")
    cases.do("go_on")
    assert cases.words("page_heading") == heading
    assert traces(cases) == before


def test_a_case_that_is_left_in_the_middle_is_forgotten(cases: Desktop) -> None:
    more = cases.workspace.learning.more_cases(cases.person)
    scenario = next(s for found in more for s in found.scenarios if FORMS["choose_all"](s))
    before = traces(cases)
    cases.do(f"case_{scenario.id}")
    cases.do(f"check_{scenario.parts[0].id}")
    cases.do("rail_home")
    assert traces(cases) == before
    cases.do("more_cases")
    cases.do(f"case_{scenario.id}")
    assert cases.chosen() == set()


def test_from_the_list_it_goes_home(cases: Desktop) -> None:
    cases.do("home")
    assert cases.has("summary")


def test_a_case_can_raise_a_question_and_comes_back_to_it(cases: Desktop) -> None:
    first = offered(cases)[0]
    cases.do(f"case_{first}")
    cases.answer(response_of(cases.scenario_page.scenario))
    cases.do("raise_question")
    cases.do("back")
    assert cases.scenario_page.scenario.id == first
    assert cases.has("rule_box")


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")])
def test_the_page_to_print_is_saved_where_one_says(
    cases: Desktop, tmp_path: Path, kind: str, start: bytes
) -> None:
    more = cases.workspace.learning.more_cases(cases.person)
    module = next(found.module for found in more if found.module.sheet is not None)
    file = cases.dialogs.path = tmp_path / f"sidan.{kind}"
    cases.do(f"sheet_{module.id}")
    assert file.read_bytes().lower().startswith(start.lower())
    assert cases.dialogs.suggested == [f"{module.id}.pdf"]
    assert str(file) in cases.words("page_message")
    assert offered(cases)


def test_only_a_module_with_a_page_to_print_offers_one(cases: Desktop) -> None:
    for found in cases.workspace.learning.more_cases(cases.person):
        assert cases.has(f"sheet_{found.module.id}") is (found.module.sheet is not None)
