"""One's own PIN: choose one, change it, take it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.pin import FEWEST_DIGITS, MOST_DIGITS, USUAL_DIGITS
from huddinge_training.errors import RejectedInputError, TrainingError
from huddinge_training.ui.entrance.pin_page import WHAT_A_PIN_DOES
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.secret_field import SecretField, SecretWords


class PinChoicePage(Page):
    """Who has a PIN gives it to change or remove it; what is typed is never kept."""

    pin_chosen = Signal(str, str)
    removal_asked = Signal(str)
    went_back = Signal()

    def __init__(self, presentation: Presentation, *, has_pin: bool) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("My PIN"))
        self.add(
            paragraph(
                self.say("You have a PIN. It is asked for when you come in.")
                if has_pin
                else self.say("You have no PIN. You can choose one, but you do not have to."),
                "reading",
            )
        )
        self._current: SecretField | None = None
        if has_pin:
            words = SecretWords(self.say("The PIN you have"), self.say("Show the PIN you have"))
            self._current = SecretField(presentation, "pin", words, is_number=True)
            self.add(self._current)
        words = SecretWords(
            self.say("New PIN"),
            self.say("Show the new PIN"),
            self.say(
                "{fewest} to {most} digits, {usual} are good.",
                fewest=FEWEST_DIGITS,
                most=MOST_DIGITS,
                usual=USUAL_DIGITS,
            ),
        )
        self._new = SecretField(presentation, "new_pin", words, is_number=True)
        self._new.entered.connect(self._on_save_clicked)
        self.add(self._new)
        self.add(paragraph(self.say(WHAT_A_PIN_DOES), "muted"))
        buttons: list[QWidget] = [
            button(self.say("Save the PIN"), "save_pin", self._on_save_clicked, role="primary"),
        ]
        if has_pin:
            buttons.append(
                button(self.say("Remove the PIN"), "remove_pin", self._on_remove_clicked,
                       role="danger")
            )  # fmt: skip
        buttons.append(button(self.say("Back"), "back", self.went_back.emit))
        self.add(FlowLayout(*buttons))

    def show_error(self, error: TrainingError) -> None:
        """What is no PIN is said at the field for a new one."""
        if isinstance(error, RejectedInputError):
            self.show_rejection(error)
        else:
            super().show_error(error)

    def show_rejection(self, error: RejectedInputError) -> None:
        """Says at the field for a new PIN why this is none."""
        self.error = error
        words = error.problems["new_pin"]
        text = self.say(words)
        self._new.show_problem(text)
        self.announce(text)

    def show_problem(self, text: str) -> None:
        """A wrong PIN is said at its field, anything else on top."""
        if self._current is None:
            super().show_problem(text)
            return
        self._current.show_problem(text)
        self.announce(text)

    def _on_save_clicked(self) -> None:
        self._clear_problems()
        self.pin_chosen.emit(self._new.text, self._typed())

    def _on_remove_clicked(self) -> None:
        self._clear_problems()
        self.removal_asked.emit(self._typed())

    def _typed(self) -> str:
        return self._current.text if self._current is not None else ""

    def _clear_problems(self) -> None:
        self.error = None
        self._new.clear_problem()
        if self._current is not None:
            self._current.clear_problem()
