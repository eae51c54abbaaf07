"""The five steps: at hand everywhere with F1, beside the page, readable without a mouse."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from ui.desktop import Desktop, Key, Modifier, settle


@pytest.fixture
def steps(desktop: Desktop) -> Desktop:
    desktop.press(Key.Key_F1)
    return desktop


def dialog(desktop: Desktop) -> QDialog:
    return desktop.find(QDialog, "help_dialog")


def test_f1_shows_every_step_of_the_course(steps: Desktop) -> None:
    for step in steps.workspace.loaded_course.course.procedure:
        words = steps.words(f"step_{step.id}")
        assert step.title.sv in words
        assert step.text.sv in words


def test_it_is_there_before_anybody_has_said_who_they_are(first_start: Desktop) -> None:
    first_start.press(Key.Key_F1)
    assert first_start.has("help_dialog")


def test_escape_closes_it_and_the_focus_is_where_it_was(desktop: Desktop) -> None:
    desktop.tab_to("next")
    desktop.press(Key.Key_F1)
    assert desktop.focused == "help_heading"
    desktop.press(Key.Key_Escape)
    assert not desktop.has("help_dialog")
    desktop.window.activateWindow()
    settle()
    assert desktop.focused == "next"


def test_its_button_closes_it(steps: Desktop) -> None:
    steps.do("close_help")
    assert not steps.has("help_dialog")


def test_the_page_can_be_used_beside_it(steps: Desktop) -> None:
    assert not dialog(steps).isModal()
    steps.click("next")
    assert steps.has("quote") or steps.has("reading_text")
    assert steps.has("help_dialog")


def test_asking_twice_shows_it_once(steps: Desktop) -> None:
    steps.window.help_asked.emit()
    steps.window.help_asked.emit()
    assert dialog(steps).isVisible()


def test_it_is_read_to_its_end_with_keys_alone(steps: Desktop) -> None:
    dialog(steps).resize(400, 320)
    QApplication.processEvents()
    bar = dialog(steps).findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    places = []
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_PageUp, Key.Key_Home):
        steps.press(key)
        places.append(bar.value())
    assert 0 < places[0] < places[1] <= places[2] == bar.maximum() > places[3] > places[4] == 0
    assert steps.focused == "help_heading"
    steps.tab_to("close_help")
    steps.press(Key.Key_End)
    assert bar.value() == bar.maximum()


def test_it_speaks_and_grows_with_the_window(steps: Desktop) -> None:
    heading = dialog(steps).windowTitle()
    steps.press(Key.Key_Plus, Modifier.ControlModifier)
    assert steps.preferences.text_percent == 130
    assert dialog(steps).windowTitle() == heading
    steps.window.activateWindow()
    steps.do("rail_settings")
    steps.tab_to("language_sv")
    steps.press(Key.Key_Right)
    assert dialog(steps).windowTitle() != heading
