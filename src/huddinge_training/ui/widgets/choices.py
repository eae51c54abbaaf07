"""Radio buttons and check boxes with an indicator in the tokens' colours, at every text size."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
)

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.theme import Theme

LINE = 2


class Radio(QRadioButton):
    """A real radio button; only its circle is painted here, since Fusion's is too faint."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Outlined circle; chosen: a ring with a dot."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = _begin(self, painter, option, QStyle.SubElement.SE_RadioButtonIndicator)
        painter.setPen(QPen(_outline(self, self._theme), LINE))
        painter.setBrush(self._theme.look.colour("surface"))
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_outline(self, self._theme))
            inset = area.width() * 0.26
            painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
        _draw_label(self, painter, option, QStyle.ControlElement.CE_RadioButtonLabel)
        painter.end()


class Check(QCheckBox):
    """A real check box; only its square is painted here."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Outlined square; checked: filled with a tick."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = _begin(self, painter, option, QStyle.SubElement.SE_CheckBoxIndicator)
        look = self._theme.look
        painter.setPen(QPen(_outline(self, self._theme), LINE))
        painter.setBrush(look.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(area, 4, 4)
        if self.isChecked():
            pen = QPen(look.colour("on_primary"), LINE + 0.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            tick = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(area.x() + x * area.width(), area.y() + y * area.height())
                        for x, y in tick
                    ]
                )
            )
        _draw_label(self, painter, option, QStyle.ControlElement.CE_CheckBoxLabel)
        painter.end()


class DropDown(QComboBox):
    """A combo box with the arrow of the icon family, and never wider than its page."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._arrow = presentation.pixmap("caret-down", "text", 0.8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box by the style sheet, the arrow on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._arrow.deviceIndependentSize().toSize()
        painter.drawPixmap(
            self.width() - size.width() - 12, (self.height() - size.height()) // 2, self._arrow
        )
        painter.end()


def _begin(
    choice: QAbstractButton,
    painter: QPainter,
    option: QStyleOptionButton,
    element: QStyle.SubElement,
) -> QRectF:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = choice.style().subElementRect(element, option, choice)
    return QRectF(rect).adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)


def _outline(choice: QAbstractButton, theme: Theme) -> QColor:
    return theme.look.colour("primary" if choice.isChecked() else "control")


def _draw_label(
    choice: QAbstractButton,
    painter: QPainter,
    option: QStyleOptionButton,
    element: QStyle.ControlElement,
) -> None:
    contents = (
        QStyle.SubElement.SE_RadioButtonContents
        if element is QStyle.ControlElement.CE_RadioButtonLabel
        else QStyle.SubElement.SE_CheckBoxContents
    )
    option.rect = choice.style().subElementRect(contents, option, choice)
    choice.style().drawControl(element, option, painter, choice)
