"""The part of a scenario page where it is answered; the page knows no more of it than this."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huddinge_training.domain.response import Response
from huddinge_training.ui.presentation import Presentation


class AnswerArea(QWidget):
    """Base of the ways to answer; nothing in it submits, the page's button does.

    ``kept`` says how far the answer has come, to be saved; ``told`` what a screen reader
    should say now; ``moved`` that what has the focus stands somewhere else.
    """

    kept = Signal(str)
    told = Signal(str)
    moved = Signal(QWidget)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.presentation = presentation
        self.say = presentation.language.say
        self.setObjectName("options")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def response(self) -> Response | None:
        """What would be confirmed now, or None while something is missing."""
        raise NotImplementedError

    def step(self) -> Response | None:
        """What the button would keep as one step of several, or None where it confirms."""
        return None

    def submit_words(self) -> str:
        """What the page's button says."""
        return self.say("Submit answer")

    def missing_words(self) -> str:
        """What to do before an answer can be confirmed."""
        return self.say("Choose one of the options first.")

    def previous_step(self) -> Response | None:
        """How far the answer had come a step ago, or None where there is none to go back."""
        return None

    def focus_missing(self) -> None:
        """Moves the focus to where something is missing."""

    @property
    def has_steps(self) -> bool:
        """Whether what is kept is shown as a step of its own."""
        return False

    def show_kept(self, response: Response) -> None:
        """Shows a step that has been kept, once it is saved."""

    def focus_kept(self) -> None:
        """Moves the focus to where reading goes on after the step, once it is laid out."""

    def anchor(self) -> QWidget | None:
        """What stays where it is in the window when the answer is told, or None."""
        return None

    def prepare(self) -> None:
        """Makes ready what ``reveal`` shows, as far as it is the same for every answer."""

    def reveal(self, response: Response) -> None:
        """Shows what every part of the confirmed answer leads to."""
        raise NotImplementedError

    def focus_explanation(self) -> None:
        """Moves the focus to where reading goes on after the answer."""
        raise NotImplementedError

    def explanation_text(self) -> str:
        """What the answer leads to, in one text, to be announced."""
        raise NotImplementedError

    def take_key(self, event: QKeyEvent, focused: QWidget | None) -> bool:  # noqa: ARG002
        """Whether a key meant something here, where the focus is."""
        return False

    def draft(self) -> object:
        """What is chosen and unfolded but not saved, for a page that is made anew."""
        return self.response()

    def restore(self, draft: object) -> None:
        """Takes back what ``draft`` gave."""
