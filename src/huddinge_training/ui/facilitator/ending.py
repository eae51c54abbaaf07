"""Ends a session: records it or hands it over, and then forgets the list of people."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.plan_title import shown_title
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.errors import TrainingError
from huddinge_training.language import counted, message
from huddinge_training.services.group_ledger import Recorded
from huddinge_training.services.group_sessions import Led
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.finish_page import FinishPage, Outline
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import hand_over, place_for_hr, tell_done

PACKAGE_KIND = "Kompassen (*.traff)"


class Ending(QObject):
    """``ended`` when the voting is over for good, ``closed`` when nothing more is to be done."""

    ended = Signal()
    closed = Signal()
    went_back = Signal()

    def __init__(self, desk: Desk, led: Led) -> None:
        super().__init__()
        self._desk = desk
        self._led = led
        self._facts: SessionFacts | None = None
        self._recorded: Recorded | None = None
        self._fingerprint = ""
        self._is_safe = False

    def show(self) -> None:
        """What came of it, and how it is recorded."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._page, MEETINGS)

    def _page(self, presentation: Presentation) -> Page:
        page = FinishPage(
            presentation,
            self._led.live.look(self._outline),
            is_finished=self._facts is not None,
            outcome=self._outcome_words(presentation),
            fingerprint=self._fingerprint,
        )
        page.finished.connect(self._on_finished)
        page.package_asked.connect(self._on_package_asked)
        page.summary_asked.connect(self._on_summary_asked)
        page.copy_asked.connect(self._on_copy_asked)
        page.closed.connect(self._on_closed)
        page.went_back.connect(self.went_back)
        return page

    def _outline(self, session: GroupSession) -> Outline:
        plan = session.plan
        present = session.attendance.present
        title = shown_title(plan.title, session.scenarios)
        return Outline(title, self._led.held_on, plan.leader, session.agreement, present)

    def _outcome_words(self, presentation: Presentation) -> str:
        say = presentation.language.say
        if self._recorded is None:
            return say("Save the file and send it to HR. They take it in, and it counts.")
        count = self._recorded.new + self._recorded.known
        return say(
            counted(
                "It is recorded for one person here.",
                "It is recorded for {count} people here.",
                count,
            )
        )

    def _on_finished(self, is_recorded_here: bool) -> None:
        with self._desk.window.telling_problems():
            self._facts, self._recorded = self._desk.workspace.group_sessions.finish(
                self._led, is_recorded_here=is_recorded_here
            )
            self._is_safe = is_recorded_here
            self.ended.emit()
            self.show()

    def _on_package_asked(self) -> None:
        assert self._facts is not None
        facts = self._facts
        with self._desk.window.telling_problems():
            name = f"{facts.held_on.isoformat()}.traff"
            title = self._desk.language().say("Save the file for HR")
            place = place_for_hr(self._desk, title, name, PACKAGE_KIND)
            if place is None:
                return
            packages = self._desk.workspace.group_packages
            made = []
            path = place(lambda path: made.append(packages.write(path, facts)))
            self._fingerprint = made[0].fingerprint
            self._is_safe = True
            self.show()
            tell_done(self._desk, message("Saved in {file}.", file=path))

    def _on_summary_asked(self) -> None:
        assert self._facts is not None
        documents = self._desk.workspace.session_documents
        make = partial(documents.summary, self._facts, fingerprint=self._fingerprint)
        hand_over(self._desk, message("Save a summary"), make)

    def _on_copy_asked(self) -> None:
        assert self._facts is not None
        make = partial(self._desk.workspace.session_documents.summary, self._facts, has_list=False)
        hand_over(self._desk, message("Save a copy to put up"), make)

    def _on_closed(self) -> None:
        say = self._desk.language().say
        if not self._is_safe and not self._desk.dialogs.confirm(
            self._desk.window,
            self._desk.language(),
            say("Close without a file for HR?"),
            say("The list of names is forgotten, and the meeting counts for nobody."),
            say("Close anyway"),
        ):
            return
        # After whatever is still being kept, which would bring the list back.
        sources, led = self._desk.workspace.sources, self._led
        job = self._desk.background.start(lambda _report: _close(sources, led))
        job.succeeded.connect(self.closed)
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: TrainingError) -> None:
        page = self._desk.window.page
        if page is not None:
            page.show_error(error)


def _close(sources: Sources, led: Led) -> None:
    """Runs in the worker's thread, with a connection of its own."""
    with Workspace.open(sources) as workspace:
        workspace.group_sessions.close(led.session_id, led.owner)
