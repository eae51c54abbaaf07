"""Asks for a person's PIN before their profile opens."""

from PySide6.QtCore import Signal

from huddinge_training.language import message
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.secret_field import SecretField, SecretWords

WHAT_A_PIN_DOES = message(
    "The PIN keeps somebody from opening your profile by mistake. It does not encrypt the computer."
)


class PinPage(Page):
    """Does not say whose PIN it is: who tries numbers learns no names."""

    pin_given = Signal(str)
    went_back = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation, is_centred=True)
        self.add_heading(self.say("Write your PIN"))
        words = SecretWords(self.say("PIN"), self.say("Show the PIN"))
        self._secret = SecretField(presentation, "pin", words, is_number=True)
        self._secret.entered.connect(self._on_open_clicked)
        self.add(self._secret)
        self.add(paragraph(self.say(WHAT_A_PIN_DOES), "muted"))
        self.add(
            FlowLayout(
                button(self.say("Open"), "open_profile", self._on_open_clicked, role="primary"),
                button(self.say("Not you?"), "back", self.went_back.emit),
            )
        )
        self.add(
            paragraph(self.say("If you have forgotten your PIN, ask HR to remove it."), "muted")
        )

    def start(self) -> None:
        """There is nothing to read first."""
        self._secret.line.setFocus()

    def draft(self) -> object:
        """What is typed."""
        return self._secret.text

    def restore(self, draft: object) -> None:
        """Fills the field again."""
        self._secret.line.setText(str(draft))

    def show_problem(self, text: str) -> None:
        """Says at the field what is wrong."""
        self._secret.show_problem(text)
        self.announce(text)

    def _on_open_clicked(self) -> None:
        self.pin_given.emit(self._secret.text)
