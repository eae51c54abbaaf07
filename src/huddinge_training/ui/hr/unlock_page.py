"""Asks for HR's passphrase: one field, paste allowed, and it can be shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import clear
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import place_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.picture_card import PictureCard
from huddinge_training.ui.widgets.secret_field import SecretField, SecretWords

WAITING_ROOM = "vantrum"


class UnlockPage(Page):
    """One field; a wrong passphrase is said at the field, and it keeps what was typed."""

    passphrase_given = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("For HR"))
        about = self.say(
            "Here HR sees who has done the introduction. The passphrase keeps "
            "colleagues from opening it by mistake. It does not encrypt the computer."
        )
        self.add(paragraph(about, "reading"))
        self.read_on_arrival(about)
        words = SecretWords(self.say("Passphrase"), self.say("Show the passphrase"))
        self._secret = SecretField(presentation, "passphrase", words)
        self._secret.entered.connect(self._on_unlock_clicked)
        self.field = self._secret.line
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(16)
        form.addWidget(self._secret)
        form.addLayout(
            FlowLayout(
                button(self.say("Unlock"), "unlock", self._on_unlock_clicked, role="primary")
            )
        )
        self.add(self._form)
        self._busy = PictureCard(place_illustration(presentation, WAITING_ROOM), "busy")
        self._busy.hide()
        self.add(self._busy)

    @property
    def window_title(self) -> str:
        """Not the same as that of the page behind it."""
        asked = self.say("Passphrase")
        return f"{super().window_title} – {asked}"

    def draft(self) -> object:
        """What is typed."""
        return self.field.text()

    def restore(self, draft: object) -> None:
        """Fills the field again."""
        self.field.setText(str(draft))

    def show_busy(self) -> None:
        """While the report is counted, which takes seconds with thousands of people."""
        title = self.say("Counting who has done what")
        words = self.say("It takes some seconds when there are thousands of people.")
        self._busy.words.addWidget(HeadingLabel(title, "subtitle"))
        self._busy.words.addWidget(paragraph(words))
        self._busy.words.addStretch(1)
        self._form.hide()
        self._busy.show()
        # The passphrase has been given: what is told of it would be read over the announcement.
        self.read_on_arrival()
        self.start()
        self.announce(f"{title}. {words}")

    def show_problem(self, text: str) -> None:
        """Says at the field what is wrong."""
        clear(self._busy.words)
        self._busy.hide()
        self._form.show()
        self._secret.show_problem(text)
        self.announce(text)

    def _on_unlock_clicked(self) -> None:
        self.passphrase_given.emit(self.field.text())
