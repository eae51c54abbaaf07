"""The composition root of the window: builds the objects, hands them over, and runs Qt."""

import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language
from huddinge_training.logs import FILE_NAME, start_log
from huddinge_training.services.workspace import Sources, Workspace, default_sources, open_sources
from huddinge_training.ui.background import Background
from huddinge_training.ui.crash import CrashHandler
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.dialogs import Dialogs, QtDialogs
from huddinge_training.ui.icons import Icons
from huddinge_training.ui.learner.flow import HOME, LearnerFlow
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.problem_page import ProblemPage
from huddinge_training.ui.rail import RailEntry
from huddinge_training.ui.single_instance import SingleInstance
from huddinge_training.ui.theme import (
    LARGEST_PERCENT,
    PERCENT_STEP,
    SMALLEST_PERCENT,
    Theme,
    load_fonts,
    load_tokens,
)
from huddinge_training.ui.widgets.labels import install_heading_role

if TYPE_CHECKING:
    from huddinge_training.ui.learner.my_data_flow import MyDataFlow

LOG = logging.getLogger(__name__)
SETTINGS, HELP, MY_DATA, HR = "settings", "help", "my_data", "hr"


class App:
    """One window over one data folder; holds the preferences of the moment."""

    def __init__(
        self,
        qt: QApplication,
        sources: Sources,
        dialogs: Dialogs,
        problem: TrainingError | None = None,
    ) -> None:
        self._qt = qt
        self._sources = sources
        self._dialogs = dialogs
        self._resources = sources.resources
        self._preferences = Preferences()
        self._workspace: Workspace | None = None
        self._problem = problem
        self._flows: list[object] = []
        self._learner: LearnerFlow | None = None
        self._qt_words = QTranslator()
        self.background = Background()
        load_fonts(self._resources / "fonts")
        theme_dir = self._resources / "theme"
        self._theme = Theme(theme_dir, load_tokens(theme_dir))
        self._icons = Icons(self._resources / "icons")
        install_heading_role()
        if problem is None:
            self._open_workspace()
        self.presentation = self._present()
        self.crash = CrashHandler(self.presentation, sources.paths.logs / FILE_NAME)
        self.window = MainWindow(self.presentation)
        self.window.restore_geometry(self._preferences.window_geometry)
        self.window.set_entries(self._rail_entries)
        self.window.place_chosen.connect(self._on_place_chosen)
        self.window.help_asked.connect(self._show_help)
        self.window.text_size_asked.connect(self._on_text_size_asked)
        self.window.closed.connect(self._on_window_closed)
        qt.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def start(self) -> None:
        """Shows the first page: home, the first start, or what is wrong."""
        if self._workspace is None:
            self.window.show_page(self._problem_page)
        else:
            self._show_first_page(self._workspace)
        self.window.show()

    def close(self) -> None:
        """Stops what runs and closes the database."""
        self._qt.styleHints().colorSchemeChanged.disconnect(self._on_system_scheme_changed)
        self.background.close()
        self.crash.uninstall()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def warm_up(self) -> None:
        """Imports after the first paint what the first answer needs."""
        if self._workspace is not None:
            _ = self._workspace.database.writer

    def _open_workspace(self) -> None:
        try:
            self._workspace = Workspace.open(self._sources)
            self._preferences = self._workspace.load_preferences()
            _ = self._workspace.loaded_course
        except TrainingError as error:
            LOG.warning("the data could not be opened: %s", type(error).__name__)
            self._problem = error
            if self._workspace is not None:
                self._workspace.close()
                self._workspace = None

    def _present(self) -> Presentation:
        """Applies the preferences to Qt, and gives what pages are made with."""
        language = Language.load(self._preferences.language, self._resources / "locale")
        self._theme.apply(self._qt, self._preferences.theme, self._preferences.text_percent)
        self._qt.removeTranslator(self._qt_words)
        if language.code == "sv":
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt_words.load("qtbase_sv", folder):
                self._qt.installTranslator(self._qt_words)
        return Presentation(language, self._theme, self._icons)

    def _change_preferences(self, preferences: Preferences) -> None:
        is_seen = replace(preferences, current_person_id="", window_geometry="") != replace(
            self._preferences, current_person_id="", window_geometry=""
        )
        self._preferences = preferences
        if self._workspace is not None:
            self._workspace.save_preferences(preferences)
        if is_seen:
            self._present_anew()

    def _present_anew(self) -> None:
        self.presentation = self._present()
        self.crash.presentation = self.presentation
        self.window.present_anew(self.presentation)

    def _desk(self, workspace: Workspace) -> Desk:
        return Desk(
            window=self.window,
            workspace=workspace,
            background=self.background,
            dialogs=self._dialogs,
            preferences=lambda: self._preferences,
            change_preferences=self._change_preferences,
            language=lambda: self.presentation.language,
        )

    def _show_first_page(self, workspace: Workspace) -> None:
        person = workspace.profiles.find(self._preferences.current_person_id)
        if person is not None:
            self._welcome(person)
            return
        from huddinge_training.ui.first_start.flow import FirstStart  # noqa: PLC0415

        self._learner = None
        self.window.set_entries(self._rail_entries)
        first_start = FirstStart(self._desk(workspace))
        first_start.finished.connect(self._welcome)
        self._flows = [first_start]
        first_start.begin()

    def _welcome(self, person: Person) -> None:
        assert self._workspace is not None
        self._learner = LearnerFlow(self._desk(self._workspace), person)
        self._learner.certificate_asked.connect(lambda: self._my_data().save_certificate())
        self._learner.calendar_asked.connect(lambda: self._my_data().save_calendar())
        self.window.set_entries(self._rail_entries)
        self._learner.show_home()

    def _rail_entries(self, presentation: Presentation) -> tuple[RailEntry, ...]:
        say = presentation.language.say
        if self._workspace is None:
            return ()
        entries = []
        if self._learner is not None:
            entries += [
                RailEntry(HOME, say("Home"), "house"),
                RailEntry(HELP, say("Five steps"), "compass"),
                RailEntry(MY_DATA, say("My data"), "identification-card"),
            ]
        if self._workspace.hr_door.is_set_up:
            entries.append(RailEntry(HR, say("For HR"), "users", at_end=True))
        if self._learner is not None or entries:
            entries.append(RailEntry(SETTINGS, say("Settings"), "gear", at_end=True))
        return tuple(entries)

    def _on_place_chosen(self, place: str) -> None:
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

        page = SettingsPage(presentation, self._preferences)
        page.preferences_changed.connect(self._change_preferences)
        return page

    def _my_data(self) -> "MyDataFlow":
        from huddinge_training.ui.learner.my_data_flow import MyDataFlow  # noqa: PLC0415

        assert self._workspace is not None and self._learner is not None
        flow = MyDataFlow(self._desk(self._workspace), self._learner.person)
        flow.corrected.connect(self._on_corrected)
        flow.removed.connect(lambda: self._show_first_page(self._require_workspace()))
        self._flows = [flow]
        return flow

    def _on_corrected(self, person: Person) -> None:
        if self._learner is not None:
            self._learner.person = person

    def _show_hr(self) -> None:
        from huddinge_training.ui.hr.flow import HrFlow  # noqa: PLC0415

        flow = HrFlow(self._desk(self._require_workspace()))
        self._flows = [flow]
        flow.show()

    def _show_help(self) -> None:
        if self._workspace is None:
            return
        from huddinge_training.ui.learner.help_dialog import HelpDialog  # noqa: PLC0415

        procedure = self._workspace.loaded_course.course.procedure
        HelpDialog(self.presentation, procedure, self.window).show()

    def _problem_page(self, presentation: Presentation) -> Page:
        assert self._problem is not None
        page = ProblemPage(presentation, self._problem)
        page.retry_asked.connect(self._on_retry)
        page.new_start_asked.connect(self._on_new_start)
        return page

    def _on_retry(self) -> None:
        self._open_workspace()
        self._present_anew()
        if self._workspace is None:
            self.window.show_page(self._problem_page)
        else:
            self._show_first_page(self._workspace)

    def _on_new_start(self) -> None:
        from huddinge_training.services.rescue import set_damaged_aside  # noqa: PLC0415

        try:
            set_damaged_aside(self._sources.paths, self._sources.clock)
        except TrainingError as error:
            self._problem = error
        self._on_retry()

    def _on_text_size_asked(self, step: int) -> None:
        percent = self._preferences.text_percent + step * PERCENT_STEP if step else 120
        percent = min(LARGEST_PERCENT, max(SMALLEST_PERCENT, percent))
        self._change_preferences(replace(self._preferences, text_percent=percent))

    def _on_system_scheme_changed(self) -> None:
        if self._preferences.theme == "system":
            self._present_anew()

    def _on_window_closed(self) -> None:
        self._change_preferences(
            replace(self._preferences, window_geometry=self.window.geometry_text())
        )
        self.background.close()

    def _require_workspace(self) -> Workspace:
        assert self._workspace is not None
        return self._workspace


def run(data_dir: Path | None) -> int:
    """Runs the window until it is closed; a second start raises the first one's window."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Kompassen")
    qt.setDesktopFileName("huddinge-training")
    qt.setStyle("Fusion")
    try:
        sources, problem = open_sources(data_dir), None
    except TrainingError as error:
        sources, problem = default_sources(data_dir), error
    instance = SingleInstance(sources.paths.folder)
    if not instance.acquire():
        return 0
    handler = _started_log(sources.paths.logs)
    app = App(qt, sources, QtDialogs(), problem)
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
