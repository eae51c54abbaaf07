"""A bug: logged without anything about a person, said once, and the window lives on."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, label_words, settle

from huddinge_training.services.workspace import Sources

SECRET = "Amina Öberg 00123"


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The first start, with our handler of bugs in place."""
    desktop = open_desktop(sources)
    desktop.app.crash.install()
    return desktop


def stumble() -> None:
    raise KeyError(SECRET)


def make_a_bug() -> None:
    """In a slot, as a timer or a button calls it."""
    QTimer.singleShot(0, stumble)
    settle()


def dialogs() -> list[QDialog]:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    return [w for w in shown if w.objectName() == "crash_dialog" and w.isVisible()]


def test_a_bug_is_logged_without_values_and_said_in_a_dialog(
    desktop: Desktop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    make_a_bug()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "KeyError" in caplog.text
    assert "in stumble" in caplog.text
    assert SECRET not in caplog.text
    log = desktop.workspace.sources.paths.logs / "kompassen.log"
    said = dialogs()[0].findChild(QLabel, "crash_text")
    assert isinstance(said, QLabel)
    assert str(log) in label_words(said)


def test_several_bugs_show_one_dialog_and_the_window_lives_on(
    desktop: Desktop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        make_a_bug()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert caplog.text.count("uncaught KeyError") == 3
    desktop.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: dialogs() == [])
    desktop.window.activateWindow()
    settle()
    desktop.do("go_on")
    desktop.fill("name", "Åsa")
    assert desktop.find(QLineEdit, "name").text() == "Åsa"
    make_a_bug()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].close()


def test_nothing_in_the_dialog_is_cut_off_in_large_text(
    desktop: Desktop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(8):
        desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    make_a_bug()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert caplog.records
    for label in dialogs()[0].findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_details_can_be_copied_and_hold_no_values(
    desktop: Desktop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    make_a_bug()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    desktop.tab_to("copy_details")
    desktop.press(Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert "in stumble" in copied
    assert SECRET not in copied
    desktop.tab_to("close_crash")
    desktop.press(Key.Key_Return)
    qtbot.waitUntil(lambda: dialogs() == [])


def test_ctrl_c_in_a_terminal_ends_the_program_as_usual(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs() == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_hook_is_given_back_at_the_end(desktop: Desktop) -> None:
    assert sys.excepthook == desktop.app.crash.handle
    desktop.close()
    assert sys.excepthook is sys.__excepthook__


def test_no_log_file_is_made_by_the_window_itself(desktop: Desktop, data_dir: Path) -> None:
    assert not (data_dir / "logs").exists()
