"""Where one is among the questions: dots of different shape, and the same in words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from huddinge_training.ui.theme import Theme

DOT, GAP, CURRENT = 10, 7, 26
GAP_OF_PARTS = 16


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
    """The module, the dots and “Question 3 of 8”.

    Without room the dots give way to the words, and these go below the module.
    """

    def __init__(self, title: str, words: str, dots: ProgressDots) -> None:
        super().__init__()
        self._dots = dots
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        self._words = QLabel(words)
        self._words.setObjectName("place")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP_OF_PARTS)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(dots)
        self._line.addWidget(self._words)
        for label in (self._title, self._words):
            label.setProperty("role", "muted")

    def minimumSizeHint(self) -> QSize:
        """The widest part alone, since they can stand below each other."""
        widest = max(self._title.minimumSizeHint().width(), self._words.sizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title gets half of its line at least, or a line of its own."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text()) // 2
        title = max(title, self._title.minimumSizeHint().width())
        beside = title + GAP_OF_PARTS + self._words.sizeHint().width()
        has_room = event.size().width() >= beside
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
        self._line.setSpacing(GAP_OF_PARTS if has_room else 0)
        with_dots = beside + GAP_OF_PARTS + self._dots.sizeHint().width()
        self._dots.setVisible(event.size().width() >= with_dots)
        super().resizeEvent(event)
