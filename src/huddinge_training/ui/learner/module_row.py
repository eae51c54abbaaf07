"""A module in the list on the home page: state in picture and words, and its button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from huddinge_training.ui.widgets.labels import paragraph

BUTTON_BESIDE_FROM = 24


class ModuleRow(QWidget):
    """The button stands beside the words, or below them where the window is narrow."""

    def __init__(
        self, module_id: str, icon: QPixmap, title: str, state: str, opener: QWidget
    ) -> None:
        super().__init__()
        self.setObjectName(f"module_{module_id}")
        self._opener = opener
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        picture = QLabel()
        picture.setPixmap(icon)
        self._grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(paragraph(title, "strong"), 0, 1)
        self._grid.addWidget(paragraph(state, "muted", name=f"state_{module_id}"), 1, 1)
        self._grid.addWidget(opener, 0, 2, 2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves the button."""
        wide = self.fontMetrics().averageCharWidth() * BUTTON_BESIDE_FROM
        wide += self._opener.sizeHint().width() + 120
        self._grid.removeWidget(self._opener)
        if event.size().width() >= wide:
            self._grid.addWidget(self._opener, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._opener, 2, 1)
        super().resizeEvent(event)
