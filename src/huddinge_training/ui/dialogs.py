"""The only place that opens message boxes and file choosers; tests hand in a recording one."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from huddinge_training.language import Language


class Dialogs(Protocol):
    """What pages may ask outside themselves."""

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """Where to save, or None when it was cancelled; ``kinds`` like ``PDF (*.pdf)``."""

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        """Whether an irreversible act is really meant; ``verb`` names it on the button."""


class QtDialogs:
    """The real ones."""

    def save_file(self, parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
        """Qt's file chooser; it asks itself before an existing file is replaced."""
        name, _kind = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        return Path(name) if name else None

    def confirm(
        self, parent: QWidget, language: Language, title: str, text: str, verb: str
    ) -> bool:
        """A box whose affirmative button repeats the verb (LANG-04); *Avbryt* is the default."""
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
