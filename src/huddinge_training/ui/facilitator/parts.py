"""Parts of the facilitator's pages: cards with a heading, labelled fields, and a number to step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.labels import HeadingLabel, WrappedLabel, paragraph


def card(title: str, name: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed part with a heading, and where its content goes."""
    frame = box("card", margin=16, spacing=8, name=name)
    column = inside(frame)
    column.addWidget(HeadingLabel(title, "subtitle"))
    return frame, column


def labelled(
    column: QVBoxLayout, text: str, editor: QWidget, hint: str = "", *, focus: QWidget | None = None
) -> WrappedLabel:
    """Puts a field with its label into a column; returns the place of what is wrong with it.

    ``focus`` is the part of the field that one types in, where it has several.
    """
    target = focus or editor
    words = QLabel(text)
    words.setWordWrap(True)
    words.setProperty("role", "strong")
    words.setBuddy(target)
    target.setAccessibleName(text)
    problem = paragraph("", "error", name=f"{editor.objectName()}_problem")
    problem.hide()
    column.addWidget(words)
    if hint:
        column.addWidget(paragraph(hint, "muted"))
    column.addWidget(problem)
    column.addWidget(editor)
    return problem


class NumberRow(QWidget):
    """Words, then − and + around a number; the number is whatever it is told."""

    def __init__(
        self, name: str, words: str, number: int, on_step: Callable[[int], object]
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(paragraph(words), 1)
        self._words = words
        self._number = QLabel()
        self._number.setObjectName(f"{name}_number")
        self._number.setProperty("role", "strong")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(40)
        fewer = button("−", f"{name}_fewer", lambda: on_step(-1))
        more = button("+", f"{name}_more", lambda: on_step(1))
        for made in (fewer, more):
            made.setAccessibleName(f"{made.text()} {words}")
        for widget in (fewer, self._number, more):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_number(number)

    def set_number(self, number: int) -> None:
        """Shows another number, also to a screen reader."""
        self._number.setText(str(number))
        self._number.setAccessibleName(f"{self._words}: {number}")
