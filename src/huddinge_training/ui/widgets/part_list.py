"""The parts of a drawing as a list, for windows in which their words have no room on it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Fill
from huddinge_training.ui.widgets.labels import paragraph

FILL_ICONS = {
    Fill.EMPTY: ("circle", "control"),
    Fill.HALF: ("circle-half", "primary"),
    Fill.FULL: ("check-circle-fill", "best"),
}


class PartList(QFrame):
    """A row for each part, with how full it is as a sign; groups have a title of their own."""

    part_chosen = Signal(str)

    def __init__(
        self, presentation: Presentation, groups: Sequence[tuple[str, Sequence[DrawnPart]]]
    ) -> None:
        super().__init__()
        self._presentation = presentation
        self.buttons: list[QPushButton] = []
        self.setProperty("role", "card")
        self.setObjectName("part_list")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(0)
        for number, (title, parts) in enumerate(groups):
            if title:
                label = paragraph(title, "strong")
                label.setContentsMargins(8, 12 if number else 0, 8, 0)
                column.addWidget(label)
            for part in parts:
                self.buttons.append(self._row(part))
                column.addWidget(self.buttons[-1])

    def _row(self, part: DrawnPart) -> QPushButton:
        made = button(
            part.title,
            f"row_{part.id}",
            lambda: self.part_chosen.emit(part.id),
            role="quiet",
            icon=self._presentation.icon(*FILL_ICONS[part.fill]),
            icon_size=self._presentation.icon_size,
        )
        made.setAccessibleName(part.name)
        return made
