"""What can be done about data that cannot be opened: try again, or begin anew beside them."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.problem_page import ProblemPage


class ProblemFlow(QObject):
    """Says what is wrong until something was tried; then the journey begins again."""

    tried = Signal()

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__()
        self._window = window
        self._opening = opening

    def show(self) -> None:
        """Shows what is wrong."""
        self._window.show_page(self._page)

    def _page(self, presentation: Presentation) -> Page:
        assert self._opening.problem is not None
        page = ProblemPage(presentation, self._opening.problem)
        page.retry_asked.connect(self._on_retry_asked)
        page.new_start_asked.connect(self._on_new_start_asked)
        return page

    def _on_retry_asked(self) -> None:
        self._opening.open()
        self.tried.emit()

    def _on_new_start_asked(self) -> None:
        self._opening.begin_anew()
        self.tried.emit()
