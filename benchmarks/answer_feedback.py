"""From the click on *Svara* to the feedback painted, in the program's own window.

``python benchmarks/answer_feedback.py [--answers 320]``. The time ends with the last repaint
that the click gives rise to. The window is drawn offscreen. Qt itself waits up to 5 ms before
it repaints (``QT_QPA_UPDATE_IDLE_TIME``); that is part of the time, as it is for a person.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import machine, percentile
from prepared import add_person, sources_in
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from walk import Walk, settle_events

from huddinge_training.app import App
from huddinge_training.content.library import load_course
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.storage.database import Database
from huddinge_training.ui.dialogs import QtDialogs

GOALS = {"with the commit": 50, "without the commit": 16}
OpenWorkspace = Callable[[Sources], Workspace]
QUIET_SECONDS = 0.03
LONGEST_SECONDS = 2.0


class Repaints(QObject):
    """Counts the repaints of a window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every repaint begins with this event and is over when it has been dealt with."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.count += 1
        return super().eventFilter(watched, event)


def main() -> None:
    """Measures both ways and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--answers", type=int, default=320, help="answers of each kind")
    answers = parser.parse_args().answers
    qt = QApplication([])
    qt.setStyle("Fusion")
    print(machine())
    print(f"{answers} answers of each kind, from the click until the last repaint")
    print("| Answer | p50 | p95 | p99 | longest | goal (p99) |")
    print("|---|---|---|---|---|---|")
    for kind, opened in (
        ("with the commit", Workspace.open),
        ("without the commit", _in_memory),
    ):
        with tempfile.TemporaryDirectory() as name:
            took = _measure(qt, sources_in(Path(name)), opened, answers)
        shown = " | ".join(f"{percentile(took, percent):.1f} ms" for percent in (50, 95, 99))
        print(f"| {kind} | {shown} | {max(took):.1f} ms | {GOALS[kind]} ms |", flush=True)


def _in_memory(sources: Sources) -> Workspace:
    return Workspace(sources, Database.in_memory())


@contextmanager
def _window(qt: QApplication, sources: Sources, opened: OpenWorkspace) -> Iterator[Walk]:
    """The real window, over the workspace that ``opened`` makes, with a new person in it."""

    def with_person(sources: Sources) -> Workspace:
        workspace = opened(sources)
        add_person(workspace)
        return workspace

    with patch.object(Workspace, "open", with_person):
        app = App(qt, sources, QtDialogs())
    app.start()
    app.warm_up()
    try:
        yield Walk(app)
    finally:
        app.window.close()
        app.close()


def _measure(
    qt: QApplication, sources: Sources, opened: OpenWorkspace, answers: int
) -> list[float]:
    took: list[float] = []
    random = Random(2)
    course = load_course(sources.quizzes).course
    modules = [module.id for module in course.modules if not module.roles]
    with _window(qt, sources, opened) as walk:
        repaints = Repaints(walk.app.window)
        for module in cycle(modules):
            while (page := walk.to_open_question(module)) is not None:
                walk.mark(page, random.choice(page.scenario.options).id)
                button = walk.press("answer")
                _settle(repaints)
                began = time.perf_counter()
                QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
                took.append((_settle(repaints) - began) * 1000)
            if len(took) >= answers:
                break
            walk.click("home")
    return took


def _settle(repaints: Repaints) -> float:
    """Lets Qt work until nothing has been painted for a while; says when the last paint ended."""
    last = began = time.perf_counter()
    while (now := time.perf_counter()) - last < QUIET_SECONDS:
        if now - began > LONGEST_SECONDS:
            raise SystemExit("the window never comes to rest")
        before = repaints.count
        settle_events()
        if repaints.count != before:
            last = time.perf_counter()
    return last


if __name__ == "__main__":
    main()
