"""A drawing whose parts are buttons: painted as one, walked with the arrows, pressed one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from huddinge_training.ui.theme import Theme
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Shape
from huddinge_training.ui.widgets.focus_ring import OutlinedButton
from huddinge_training.ui.widgets.part_labels import Label
from huddinge_training.ui.widgets.part_painter import PartPainter

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)
WIDTH_STEP = 10
REACH = 6
"""Room around the drawing for the ring of the part that has the keyboard."""


class PartButton(OutlinedButton):
    """A real button without a look of its own: the drawing around it paints it."""

    walked = Signal(int)
    reached = Signal()

    def __init__(self, part: DrawnPart) -> None:
        super().__init__()
        self.part = part
        self._path = QPainterPath()
        self.setObjectName(f"drawn_{part.id}")
        self.setAccessibleName(part.name)
        self.setAutoDefault(True)
        # The drawing knows the true outline of each part, so the mouse is its business.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_at(self, path: QPainterPath) -> None:
        """Takes the place of a shape of the drawing."""
        bounds = path.boundingRect().toAlignedRect()
        self.setGeometry(bounds)
        self._path = path.translated(-bounds.x(), -bounds.y())

    def outline(self) -> QPainterPath:
        """What the focus ring goes around."""
        return self._path

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: it is painted already."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """From now on Tab comes to this part."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next part, everything else is a button's."""
        if event.key() in FORWARD or event.key() in BACKWARD:
            self.walked.emit(1 if event.key() in FORWARD else -1)
            return
        super().keyPressEvent(event)


class DrawnPicture(QGroupBox):
    """Base of the drawings: a subclass says which shape each part has at a width."""

    part_chosen = Signal(str)
    widths = (280, 560)
    """The narrowest and the widest that is worth trying."""

    def __init__(self, theme: Theme, name: str, parts: Sequence[DrawnPart]) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self._shapes: list[Shape] = []
        self._under_mouse = self._pressed = -1
        self._chosen = ""
        self.buttons = [PartButton(part) for part in parts]
        for number, button in enumerate(self.buttons):
            button.setParent(self)
            button.clicked.connect(lambda _checked, id_=button.part.id: self.part_chosen.emit(id_))
            button.walked.connect(lambda step, number=number: self._on_walked(number, step))
            button.reached.connect(lambda number=number: self._let_tab_come_to(number))
        self._let_tab_come_to(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """It never gets wider than it may."""
        return self.height_of(min(width, self.maximumWidth()))

    def height_of(self, width: int) -> int:
        """How high a drawing of this width is."""
        raise NotImplementedError

    def shapes(self, width: int) -> list[Shape]:
        """The shape of every part in a drawing of this width, in the order of the parts."""
        raise NotImplementedError

    def labels(self, width: int) -> list[Label | None]:
        """Where the words stand on the parts; asked often, so without the shapes around them."""
        raise NotImplementedError

    def narrowest(self) -> int | None:
        """The width from which all words have room, or None where no width is enough."""
        least, most = self.widths
        return next((w for w in range(least, most + 1, WIDTH_STEP) if self.has_room(w)), None)

    @property
    def parts(self) -> list[DrawnPart]:
        """The parts in the order in which the arrows come by them."""
        return [button.part for button in self.buttons]

    def show_chosen(self, part_id: str) -> None:
        """Marks the part whose text is shown, or none."""
        self._chosen = part_id
        self.update()

    def has_room(self, width: int) -> bool:
        """Whether every word stands whole on its part in a drawing of this width."""
        metrics = QFontMetricsF(self.word_font())
        return all(
            label is None or label.fits(part.word, metrics)
            for part, label in zip(self.parts, self.labels(width), strict=True)
        )

    def word_font(self) -> QFont:
        """The font of the words on the parts."""
        font = QFont(self.font())
        font.setPixelSize(self.theme.look.sizes["caption"])
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every button takes the place of its shape."""
        super().resizeEvent(event)
        self._shapes = self.shapes(event.size().width())
        for button, shape in zip(self.buttons, self._shapes, strict=True):
            button.lie_at(shape.path)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground, then part by part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.word_font())
        self.paint_ground(painter)
        brush = PartPainter(painter, self.theme.look)
        for number, (part, shape) in enumerate(zip(self.parts, self._shapes, strict=True)):
            is_marked = number == self._under_mouse or part.id == self._chosen
            brush.paint(part, shape, is_marked=is_marked)
            self.paint_sign(painter, part, shape)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """What lies below the parts; nothing unless a subclass says so."""

    def paint_sign(self, painter: QPainter, part: DrawnPart, shape: Shape) -> None:
        """What a part bears instead of a word; nothing unless a subclass says so."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The part below the mouse can be seen."""
        self._mark(self._part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No part is below the mouse any longer."""
        super().leaveEvent(event)
        self._mark(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where; nothing happens before the release (2.5.2)."""
        self._pressed = self._part_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Presses the part, if it is still the same one."""
        number = self._part_at(event.position())
        if number >= 0 and number == self._pressed:
            self.buttons[number].setFocus(Qt.FocusReason.MouseFocusReason)
            self.buttons[number].click()
        self._pressed = -1

    def _part_at(self, position: QPointF) -> int:
        for number, shape in enumerate(self._shapes):
            if shape.path.contains(position):
                return number
        return -1

    def _mark(self, number: int) -> None:
        if number != self._under_mouse:
            self._under_mouse = number
            shape = Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _on_walked(self, number: int, step: int) -> None:
        target = self.buttons[(number + step) % len(self.buttons)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_come_to(self, number: int) -> None:
        """One stop for the whole drawing; a screen reader may still go to any part."""
        for other, button in enumerate(self.buttons):
            is_stop = other == number
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
