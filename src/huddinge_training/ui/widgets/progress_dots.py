"""Where one is among the questions: dots of different shape, and the same in words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from huddinge_training.ui.theme import Theme

DOT, GAP, CURRENT = 10, 7, 26


class ProgressDots(QWidget):
    """Done is a filled dot, the current one a bar, what is left an outlined dot (UX-06).

    The words stand beside it, so it is decoration to a screen reader.
    """

    def __init__(self, theme: Theme, current: int, total: int) -> None:
        super().__init__()
        self._theme = theme
        self._current = current
        self._total = total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One bar and a dot for each of the others."""
        return QSize((self._total - 1) * (DOT + GAP) + CURRENT, DOT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._theme.look
        x = 0
        for number in range(self._total):
            width = CURRENT if number == self._current else DOT
            if number <= self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("primary"))
                painter.drawRoundedRect(x, 1, width, DOT, DOT / 2, DOT / 2)
            else:
                painter.setPen(QPen(look.colour("control"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(x + 1, 2, DOT - 2, DOT - 2)
            x += width + GAP
        painter.end()


class PlaceBar(QWidget):
    """The module, the dots and “Question 3 of 8”; without room the dots give way to the words."""

    def __init__(self, title: str, words: str, dots: ProgressDots) -> None:
        super().__init__()
        self._dots = dots
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        self._words = QLabel(words)
        self._words.setObjectName("place")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._title, 1)
        line.addWidget(dots)
        line.addWidget(self._words)
        for label in (self._title, self._words):
            label.setProperty("role", "muted")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hides the dots when the title would get less than half of its line."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        needed = title // 2 + self._dots.sizeHint().width() + self._words.sizeHint().width()
        self._dots.setVisible(event.size().width() >= needed + 32)
        super().resizeEvent(event)
