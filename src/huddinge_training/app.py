"""The composition root of the window: builds the objects, hands them over, and runs Qt."""

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import TrainingError
from huddinge_training.logs import FILE_NAME, start_log
from huddinge_training.services.workspace import Sources, Workspace, default_sources, open_sources
from huddinge_training.ui.background import Background
from huddinge_training.ui.crash import CrashHandler
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.dialogs import Dialogs, QtDialogs
from huddinge_training.ui.learner.flow import LearnerFlow
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HELP, HOME, HR, MY_DATA, SETTINGS, rail_entries
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.problem_page import ProblemPage
from huddinge_training.ui.rail import RailEntry
from huddinge_training.ui.single_instance import SingleInstance
from huddinge_training.ui.theme import LARGEST_PERCENT, PERCENT_STEP, SMALLEST_PERCENT

if TYPE_CHECKING:
    from huddinge_training.ui.hr.flow import HrFlow
    from huddinge_training.ui.learner.help_dialog import HelpDialog
    from huddinge_training.ui.learner.my_data_flow import MyDataFlow


class App:
    """One window over one data folder; leads from place to place."""

    def __init__(
        self,
        qt: QApplication,
        sources: Sources,
        dialogs: Dialogs,
        find_sources: Callable[[], Sources] | None = None,
    ) -> None:
        """``find_sources`` is asked, also when trying again, where what is said here can fail."""
        self._qt = qt
        self._dialogs = dialogs
        self._flows: list[object] = []
        self._learner: LearnerFlow | None = None
        self._hr: HrFlow | None = None
        self._help: HelpDialog | None = None
        self.background = Background()
        self._opening = Opening(find_sources or (lambda: sources))
        self._presenter = Presenter(qt, sources.resources)
        self.presentation = self._presenter.present(self._opening.preferences)
        self.crash = CrashHandler(self.presentation, sources.paths.logs / FILE_NAME)
        self.window = MainWindow(self.presentation)
        self.window.restore_geometry(self._opening.preferences.window_geometry)
        self.window.set_entries(self._rail_entries)
        self.window.place_chosen.connect(self._on_place_chosen)
        self.window.help_asked.connect(self._show_help)
        self.window.text_size_asked.connect(self._on_text_size_asked)
        self.window.closed.connect(self._on_window_closed)
        qt.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def preferences(self) -> Preferences:
        """The preferences of the moment."""
        return self._opening.preferences

    def start(self) -> None:
        """Shows the first page: home, the first start, or what is wrong."""
        self._show_first_page()
        self.window.show()

    def close(self) -> None:
        """Stops what runs and closes the database."""
        self._qt.styleHints().colorSchemeChanged.disconnect(self._on_system_scheme_changed)
        self.background.close()
        self.crash.uninstall()
        self._presenter.close()
        self._opening.close()

    def warm_up(self) -> None:
        """Imports after the first paint what the first answer needs."""
        if self._opening.workspace is not None:
            _ = self._opening.workspace.database.writer

    def _change_preferences(self, preferences: Preferences) -> None:
        before = self._opening.preferences
        is_seen = replace(preferences, current_person_id="", window_geometry="") != replace(
            before, current_person_id="", window_geometry=""
        )
        with self.window.telling_problems():
            try:
                self._opening.remember(preferences)
            finally:
                if is_seen:
                    self._present_anew()

    def _present_anew(self) -> None:
        self.presentation = self._presenter.present(self._opening.preferences)
        self.crash.presentation = self.presentation
        self.window.present_anew(self.presentation)
        if self._help is not None:
            self._show_help()

    def _desk(self) -> Desk:
        return Desk(
            window=self.window,
            workspace=self._workspace,
            background=self.background,
            dialogs=self._dialogs,
            preferences=lambda: self._opening.preferences,
            change_preferences=self._change_preferences,
            language=lambda: self.presentation.language,
        )

    def _show_first_page(self) -> None:
        """Home, the first start, or what is wrong."""
        self._learner = None
        self._flows = []
        self._hr = None
        self.window.set_entries(self._rail_entries)
        if self._opening.workspace is None:
            self.window.show_page(self._problem_page)
            return
        person = self._workspace.profiles.find(self._opening.preferences.current_person_id)
        if person is not None:
            self._welcome(person)
            return
        from huddinge_training.ui.first_start.flow import FirstStart  # noqa: PLC0415

        first_start = FirstStart(self._desk())
        first_start.finished.connect(self._welcome)
        self._flows = [first_start]
        first_start.begin()

    def _welcome(self, person: Person) -> None:
        self._learner = LearnerFlow(self._desk(), person)
        self._learner.certificate_asked.connect(lambda: self._my_data().save_certificate())
        self._learner.calendar_asked.connect(lambda: self._my_data().save_calendar())
        self.window.set_entries(self._rail_entries)
        self._learner.show_home()

    def _rail_entries(self, presentation: Presentation) -> tuple[RailEntry, ...]:
        workspace = self._opening.workspace
        if workspace is None:
            return ()
        return rail_entries(
            presentation.language,
            has_learner=self._learner is not None,
            has_hr=workspace.hr_door.is_set_up,
        )

    def _on_place_chosen(self, place: str) -> None:
        with self.window.telling_problems():
            if place == HOME and self._learner is not None:
                self._learner.show_home()
            elif place == HELP:
                self._show_help()
            elif place == MY_DATA:
                self._my_data().show()
            elif place == HR:
                self._show_hr()
            elif place == SETTINGS:
                self.window.show_page(self._settings_page, SETTINGS)

    def _settings_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.settings_page import SettingsPage  # noqa: PLC0415

        page = SettingsPage(presentation, self._opening.preferences)
        page.preferences_changed.connect(self._change_preferences)
        return page

    def _my_data(self) -> "MyDataFlow":
        from huddinge_training.ui.learner.my_data_flow import MyDataFlow  # noqa: PLC0415

        assert self._learner is not None
        flow = MyDataFlow(self._desk(), self._learner.person)
        flow.corrected.connect(self._on_corrected)
        flow.removed.connect(self._show_first_page)
        self._flows = [flow]
        return flow

    def _on_corrected(self, person: Person) -> None:
        if self._learner is not None:
            self._learner.person = person

    def _show_hr(self) -> None:
        from huddinge_training.ui.hr.flow import HrFlow  # noqa: PLC0415

        # The same one every time: an export may go on while other places are looked at.
        if self._hr is None:
            self._hr = HrFlow(self._desk())
        self._hr.show()

    def _show_help(self) -> None:
        """The five steps; there is one such window, made anew for a new language or size."""
        if self._opening.workspace is None:
            return
        from huddinge_training.ui.learner.help_dialog import HelpDialog  # noqa: PLC0415

        if self._help is not None:
            self._help.close()
        procedure = self._workspace.loaded_course.course.procedure
        self._help = HelpDialog(self.presentation, procedure, self.window)
        self._help.finished.connect(self._on_help_closed)
        self._help.show()

    def _on_help_closed(self) -> None:
        self._help = None

    def _problem_page(self, presentation: Presentation) -> Page:
        assert self._opening.problem is not None
        page = ProblemPage(presentation, self._opening.problem)
        page.retry_asked.connect(self._on_retry_asked)
        page.new_start_asked.connect(self._on_new_start_asked)
        return page

    def _on_retry_asked(self) -> None:
        self._opening.open()
        self._begin_again()

    def _on_new_start_asked(self) -> None:
        self._opening.begin_anew()
        self._begin_again()

    def _begin_again(self) -> None:
        self._show_first_page()
        self._present_anew()

    def _on_text_size_asked(self, step: int) -> None:
        before = self._opening.preferences.text_percent
        percent = before + step * PERCENT_STEP if step else Preferences().text_percent
        percent = min(LARGEST_PERCENT, max(SMALLEST_PERCENT, percent))
        self._change_preferences(replace(self._opening.preferences, text_percent=percent))

    def _on_system_scheme_changed(self) -> None:
        if self._opening.preferences.theme == "system":
            self._present_anew()

    def _on_window_closed(self) -> None:
        self.background.close()
        geometry = self.window.geometry_text()
        self._change_preferences(replace(self._opening.preferences, window_geometry=geometry))

    @property
    def _workspace(self) -> Workspace:
        assert self._opening.workspace is not None
        return self._opening.workspace


def run(data_dir: Path | None) -> int:
    """Runs the window until it is closed; a second start raises the first one's window."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Kompassen")
    qt.setDesktopFileName("huddinge-training")
    qt.setStyle("Fusion")
    try:
        sources = open_sources(data_dir)
    except TrainingError:
        sources = default_sources(data_dir)
    instance = SingleInstance(sources.paths.folder)
    if not instance.acquire():
        return 0
    handler = _started_log(sources.paths.logs)
    app = App(qt, sources, QtDialogs(), lambda: open_sources(data_dir))
    app.crash.install()
    instance.raised.connect(app.window.raise_window)
    app.start()
    QTimer.singleShot(0, instance.listen)
    QTimer.singleShot(50, app.warm_up)
    try:
        return qt.exec()
    finally:
        app.close()
        instance.close()
        if handler is not None:
            logging.getLogger().removeHandler(handler)
            handler.close()


def _started_log(folder: Path) -> logging.Handler | None:
    """A folder that cannot be written to is said in the window; here it only means no log."""
    try:
        return start_log(folder)
    except OSError:
        return None
