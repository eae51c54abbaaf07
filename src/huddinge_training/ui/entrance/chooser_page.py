"""Who is here: names where they may be shown, a field for a number, *Ny här?* and *Gäst*."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from huddinge_training.domain.name_list import NameRow, matching
from huddinge_training.errors import RejectedInputError, TrainingError
from huddinge_training.language import counted
from huddinge_training.ui.entrance.name_button import name_button
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import clear
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph, set_paragraph

SEARCH_FROM = 9
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class _Draft:
    identifier: str
    letters: str


class ChooserPage(Page):
    """Shows nothing of what anybody has done (UX-17)."""

    person_chosen = Signal(str)
    identifier_given = Signal(str)
    newcomer_came = Signal()
    guest_came = Signal()

    def __init__(self, presentation: Presentation, rows: tuple[NameRow, ...]) -> None:
        super().__init__(presentation, is_centred=True)
        self._rows = rows
        self._search: QLineEdit | None = None
        self.add_heading(self.say("Who is here?"))
        if rows:
            self._add_names()
            self.column.addSpacing(8)
            self.add(HeadingLabel(self.say("Is your name not here?"), "subtitle"))
        self._add_field()
        self.column.addSpacing(8)
        self.add_divider()
        self.column.addSpacing(8)
        self.add(
            FlowLayout(
                button(self.say("New here?"), "newcomer", self.newcomer_came.emit),
                button(self.say("Guest – try without saving"), "guest", self.guest_came.emit),
            )
        )

    def show_error(self, error: TrainingError) -> None:
        """A number that is nobody's is said at its field."""
        if isinstance(error, RejectedInputError):
            self.show_problems(error)
        else:
            super().show_error(error)

    def show_problems(self, error: RejectedInputError) -> None:
        """Says at the field why nobody was found."""
        self.error = error
        words = error.problems["identifier"]
        text = self.say(words)
        set_paragraph(self._problem, text)
        self._problem.show()
        self._field.setProperty("problem", True)
        self._field.setAccessibleDescription(text)
        self._field.style().polish(self._field)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(text)

    def draft(self) -> object:
        """What is typed."""
        letters = self._search.text() if self._search is not None else ""
        return _Draft(self._field.text(), letters)

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if isinstance(draft, _Draft):
            self._field.setText(draft.identifier)
            if self._search is not None:
                self._search.setText(draft.letters)

    def _add_names(self) -> None:
        if len(self._rows) >= SEARCH_FROM:
            label = QLabel(self.say("Find your name"))
            label.setProperty("role", "strong")
            self._search = QLineEdit()
            self._search.setObjectName("name_search")
            self._search.setAccessibleName(label.text())
            self._search.textChanged.connect(self._on_letters_changed)
            label.setBuddy(self._search)
            self.add(label)
            self.add(self._search)
        self._found = paragraph("", "muted", name="names_found")
        self._found.hide()
        self.add(self._found)
        holder = QWidget()
        holder.setObjectName("names")
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.add(holder)
        self._show_rows(self._rows)

    def _add_field(self) -> None:
        label = QLabel(self.say("Write your employee number"))
        label.setWordWrap(True)
        label.setProperty("role", "strong")
        self._field = QLineEdit()
        self._field.setObjectName("identifier")
        self._field.setAccessibleName(label.text())
        self._field.returnPressed.connect(self._on_identifier_given)
        label.setBuddy(self._field)
        self.add(label)
        self.add(paragraph(self.say("Without a number, write your work e-mail instead."), "muted"))
        self._problem = paragraph("", "error", name="identifier_problem")
        self._problem.hide()
        self.add(self._problem)
        self.add(self._field)
        self.add(
            FlowLayout(
                button(self.say("Continue"), "go_on", self._on_identifier_given, role="primary")
            )
        )

    def _show_rows(self, rows: tuple[NameRow, ...]) -> None:
        clear(self._list)
        for row in rows[:MOST_ROWS]:
            choose = partial(self.person_chosen.emit, row.person_id)
            self._list.addWidget(name_button(self.presentation, row, choose))
        left = len(rows) - MOST_ROWS
        if not rows:
            text = self.say("No name begins like that.")
        elif left > 0:
            text = self.say(
                counted(
                    "One name more. Type a few letters to find it.",
                    "{count} names more. Type a few letters to find yours.",
                    left,
                )
            )
        else:
            text = ""
        set_paragraph(self._found, text)
        self._found.setVisible(bool(text))

    def _on_letters_changed(self, letters: str) -> None:
        rows = matching(self._rows, letters)
        with self.laid_out_once():
            self._show_rows(rows)
        self.announce(self.say(counted("One name matches.", "{count} names match.", len(rows))))

    def _on_identifier_given(self) -> None:
        self.identifier_given.emit(self._field.text())
