"""What happens after a bug: one sentence, where the log is, and the window lives on."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from huddinge_training.logs import where
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

LOG = logging.getLogger(__name__)
WIDTH = 480


class CrashDialog(QDialog):
    """Says that something went wrong, and offers the details for whoever mends it."""

    def __init__(
        self, presentation: Presentation, log_file: Path, details: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        say = presentation.language.say
        self._details = details
        self.setObjectName("crash_dialog")
        self.setWindowTitle(say("Something went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(HeadingLabel(say("Something went wrong"), "subtitle"))
        column.addWidget(
            paragraph(
                say(
                    "Something went wrong inside the program. What you have answered is saved, "
                    "and you can go on. The details are in {file}.",
                    file=log_file,
                ),
                name="crash_text",
            )
        )
        column.addLayout(
            FlowLayout(
                button(say("Close"), "close_crash", self.close, role="primary"),
                button(say("Copy details"), "copy_details", self._on_copy_clicked),
            )
        )
        # Qt does not ask wrapped words for their height when it sizes a window.
        self.resize(WIDTH, column.totalHeightForWidth(WIDTH))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class CrashHandler(QObject):
    """Installed as the excepthook: logs the exception and shows the dialog once at a time."""

    crashed = Signal(str)

    def __init__(self, presentation: Presentation, log_file: Path) -> None:
        super().__init__()
        self.presentation = presentation
        self._log_file = log_file
        self._dialog: CrashDialog | None = None
        self.crashed.connect(self._on_crashed)

    def install(self) -> None:
        """From now on every uncaught exception comes here."""
        sys.excepthook = self.handle

    def uninstall(self) -> None:
        """Gives the hook back."""
        sys.excepthook = sys.__excepthook__

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Logs where it happened, without the values, and lets the window live on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = where(error.with_traceback(trace))
        LOG.critical("uncaught %s", details)
        self.crashed.emit(details)

    def _on_crashed(self, details: str) -> None:
        if self._dialog is not None:
            return
        self._dialog = CrashDialog(
            self.presentation, self._log_file, details, QApplication.activeWindow()
        )
        self._dialog.finished.connect(self._on_closed)
        QTimer.singleShot(0, self._dialog.open)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
