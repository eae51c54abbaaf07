"""Framed parts of a page: cards, quotes, and bars that say something in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.labels import paragraph

BAR_ICONS = {
    "info": ("info", "info"),
    "warning": ("warning", "acceptable"),
    "problem": ("warning-circle", "poor"),
}


def box(role: str, *, margin: int = 16, spacing: int = 8, name: str = "") -> QFrame:
    """A frame of a role of the style sheet with a vertical layout inside."""
    frame = QFrame()
    frame.setProperty("role", role)
    frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return frame


def inside(frame: QFrame) -> QVBoxLayout:
    """The vertical layout of a box."""
    layout = frame.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def insert(layout: QBoxLayout, place: int, widget: QWidget) -> None:
    """Puts something between what is there, for a screen reader as for the eye.

    A screen reader takes the children in the order in which they lie on each other.
    """
    layout.insertWidget(place, widget)
    for later in range(place + 1, layout.count()):
        item = layout.itemAt(later)
        below = item.widget() if item is not None else None
        if below is not None:
            widget.stackUnder(below)
            return


def clear(layout: QLayout) -> None:
    """Takes away all that a layout holds, at once for the eye and the screen reader."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class InfoBar(QFrame):
    """A sentence next to what it is about: information, a warning or a problem."""

    def __init__(self, presentation: Presentation, kind: str, text: str, name: str = "") -> None:
        super().__init__()
        self.setProperty("role", kind)
        self.setObjectName(name or f"{kind}_bar")
        icon_name, token = BAR_ICONS[kind]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        icon = QLabel()
        icon.setPixmap(presentation.pixmap(icon_name, token))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.label = paragraph(text, name="bar_text")
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.label)
        row.addLayout(column, 1)
        self._column = column

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self.label.text()

    def add(self, widget: QWidget) -> None:
        """Adds something to do below the sentence."""
        self._column.addWidget(widget)
