"""Every text of the course finds room in the smallest window with the largest letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility.room import NARROW, cut_buttons, cut_words, sticking_out
from accessibility.screens import clock_of_today
from examples import response_of
from PySide6.QtWidgets import QPushButton
from ui.answering import answer
from ui.desktop import Desktop, closing_at_end, settle, sources_of
from ui.mouse import Mouse
from ui.stages import store_person

from huddinge_training.domain.course import Module
from huddinge_training.domain.scenario import Grade
from huddinge_training.ui.learner.reading_page import ReadingPage

Faults = dict[str, list[tuple[object, ...]]]


@pytest.fixture(params=["sv", "en"])
def narrow(request: pytest.FixtureRequest, stage_copy: Callable[[str], Path]) -> Iterator[Desktop]:
    """The program of a newcomer at 200 %."""
    folder = stage_copy("nobody")
    sources = sources_of(folder, clock_of_today())
    store_person(sources, language=request.param, text_percent=200)
    with closing_at_end(Desktop(sources)) as desktop:
        desktop.window.resize(*NARROW)
        settle()
        yield desktop


def test_every_reading_and_every_scenario_before_and_after_the_answer(narrow: Desktop) -> None:
    faults: Faults = {}
    for module in narrow.workspace.loaded_course.course.modules:
        read_through(narrow, module, faults)
        try_every_scenario(narrow, module, faults)
    assert faults == {}


def read_through(desktop: Desktop, module: Module, faults: Faults) -> None:
    """Reads every screen with its words explained."""
    desktop.learner.open_module(module.id)
    settle()
    while isinstance(desktop.page, ReadingPage):
        press_all(desktop, "word_")
        look(desktop, f"{module.id}: {desktop.words('page_heading')}", faults)
        desktop.click("go_on")


def try_every_scenario(desktop: Desktop, module: Module, faults: Faults) -> None:
    """Answers each with something wrong, and unfolds all that there is."""
    for scenario in module.scenarios:
        desktop.learner.open_case(module.id, scenario.id)
        settle()
        press_all(desktop, "word_")
        look(desktop, f"{scenario.id}: before", faults)
        answer(Mouse(desktop), scenario, response_of(scenario, Grade.POOR))
        press_all(desktop, "unfold_")
        look(desktop, f"{scenario.id}: after", faults)


def press_all(desktop: Desktop, prefix: str) -> None:
    """Presses every button with such a name."""
    for button in desktop.page.findChildren(QPushButton):
        if button.objectName().startswith(prefix):
            button.click()
    settle()


def look(desktop: Desktop, where: str, faults: Faults) -> None:
    """Remembers what has no room here."""
    window = desktop.window
    found = [*sticking_out(window), *cut_words(window), *cut_buttons(window)]
    if found:
        faults[where] = found[:3]
