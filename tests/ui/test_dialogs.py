"""The real question before what cannot be undone: its button says the verb, Cancel is safe."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from ui.desktop import Desktop, Key

from huddinge_training.ui.dialogs import QtDialogs


def asked(desktop: Desktop, act: Callable[[QMessageBox], None]) -> bool:
    def when_open() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, when_open)
    language = desktop.app.presentation.language
    return QtDialogs().confirm(desktop.window, language, "Ta bort?", "Det går inte.", "Ta bort")


def press_verb(box: QMessageBox) -> None:
    (verb,) = [button for button in box.buttons() if button.text() == "Ta bort"]
    verb.click()


def press(key: Key) -> Callable[[QMessageBox], None]:
    return lambda box: QTest.keyClick(box, key)


def test_only_the_verb_means_yes(first_start: Desktop) -> None:
    assert asked(first_start, press_verb)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_enter_and_escape_mean_no(first_start: Desktop, key: Key) -> None:
    assert not asked(first_start, press(key))


def test_the_other_button_is_called_cancel_in_ones_language(first_start: Desktop) -> None:
    def look(box: QMessageBox) -> None:
        assert {button.text() for button in box.buttons()} == {
            "Ta bort",
            first_start.say("Cancel"),
        }
        assert box.text() == "Ta bort?"
        box.reject()

    assert not asked(first_start, look)


def test_a_file_that_is_not_chosen_is_none(first_start: Desktop, qtbot: QtBot) -> None:
    def cancel() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    QTimer.singleShot(0, cancel)
    dialogs = QtDialogs()
    assert dialogs.save_file(first_start.window, "Spara", "intyg.pdf", "PDF (*.pdf)") is None
