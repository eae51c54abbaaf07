"""A leader at a computer with the screens of QT_QPA_PLATFORM; prints where the big picture is.

``python scripted_screens.py DATA_DIR`` with ``src`` and ``tests`` on the path. It starts the
meeting that is planned by default, and prints a line of JSON for each moment: the screen that the
big picture fills, or null, and what the leader is told of it.
"""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from ui.clicking import Clicks, settle_events

from huddinge_training.app import App
from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.facilitator.leading import Leading


def tell(moment: str, leading: Leading, leaders: str) -> None:
    settle_events()
    window = leading.stage.window
    screen = window.screen().name() if window.isVisible() and window.isFullScreen() else None
    told = {
        "moment": moment,
        "screen": screen,
        "words": leading.stage.words,
        "leaders": leaders,
    }
    sys.stdout.write(f"{json.dumps(told)}\n")


def lead(app: App) -> None:
    """Starts, flips twice, and pulls the room's screen out and in where there is one."""

    hands = Clicks(lambda: app.window)
    for name in ("rail_meetings", "new_plan", "start_meeting"):
        hands.do(name)
    leading = app.journey.leading
    assert leading is not None
    tell("start", leading, app.window.screen().name())
    qt = QGuiApplication.instance()
    assert isinstance(qt, QGuiApplication)
    window = leading.stage.window
    if window.isVisible():
        # The offscreen platform cannot lose a screen, so it is only told of it.
        for moment, signal in (("out", qt.screenRemoved), ("in", qt.screenAdded)):
            signal.emit(window.screen())
            tell(moment, leading, app.window.screen().name())
    for _ in range(2):
        leading.stage.flip()
        tell("flip", leading, app.window.screen().name())


def main() -> None:
    """Runs the window, without the rest of the world."""
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")
    app = App(qt, default_sources(Path(sys.argv[1])), QtDialogs())
    app.start()
    lead(app)
    app.window.close()
    app.close()


if __name__ == "__main__":
    main()
