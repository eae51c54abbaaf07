"""What a scroll area scrolls: as high as its own width needs, so that it ends where words end."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class PageBody(QWidget):
    """A body without a least height; Qt would give it the height of its narrowest width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_body")

    def minimumSizeHint(self) -> QSize:
        """No height, not even to be computed: the scroll area asks for the height of the width."""
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, 0)
