"""The only place that opens boxes and file choosers, or prints; tests hand in a recording one."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from huddinge_training.language import Language


class Dialogs(Protocol):
    """What pages may ask outside themselves."""

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """Where to save, or None when it was cancelled; ``kinds`` like ``PDF (*.pdf)``."""

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Which file to open, or None when it was cancelled."""

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        """Whether an irreversible act is really meant; ``verb`` names it on the button."""

    def print_pictures(self, pictures: list[bytes], title: str) -> None:
        """Prints one picture a page on the default printer; raises TrainingError without one."""


class StayingDialogs:
    """Asks through others; from a window that was locked meanwhile there is no answer.

    Otherwise the next person could answer what the one before was asked.
    """

    def __init__(self, dialogs: Dialogs, departures: Callable[[], int]) -> None:
        self._dialogs = dialogs
        self._departures = departures

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """Where to save, unless whoever was asked has left."""
        before = self._departures()
        path = self._dialogs.save_file(parent, title, suggested, kinds)
        return path if self._departures() == before else None

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Which file to open, unless whoever was asked has left."""
        before = self._departures()
        path = self._dialogs.open_file(parent, title, kinds)
        return path if self._departures() == before else None

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        """Whether it is meant, unless whoever was asked has left."""
        before = self._departures()
        is_meant = self._dialogs.confirm(parent, language, title, text, verb)
        return is_meant and self._departures() == before

    def print_pictures(self, pictures: list[bytes], title: str) -> None:
        """Asks nothing."""
        self._dialogs.print_pictures(pictures, title)


class QtDialogs:
    """The real ones."""

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """Qt's file chooser; it asks itself before an existing file is replaced."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  seldom used

        name, _kind = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        return Path(name) if name else None

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Qt's file chooser, for a file that is there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  seldom used

        name, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(name) if name else None

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        """A box whose affirmative button repeats the verb (LANG-04); *Avbryt* is the default."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  seldom used

        message_box = QMessageBox(parent)
        message_box.setWindowTitle(title)
        message_box.setText(title)
        message_box.setInformativeText(text)
        affirmative = message_box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        cancel = message_box.addButton(language.say("Cancel"), QMessageBox.ButtonRole.RejectRole)
        message_box.setDefaultButton(cancel)
        message_box.setEscapeButton(cancel)
        message_box.exec()
        return message_box.clickedButton() is affirmative

    def print_pictures(self, pictures: list[bytes], title: str) -> None:
        """Asks nothing: the computer's default printer is the one."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  seldom used

        from huddinge_training.ui.printing import print_pictures  # noqa: PLC0415

        print_pictures(QPrinterInfo.defaultPrinter(), pictures, title)
