"""The five steps at hand everywhere: one such window, beside whatever page is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from huddinge_training.domain.course import ProcedureStep
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.presentation import Presentation

if TYPE_CHECKING:
    from huddinge_training.ui.learner.help_dialog import HelpDialog


class Help(QObject):
    """Opens the window, makes it anew for a new language or size, and closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._dialog: HelpDialog | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window is there."""
        return self._dialog is not None

    def show(self, presentation: Presentation, procedure: tuple[ProcedureStep, ...]) -> None:
        """Opens the window, in place of one that is there."""
        from huddinge_training.ui.learner.help_dialog import HelpDialog  # noqa: PLC0415

        self.close()
        self._dialog = HelpDialog(presentation, procedure, self._window)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.show()

    def close(self) -> None:
        """Closes the window where there is one."""
        if self._dialog is not None:
            self._dialog.close()

    def _on_finished(self) -> None:
        self._dialog = None
