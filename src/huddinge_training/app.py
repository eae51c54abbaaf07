"""The composition root of the window: builds the objects, hands them over, and runs Qt."""

import gc
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

# Before Qt, which reads the source of every module that is imported after it.
from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import TrainingError
from huddinge_training.logs import FILE_NAME, start_log
from huddinge_training.paths import DataPaths
from huddinge_training.services.workspace import Sources, default_sources, open_sources

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from huddinge_training.ui.appearance import Appearance
from huddinge_training.ui.background import Background
from huddinge_training.ui.crash import CrashHandler
from huddinge_training.ui.dialogs import Dialogs, QtDialogs
from huddinge_training.ui.idle_watch import IdleWatch
from huddinge_training.ui.journey import Journey
from huddinge_training.ui.lock import Lock
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.platform_wishes import PlatformWishes
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from huddinge_training.services.phone_line import PhoneLine

AFTER_PAINT_MS = 50


class App:
    """One window over one data folder."""

    def __init__(
        self,
        qt: QApplication,
        sources: Sources,
        dialogs: Dialogs,
        find_sources: Callable[[], Sources] | None = None,
        wishes: PlatformWishes | None = None,
        *,
        phone_line: "Callable[[], PhoneLine] | None" = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """``find_sources`` is asked, also when trying again, where what is said here can fail.

        ``wishes`` are the platform's own, unless another source of them is handed in,
        ``phone_line`` opens the page for phones on the local network, and ``seconds`` only grow.
        """
        self.background = Background()
        self.opening = Opening(find_sources or (lambda: sources))
        presenter = Presenter(qt, sources.resources, wishes, seconds)
        self.appearance = Appearance(presenter, self.opening)
        self.crash = CrashHandler(self.presentation, sources.paths.logs / FILE_NAME)
        self.window = MainWindow(self.presentation)
        self.window.restore_geometry(self.preferences.window_geometry)
        self.idle_watch = IdleWatch(qt, sources.clock)
        self.lock = Lock(self.window, self.idle_watch, lambda: self.presentation)
        self.journey = Journey(
            opening=self.opening,
            appearance=self.appearance,
            window=self.window,
            background=self.background,
            dialogs=dialogs,
            lock=self.lock,
            phone_line=phone_line or self._phone_line,
        )
        self.appearance.presented.connect(self._on_presented)
        self.window.text_size_asked.connect(self._on_text_size_asked)
        self.window.closed.connect(self._on_window_closed)

    def _phone_line(self) -> "PhoneLine":
        from huddinge_training.phone.line import LocalPhoneLine  # noqa: PLC0415  only for a session

        assert self.opening.workspace is not None
        return LocalPhoneLine(self.opening.workspace.sources.settings.phone_port)

    @property
    def preferences(self) -> Preferences:
        """The preferences of the moment."""
        return self.appearance.preferences

    @property
    def presentation(self) -> Presentation:
        """What pages are made with at the moment."""
        return self.appearance.presentation

    def start(self) -> None:
        """Shows the first page: home, who is here, the first start, or what is wrong."""
        self.journey.begin()
        self.window.show()

    def close(self) -> None:
        """Stops what runs and closes the database."""
        self.lock.close()
        self.background.close()
        self.crash.uninstall()
        self.appearance.close()
        self.opening.close()

    def warm_up(self) -> None:
        """Gets ready after the first paint: imports pages, and what saves an answer."""
        if self.opening.workspace is not None:
            from huddinge_training.ui.learner import reading_page, scenario_page  # noqa: PLC0415

            _ = self.opening.workspace.database.writer, reading_page, scenario_page
        # What is there now stays: to go through it again and again would hold up an answer.
        gc.freeze()
        gc.enable()

    def _on_presented(self) -> None:
        self.crash.presentation = self.presentation
        self.window.use(self.presentation)

    def _on_text_size_asked(self, step: int) -> None:
        with self.window.telling_problems(forgets=False):
            self.appearance.change_text_size(step)

    def _on_window_closed(self) -> None:
        self.background.close()
        with self.window.telling_problems():
            self.appearance.keep_window(self.window.geometry_text())


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
    handler = _started_log(sources.paths)
    app = App(qt, sources, QtDialogs(), lambda: open_sources(data_dir))
    app.crash.install()
    instance.raised.connect(app.window.raise_window)
    app.start()
    QTimer.singleShot(AFTER_PAINT_MS, instance.listen)
    QTimer.singleShot(AFTER_PAINT_MS, app.warm_up)
    try:
        return qt.exec()
    finally:
        app.close()
        instance.close()
        if handler is not None:
            logging.getLogger().removeHandler(handler)
            handler.close()


def _started_log(paths: DataPaths) -> logging.Handler | None:
    """A folder that cannot be written to is said in the window; here it only means no log."""
    try:
        return start_log(paths.logs, paths.rights)
    except OSError:
        return None
