"""From the click on *Svara* to the feedback painted, in the program's own window.

``python benchmarks/answer_feedback.py [--answers 320]``. The time ends with the last repaint
that the click gives rise to; beside it stands the processor time until the click's slot returns.
Whoever answers has read for a while: here the window has been at rest for 30 ms. It is drawn
offscreen. Qt itself waits up to 5 ms before
it repaints (``QT_QPA_UPDATE_IDLE_TIME``); that is part of the time, as it is for a person.

After every answer a bare page of Qt's, with as many labels, buttons and frames of the same words,
shows at a click those that the answer has brought: this is the floor.
"""

import argparse
import os
import tempfile
import time
from itertools import cycle
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bare_page import bare_page, likeness, visible_parts
from figures import head, machine, percentile, row, verdict
from prepared import sources_in
from prepared_window import OpenWorkspace, in_memory, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from repaints import Repaints

from huddinge_training.content.library import load_course
from huddinge_training.services.workspace import Sources, Workspace

GOALS = {"with the commit": 50, "without the commit": 16}


def main() -> None:
    """Measures both ways and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--answers", type=int, default=320, help="answers of each kind")
    answers = parser.parse_args().answers
    qt = QApplication([])
    qt.setStyle("Fusion")
    print(f"{machine()}; {answers} answers of each kind, from the click until the last repaint")
    head("Answer, in ms", "min", "p50", "p95", "p99", "max", "processor, p50 / p99", "ratio of p50")
    worst = {}
    for kind, opened in (
        ("with the commit", Workspace.open),
        ("without the commit", in_memory),
    ):
        with tempfile.TemporaryDirectory() as name:
            took, worked, bare = _measure(qt, sources_in(Path(name)), opened, answers)
        work = " / ".join(f"{percentile(worked, percent):.1f}" for percent in (50, 99))
        ratio = percentile(took, 50) / percentile(bare, 50)
        row(kind, *_spread(took), work, f"{ratio:.2f}")
        row(f"a bare page beside it, {kind}", *_spread(bare), "", "1.00")
        worst[kind] = percentile(took, 99)
    for kind, found in worst.items():
        verdict(f"p99 {kind}", found, GOALS[kind], " ms")


def _spread(took: list[float]) -> list[str]:
    ends = (min(took), *(percentile(took, percent) for percent in (50, 95, 99)), max(took))
    return [f"{number:.1f}" for number in ends]


def _measure(
    qt: QApplication, sources: Sources, opened: OpenWorkspace, answers: int
) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of each answer, of the processor until its slot returns, and of the floor."""
    took: list[float] = []
    worked: list[float] = []
    bare: list[float] = []
    random = Random(2)
    course = load_course(sources.quizzes).course
    modules = [module.id for module in course.modules if not module.roles]
    with window(qt, sources, opened) as walk:
        repaints = Repaints(walk.app.window)
        for module in cycle(modules):
            while (page := walk.to_open_question(module)) is not None:
                walk.put_in_any(page, random)
                button = walk.press("answer")
                repaints.settle()
                before = visible_parts(page)
                began, began_work = time.perf_counter(), time.process_time()
                QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
                worked.append((time.process_time() - began_work) * 1000)
                took.append((repaints.settle() - began) * 1000)
                bare.append(_bare(before, visible_parts(page), walk.app.window))
            if len(took) >= answers:
                break
            walk.click("home")
    return took, worked, bare


def _bare(before: list[QWidget], after: list[QWidget], window: QMainWindow) -> float:
    """Milliseconds until as much has been added to a page of Qt's own."""
    known = set(before)
    floor = QMainWindow()
    floor.resize(window.size())
    area = bare_page(part for part in after if part in known)
    button = QPushButton("Svara")
    added = [likeness(part) for part in after if part not in known]
    body = area.widget()
    column = body.layout() if body is not None else None
    assert column is not None
    column.addWidget(button)
    for part in added:
        part.hide()
        column.addWidget(part)
        button.clicked.connect(part.show)
    floor.setCentralWidget(area)
    floor.show()
    repaints = Repaints(floor)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    repaints.settle()
    began = time.perf_counter()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    took = (repaints.settle() - began) * 1000
    floor.close()
    floor.deleteLater()
    return took


if __name__ == "__main__":
    main()
