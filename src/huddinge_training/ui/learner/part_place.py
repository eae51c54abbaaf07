"""The place below a drawing where the text of its chosen part is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huddinge_training.services.pictures import PicturePart
from huddinge_training.ui.learner.part_card import PartCard
from huddinge_training.ui.page import Page
from huddinge_training.ui.widgets.boxes import clear
from huddinge_training.ui.widgets.picture_stand import PictureStand


class PartPlace(QWidget):
    """Empty until a part is chosen; choosing the same part once more closes its text."""

    module_opened = Signal(str)

    def __init__(
        self,
        page: Page,
        stand: PictureStand,
        parts: Sequence[PicturePart],
        *,
        with_module: bool = True,
    ) -> None:
        super().__init__()
        self.shown_id = ""
        self._page = page
        self._stand = stand
        self._parts = {part.id: part for part in parts}
        self._with_module = with_module
        self._card: PartCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        stand.part_chosen.connect(self._on_part_chosen)

    def show_part(self, part_id: str) -> None:
        """Shows the text of a part; an unknown id shows none."""
        clear(self._column)
        self._card = None
        part = self._parts.get(part_id)
        self.shown_id = part_id if part is not None else ""
        self._stand.show_chosen(self.shown_id)
        self.setVisible(part is not None)
        if part is None:
            return
        card = PartCard(self._page.presentation, part, with_module=self._with_module)
        card.module_opened.connect(self.module_opened)
        card.closed.connect(self._on_closed)
        self._column.addWidget(card)
        self._card = card
        # Tab goes on from the drawing to what its part says.
        before: QWidget = self._stand.last_button()
        for made in card.findChildren(QPushButton):
            QWidget.setTabOrder(before, made)
            before = made

    def _on_part_chosen(self, part_id: str) -> None:
        if part_id == self.shown_id:
            self.show_part("")
            return
        self.show_part(part_id)
        if self._card is not None:
            self._page.keep_in_sight(self._card)
            self._page.announce(self._card.words())

    def _on_closed(self) -> None:
        button = self._stand.button(self.shown_id)
        self.show_part("")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
