"""HR's door: one field, a wrong passphrase said beside it, and slower after several tries."""

import threading

import pytest
from examples import FakeClock
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from ui.desktop import Desktop, Key, Modifier, OpenDesktop
from ui.stages import PASSPHRASE, set_passphrase

from huddinge_training.services.workspace import Sources


@pytest.fixture
def door(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """Closed, on a computer where nobody learns."""
    set_passphrase(sources)
    desktop = open_desktop(sources)
    desktop.do("rail_hr")
    return desktop


def field(door: Desktop) -> QLineEdit:
    return door.find(QLineEdit, "passphrase")


def test_a_screen_reader_hears_what_the_passphrase_is_for_on_arrival(door: Desktop) -> None:
    heard = door.read_on_arrival
    assert heard
    assert heard in door.words("page_body")


def test_the_right_passphrase_opens(door: Desktop) -> None:
    door.fill("passphrase", PASSPHRASE)
    door.do("unlock")
    door.wait_for("export")


def test_enter_opens_too_and_pasting_is_allowed(door: Desktop) -> None:
    QGuiApplication.clipboard().setText(PASSPHRASE)
    door.tab_to("passphrase")
    door.press(Key.Key_V, Modifier.ControlModifier)
    door.press(Key.Key_Return)
    door.wait_for("export")


def test_a_wrong_one_is_said_at_the_field_and_can_be_typed_over(door: Desktop) -> None:
    door.fill("passphrase", "fel")
    door.do("unlock")
    assert door.words("passphrase_problem") == field(door).accessibleDescription() != ""
    assert (door.focused, field(door).selectedText()) != ("", "")
    door.write(PASSPHRASE)
    door.press(Key.Key_Return)
    door.wait_for("export")


def test_after_several_tries_one_has_to_wait(door: Desktop, clock: FakeClock) -> None:
    said = set()
    for _ in range(6):
        door.fill("passphrase", "fel")
        door.do("unlock")
        said.add(door.words("passphrase_problem"))
    assert len(said) == 2
    assert "30" in door.words("passphrase_problem")
    door.fill("passphrase", PASSPHRASE)
    door.do("unlock")
    assert not door.has("export")
    clock.wait(seconds=31)
    door.do("unlock")
    door.wait_for("export")


def test_it_is_hidden_unless_it_is_shown(door: Desktop) -> None:
    assert field(door).echoMode() is QLineEdit.EchoMode.Password
    door.do("show_passphrase")
    assert field(door).echoMode() is QLineEdit.EchoMode.Normal
    door.do("show_passphrase")
    assert field(door).echoMode() is QLineEdit.EchoMode.Password


def test_what_is_typed_stays_when_the_text_grows(door: Desktop) -> None:
    door.fill("passphrase", "halva")
    door.press(Key.Key_Plus, Modifier.ControlModifier)
    assert (field(door).text(), door.focused) == ("halva", "passphrase")


def test_the_door_closes_behind_who_leaves(door: Desktop) -> None:
    door.fill("passphrase", PASSPHRASE)
    door.do("unlock")
    door.wait_for("export")
    door.do("rail_settings")
    door.do("rail_hr")
    assert not door.has("export")
    assert field(door).text() == ""


def test_the_door_closes_behind_who_leaves_while_it_is_counted(door: Desktop, qtbot: QtBot) -> None:
    gate = threading.Event()
    door.app.background.start(lambda _report: gate.wait(10))
    door.fill("passphrase", PASSPHRASE)
    door.do("unlock")
    assert door.has("busy")
    door.press(Key.Key_Plus, Modifier.ControlModifier)
    assert door.has("busy")
    door.do("rail_settings")
    door.do("rail_hr")
    counted: list[object] = []
    after = door.app.background.start(lambda _report: None)
    after.succeeded.connect(counted.append)
    gate.set()
    qtbot.waitUntil(lambda: len(counted) == 1)
    assert not door.has("export")
    assert not door.has("busy")
