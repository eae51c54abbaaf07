"""A person at the window: home, module and data, from coming in until leaving and back again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import Person
from huddinge_training.services.visit import Visit
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.learner.flow import LearnerFlow
from huddinge_training.ui.main_window import KeptPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HOME, MEETINGS, MY_DATA, Visitor
from huddinge_training.ui.presentation import Presentation

if TYPE_CHECKING:
    from huddinge_training.ui.facilitator.flow import FacilitatorFlow
    from huddinge_training.ui.facilitator.leading import Leading
    from huddinge_training.ui.learner.my_data_flow import MyDataFlow

# Only what is the person's own comes back: HR's page, for one, is not.
OWN_PLACES = (HOME, MY_DATA, MEETINGS)
LEADERS_ROLE = "chef"


class Sitting(QObject):
    """Everything in it is this one person's; where they were is kept in memory when they leave."""

    removed = Signal()
    pin_changed = Signal()
    leading_changed = Signal()
    places_changed = Signal()
    visitor = Visitor.LEARNER

    def __init__(
        self,
        desk: Desk,
        person: Person,
        end_page: Callable[[Presentation, Visit], Page] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.learner = LearnerFlow(desk, person, end_page)
        self.learner.certificate_asked.connect(self._on_certificate_asked)
        self.learner.calendar_asked.connect(self._on_calendar_asked)
        self.learner.plan_asked.connect(self._on_plan_asked)
        self._flow: QObject | None = None
        self._facilitator: FacilitatorFlow | None = None
        self._kept: KeptPage | None = None

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.learner.person

    def come_in(self, person: Person) -> None:
        """Shows where the person was, with what was typed there, or else home."""
        self.learner.person = person
        kept, self._kept = self._kept, None
        if kept is None:
            self.learner.show_home()
            return
        with self._desk.window.telling_problems():
            self._desk.window.show_again(kept)

    def leave(self) -> None:
        """Keeps where the person is, in memory."""
        kept = self._desk.window.kept_page()
        self._kept = kept if kept is not None and kept.place in OWN_PLACES else None

    def show_home(self) -> None:
        """The modules."""
        self.learner.show_home()

    def show_my_data(self) -> None:
        """What the program knows about the person."""
        self._my_data().show()

    @property
    def leads(self) -> bool:
        """Whether the menu offers to lead meetings: to managers, and to who has opened a plan."""
        is_learner = self.visitor is Visitor.LEARNER
        return is_learner and (
            self.person.profile.role == LEADERS_ROLE or self._facilitator is not None
        )

    @property
    def is_leading(self) -> bool:
        """Whether a session goes on."""
        return self.leading is not None

    @property
    def leading(self) -> "Leading | None":
        """The session that goes on."""
        return self._facilitator.leading if self._facilitator is not None else None

    def show_meetings(self) -> None:
        """The person's meetings, or the one that goes on."""
        self._meetings().show()

    def _meetings(self) -> "FacilitatorFlow":
        from huddinge_training.ui.facilitator.flow import FacilitatorFlow  # noqa: PLC0415

        # The same one every time: a session goes on while other places are looked at.
        if self._facilitator is None:
            self._facilitator = FacilitatorFlow(self._desk, lambda: self.person)
            self._facilitator.leading_changed.connect(self.leading_changed)
            self.places_changed.emit()
        return self._facilitator

    def _on_plan_asked(self) -> None:
        self._meetings().open_plan_file()

    def _my_data(self) -> "MyDataFlow":
        from huddinge_training.ui.learner.my_data_flow import MyDataFlow  # noqa: PLC0415

        flow = MyDataFlow(self._desk, self.learner.person)
        flow.corrected.connect(self._on_corrected)
        flow.removed.connect(self.removed)
        flow.pin_changed.connect(self.pin_changed)
        self._flow = flow
        return flow

    def _on_certificate_asked(self) -> None:
        self._my_data().save_certificate()

    def _on_calendar_asked(self) -> None:
        self._my_data().save_calendar()

    def _on_corrected(self, person: Person) -> None:
        self.learner.person = person
