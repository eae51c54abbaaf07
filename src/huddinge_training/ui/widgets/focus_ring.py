"""The ring around whatever has the keyboard: a gap of 2 px, then 3 px in the focus colour."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from huddinge_training.ui.theme import Theme
from huddinge_training.ui.widgets.labels import HeadingLabel

GAP, WIDTH, RADIUS = 2, 3, 8
FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)


class OutlinedButton(QPushButton):
    """A button that is no rectangle to the eye: a part of a drawing."""

    def outline(self) -> QPainterPath:
        """Its shape, in its own coordinates."""
        raise NotImplementedError


class FocusRing(QWidget):
    """Lies over a window and follows its focus; takes no clicks and is not in the tree."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._followed: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves with the focused widget and everything that it lies in."""
        if event.type() in FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draws the ring inside the widget's own rectangle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._theme.look
        if isinstance(self._target, OutlinedButton):
            self._paint_around(painter, self._target.outline())
            painter.end()
            return
        outline = self.rect().adjusted(WIDTH - 1, WIDTH - 1, -WIDTH + 1, -WIDTH + 1)
        painter.setPen(QPen(look.colour("focus"), WIDTH))
        painter.drawRoundedRect(outline, RADIUS, RADIUS)
        inner = outline.adjusted(GAP + 1, GAP + 1, -GAP - 1, -GAP - 1)
        painter.setPen(QPen(look.colour("surface"), GAP))
        painter.drawRoundedRect(inner, RADIUS - GAP, RADIUS - GAP)
        painter.end()

    def _paint_around(self, painter: QPainter, shape: QPainterPath) -> None:
        shape = shape.translated(GAP + WIDTH, GAP + WIDTH)
        for reach, token in ((GAP + WIDTH, "focus"), (GAP, "surface")):
            stroker = QPainterPathStroker(QPen(Qt.GlobalColor.black, 2 * reach))
            stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            around = stroker.createStroke(shape).subtracted(shape)
            painter.fillPath(around, self._theme.look.colour(token))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
            widget.destroyed.disconnect(self._on_followed_destroyed)
        self._followed = []
        window = self.window()
        is_outside = new is None or new is window or new.window() is not window
        # A heading has the focus only so that reading begins there; Tab never stops at it.
        if new is None or is_outside or isinstance(new, HeadingLabel):
            self._target = None
            self.hide()
            return
        self._target = ring_target(new)
        step: QWidget | None = self._target
        while step is not None and step is not window:
            step.installEventFilter(self)
            step.destroyed.connect(self._on_followed_destroyed)
            self._followed.append(step)
            step = step.parentWidget()
        self._show_in_scroll_area(self._target)
        self._place()

    def _on_followed_destroyed(self) -> None:
        self._followed = []
        self._target = None
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        reach = GAP + WIDTH
        corner = target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()
        # Only moved, it would keep the shape of the widget before.
        self.update()

    @staticmethod
    def _show_in_scroll_area(target: QWidget) -> None:
        step = target.parentWidget()
        while step is not None:
            if isinstance(step, QScrollArea):
                step.ensureWidgetVisible(target, 16, 24)
            step = step.parentWidget()


def ring_target(widget: QWidget) -> QWidget:
    """The widget that the ring goes around: a card may stand in for the radio button in it."""
    target = widget.property("ring_target")
    return target if isinstance(target, QWidget) else widget
