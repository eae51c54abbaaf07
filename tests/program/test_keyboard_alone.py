"""A whole module from home to its end with the keyboard alone, whatever form its cases have."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from examples import FakeClock, response_of
from PySide6.QtWidgets import QApplication, QPushButton
from ui.desktop import Desktop, Key, closing_at_end, sources_of
from ui.forms import FORMS
from ui.stages import AMINA, store_person

from huddinge_training.domain.course import Course, Module, RoleId
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.learner.end_page import EndPage
from huddinge_training.ui.learner.home_page import HomePage
from huddinge_training.ui.learner.reading_page import ReadingPage


def asked_with(course: Course, form: str) -> tuple[RoleId, Module]:
    """A role, and a module that asks it a case of the form and one of another."""
    for role in course.roles:
        for module in course.modules:
            if module.is_for(role.id):
                asked = select_scenarios(module, role.id, course.edition.id)
                if len({FORMS[form](scenario) for scenario in asked}) == 2:
                    return role.id, module
    raise LookupError(f"no module asks anybody {form} and something else")


@pytest.fixture
def sources(data_dir: Path) -> Sources:
    return sources_of(data_dir, FakeClock())


@pytest.fixture(params=["way", "sort", "order"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def module(sources: Sources, form: str) -> Module:
    """Stored is somebody whom this module asks a case of the form."""
    with Workspace.open(sources) as workspace:
        role, module = asked_with(workspace.loaded_course.course, form)
    store_person(sources, replace(AMINA, role=role))
    return module


@pytest.fixture
def desktop(qapp: QApplication, sources: Sources, module: Module) -> Iterator[Desktop]:
    """The home page of that person."""
    assert qapp is not None
    hook = sys.excepthook
    with closing_at_end(Desktop(sources)) as desktop:
        yield desktop
    sys.excepthook = hook


def test_a_whole_module_is_done_from_home_to_its_end_with_the_keyboard_alone(
    desktop: Desktop, module: Module, form: str
) -> None:
    asked: list[Scenario] = []
    desktop.do(f"open_{module.id}")
    while isinstance(desktop.page, ReadingPage):
        desktop.do("go_on")
    while not isinstance(desktop.page, EndPage):
        scenario = desktop.scenario_page.scenario
        # The first answer is a poor one: what follows from it is walked by keyboard too.
        grade = Grade.BEST if asked else Grade.POOR
        desktop.answer(response_of(scenario, grade))
        asked.append(scenario)
        desktop.press(Key.Key_F6)
        assert desktop.focused.startswith("rail_")
        desktop.press(Key.Key_F6)
        desktop.do("go_on")
    assert len({FORMS[form](scenario) for scenario in asked}) == 2
    assert desktop.title.startswith(desktop.words("page_heading"))
    desktop.do("home")
    assert isinstance(desktop.page, HomePage)
    assert desktop.find(QPushButton, f"open_{module.id}").text() == desktop.say("Repeat")
