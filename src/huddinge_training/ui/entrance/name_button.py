"""A row of the chooser: a wide button with initials and a name."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from huddinge_training.domain.name_list import NameRow
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button

BADGE_FACTOR = 2.0
GAP = 8


def name_button(
    presentation: Presentation, row: NameRow, on_click: Callable[[], object]
) -> QPushButton:
    """The initials tell people apart, not a colour."""
    size = round(presentation.icon_size * BADGE_FACTOR)
    made = button(
        row.label,
        f"person_{row.person_id}",
        on_click,
        role="person",
        icon=QIcon(_badge(presentation, row.initials, size)),
        icon_size=size,
    )
    made.setIconSize(QSize(size + GAP, size))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def _badge(presentation: Presentation, initials: str, size: int) -> QPixmap:
    """The initials in a circle, and a gap before the name."""
    ratio = QApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(QSize(size + GAP, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    look = presentation.theme.look
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("selected"))
    area = QRectF(0, 0, size, size)
    painter.drawEllipse(area)
    font = QApplication.font()
    font.setPixelSize(round(size * 0.4))
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.end()
    return picture
