"""Qt's own labels, buttons and frames, with the words of ours: what a page is compared with."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


def visible_parts(page: QWidget) -> list[QWidget]:
    """What of a page can be seen."""
    return [widget for widget in page.findChildren(QWidget) if widget.isVisible()]


def bare_page(parts: Iterable[QWidget]) -> QScrollArea:
    """As many widgets one below the other, without a style sheet or a layout of ours."""
    area, body = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(body)
    for part in parts:
        column.addWidget(likeness(part))
    area.setWidget(body)
    return area


def likeness(part: QWidget) -> QWidget:
    """The plain widget of the same kind, with the same words."""
    if isinstance(part, QLabel):
        label = QLabel(part.text())
        label.setWordWrap(True)
        return label
    return QPushButton(part.text()) if isinstance(part, QAbstractButton) else QFrame()
