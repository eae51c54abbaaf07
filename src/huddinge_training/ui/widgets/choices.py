"""Radio buttons and check boxes in the tokens' colours, whose words wrap on a narrow page."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QRadioButton, QSizePolicy

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.theme import Theme
from huddinge_training.ui.widgets.enter_keys import ENTER_KEYS

LINE = 2
GAP = 12
INDICATOR_FACTOR = 1.2
SMALLEST_TARGET = 24
ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
WRAP = int(Qt.TextFlag.TextWordWrap)


class _Figure:
    """Measures and draws what radio buttons and check boxes have in common."""

    def __init__(self, choice: QAbstractButton, theme: Theme) -> None:
        self._choice = choice
        self.theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        choice.setSizePolicy(policy)

    @property
    def side(self) -> int:
        """The indicator's side: it grows with the text."""
        return round(self.theme.look.sizes["body"] * INDICATOR_FACTOR)

    @property
    def outline(self) -> QColor:
        """Primary when chosen, otherwise the outline of controls."""
        return self.theme.look.colour("primary" if self._choice.isChecked() else "control")

    def size(self) -> QSize:
        """All words on one line."""
        if not self._choice.text():
            return QSize(self.side, max(self.side, SMALLEST_TARGET))
        words = self._choice.fontMetrics().size(0, self._choice.text())
        width = self.side + GAP + words.width() + 4
        return QSize(width, max(words.height(), self.side, SMALLEST_TARGET))

    def height(self, width: int) -> int:
        """The height that the words need at this width."""
        room = QRect(0, 0, max(1, width - self.side - GAP), 0)
        words = self._choice.fontMetrics().boundingRect(room, WRAP, self._choice.text())
        return max(words.height(), self.side, SMALLEST_TARGET)

    def start(self, painter: QPainter) -> QRectF:
        """Draws the words and gives the indicator's place, beside the first line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(self._choice.fontMetrics().height(), self.side, SMALLEST_TARGET)
        area = QRectF(0, (line - self.side) / 2, self.side, self.side)
        left = self.side + GAP
        top = (line - self._choice.fontMetrics().height()) // 2
        room = QRect(left, top, self._choice.width() - left, self._choice.height() - top)
        painter.setPen(self.theme.look.colour("text"))
        painter.drawText(room, WRAP, self._choice.text())
        return area.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)


class Radio(QRadioButton):
    """A real radio button; only its look is our own, since Fusion's circle is too faint."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._figure = _Figure(self, theme)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_checked: bool) -> None:
        """Tab comes to the chosen one of a group; Qt sees to it only once one has had focus."""
        group = self.group()
        if is_checked and group is not None:
            for choice in group.buttons():
                policy = Qt.FocusPolicy.StrongFocus if choice is self else Qt.FocusPolicy.ClickFocus
                choice.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every arrow goes to the next or the one before, also where the group wraps.

        Qt's own arrows go by where they lie, and scroll the page where nothing lies there.
        Enter is left to the page's first action, also where the platform would choose with it.
        """
        if event.key() in ENTER_KEYS:
            event.ignore()
            return
        step = ARROWS.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        choices = [choice for choice in group.buttons() if choice.isEnabled()]
        following = choices[(choices.index(self) + step) % len(choices)]
        if self.isChecked():
            following.click()
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        return self._figure.size()

    def minimumSizeHint(self) -> QSize:
        """Narrower wraps."""
        return QSize(self._figure.side, self._figure.size().height())

    def heightForWidth(self, width: int) -> int:
        """Wrapped words are higher."""
        return self._figure.height(width)

    def hitButton(self, position: QPoint) -> bool:
        """Every line of the words can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Outlined circle; chosen: a ring with a dot."""
        painter = QPainter(self)
        area = self._figure.start(painter)
        painter.setPen(QPen(self._figure.outline, LINE))
        painter.setBrush(self._figure.theme.look.colour("surface"))
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._figure.outline)
            inset = area.width() * 0.26
            painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))
        painter.end()


class Check(QCheckBox):
    """A real check box; only its look is our own."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._figure = _Figure(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does nothing: whoever meant to tick would go on instead."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        return self._figure.size()

    def minimumSizeHint(self) -> QSize:
        """Narrower wraps."""
        return QSize(self._figure.side, self._figure.size().height())

    def heightForWidth(self, width: int) -> int:
        """Wrapped words are higher."""
        return self._figure.height(width)

    def hitButton(self, position: QPoint) -> bool:
        """Every line of the words can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Outlined square; checked: filled with a tick."""
        painter = QPainter(self)
        area = self._figure.start(painter)
        look = self._figure.theme.look
        painter.setPen(QPen(self._figure.outline, LINE))
        painter.setBrush(look.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(area, 4, 4)
        if self.isChecked():
            pen = QPen(look.colour("on_primary"), LINE + 0.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(area.x() + x * area.width(), area.y() + y * area.height())
                        for x, y in tick
                    ]
                )
            )
        painter.end()


class DropDown(QComboBox):
    """A combo box with the arrow of the icon family, and never wider than its page."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._arrow = presentation.pixmap("caret-down", "text", 0.8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box by the style sheet, the arrow on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._arrow.deviceIndependentSize().toSize()
        painter.drawPixmap(
            self.width() - size.width() - 12, (self.height() - size.height()) // 2, self._arrow
        )
        painter.end()
