"""Shows a drawing where its words have room, and the same parts as a list where they have not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.drawn_part import DrawnPart
from huddinge_training.ui.widgets.drawn_picture import DrawnPicture
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.part_list import PartList

Groups = Sequence[tuple[str, Sequence[DrawnPart]]]


class PictureStand(QWidget):
    """The drawing is at most as wide as ``widest``; the list is made when it is needed first."""

    part_chosen = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        picture: DrawnPicture,
        groups: Groups,
        *,
        widest: int,
        hint: str = "",
    ) -> None:
        """``hint`` stands below the drawing."""
        super().__init__()
        self._presentation = presentation
        self._picture = picture
        self._groups = groups
        self.widest = widest
        self._list: PartList | None = None
        self.narrowest = picture.narrowest()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        picture.setMaximumWidth(widest)
        self._column.addWidget(picture)
        self._hint = paragraph(hint, "caption", name="picture_hint")
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        picture.part_chosen.connect(self.part_chosen)

    def show_chosen(self, part_id: str) -> None:
        """Marks the part whose text is shown, or none."""
        self._picture.show_chosen(part_id)

    def has_room(self, width: int) -> bool:
        """Whether the drawing is what is shown at this width."""
        return self.narrowest is not None and width >= self.narrowest

    def button(self, part_id: str) -> QPushButton | None:
        """The button of a part, where it is shown now."""
        return next((b for b in self._shown_buttons() if b.objectName().endswith(part_id)), None)

    def last_button(self) -> QPushButton:
        """The last one that Tab can come to."""
        return self._shown_buttons()[-1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drawing or list."""
        width = event.size().width()
        is_drawn = self.has_room(width)
        if not is_drawn and self._list is None:
            self._list = PartList(self._presentation, self._groups)
            self._list.part_chosen.connect(self.part_chosen)
            self._column.insertWidget(0, self._list)
            before: QPushButton = self._picture.buttons[-1]
            for row in self._list.buttons:
                self.setTabOrder(before, row)
                before = row
        self._picture.setVisible(is_drawn)
        self._hint.setVisible(is_drawn and bool(self._hint.text()))
        if self._list is not None:
            self._list.setVisible(not is_drawn)
        super().resizeEvent(event)

    def _shown_buttons(self) -> Sequence[QPushButton]:
        if self._list is not None and not self._list.isHidden():
            return self._list.buttons
        return self._picture.buttons
