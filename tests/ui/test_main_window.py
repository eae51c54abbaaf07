"""The window around the pages: regions, text size, what is kept, size and place."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle

from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.language import message
from huddinge_training.services.workspace import Sources, Workspace


def grow(desktop: Desktop) -> None:
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)


def test_f6_goes_between_the_menu_and_the_page(desktop: Desktop) -> None:
    assert desktop.focused == "page_heading"
    desktop.press(Key.Key_F6)
    assert desktop.focused == "rail_home"
    desktop.press(Key.Key_F6)
    assert desktop.focused == "page_heading"


def test_f6_without_a_menu_stays_on_the_page(first_start: Desktop) -> None:
    first_start.tab_to("go_on")
    first_start.press(Key.Key_F6)
    assert first_start.focused == "page_heading"


def test_escape_goes_to_the_menu_and_changes_nothing(desktop: Desktop) -> None:
    desktop.tab_to("next")
    title = desktop.title
    desktop.press(Key.Key_Escape)
    assert (desktop.focused, desktop.title) == ("rail_home", title)


def test_escape_without_a_menu_changes_nothing(first_start: Desktop) -> None:
    first_start.press(Key.Key_Escape)
    assert first_start.focused == "page_heading"


def test_text_grows_shrinks_and_returns_with_the_keyboard(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    with Workspace.open(sources) as workspace:
        workspace.save_preferences(Preferences(text_percent=180))
    desktop = open_desktop(sources)
    sizes = []
    for expected in (190, 200, 200):
        grow(desktop)
        assert desktop.preferences.text_percent == expected
        sizes.append(desktop.qt.font().pixelSize())
    desktop.press(Key.Key_0, Modifier.ControlModifier)
    for expected in (110, 100, 100):
        desktop.press(Key.Key_Minus, Modifier.ControlModifier)
        assert desktop.preferences.text_percent == expected
    sizes.append(desktop.qt.font().pixelSize())
    desktop.press(Key.Key_Equal, Modifier.ControlModifier)
    assert desktop.preferences.text_percent == 110
    assert sizes[0] < sizes[1] == sizes[2] == pytest.approx(2 * sizes[3], abs=1)


def test_text_size_is_there_at_the_next_start(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    grow(desktop)
    desktop.close()
    assert open_desktop(sources).preferences.text_percent == 130


def test_focus_stays_on_the_page_when_the_text_grows(desktop: Desktop) -> None:
    desktop.tab_to("open_karnvarden")
    before = desktop.focus
    grow(desktop)
    assert desktop.focused == "open_karnvarden"
    assert desktop.focus is not before


def test_focus_stays_in_the_menu_when_the_text_grows(desktop: Desktop) -> None:
    desktop.tab_to("rail_my_data")
    grow(desktop)
    assert desktop.focused == "rail_my_data"
    assert desktop.window.rail is not None
    assert desktop.focus in desktop.window.rail.findChildren(QPushButton)


def test_what_was_said_stays_when_the_text_grows(desktop: Desktop) -> None:
    desktop.page.show_message("info", message("It went well."))
    grow(desktop)
    assert desktop.words("page_message").strip() == "It went well."
    desktop.page.show_message("problem", message("It did not."))
    settle()
    assert desktop.words("page_message").strip() == "It did not."


def test_size_and_place_of_the_window_come_back(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    desktop.window.setGeometry(40, 50, 700, 520)
    settle()
    desktop.close()
    again = open_desktop(sources)
    assert again.window.geometry().getRect() == (40, 50, 700, 520)


def test_a_place_that_cannot_be_read_gives_the_usual_window(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    with Workspace.open(sources) as workspace:
        preferences = workspace.load_preferences()
        workspace.save_preferences(replace(preferences, window_geometry="fönster ☃"))
    assert open_desktop(sources).window.size().toTuple()[0] > 640


def test_the_window_can_be_as_small_as_a_phone_and_no_smaller(desktop: Desktop) -> None:
    desktop.window.resize(10, 10)
    assert desktop.window.size().toTuple() == (360, 480)


def test_a_second_start_brings_a_minimised_window_back(desktop: Desktop) -> None:
    desktop.window.showMinimized()
    desktop.window.raise_window()
    assert not desktop.window.isMinimized()
    assert desktop.window.isVisible()
