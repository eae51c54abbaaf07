"""What does not find room in a window: sticks out of its page, or is cut off."""

from typing import TypeVar

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

from huddinge_training.ui.widgets.line_breaks import HERE, HYPHEN

NARROW = (360, 480)

W = TypeVar("W", bound=QWidget)


def sticking_out(window: QWidget) -> list[tuple[object, ...]]:
    """What is wider than its page, and pages that scroll sideways."""
    found: list[tuple[object, ...]] = []
    for area in _visible(QScrollArea, window):
        body = area.widget()
        assert body is not None
        for widget in _visible(QWidget, body):
            right = widget.mapTo(body, QPoint(0, 0)).x() + widget.width()
            if right > area.viewport().width():
                found.append((type(widget).__name__, widget.objectName(), right))
        if area.horizontalScrollBar().maximum():
            found.append((area.objectName(), "scrolls"))
    return found


def cut_words(window: QWidget) -> list[tuple[object, ...]]:
    """Labels with a word that is wider than they are, or with less height than they need."""
    found: list[tuple[object, ...]] = []
    for label in _visible(QLabel, window):
        if not label.text():
            continue
        room = label.contentsRect()
        metrics = label.fontMetrics()
        pieces = _words_of(label) if label.wordWrap() else [label.text()]
        longest = max(metrics.horizontalAdvance(piece) for piece in pieces)
        height = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
        if longest > room.width() or height > label.height():
            needs, has = (longest, height), room.size().toTuple()
            found.append((label.objectName(), label.text()[:40], needs, has))
    return found


def cut_buttons(window: QWidget) -> list[tuple[object, ...]]:
    """Buttons with less room than their words need."""
    found: list[tuple[object, ...]] = []
    for button in _visible(QAbstractButton, window):
        if not button.text():
            continue
        if isinstance(button, QRadioButton | QCheckBox):
            needed = button.heightForWidth(button.width())
            is_cut = needed > button.height()
        else:
            least = button.minimumSizeHint()
            needed = max(least.height(), button.heightForWidth(button.width()))
            is_cut = least.width() > button.width() or needed > button.height()
        if is_cut:
            sizes = button.size().toTuple(), button.sizeHint().toTuple()
            found.append((button.objectName(), button.text(), *sizes))
    return found


def _visible(kind: type[W], root: QWidget) -> list[W]:
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def _words_of(label: QLabel) -> list[str]:
    """What cannot be broken; a path or a hash has invisible places where it can."""
    text = label.text()
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    return text.replace(HERE, " ").replace(HYPHEN, " ").split()
