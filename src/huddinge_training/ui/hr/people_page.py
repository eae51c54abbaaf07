"""HR's page for single people: receipts, led sessions, forgotten PINs, names or not."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit

from huddinge_training.errors import RejectedInputError
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import (
    HeadingLabel,
    WrappedLabel,
    paragraph,
    set_paragraph,
)


@dataclass(frozen=True, slots=True)
class _Draft:
    code: str
    number: str
    pin_number: str
    rejected: tuple[RejectedInputError, str] | None


class PeoplePage(Page):
    """Each act says at its own fields what is wrong, and on top what was done."""

    receipt_given = Signal(str, str)
    session_asked = Signal()
    pin_removal_asked = Signal(str)
    names_chosen = Signal(bool)
    went_back = Signal()

    def __init__(
        self, presentation: Presentation, *, may_show_names: bool, shows_names: bool
    ) -> None:
        super().__init__(presentation)
        self._problems: dict[str, tuple[QLineEdit, WrappedLabel]] = {}
        self._rejected: tuple[RejectedInputError, str] | None = None
        self.add_heading(self.say("Receipts, sessions and PINs"))
        self.add(self._receipt_card())
        self.add(self._session_card())
        self.add(self._pin_card())
        self.add(self._names_card(may_show_names=may_show_names, shows_names=shows_names))
        self.add(FlowLayout(button(self.say("Back"), "back", self.went_back.emit)))
        self.read_parts_on_arrival()

    def show_rejection(self, error: RejectedInputError, place: str) -> None:
        """Says at the number's field of "receipt" or "pin" who was not found."""
        self._rejected = error, place
        words = error.problems["identifier"]
        self._show_at(f"{place}_number", self.say(words))

    def show_problem(self, text: str) -> None:
        """What can be refused is a receipt, so it is said at its code."""
        self._show_at("receipt_code", text)

    def clear(self) -> None:
        """What was typed has been done."""
        for line, _ in self._problems.values():
            line.clear()
        self._clear_problems()

    def draft(self) -> object:
        """What is typed."""
        return _Draft(
            self._code.text(), self._number.text(), self._pin_number.text(), self._rejected
        )

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if isinstance(draft, _Draft):
            self._code.setText(draft.code)
            self._number.setText(draft.number)
            self._pin_number.setText(draft.pin_number)
            if draft.rejected is not None:
                self.show_rejection(*draft.rejected)

    def _receipt_card(self) -> QFrame:
        card = box("card", margin=24, spacing=8, name="receipt_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Take a receipt in"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "A guest gets a receipt with a code after each module. Write the code, and "
                    "whose it is. It can be taken in once."
                )
            )
        )
        self._code = self._line(card, "receipt_code", self.say("Code"))
        self._number = self._line(
            card, "receipt_number", self.say("Employee number or work e-mail")
        )
        self._number.returnPressed.connect(self._on_receipt_given)
        column.addLayout(
            FlowLayout(
                button(
                    self.say("Take it in"), "take_receipt", self._on_receipt_given, role="primary"
                )
            )
        )
        return card

    def _session_card(self) -> QFrame:
        card = box("card", margin=24, spacing=8, name="session_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Take a led session in"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "The leader of a session hands over a file. It says who was there, never how "
                    "anybody voted. Taking it in twice changes nothing."
                )
            )
        )
        column.addLayout(
            FlowLayout(button(self.say("Choose the file"), "take_session", self.session_asked.emit))
        )
        return card

    def _pin_card(self) -> QFrame:
        card = box("card", margin=24, spacing=8, name="pin_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Remove a forgotten PIN"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "Make sure that it is the right person who asks. They can choose a new PIN "
                    "afterwards. It is noted in the log that a PIN was removed."
                )
            )
        )
        self._pin_number = self._line(
            card, "pin_number", self.say("The person's employee number or work e-mail")
        )
        self._pin_number.returnPressed.connect(self._on_pin_removal_asked)
        column.addLayout(
            FlowLayout(button(self.say("Remove the PIN"), "remove_pin", self._on_pin_removal_asked))
        )
        return card

    def _names_card(self, *, may_show_names: bool, shows_names: bool) -> QFrame:
        card = box("card", margin=24, spacing=8, name="names_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Names on the first page"), "subtitle"))
        if not may_show_names:
            column.addWidget(
                paragraph(
                    self.say(
                        "Everybody writes their number to come in. IT's settings for this "
                        "computer do not allow a list of names."
                    )
                )
            )
            return card
        names = Check(self.presentation.theme, self.say("Let people choose their name from a list"))
        names.setObjectName("shows_names")
        names.setChecked(shows_names)
        names.toggled.connect(self.names_chosen)
        column.addWidget(names)
        column.addWidget(
            paragraph(
                self.say(
                    "Everybody at this computer sees who else has a profile here. Who has a "
                    "protected identity is left out."
                ),
                "muted",
            )
        )
        return card

    def _line(self, card: QFrame, name: str, text: str) -> QLineEdit:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "strong")
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(text)
        label.setBuddy(line)
        problem = paragraph("", "error", name=f"{name}_problem")
        problem.hide()
        for widget in (label, problem, line):
            inside(card).addWidget(widget)
        self._problems[name] = line, problem
        return line

    def _show_at(self, name: str, text: str) -> None:
        line, problem = self._problems[name]
        set_paragraph(problem, text)
        problem.show()
        self._mark(line, text)
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(text)

    def _clear_problems(self) -> None:
        self._rejected = self.error = None
        for line, problem in self._problems.values():
            problem.hide()
            self._mark(line, "")

    def _mark(self, line: QLineEdit, problem: str) -> None:
        line.setProperty("problem", bool(problem))
        line.setAccessibleDescription(problem)
        line.style().polish(line)

    def _on_receipt_given(self) -> None:
        self._clear_problems()
        self.receipt_given.emit(self._code.text(), self._number.text())

    def _on_pin_removal_asked(self) -> None:
        self._clear_problems()
        self.pin_removal_asked.emit(self._pin_number.text())
