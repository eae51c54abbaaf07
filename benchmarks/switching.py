"""From a change of language or theme to the page painted anew, on the pages with the most on them.

``python benchmarks/switching.py [--switches 20]``. It is compared with what Qt needs to make and
paint a bare page of as many labels, buttons and frames, without a style sheet or a layout of ours.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bare_page import bare_page, visible_parts
from figures import Spread, head, machine, row, verdict
from prepared import sources_in
from prepared_window import in_memory, window
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from repaints import Repaints
from walk import Walk

from huddinge_training.domain.preferences import Preferences

GOAL_MS = 100
MODULE = "karnvarden"


def main() -> None:
    """Measures on every page and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--switches", type=int, default=20, help="switches of each kind")
    switches = parser.parse_args().switches
    qt = QApplication([])
    qt.setStyle("Fusion")
    print(f"{machine()}; {switches} switches of each kind, and the ratio to a bare page")
    head("Page", "widgets", "language", "theme", "text size", "bare page")
    slowest = []
    with (
        tempfile.TemporaryDirectory() as name,
        window(qt, sources_in(Path(name)), in_memory) as walk,
    ):
        for place, go in (("home", _home), ("answered question", _answered)):
            go(walk)
            slowest.append(_measure(walk, place, switches))
    verdict("slowest median", max(slowest), GOAL_MS, " ms")


def _home(_walk: Walk) -> None:
    """Where the window opens."""


def _answered(walk: Walk) -> None:
    page = walk.to_open_question(MODULE)
    assert page is not None
    walk.put_in_any(page, Random(2))
    walk.click("answer")


def _measure(walk: Walk, place: str, switches: int) -> float:
    """Prints a row; returns the slowest of the medians."""
    count = len(walk.page.findChildren(QWidget))
    spreads = [
        _switch(
            walk, switches, lambda p: replace(p, language="sv" if p.language == "en" else "en")
        ),
        _switch(
            walk, switches, lambda p: replace(p, theme="dark" if p.theme == "light" else "light")
        ),
        _switch(walk, switches, lambda p: replace(p, text_percent=250 - p.text_percent)),
    ]
    bare = _bare(walk.page, walk.app.window.size().toTuple(), switches)
    times = [f"{spread} ({spread.median / bare.median:.1f} ×)" for spread in spreads]
    row(place, count, *times, bare)
    return max(spread.median for spread in spreads)


def _switch(walk: Walk, switches: int, other: Callable[[Preferences], Preferences]) -> Spread:
    appearance, repaints = walk.app.appearance, Repaints(walk.app.window)
    appearance.change(replace(appearance.preferences, text_percent=120))
    took = []
    for _ in range(switches):
        repaints.settle()
        began = time.perf_counter()
        appearance.change(other(appearance.preferences))
        took.append((repaints.settle() - began) * 1000)
    return Spread.of(took)


def _bare(page: QWidget, size: object, times: int) -> Spread:
    """A page of Qt's own labels, buttons and frames, with the words of ours."""
    shown = visible_parts(page)
    bare = QMainWindow()
    bare.resize(*size)  # type: ignore[misc]
    bare.show()
    repaints = Repaints(bare)
    took = []
    for _ in range(times):
        repaints.settle()
        began = time.perf_counter()
        bare.setCentralWidget(bare_page(shown))
        took.append((repaints.settle() - began) * 1000)
    bare.close()
    return Spread.of(took)


if __name__ == "__main__":
    main()
