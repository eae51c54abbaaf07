"""The screens of a led session and of a shared computer, for ``screenshots.py``.

Codes, QR codes and the port of the page for phones are others each time.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from examples import response_of
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from ui.answering import answer
from ui.clicking import Clicks, settle_events
from ui.loopback import loopback_line
from ui.sharing import BO, give_pin, show_names, store_people
from ui.stages import AMINA

from huddinge_training.app import App
from huddinge_training.domain.course import RoleId
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.person import Profile
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.dialogs import QtDialogs
from huddinge_training.ui.facilitator.leading import Leading
from huddinge_training.ui.learner.scenario_page import ScenarioPage

SIZE = (1120, 760)
PROJECTOR = (1280, 720)
VOTERS = 12
VOTES = ((5, 4, 3), (2, 3, 7))
MANAGER = replace(AMINA, name="Amina Lindqvist", role=RoleId("chef"))
PEOPLE = "Åsa Öman; 0042\nBo Ek; 0043\nCim Al; 0044\nDana Wik; 0045\nElin Berg; 0046"
Pictures = Iterator[tuple[str, QWidget]]


class Room:
    """Hands at one window, and the phones of a meeting."""

    def __init__(self, qt: QApplication, sources: Sources) -> None:
        self._qt = qt
        self.app = App(qt, sources, QtDialogs(), phone_line=loopback_line)
        self.app.window.resize(*SIZE)
        self.app.start()
        self.hands = Clicks(lambda: self.app.window)

    def press(self, *names: str) -> None:
        for name in names:
            found = self.app.window.findChildren(QPushButton, name)
            found[-1].click()
            settle_events()

    def wait(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._qt.processEvents()
        settle_events()

    @property
    def leading(self) -> Leading:
        found = self.app.journey.leading
        assert found is not None
        return found

    def go_to(self, kind: StepKind) -> None:
        steps = self.leading.led.live.look(lambda s: s.steps)
        self.press(f"step_{next(n for n, step in enumerate(steps) if step.kind is kind)}")

    def big_picture(self) -> QWidget:
        window = self.leading.stage.window
        window.show()
        window.resize(*PROJECTOR)
        settle_events()
        return window

    def vote(self, tokens: list[str], votes: tuple[int, ...]) -> None:
        live = self.leading.led.live
        options = live.look(lambda s: s.scenario.options if s.scenario else ())
        chosen = [place for place, count in enumerate(votes) for _ in range(count)]
        for token, place in zip(tokens, chosen, strict=False):
            live.vote(token, options[place].id)
        self.app.window.present_anew(self.app.window.presentation)

    def close(self) -> None:
        self.app.window.close()
        self.app.close()


def meeting_screens(qt: QApplication, sources: Sources) -> Pictures:
    """From the plan to the summary, with the big picture beside it."""
    store_people(sources, MANAGER)
    room = Room(qt, sources)
    room.press("rail_meetings")
    yield "meetings", room.app.window
    room.press("new_plan")
    room.app.window.findChildren(QPlainTextEdit, "expected_people")[-1].setPlainText(PEOPLE)
    yield "meeting-plan", room.app.window
    room.press("start_meeting")
    room.wait(lambda: not room.leading.phones.is_opening)
    live = room.leading.led.live
    live.act(lambda session: setattr(session, "people_present", VOTERS))
    yield "meeting-session", room.app.window
    yield "meeting-projector-join", room.big_picture()
    tokens = [live.join(live.code) for _ in range(VOTERS)]
    for kind, votes in zip((StepKind.VOTE_1, StepKind.VOTE_2), VOTES, strict=True):
        room.go_to(kind)
        room.press("open_vote")
        room.vote(tokens[:9], votes)
        if kind is StepKind.VOTE_1:
            yield "meeting-vote", room.app.window
            yield "meeting-projector-vote", room.big_picture()
        room.vote(tokens, votes)
        room.press("close_vote")
    room.go_to(StepKind.REVEAL)
    room.press("reveal")
    room.wait(lambda: room.hands.has("shown"))
    yield "meeting-projector-result", room.big_picture()
    room.go_to(StepKind.AGREEMENT)
    room.app.window.findChildren(QLineEdit, "agreement")[-1].setText("Vi frågar en gång till.")
    room.press("agree")
    room.go_to(StepKind.ATTENDANCE)
    yield "meeting-attendance", room.app.window
    room.press("confirm_list", "finish", "end")
    yield "meeting-summary", room.app.window
    room.close()


def sharing_screens(qt: QApplication, sources: Sources) -> Pictures:
    """Who is here, a PIN, the warning before the lock, and a guest's receipt."""
    amina: Profile = replace(AMINA, name="Amina Lindqvist")
    people = store_people(sources, amina, BO)
    give_pin(sources, people[1])
    show_names(sources)
    room = Room(qt, sources)
    yield "who-is-here", room.app.window
    _come(room, BO.employee_number)
    yield "pin", room.app.window
    room.press("back")
    _come(room, amina.employee_number)
    room.app.idle_watch.warned.emit(30)
    yield "lock-warning", room.app.window
    room.app.idle_watch.calmed.emit()
    room.close()
    room = Room(qt, sources)
    room.press("guest")
    yield "guest", room.app.window
    room.app.window.findChildren(QComboBox, "role")[-1].setCurrentIndex(1)
    room.press("start")
    _go_through_first_module(room)
    yield "guest-receipt", room.app.window
    room.close()


def _come(room: Room, number: str) -> None:
    room.app.window.findChildren(QLineEdit, "identifier")[-1].setText(number)
    room.press("go_on")


def _go_through_first_module(room: Room) -> None:
    learner, workspace = room.app.journey.learner, room.app.opening.workspace
    assert learner is not None
    assert workspace is not None
    learner.open_module(workspace.loaded_course.course.modules[0].id)
    settle_events()
    while not room.hands.has("home"):
        page = room.app.window.page
        if isinstance(page, ScenarioPage) and room.hands.has("answer"):
            answer(Clicks(lambda: room.app.window.page), page.scenario, response_of(page.scenario))
        room.press("go_on")
