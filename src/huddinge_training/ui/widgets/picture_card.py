"""A card of words with a picture: beside them, above them, or left out where it is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

MARGIN, GAP = 24, 24
CHARACTERS_BESIDE = 36


class PictureCard(QFrame):
    """The words go into ``words``, a layout from top to bottom."""

    def __init__(self, picture: QWidget | None, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(name)
        self._picture = picture
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._line.setSpacing(GAP)
        if picture is not None:
            self._line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self._line.addLayout(self.words, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words can be, since the picture can be left out."""
        width = self.words.minimumSize().width() + 2 * MARGIN
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the place of the picture."""
        if self._picture is not None:
            room = event.size().width() - 2 * MARGIN - self._picture.width()
            beside = GAP + CHARACTERS_BESIDE * self.fontMetrics().averageCharWidth()
            directions = QBoxLayout.Direction
            is_beside = room >= beside
            self._line.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
            self._line.setSpacing(GAP if is_beside else 12)
            self._picture.setVisible(room >= 0)
        super().resizeEvent(event)
