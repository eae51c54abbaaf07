"""The top of a page with a picture: the heading and what stands over it, the picture beside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

GAP = 24
CHARACTERS_BESIDE = 22


class PageHead(QWidget):
    """The words go into ``words``; on a narrow page the picture stands above them, or nowhere."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self._picture = picture
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self._line.addLayout(self.words, 1)
        self._line.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words can be, since the picture can be left out."""
        return QSize(self.words.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the place of the picture."""
        room = event.size().width() - self._picture.width()
        is_beside = room >= GAP + CHARACTERS_BESIDE * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if is_beside else directions.BottomToTop)
        self._line.setSpacing(GAP if is_beside else 12)
        self._picture.setVisible(room >= 0)
        super().resizeEvent(event)
