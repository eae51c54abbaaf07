"""The decision procedure in five steps, at hand everywhere with F1."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QScrollArea, QVBoxLayout, QWidget

from huddinge_training.domain.course import ProcedureStep
from huddinge_training.language import message
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.focus_ring import FocusRing
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.page_body import PageBody

WIDTH, HEIGHT = 560, 640
Turn = QAbstractSlider.SliderAction
SCROLL_KEYS = {
    Qt.Key.Key_Down: Turn.SliderSingleStepAdd,
    Qt.Key.Key_Up: Turn.SliderSingleStepSub,
    Qt.Key.Key_PageDown: Turn.SliderPageStepAdd,
    Qt.Key.Key_PageUp: Turn.SliderPageStepSub,
    Qt.Key.Key_End: Turn.SliderToMaximum,
    Qt.Key.Key_Home: Turn.SliderToMinimum,
}

SHORTCUTS = (
    (
        "Enter",
        message("In a module: answer, or go on. On a button: press it. On a tick box: nothing"),
    ),
    ("F1", message("The five steps")),
    ("F6", message("Go between the menu and the page")),
    ("Ctrl L", message("Switch user, or lock the window")),
    ("Ctrl + / Ctrl − / Ctrl 0", message("Larger, smaller or normal text")),
    ("A–D, 1–4", message("Mark an option, when the options have the focus")),
    ("Esc", message("Close this window")),
)


class HelpDialog(QDialog):
    """Lies beside the page and does not lock it; Esc closes it."""

    def __init__(
        self, presentation: Presentation, procedure: tuple[ProcedureStep, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        say = presentation.language.say
        self.setObjectName("help_dialog")
        self.setWindowTitle(say("Five steps when you hesitate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(
            min(WIDTH, max(320, parent.width() - 32)), min(HEIGHT, max(320, parent.height() - 32))
        )
        body = PageBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        self._heading = HeadingLabel(say("Five steps when you hesitate"))
        self._heading.setObjectName("help_heading")
        column.addWidget(self._heading)
        for number, step in enumerate(procedure, start=1):
            frame = box("card", spacing=4, name=f"step_{step.id}")
            inside(frame).addWidget(
                HeadingLabel(say("{number}. {step}", number=number, step=step.title), "strong")
            )
            inside(frame).addWidget(paragraph(say(step.text), "reading"))
            column.addWidget(frame)
        column.addWidget(HeadingLabel(say("Keys"), "subtitle"))
        for keys, meaning in SHORTCUTS:
            column.addWidget(paragraph(say("{keys}: {meaning}", keys=keys, meaning=meaning)))
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        outer.addWidget(scroll, 1)
        close = button(say("Close"), "close_help", self.close, role="primary")
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self._ring = FocusRing(self, presentation.theme)
        # Reading begins here, and here the arrows scroll; Enter and Esc close.
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls with the keys that the text or the button leaves."""
        turn = SCROLL_KEYS.get(Qt.Key(event.key()))
        if turn is not None:
            self._scroll.verticalScrollBar().triggerAction(turn)
            return
        super().keyPressEvent(event)
