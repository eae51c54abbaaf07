"""The feedback is made while one reads: nothing tells of it before, and it is the same after."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.answering import some_responses
from ui.desktop import Desktop
from ui.forms import FORMS, OpenForm
from ui.stages import VALUES


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """The names of all that a screen reader can come to."""
    if not interface.state().invisible:
        yield interface.text(QAccessible.Text.Name)
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None:
                yield from heard(child)


def wait_until_ready(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.scenario_page
    qtbot.waitUntil(lambda: page.findChild(QWidget, "rule_box") is not None)


@pytest.mark.parametrize("form", FORMS)
def test_feedback_that_is_ready_cannot_be_seen_or_heard(
    form: str, open_form: OpenForm, qtbot: QtBot
) -> None:
    desktop = open_form(form)
    before = desktop.words()
    wait_until_ready(desktop, qtbot)
    assert desktop.words() == before
    scenario, say = desktop.scenario_page.scenario, desktop.app.presentation.language.say
    told = [say(option.feedback) for option in scenario.options]
    told += [say(part.feedback) for part in scenario.parts]
    told += [say(rule.plain) for rule in scenario.rules]
    assert told
    names = "\n".join(heard(QAccessible.queryAccessibleInterface(desktop.window)))
    assert [words for words in told if words in names] == []
    assert not desktop.has("rule_box")


@pytest.mark.parametrize("form", FORMS)
def test_it_is_the_same_whether_it_was_ready_or_not(
    form: str, open_form: OpenForm, qtbot: QtBot
) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    response = some_responses(scenario)[0]
    desktop.scenario_page.show_answer(response)
    at_once = desktop.words(), desktop.scenario_page._body.height()
    desktop.do("rail_home")
    desktop.do("next")
    wait_until_ready(desktop, qtbot)
    desktop.scenario_page.show_answer(response)
    assert desktop.words() == at_once[0]
    assert desktop.scenario_page._body.height() == at_once[1]


def test_what_was_ready_goes_with_its_page(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_module(VALUES)
    desktop.read_on()
    wait_until_ready(desktop, qtbot)
    desktop.do("rail_home")
    assert desktop.window.findChild(QWidget, "rule_box") is None
