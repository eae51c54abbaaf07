"""Asks for HR's passphrase: one field, paste allowed, and it can be shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


class UnlockPage(Page):
    """One field; a wrong passphrase is said at the field, and it keeps what was typed."""

    passphrase_given = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("For HR"))
        self.add(
            paragraph(
                self.say(
                    "Here HR sees who has done the introduction. The passphrase keeps "
                    "colleagues from opening it by mistake. It does not encrypt the computer."
                ),
                "reading",
            )
        )
        label = QLabel(self.say("Passphrase"))
        label.setProperty("role", "strong")
        self.field = QLineEdit()
        self.field.setObjectName("passphrase")
        self.field.setAccessibleName(label.text())
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self._on_unlock_clicked)
        label.setBuddy(self.field)
        self.add(label)
        self.problem = paragraph("", "error", name="passphrase_problem")
        self.problem.hide()
        self.add(self.problem)
        self.add(self.field)
        show = Check(presentation.theme, self.say("Show the passphrase"))
        show.setObjectName("show_passphrase")
        show.toggled.connect(self._on_show_toggled)
        self.add(show)
        self.add(
            FlowLayout(
                button(self.say("Unlock"), "unlock", self._on_unlock_clicked, role="primary")
            )
        )

        self._busy = paragraph("", "muted", name="busy")
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
        set_paragraph(self._busy, self.say("Counting …"))
        self._busy.show()

    def show_problem(self, text: str) -> None:
        """Says at the field what is wrong."""
        self._busy.hide()
        set_paragraph(self.problem, text)
        self.problem.show()
        self.field.setAccessibleDescription(text)
        self.announce(text)
        self.field.selectAll()
        self.field.setFocus()

    def _on_unlock_clicked(self) -> None:
        self.passphrase_given.emit(self.field.text())

    def _on_show_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
