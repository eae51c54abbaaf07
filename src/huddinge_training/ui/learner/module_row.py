"""A module in the list on the home page: its picture, its state in sign and words, its button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QWidget

from huddinge_training.ui.widgets.labels import paragraph

BUTTON_BESIDE_FROM, PICTURE_FROM = 24, 40


class ModuleRow(QWidget):
    """The button stands beside the words, or below them where the window is narrow.

    There the picture gives way to the words.
    """

    def __init__(
        self,
        module_id: str,
        *,
        picture: QWidget | None,
        sign: QPixmap,
        title: str,
        state: str,
        opener: QAbstractButton,
    ) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName(f"module_{module_id}")
        self._opener = opener
        self._picture = picture
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        if picture is not None:
            self._grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(paragraph(title, "strong"), 0, 1, 1, 2, Qt.AlignmentFlag.AlignBottom)
        shown = QLabel()
        shown.setObjectName(f"sign_{module_id}")
        shown.setPixmap(sign)
        self._grid.addWidget(shown, 1, 1, Qt.AlignmentFlag.AlignTop)
        words = paragraph(state, "muted", name=f"state_{module_id}")
        self._grid.addWidget(words, 1, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(opener, 0, 3, 2, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row is one on its button."""
        if self.rect().contains(event.position().toPoint()):
            self._opener.click()
        super().mouseReleaseEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the button, since the picture can be left out."""
        margins = self._grid.contentsMargins()
        width = self._opener.minimumSizeHint().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves the button, and shows the picture where there is room."""
        width = event.size().width()
        letter = self.fontMetrics().averageCharWidth()
        wide = letter * BUTTON_BESIDE_FROM + self._opener.sizeHint().width() + 120
        self._grid.removeWidget(self._opener)
        if width >= wide:
            self._grid.addWidget(self._opener, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._opener, 2, 1, 1, 2)
        if self._picture is not None:
            self._picture.setVisible(width >= letter * PICTURE_FROM + self._picture.width())
        super().resizeEvent(event)
