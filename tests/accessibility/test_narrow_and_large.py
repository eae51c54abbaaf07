"""360 × 480 and text at 200 %: every screen reflows, and nothing is cut off."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest
from accessibility.screens import SCREENS, Screen, shown, top
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from ui.desktop import Desktop, closing_at_end, settle

from huddinge_training.domain.preferences import Preferences, Theme
from huddinge_training.ui.widgets.line_breaks import HERE, HYPHEN

NARROW = (360, 480)
# Colours have no size: each language in one of the themes will do.
LOOKS: list[tuple[str, Theme]] = [("sv", "light"), ("en", "dark")]

W = TypeVar("W", bound=QWidget)

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


def look_id(case: tuple[Screen, tuple[str, Theme]]) -> str:
    screen, (language, theme) = case
    return f"{screen}-{language}-{theme}"


@pytest.fixture(scope="module", params=list(product(SCREENS, LOOKS)), ids=look_id)
def desktop(request: pytest.FixtureRequest, stage_copy: Callable[[str], Path]) -> Iterator[Desktop]:
    """A screen in the smallest window with the largest text."""
    screen, (language, theme) = request.param
    preferences = Preferences(language=language, theme=theme, text_percent=200)
    with closing_at_end(shown(screen, stage_copy(screen.stage), preferences)) as desktop:
        desktop.window.resize(*NARROW)
        if top(desktop) is not desktop.window:
            height = max(NARROW[1], top(desktop).heightForWidth(NARROW[0]))
            top(desktop).resize(NARROW[0], height)
        settle()
        yield desktop


def visible(kind: type[W], root: QWidget) -> list[W]:
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def test_nothing_scrolls_sideways_or_sticks_out(desktop: Desktop) -> None:
    window = top(desktop)
    assert window.width() <= NARROW[0]
    sticks_out = []
    for area in visible(QScrollArea, window):
        body = area.widget()
        assert body is not None
        for widget in visible(QWidget, body):
            right = widget.mapTo(body, QPoint(0, 0)).x() + widget.width()
            if right > area.viewport().width():
                sticks_out.append((type(widget).__name__, widget.objectName(), right))
        assert (sticks_out, area.horizontalScrollBar().maximum()) == ([], 0)


def words_of(label: QLabel) -> list[str]:
    """What cannot be broken; a path or a hash has invisible places where it can."""
    text = label.text()
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    return text.replace(HERE, " ").replace(HYPHEN, " ").split()


def test_no_word_is_cut_off(desktop: Desktop) -> None:
    cut = []
    for label in visible(QLabel, top(desktop)):
        if not label.text():
            continue
        room = label.contentsRect()
        metrics = label.fontMetrics()
        pieces = words_of(label) if label.wordWrap() else [label.text()]
        longest = max(metrics.horizontalAdvance(piece) for piece in pieces)
        height = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
        if longest > room.width() or height > label.height():
            needs, has = (longest, height), room.size().toTuple()
            cut.append((label.objectName(), label.text()[:40], needs, has))
    assert cut == []


def test_no_button_is_cut_off(desktop: Desktop) -> None:
    cut = []
    for button in visible(QAbstractButton, top(desktop)):
        if isinstance(button, QRadioButton | QCheckBox):
            needed = button.heightForWidth(button.width()) if button.text() else 0
            is_cut = needed > button.height()
        else:
            least = button.minimumSizeHint()
            needed = max(least.height(), button.heightForWidth(button.width()))
            is_cut = least.width() > button.width() or needed > button.height()
        if is_cut:
            cut.append((button.objectName(), button.text(), button.size().toTuple(),
                        button.sizeHint().toTuple()))  # fmt: skip
    assert cut == []
