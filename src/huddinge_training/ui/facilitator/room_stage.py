"""Keeps the big picture in step with the session: which slide, on which screen, in what room."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.phone_line import PhoneDoor
from huddinge_training.services.room_signs import qr_squares
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.projector.projector_window import ProjectorWindow, room_screen
from huddinge_training.ui.projector.slide import Door
from huddinge_training.ui.projector.slides import RoomState, Shown, Slides


class RoomStage(QObject):
    """One window for the whole session; ``moved_on`` is a presenter's clicker at a slide's end."""

    changed = Signal()
    moved_on = Signal(int)

    def __init__(self, desk: Desk, presentation: Presentation, live: LiveSession) -> None:
        super().__init__()
        self._desk = desk
        self._live = live
        self._presentation = presentation
        self._key: object = None
        self._squares: dict[str, tuple[tuple[bool, ...], ...]] = {}
        self.is_code_shown = False
        self.door: PhoneDoor | None = None
        self.shown: dict[int, Shown] = {}
        self._check_in_code = live.check_in_code
        self._check_in_squares: tuple[tuple[bool, ...], ...] = ()
        self.window = ProjectorWindow(presentation)
        self.window.flipped.connect(self.flip)
        self.window.moved_on.connect(self._on_moved_on)
        self.window.view.turned.connect(self.changed)
        self._use_room()
        self.window.moved.connect(self.changed)

    def begin(self) -> None:
        """Comes by itself only on a screen of its own."""
        screen = room_screen(self._desk.window, self._desk.preferences().projector_screen)
        if screen is not None:
            self.window.show_on(screen, is_of_its_own=True)
            if screen.name() != self._desk.preferences().projector_screen:
                self._remember(projector_screen=screen.name())
            self._desk.window.activateWindow()

    def close(self) -> None:
        """Takes it away."""
        self.window.hide()
        self.window.deleteLater()

    def present_anew(self, presentation: Presentation) -> None:
        """In another language."""
        self._presentation = presentation
        self.update()

    def update(self) -> None:
        """Paints what the session says now; another step begins with its first screen."""
        slides = Slides(self._presentation.language)
        key, slide = self._live.look(lambda s: (self._key_of(s), slides.of(s, self._state(s))))
        if self.is_code_shown:
            slide = slides.door(self._join_door())
        is_new = key != self._key
        self._key = key
        self.window.view.show_slide(slide, is_new=is_new)

    @property
    def words(self) -> str:
        """What the leader is told of it."""
        say, view = self._presentation.language.say, self.window.view
        if not self.window.isVisible():
            return say("The big picture is hidden. F11 shows it.")
        if view.is_blank:
            return say("The big picture is black. B shows it again.")
        return say(
            "The big picture: screen {number} of {total}",
            number=view.screen_number, total=view.screen_count,
        )  # fmt: skip

    @property
    def shown_votes(self) -> int:
        """How many votes on the case of the step have a result on it."""
        case = self._live.look(lambda s: s.step.case)
        shown = self.shown.get(case, ()) if case is not None else ()
        return sum(outcome is not None for outcome in shown)

    def flip(self) -> None:
        """Shows or hides it."""
        self.window.flip(self._desk.window, self._desk.preferences().projector_screen)
        self.changed.emit()

    def turn(self, step: int) -> bool:
        """Another screen of the slide; False where there is none."""
        return self.window.view.turn(step)

    def blank(self) -> None:
        """Nothing, or the picture again."""
        self.window.toggle_blank()

    def show_code(self) -> None:
        """How to join, over whatever step it is; or the step again."""
        self.is_code_shown = not self.is_code_shown
        self.update()

    def use_large_room(self, *, is_large: bool) -> None:
        """Larger letters."""
        self._remember(has_large_room=is_large)
        self._use_room()

    def use_dark_room(self, *, is_dark: bool) -> None:
        """Light letters on dark."""
        self._remember(has_dark_room=is_dark)
        self._use_room()

    def _use_room(self) -> None:
        wanted = self._desk.preferences()
        self.window.use_room(is_large=wanted.has_large_room, is_dark=wanted.has_dark_room)

    def _remember(self, **changes: object) -> None:
        preferences = replace(self._desk.preferences(), **changes)  # type: ignore[arg-type]
        self._desk.change_preferences(preferences)

    def _on_moved_on(self, step: int) -> None:
        if not self.turn(step):
            self.moved_on.emit(step)

    def _key_of(self, session: GroupSession) -> object:
        case = session.step.case
        return (session.place, session.shown_perspectives, case in self.shown, self.is_code_shown)

    def _state(self, session: GroupSession) -> RoomState:
        case = session.step.case
        shown = self.shown.get(case) if case is not None else None
        kind = session.step.kind
        return RoomState(
            join=self._join_door() if kind is StepKind.GROUND_RULES else None,
            check_in=self._check_in_door() if kind is StepKind.ATTENDANCE else None,
            shown=shown,
        )

    def _join_door(self) -> Door | None:
        if self.door is None:
            return None
        say = self._presentation.language.say
        return Door(
            say("Scan, or write this address in your browser"), self.door.typed_address,
            say("Code"), self._live.code, self._code_of(self.door.join_url),
        )  # fmt: skip

    def _check_in_door(self) -> Door | None:
        if self.door is None:
            return None
        say = self._presentation.language.say
        # The code with its address is known from before: the session's lock is held meanwhile.
        return Door(
            say("Scan, or write this address in your browser"), self.door.typed_check_in_address,
            say("Code of the moment"), self._check_in_code, self._check_in_squares,
        )  # fmt: skip

    def renew(self) -> None:
        """The code for checking in is another one."""
        self._check_in_code = self._live.renew_check_in_code()
        if self.door is not None:
            self._check_in_squares = qr_squares(self.door.check_in_url)
        self.update()

    def _code_of(self, url: str) -> tuple[tuple[bool, ...], ...]:
        if url not in self._squares:
            self._squares[url] = qr_squares(url)
        return self._squares[url]
