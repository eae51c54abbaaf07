"""The list of who is here: preset, the exceptions one by one, guests, and a code to scan."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from huddinge_training.domain.attendance import Attendance, Attendee, Presence
from huddinge_training.language import message
from huddinge_training.ui.facilitator.parts import card, labelled
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import DropDown
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import WrappedLabel, paragraph, set_paragraph

RENEW_MS = 30_000
PRESENCES = {
    Presence.HERE: message("Here"),
    Presence.LATE: message("Late"),
    Presence.REMOTE: message("At a distance"),
    Presence.EXCUSED: message("Excused"),
    Presence.ABSENT: message("Not here"),
}


class AttendancePage(Page):
    """Knows nothing of votes; the first letter of a word chooses it in a list.

    Who is expected stands there as here, but is not noted before the list is confirmed; until
    then words beside the names tell who is noted already.
    """

    confirmed = Signal()
    noted = Signal(int, str)
    guest_added = Signal(str, str)
    code_due = Signal()
    went_back = Signal()
    finish_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        attendance: Attendance,
        address: str,
        code: str,
        *,
        is_last_step: bool,
        is_rehearsal: bool = False,
    ) -> None:
        super().__init__(presentation)
        self._rows: list[DropDown] = []
        self._names: list[WrappedLabel] = []
        self._is_confirmed = attendance.is_confirmed
        self.add_heading(self.say("Who was here"))
        words = self.say("The list is apart from the votes. Nobody can see who voted for what.")
        self.add(paragraph(words, "reading"))
        if is_rehearsal:
            words = self.say("You are rehearsing. Nothing of it is saved.")
            self.add(InfoBar(presentation, "info", words, "rehearsal_bar"))
        self._count = paragraph("", "strong", name="count")
        self.add(self._count)
        finish = self.say("End the rehearsal") if is_rehearsal else self.say("End the meeting")
        finishing = (finish, "finish", self.finish_asked.emit)
        leaving = (self.say("Back to the steps"), "went_back", self.went_back.emit)
        self._turns: list[tuple[QPushButton, QPushButton]] = []
        first = finishing if is_last_step else (leaving[0], "back_to_steps", leaving[2])
        self.add(FlowLayout(*self._confirm_then("confirm_list", *first, role="primary")))
        frame, self._list = card(self.say("The list"), "attendance_list")
        self._list.setSpacing(4)
        self._list_card = frame
        self.add(frame)
        self.add(self._guest_card())
        self._code = paragraph("", name="check_in_code")
        if address:
            self.add(self._check_in_card(address))
        ends = [button(*leaving)]
        if is_last_step:
            last = (finish, "finish_at_end", self.finish_asked.emit)
            ends += self._confirm_then("confirm_at_end", *last)
        self.add(FlowLayout(*ends))
        self._timer = QTimer(self)
        self._timer.setInterval(RENEW_MS)
        self._timer.timeout.connect(self.code_due)
        if address:
            self._timer.start()
        self.show_code(code)
        self.show_attendance(attendance)

    def show_attendance(self, attendance: Attendance) -> None:
        """The list as it is by now; it only grows, so that a row that is chosen in stays."""
        attendees = attendance.attendees
        for index in range(len(self._rows), len(attendees)):
            self._add_row(index)
        for name, row, attendee in zip(self._names, self._rows, attendees, strict=True):
            words = self._name_words(attendee, is_marked=not attendance.is_confirmed)
            if words != row.accessibleName():
                set_paragraph(name, words)
                row.setAccessibleName(words)
            row.blockSignals(True)
            row.setCurrentIndex(row.findData(attendee.proposed.value))
            row.blockSignals(False)
        set_paragraph(self._count, self._count_words(attendance))
        self._list_card.setVisible(bool(attendees))
        self._show_acts(is_confirmed=attendance.is_confirmed)

    def _confirm_then(
        self,
        name: str,
        words: str,
        then: str,
        on_click: Callable[[], object],
        role: str = "secondary",
    ) -> tuple[QPushButton, QPushButton]:
        """A button that confirms, and what stands in its place when that is done."""
        confirm = button(self.say("Confirm the list"), name, self.confirmed.emit, role=role)
        turn = confirm, button(words, then, on_click, role=role)
        self._turns.append(turn)
        return turn

    def _show_acts(self, *, is_confirmed: bool) -> None:
        """What can be done now; whoever has pressed what goes has the focus on what comes."""
        for confirm, then in self._turns:
            had_focus = confirm.hasFocus()
            then.setVisible(is_confirmed)
            if had_focus and is_confirmed:
                then.setFocus(Qt.FocusReason.OtherFocusReason)
            confirm.setVisible(not is_confirmed)
        if is_confirmed and not self._is_confirmed:
            words = self.say("The list is confirmed.")
            self.announce(f"{words} {self._count.accessibleName()}")
        self._is_confirmed = is_confirmed

    def _count_words(self, attendance: Attendance) -> str:
        here, total = len(attendance.present), len(attendance.attendees)
        if attendance.is_confirmed:
            return self.say("{here} of {total} are here", here=here, total=total)
        return self.say(
            "Noted as here: {here} of {total}. Only expected: {expected}. "
            "Who is expected stands as here, but is not noted until you confirm the list. "
            "Change those who are not here.",
            here=here, total=total, expected=len(attendance.expected),
        )  # fmt: skip

    def _name_words(self, attendee: Attendee, *, is_marked: bool) -> str:
        name = attendee.name or self.say("Number {number}", number=attendee.employee_number)
        if attendee.is_guest:
            name = self.say("{name} (guest)", name=name)
        if is_marked and attendee.is_noted:
            return self.say("{name} – noted", name=name)
        return name

    def show_code(self, code: str) -> None:
        """The code for checking in oneself."""
        set_paragraph(self._code, self.say("Code now: {code}", code=code))

    def clear_guest(self) -> None:
        """The guest is on the list."""
        self._name.clear()
        self._number.clear()
        self._problem.hide()
        self._name.setFocus()

    def show_problem(self, text: str) -> None:
        """What can be refused is a guest, so it is said at the field."""
        set_paragraph(self._problem, text)
        self._problem.show()
        self._name.setProperty("problem", True)
        self._name.setAccessibleDescription(text)
        self._name.style().polish(self._name)
        self._name.setFocus()
        self.announce(text)

    def draft(self) -> object:
        """A guest that is being written."""
        return self._name.text(), self._number.text()

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if isinstance(draft, tuple):
            name, number = draft
            self._name.setText(str(name))
            self._number.setText(str(number))

    def _add_row(self, index: int) -> None:
        row = DropDown(self.presentation)
        row.setObjectName(f"presence_{index}")
        for presence, words in PRESENCES.items():
            row.addItem(self.say(words), presence.value)
        name = paragraph("", name=f"name_{index}")
        name.setBuddy(row)
        row.currentIndexChanged.connect(
            lambda _, i=index, r=row: self.noted.emit(i, r.currentData())
        )
        self._list.addWidget(name)
        self._list.addWidget(row)
        QWidget.setTabOrder(self._rows[-1] if self._rows else self._turns[0][1], row)
        self._names.append(name)
        self._rows.append(row)

    def _guest_card(self) -> QWidget:
        frame, column = card(self.say("Somebody more"), "guest_card")
        self._name = QLineEdit()
        self._name.setObjectName("guest_name")
        self._problem = labelled(column, self.say("Name"), self._name)
        self._number = QLineEdit()
        self._number.setObjectName("guest_number")
        hint = self.say("Without a number HR cannot note that the person was here.")
        labelled(column, self.say("Employee number"), self._number, hint)
        self._number.returnPressed.connect(self._on_guest)
        column.addLayout(FlowLayout(button(self.say("Add"), "add_guest", self._on_guest)))
        return frame

    def _check_in_card(self, address: str) -> QWidget:
        frame, column = card(self.say("Let people check in themselves"), "check_in_card")
        words = self.say(
            "The code stands on the big picture and changes every half minute. Address: {address}",
            address=address,
        )
        column.addWidget(paragraph(words))
        column.addWidget(self._code)
        return frame

    def _on_guest(self) -> None:
        self.guest_added.emit(self._name.text(), self._number.text())
