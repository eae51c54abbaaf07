"""From the click on *Svara* to the feedback painted, in the program's own window.

``python benchmarks/answer_feedback.py [--answers 320]``. The time ends with the last repaint
that the click gives rise to; beside it stands the processor time until the click's slot returns.
Whoever answers has read for a while: here the window has been at rest for 30 ms. It is drawn
offscreen. Qt itself waits up to 5 ms before
it repaints (``QT_QPA_UPDATE_IDLE_TIME``); that is part of the time, as it is for a person.
"""

import argparse
import os
import tempfile
import time
from itertools import cycle
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import machine, percentile
from prepared import sources_in
from prepared_window import OpenWorkspace, in_memory, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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
    print(machine())
    print(f"{answers} answers of each kind, from the click until the last repaint")
    print("| Answer | p50 | p95 | p99 | longest | goal (p99) | processor, p50 / p99 |")
    print("|---|---|---|---|---|---|---|")
    for kind, opened in (
        ("with the commit", Workspace.open),
        ("without the commit", in_memory),
    ):
        with tempfile.TemporaryDirectory() as name:
            took, worked = _measure(qt, sources_in(Path(name)), opened, answers)
        shown = " | ".join(f"{percentile(took, percent):.1f} ms" for percent in (50, 95, 99))
        work = " / ".join(f"{percentile(worked, percent):.1f}" for percent in (50, 99))
        print(
            f"| {kind} | {shown} | {max(took):.1f} ms | {GOALS[kind]} ms | {work} ms |", flush=True
        )


def _measure(
    qt: QApplication, sources: Sources, opened: OpenWorkspace, answers: int
) -> tuple[list[float], list[float]]:
    took: list[float] = []
    worked: list[float] = []
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
                began, began_work = time.perf_counter(), time.process_time()
                QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
                worked.append((time.process_time() - began_work) * 1000)
                took.append((repaints.settle() - began) * 1000)
            if len(took) >= answers:
                break
            walk.click("home")
    return took, worked


if __name__ == "__main__":
    main()
