"""Leads through the list of who is here: every change is kept, and nothing of a vote is near."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.attendance import Attendance, Presence
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.services.group_sessions import Led
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.attendance_page import AttendancePage
from huddinge_training.ui.facilitator.keeping import Keeping
from huddinge_training.ui.facilitator.phone_opening import PhoneOpening
from huddinge_training.ui.facilitator.room_stage import RoomStage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation


class AttendanceFlow(QObject):
    """The page of the list, at its step or whenever the leader looks at it."""

    went_back = Signal()
    finish_asked = Signal()

    def __init__(
        self, desk: Desk, led: Led, keeping: Keeping, stage: RoomStage, phones: PhoneOpening
    ) -> None:
        super().__init__()
        self._desk = desk
        self._led = led
        self._keeping = keeping
        self._stage = stage
        self._phones = phones

    def show(self) -> None:
        """The list as it is now."""
        self._desk.window.show_page(self._page, MEETINGS)

    def show_changes(self) -> None:
        """Somebody has checked in, or a guest is there."""
        page = self._desk.window.page
        if isinstance(page, AttendancePage):
            page.show_attendance(self._led.live.look(_list_of))

    def _page(self, presentation: Presentation) -> Page:
        self._stage.present_anew(presentation)
        door = self._phones.door
        page = AttendancePage(
            presentation,
            self._led.live.look(_list_of),
            door.typed_check_in_address if door is not None else "",
            self._led.live.check_in_code,
            is_last_step=self._led.live.look(lambda s: s.step.kind) is StepKind.ATTENDANCE,
            is_rehearsal=not self._keeping.is_needed,
        )
        page.confirmed.connect(lambda: self._note(lambda s: s.attendance.confirm()))
        page.noted.connect(self._on_noted)
        page.guest_added.connect(self._on_guest_added)
        page.code_due.connect(self._on_code_due)
        page.went_back.connect(self.went_back)
        page.finish_asked.connect(self.finish_asked)
        return page

    def _note(self, action: Callable[[GroupSession], object]) -> None:
        with self._desk.window.telling_problems():
            self._led.live.act(action)
            self._keeping.keep()
            self.show_changes()

    def _on_noted(self, index: int, presence: str) -> None:
        self._note(lambda session: session.attendance.set(index, Presence(presence)))

    def _on_guest_added(self, name: str, number: str) -> None:
        with self._desk.window.telling_problems():
            self._led.live.act(lambda s: s.attendance.add_guest(name, number.strip()))
            self._keeping.keep()
            page = self._desk.window.page
            if isinstance(page, AttendancePage):
                page.clear_guest()
            self.show_changes()

    def _on_code_due(self) -> None:
        self._stage.renew()
        page = self._desk.window.page
        if isinstance(page, AttendancePage):
            page.show_code(self._led.live.check_in_code)


def _list_of(session: GroupSession) -> Attendance:
    """A copy: phones go on changing the list itself."""
    return Attendance(session.attendance.attendees)
