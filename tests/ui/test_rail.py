"""The menu: what is in it for whom, and its shape on every width."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, OpenDesktop, settle
from ui.stages import set_passphrase

from huddinge_training.services.workspace import Sources


def entries(desktop: Desktop) -> list[str]:
    return [name for name in desktop.names() if name.startswith("rail_")]


def marked(desktop: Desktop) -> list[str]:
    """By what the style sheet goes by."""
    return [
        name for name in entries(desktop) if desktop.find(QPushButton, name).property("current")
    ]


def test_the_first_start_has_no_menu(first_start: Desktop) -> None:
    assert entries(first_start) == []


def test_a_learner_has_home_steps_data_and_settings(desktop: Desktop) -> None:
    assert entries(desktop) == [
        "rail_help", "rail_home", "rail_my_data", "rail_settings", "rail_switch",
    ]  # fmt: skip


def test_hr_is_in_the_menu_once_there_is_a_passphrase(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    set_passphrase(sources)
    desktop = open_desktop(sources)
    assert entries(desktop) == ["rail_hr", "rail_settings", "rail_start"]


def test_from_settings_one_comes_back_to_the_first_start(
    open_desktop: OpenDesktop, sources: Sources
) -> None:
    set_passphrase(sources)
    desktop = open_desktop(sources)
    title = desktop.title
    desktop.do("rail_settings")
    assert desktop.title != title
    desktop.do("rail_start")
    assert desktop.title == title


def test_every_place_opens_and_is_marked(desktop: Desktop) -> None:
    for place in ("settings", "my_data", "home"):
        desktop.do(f"rail_{place}")
        assert marked(desktop) == [f"rail_{place}"]


def test_a_place_is_a_button_and_says_that_one_is_there(desktop: Desktop) -> None:
    for name in entries(desktop):
        interface = QAccessible.queryAccessibleInterface(desktop.find(QPushButton, name))
        assert interface.role() == QAccessible.Role.Button
        assert not interface.state().checkable
        here = desktop.say("You are here") if name == "rail_home" else ""
        assert interface.text(QAccessible.Text.Description) == here


def test_choosing_the_five_steps_leaves_the_mark_where_one_is(desktop: Desktop) -> None:
    desktop.do("rail_help")
    assert desktop.has("help_dialog")
    assert marked(desktop) == ["rail_home"]


def test_the_menu_has_words_then_icons_then_lies_on_top(desktop: Desktop) -> None:
    rail = desktop.window.rail
    assert rail is not None
    home = desktop.find(QPushButton, "rail_home")
    shapes = []
    for width in (1200, 700, 400):
        desktop.window.resize(width, 700)
        settle()
        is_on_top = rail.width() == desktop.window.width()
        shapes.append((home.text() != "", is_on_top))
    assert shapes == [(True, False), (False, False), (False, True)]
    assert home.toolTip() == desktop.say("Home")


def test_icons_keep_their_names_for_a_screen_reader(desktop: Desktop) -> None:
    desktop.window.resize(500, 600)
    settle()
    home = desktop.find(QPushButton, "rail_home")
    interface = QAccessible.queryAccessibleInterface(home)
    assert home.text() == ""
    assert interface.text(QAccessible.Text.Name) == desktop.say("Home")
