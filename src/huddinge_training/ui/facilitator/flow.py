"""The facilitator's ways: the meetings, a plan, the network, and the session that goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.group_plan import GroupPlan, PlanId
from huddinge_training.domain.person import Person
from huddinge_training.domain.plan_title import title_in
from huddinge_training.errors import SessionError
from huddinge_training.language import message
from huddinge_training.services.group_packages import read_plan
from huddinge_training.services.group_sessions import Led
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.ending import Ending
from huddinge_training.ui.facilitator.leading import Leading
from huddinge_training.ui.facilitator.meetings_page import MeetingsPage
from huddinge_training.ui.facilitator.network_flow import NetworkFlow
from huddinge_training.ui.facilitator.plan_flow import PlanFlow
from huddinge_training.ui.facilitator.unit_words import figure_words
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import file_to_open

PLAN_KIND = "Kompassen (*.plan)"


class FacilitatorFlow(QObject):
    """At most one session goes on; it does so while other places are looked at."""

    leading_changed = Signal()

    def __init__(self, desk: Desk, person: Callable[[], Person]) -> None:
        super().__init__()
        self._desk = desk
        self._person = person
        self._leading: Leading | None = None
        self._ending: Ending | None = None
        self._plans = PlanFlow(desk, person)
        self._plans.went_back.connect(self._show_meetings)
        self._plans.started.connect(self._on_started)
        self._plans.rehearsed.connect(self._on_rehearsed)
        self._plans.network_asked.connect(self._on_network_asked)
        self._network = NetworkFlow(desk)
        self._network.went_back.connect(self._plans.show_again)
        desk.window.closed.connect(self.close)

    @property
    def leading(self) -> Leading | None:
        """The session that goes on."""
        return self._leading

    def close(self) -> None:
        """The window closes; what is kept can be continued."""
        self._network.close()
        self._end_leading()

    def show(self) -> None:
        """The session that goes on, or else the meetings."""
        self._network.close()
        if self._ending is not None:
            self._ending.show()
        elif self._leading is not None:
            self._leading.show()
        else:
            self._show_meetings()

    def open_plan_file(self) -> None:
        """Asks for a file with a plan, and shows it."""
        with self._desk.window.telling_problems():
            title = self._desk.language().say("Open a plan")
            path = file_to_open(self._desk, title, PLAN_KIND)
            if path is not None:
                self._plans.show_file(read_plan(path))

    # --- The meetings ---------------------------------------------------------------------------

    def _show_meetings(self) -> None:
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._meetings_page, MEETINGS)

    def _meetings_page(self, presentation: Presentation) -> Page:
        workspace = self._desk.workspace
        sessions = workspace.group_sessions
        person = self._person()
        unit = person.profile.unit_code
        figures = sessions.unit_figures(unit)
        course = workspace.loaded_course.course
        words = figure_words(figures, course, presentation.language) if figures else ()

        def title(plan: GroupPlan) -> str:
            return presentation.language.say(title_in(course, plan.title, plan.cases))

        page = MeetingsPage(
            presentation,
            [(plan, title(plan)) for plan in sessions.plans(person.id)],
            [(stored.id, title(stored.plan)) for stored in sessions.unfinished(person.id)],
            sessions.agreements(unit),
            words,
        )
        page.plan_asked.connect(self._on_plan_asked)
        page.file_asked.connect(self.open_plan_file)
        page.resumed.connect(self._on_resumed)
        page.given_up.connect(self._on_given_up)
        return page

    def _on_plan_asked(self, plan_id: str) -> None:
        if plan_id:
            self._plans.show_stored(PlanId(plan_id))
        else:
            self._plans.show_new()

    def _on_resumed(self, session_id: str) -> None:
        sessions = self._desk.workspace.group_sessions
        with self._desk.window.telling_problems():
            leader = self._person().id
            stored = next((s for s in sessions.unfinished(leader) if s.id == session_id), None)
            if stored is None:
                self._show_meetings()
                raise SessionError(
                    message(
                        "A colleague has gone on with this meeting or closed it, so it is no "
                        "longer here."
                    )
                )
            self._lead(sessions.resume(stored, leader), is_rehearsal=False)

    def _on_given_up(self, session_id: str) -> None:
        say = self._desk.language().say
        is_meant = self._desk.dialogs.confirm(
            self._desk.window,
            self._desk.language(),
            say("Throw the meeting away?"),
            say("Who was here is forgotten, and it counts for nobody."),
            say("Throw it away"),
        )
        if not is_meant:
            return
        with self._desk.window.telling_problems():
            self._desk.workspace.group_sessions.close(session_id, self._person().id)
        self._show_meetings()

    def _on_network_asked(self) -> None:
        self._network.show()

    # --- The session ----------------------------------------------------------------------------

    def _on_started(self, plan: GroupPlan) -> None:
        with self._desk.window.telling_problems():
            self._lead(
                self._desk.workspace.group_sessions.start(plan, self._person().id),
                is_rehearsal=False,
            )

    def _on_rehearsed(self, plan: GroupPlan) -> None:
        with self._desk.window.telling_problems():
            self._lead(
                self._desk.workspace.group_sessions.rehearse(plan, self._person().id),
                is_rehearsal=True,
            )

    def _lead(self, led: Led, *, is_rehearsal: bool) -> None:
        self._end_leading()
        presentation = self._desk.window.presentation
        self._leading = Leading(self._desk, presentation, led, is_rehearsal=is_rehearsal)
        self._leading.finish_asked.connect(self._on_finish_asked)
        self._leading.rehearsal_ended.connect(self._on_rehearsal_ended)
        self._leading.begin()
        self.leading_changed.emit()

    def _on_rehearsal_ended(self) -> None:
        self._end_leading()
        self._plans.show_again()

    def _on_finish_asked(self) -> None:
        assert self._leading is not None
        self._ending = Ending(self._desk, self._leading.led)
        self._ending.went_back.connect(self._on_ending_left)
        self._ending.ended.connect(self._end_leading)
        self._ending.closed.connect(self._on_closed)
        self._ending.show()

    def _on_ending_left(self) -> None:
        self._ending = None
        self.show()

    def _on_closed(self) -> None:
        self._ending = None
        self._end_leading()
        self._show_meetings()

    def _end_leading(self) -> None:
        if self._leading is not None:
            self._leading.close()
            self._leading = None
            self.leading_changed.emit()
