"""The top of the home page: what to do next, and beside it the compass with what is done."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from huddinge_training.ui.widgets.picture_stand import PictureStand

GAP = 32
CHARACTERS_OF_CARD = 34
SHARE = 0.42


class HomeBoard(QWidget):
    """The compass stands beside the card where both have room, otherwise below it."""

    def __init__(self, card: QWidget, stand: PictureStand) -> None:
        super().__init__()
        self.setObjectName("home_board")
        self._stand = stand
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(16)
        self._line.addWidget(card, 1)
        self._line.addWidget(stand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        width = event.size().width()
        narrowest = self._stand.narrowest
        card = GAP + CHARACTERS_OF_CARD * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        if narrowest is not None and width >= narrowest + card:
            side = max(narrowest, min(round(width * SHARE), self._stand.widest))
            self._line.setDirection(directions.LeftToRight)
            self._line.setSpacing(GAP)
            self._stand.setFixedWidth(side)
        else:
            self._line.setDirection(directions.TopToBottom)
            self._line.setSpacing(16)
            self._stand.setMinimumWidth(0)
            self._stand.setMaximumWidth(16_777_215)
        super().resizeEvent(event)
