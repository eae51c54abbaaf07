"""Leads one session: what is pressed becomes a step, is kept, and is then shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from huddinge_training.domain.group_plan import MOST_PEOPLE, StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.errors import TrainingError
from huddinge_training.services.group_sessions import Led
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.attendance_flow import AttendanceFlow
from huddinge_training.ui.facilitator.attendance_page import AttendancePage
from huddinge_training.ui.facilitator.keeping import Keeping
from huddinge_training.ui.facilitator.live_bridge import LiveBridge
from huddinge_training.ui.facilitator.phone_opening import PhoneOpening
from huddinge_training.ui.facilitator.rehearsal import Rehearsal
from huddinge_training.ui.facilitator.room_stage import RoomStage
from huddinge_training.ui.facilitator.session_page import Act, SessionPage
from huddinge_training.ui.facilitator.session_state import StageState, planned_minutes, state_of
from huddinge_training.ui.facilitator.tablet_turns import TabletTurns
from huddinge_training.ui.facilitator.telling import Telling
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation

CLOCK_MS = 15_000


class Leading(QObject):
    """Owns all that runs during a session; ``close`` ends it, whatever happened."""

    finish_asked = Signal()
    rehearsal_ended = Signal()

    def __init__(
        self, desk: Desk, presentation: Presentation, led: Led, *, is_rehearsal: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self.led = led
        self.is_rehearsal = is_rehearsal
        self._is_at_list = False
        self._began_at = desk.workspace.sources.clock.now()
        self._keeping = Keeping(desk, led, is_needed=not is_rehearsal)
        self._keeping.failed.connect(self._on_failed)
        self.stage = RoomStage(desk, presentation, led.live)
        self.stage.changed.connect(self._on_stage_changed)
        self.stage.moved_on.connect(lambda by: self._on_asked(Act.ON if by > 0 else Act.BACK, 0))
        self.phones = PhoneOpening(desk, led.live)
        self.phones.changed.connect(self._on_phones_changed)
        self._telling = Telling(led.live, self._keeping, self.stage, self._show_if_here)
        self.tablet = TabletTurns(desk, led.live)
        self._list = AttendanceFlow(desk, led, self._keeping, self.stage, self.phones)
        self._list.went_back.connect(self._on_list_left)
        self._list.finish_asked.connect(self.rehearsal_ended if is_rehearsal else self.finish_asked)
        self._bridge = LiveBridge(led.live)
        self._bridge.changed.connect(self._on_live_changed)
        self.rehearsal = Rehearsal(led.live) if is_rehearsal else None
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._on_clock)
        self._acts: dict[str, Callable[[int], object]] = {
            Act.BACK: lambda _: self._step(-1),
            Act.ON: lambda _: self._step(1),
            Act.GO_TO: self._go_to,
            Act.OPEN: lambda _: self._do(lambda s: s.open_vote()),
            Act.CLOSE: lambda _: self._do(lambda s: s.close_vote()),
            Act.REOPEN: lambda _: self._do(lambda s: s.open_vote()),
            Act.REVEAL: lambda _: self._telling.reveal(),
            Act.CUE: self._telling.hint,
            Act.PERSPECTIVE: lambda _: self._do(lambda s: s.show_perspective()),
            Act.PEOPLE: self._count_people,
            Act.FLIP: lambda _: self.stage.flip(),
            Act.BLANK: lambda _: self.stage.blank(),
            Act.TURN: self.stage.turn,
            Act.CODE: lambda _: self.stage.show_code(),
            Act.LARGE: lambda is_on: self.stage.use_large_room(is_large=bool(is_on)),
            Act.DARK: lambda is_on: self.stage.use_dark_room(is_dark=bool(is_on)),
            Act.PHONES: lambda _: self._open_phones(),
            Act.ATTENDANCE: lambda _: self._show_list(),
            Act.TABLET: lambda _: self.tablet.begin(desk.window.presentation),
            Act.END: lambda _: self.rehearsal_ended.emit(),
        }

    def begin(self) -> None:
        """Opens the page for phones, and comes to the first step."""
        self._clock.start()
        self.stage.begin()
        self.stage.update()
        if not self.is_rehearsal:
            self.phones.open()
        self.show()

    def close(self) -> None:
        """Stops everything; the votes are gone."""
        self._clock.stop()
        if self.rehearsal is not None:
            self.rehearsal.close()
        self._bridge.close()
        self.tablet.close()
        if not self.led.live.is_over:
            self.led.live.end()
        self.phones.close()
        self.stage.close()

    def show(self) -> None:
        """The step where the room is, or the list."""
        if self._is_at_list or self._kind is StepKind.ATTENDANCE:
            self._list.show()
        else:
            self._desk.window.show_page(self._session_page, MEETINGS)

    # --- Pages ----------------------------------------------------------------------------------

    def _session_page(self, presentation: Presentation) -> Page:
        self.stage.present_anew(presentation)
        page = SessionPage(presentation, self.led.live.look(state_of), self._stage_state())
        page.asked.connect(self._on_asked)
        page.typed.connect(self._on_typed)
        page.agreed.connect(self._on_agreed)
        return page

    def _stage_state(self) -> StageState:
        door, problem, view = self.phones.door, self.phones.problem, self.stage.window.view
        say = self._desk.language().say
        hint = self._telling.hint_words
        wanted = self._desk.preferences()
        return StageState(
            address=door.typed_address if door is not None else "",
            code=self.led.live.code,
            phone_problem=say(problem) if problem is not None else "",
            is_opening=self.phones.is_opening,
            minutes_in=self._minutes_in,
            minutes_planned=self.led.live.look(planned_minutes),
            is_rehearsal=self.is_rehearsal,
            shown_votes=self.stage.shown_votes,
            cue=say(hint) if hint is not None else "",
            picture=self.stage.words,
            is_blank=view.is_blank,
            has_many_screens=view.screen_count > 1,
            is_code_shown=self.stage.is_code_shown,
            large_room=wanted.has_large_room,
            dark_room=wanted.has_dark_room,
        )

    # --- Acts -----------------------------------------------------------------------------------

    def _on_asked(self, act: str, number: int) -> None:
        with self._desk.window.telling_problems():
            self._acts[act](number)

    def _do(self, action: Callable[[GroupSession], object]) -> None:
        """A step of the facilitator: done, kept and shown."""
        self.led.live.act(action)
        self._keeping.keep()
        self.stage.update()
        self.show()

    def _step(self, by: int) -> None:
        place = self.led.live.look(lambda s: s.place) + by
        if 0 <= place < len(self.led.live.look(lambda s: s.steps)):
            self._go_to(place)

    def _go_to(self, place: int) -> None:
        page = self._desk.window.page
        typed = page.agreement if isinstance(page, SessionPage) else None

        def go(session: GroupSession) -> None:
            if typed is not None:
                session.agree(typed)
            session.go_to(place)

        self._is_at_list = False
        self.stage.is_code_shown = False
        self._do(go)

    def _count_people(self, by: int) -> None:
        def count(session: GroupSession) -> None:
            session.people_present = min(MOST_PEOPLE, max(1, session.people_present + by))

        self.led.live.act(count)
        self._keeping.keep()

    def _on_typed(self, place: int, by: int) -> None:
        def type_in(session: GroupSession) -> None:
            ballot = session.ballot
            assert ballot is not None
            option = ballot.options[place]
            ballot.type_in(option, max(0, ballot.typed[option] + by))

        with self._desk.window.telling_problems():
            self.led.live.act(type_in)

    def _on_agreed(self, text: str) -> None:
        with self._desk.window.telling_problems():
            self._do(lambda session: session.agree(text))

    def _open_phones(self) -> None:
        self.phones.open()
        self._show_if_here()

    def _show_list(self) -> None:
        self._is_at_list = True
        self.stage.renew()
        self.show()

    def _on_list_left(self) -> None:
        self._is_at_list = False
        if self._kind is StepKind.ATTENDANCE:
            self._on_asked(Act.BACK, 0)
        else:
            self.show()

    # --- What comes by itself ---------------------------------------------------------------------

    def _on_live_changed(self) -> None:
        """Phones have joined or voted, or the list is longer."""
        self.stage.update()
        page = self._desk.window.page
        if isinstance(page, SessionPage):
            page.show_numbers(self.led.live.look(state_of))
        self._list.show_changes()
        if not self.led.live.look(lambda s: s.open_ballot is not None):
            self.tablet.end_round()

    def _on_phones_changed(self) -> None:
        self.stage.door = self.phones.door
        self.stage.renew()
        self._show_if_here()

    def _on_stage_changed(self) -> None:
        page = self._desk.window.page
        if isinstance(page, SessionPage):
            page.show_stage(self._stage_state())

    def _on_clock(self) -> None:
        page = self._desk.window.page
        if isinstance(page, SessionPage):
            page.show_pace(self._minutes_in, self.led.live.look(planned_minutes))

    def _on_failed(self, error: TrainingError) -> None:
        page = self._desk.window.page
        if page is not None:
            page.show_error(error)

    def _show_if_here(self) -> None:
        """The same page anew, with what is typed in it and where the keyboard is."""
        window = self._desk.window
        if isinstance(window.page, SessionPage | AttendancePage):
            window.present_anew(window.page.presentation)

    @property
    def _kind(self) -> StepKind:
        return self.led.live.look(lambda s: s.step.kind)

    @property
    def _minutes_in(self) -> int:
        return int(
            (self._desk.workspace.sources.clock.now() - self._began_at).total_seconds() // 60
        )
