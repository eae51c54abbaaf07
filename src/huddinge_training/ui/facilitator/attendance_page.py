"""The list of who is here: preset, the exceptions one by one, guests, and a code to scan."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from huddinge_training.domain.attendance import Attendee, Presence
from huddinge_training.language import message
from huddinge_training.ui.facilitator.parts import card, labelled
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import DropDown
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph

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

    Who is expected stands there as here, but is not noted before the list is confirmed.
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
        attendees: Sequence[Attendee],
        address: str,
        code: str,
        *,
        is_last_step: bool,
        is_rehearsal: bool = False,
    ) -> None:
        super().__init__(presentation)
        self._rows: list[DropDown] = []
        self._attendees: tuple[Attendee, ...] = ()
        self.add_heading(self.say("Who was here"))
        words = self.say("The list is apart from the votes. Nobody can see who voted for what.")
        self.add(paragraph(words, "reading"))
        if is_rehearsal:
            words = self.say("You are rehearsing. Nothing of it is saved.")
            self.add(InfoBar(presentation, "info", words, "rehearsal_bar"))
        self._count = paragraph("", "strong", name="count")
        self.add(self._count)
        self._confirm = button(
            self.say("Confirm the list"), "confirm_list", self.confirmed.emit, role="primary"
        )
        self.add(FlowLayout(self._confirm))
        frame, self._list = card(self.say("The list"), "attendance_list")
        self._list.setSpacing(4)
        self._list_card = frame
        self.add(frame)
        self.add(self._guest_card())
        self._code = paragraph("", name="check_in_code")
        if address:
            self.add(self._check_in_card(address))
        text = self.say("End the rehearsal") if is_rehearsal else self.say("End the meeting")
        self._finish = button(text, "finish", self.finish_asked.emit)
        self._confirm_last = button(
            self.say("Confirm the list"), "confirm_at_end", self.confirmed.emit
        )
        back = button(self.say("Back to the steps"), "went_back", self.went_back.emit)
        ends = (self._confirm_last, self._finish) if is_last_step else ()
        self.add(FlowLayout(back, *ends))
        self._timer = QTimer(self)
        self._timer.setInterval(RENEW_MS)
        self._timer.timeout.connect(self.code_due)
        if address:
            self._timer.start()
        self.show_code(code)
        self.show_attendees(attendees)

    def show_attendees(self, attendees: Sequence[Attendee]) -> None:
        """The list as it is by now; a row that is being chosen in stays as it is."""
        same_people = len(attendees) == len(self._attendees)
        self._attendees = tuple(attendees)
        if not same_people:
            self._fill()
        for row, attendee in zip(self._rows, attendees, strict=True):
            row.blockSignals(True)
            row.setCurrentIndex(row.findData(_preset(attendee).value))
            row.blockSignals(False)
        is_confirmed = all(a.presence is not Presence.EXPECTED for a in attendees)
        here, total = sum(_preset(a).counts for a in attendees), len(attendees)
        words = (
            self.say("{here} of {total} are here", here=here, total=total)
            if is_confirmed
            else self.say(
                "{here} of {total} stand as here. Change those who are not. "
                "Nothing is noted until you confirm the list.",
                here=here, total=total,
            )
        )  # fmt: skip
        set_paragraph(self._count, words)
        self._list_card.setVisible(bool(attendees))
        for made in (self._confirm, self._confirm_last):
            made.setVisible(not is_confirmed)
        self._finish.setVisible(is_confirmed)

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

    def _fill(self) -> None:
        # The heading of the card stays.
        while self._list.count() > 1:
            item = self._list.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for index, attendee in enumerate(self._attendees):
            self._add_row(index, attendee)
        self._chain_tabs()

    def _add_row(self, index: int, attendee: Attendee) -> None:
        name = attendee.name or self.say("Number {number}", number=attendee.employee_number)
        if attendee.is_guest:
            name = self.say("{name} (guest)", name=name)
        row = DropDown(self.presentation)
        row.setObjectName(f"presence_{index}")
        for presence, words in PRESENCES.items():
            row.addItem(self.say(words), presence.value)
        label = QLabel(name)
        label.setWordWrap(True)
        label.setBuddy(row)
        row.setAccessibleName(name)
        row.currentIndexChanged.connect(
            lambda _, i=index, r=row: self.noted.emit(i, r.currentData())
        )
        self._list.addWidget(label)
        self._list.addWidget(row)
        self._rows.append(row)

    def _chain_tabs(self) -> None:
        before: QWidget = self._confirm
        for row in self._rows:
            QWidget.setTabOrder(before, row)
            before = row

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


def _preset(attendee: Attendee) -> Presence:
    """What the row shows: nobody is asked to note what is usual."""
    is_preset = attendee.presence is Presence.EXPECTED
    return Presence.HERE if is_preset else attendee.presence
