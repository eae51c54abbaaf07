"""Leads from place to place: who is at the window, what is shown, and back to the start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Person, PersonId
from huddinge_training.domain.preferences import Preferences
from huddinge_training.services.workspace import Workspace
from huddinge_training.ui.appearance import Appearance
from huddinge_training.ui.background import Background
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.dialogs import Dialogs, StayingDialogs
from huddinge_training.ui.help import Help
from huddinge_training.ui.learner.flow import LearnerFlow
from huddinge_training.ui.learner.sitting import Sitting
from huddinge_training.ui.lock import Lock
from huddinge_training.ui.main_window import MainWindow
from huddinge_training.ui.opening import Opening
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import (
    HELP,
    HOME,
    HR,
    MEETINGS,
    MY_DATA,
    SETTINGS,
    START,
    SWITCH,
    Visitor,
    rail_entries,
)
from huddinge_training.ui.presence import Presence
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.problem_flow import ProblemFlow
from huddinge_training.ui.rail import RailEntry

if TYPE_CHECKING:
    from huddinge_training.services.phone_line import PhoneLine
    from huddinge_training.ui.entrance.flow import EntranceFlow
    from huddinge_training.ui.facilitator.leading import Leading
    from huddinge_training.ui.first_start.flow import FirstStart
    from huddinge_training.ui.hr.flow import HrFlow


class Journey(QObject):
    """At most one person is at the window; who has left comes back to where they were."""

    def __init__(
        self,
        *,
        opening: Opening,
        appearance: Appearance,
        window: MainWindow,
        background: Background,
        dialogs: Dialogs,
        lock: Lock,
        phone_line: "Callable[[], PhoneLine]",
    ) -> None:
        super().__init__()
        self._opening = opening
        self._appearance = appearance
        self._window = window
        self._background = background
        self._phone_line = phone_line
        self._departures = 0
        self._dialogs = StayingDialogs(dialogs, lambda: self._departures)
        self._presence = Presence(window, opening, appearance, lock)
        self._left: dict[PersonId, Sitting] = {}
        self._entrance: EntranceFlow | None = None
        self._first_start: FirstStart | None = None
        self._hr: HrFlow | None = None
        self._help = Help(window)
        self._problem = ProblemFlow(window, opening)
        self._problem.tried.connect(self.begin)
        window.set_entries(self._rail_entries)
        window.place_chosen.connect(self._on_place_chosen)
        window.help_asked.connect(self._show_help)
        window.lock_asked.connect(self.leave)
        lock.expired.connect(self.leave)
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def learner(self) -> LearnerFlow | None:
        """The ways of whoever is at the window."""
        sitting = self._presence.sitting
        return sitting.learner if sitting is not None else None

    @property
    def leading(self) -> "Leading | None":
        """The session that whoever is at the window leads."""
        sitting = self._presence.sitting
        return sitting.leading if sitting is not None else None

    # --- Coming and leaving ------------------------------------------------------------------

    def begin(self) -> None:
        """The first page: what is wrong, somebody's own home, who is here, or the first start."""
        self._presence.take(None)
        self._left = {}
        self._entrance = self._first_start = self._hr = None
        if self._opening.workspace is None:
            self._appearance.be_of(None)
            self._window.set_entries(self._rail_entries)
            self._problem.show()
            return
        owner = self._workspace.entrance.only_person
        if owner is None:
            self._show_start()
            return
        self._appearance.be_of(owner.id)
        self._window.set_entries(self._rail_entries)
        self._let_in().open_for(owner)
        self._presence.update_lock()

    def leave(self) -> None:
        """Whoever is here makes way for the next one: by wish, or after being idle for long."""
        if not self._presence.makes_way:
            return
        self._departures += 1
        while (box := QApplication.activeModalWidget()) is not None and box.close():
            pass
        self._help.close()
        if self._hr is not None:
            self._hr.lock()
        sitting = self._presence.sitting
        if sitting is not None:
            sitting.leave()
            if sitting.visitor is Visitor.LEARNER:
                self._left[sitting.person.id] = sitting
        self._show_start()

    def _show_start(self) -> None:
        """Nobody is here: asks who it is, or on one's own new computer begins the first start."""
        self._presence.take(None)
        if not self._workspace.entrance.asks_who:
            self._begin_first_start()
            return
        self._appearance.be_of(None)
        self._window.set_entries(self._rail_entries)
        self._let_in().show_chooser()
        self._presence.update_lock()

    def _let_in(self) -> "EntranceFlow":
        from huddinge_training.ui.entrance.flow import EntranceFlow  # noqa: PLC0415

        self._entrance = EntranceFlow(self._desk(self._workspace))
        self._entrance.person_came.connect(self._welcome)
        self._entrance.newcomer_came.connect(self._begin_first_start)
        self._entrance.guest_came.connect(self._welcome_guest)
        return self._entrance

    def _begin_first_start(self) -> None:
        from huddinge_training.ui.first_start.flow import FirstStart  # noqa: PLC0415

        if self._workspace.entrance.asks_who:
            # A newcomer's language is not that of the next one.
            self._appearance.be_of_nobody()
        else:
            self._appearance.be_of(None)
        self._presence.take(None, has_newcomer=True)
        self._first_start = FirstStart(self._desk(self._workspace))
        self._first_start.finished.connect(self._welcome)
        self._window.set_entries(self._rail_entries)
        self._first_start.begin()
        self._presence.update_lock()

    def _welcome(self, person: Person) -> None:
        self._appearance.be_of(person.id)
        sitting = self._left.pop(person.id, None)
        if sitting is None:
            sitting = Sitting(self._desk(self._workspace), person)
            sitting.removed.connect(self.begin)
            sitting.pin_changed.connect(self._presence.update_lock)
            sitting.leading_changed.connect(self._presence.update_lock)
            sitting.places_changed.connect(lambda: self._window.set_entries(self._rail_entries))
        self._seat(sitting, person)

    def _welcome_guest(self, role: str) -> None:
        from huddinge_training.ui.guest.sitting import GuestSitting  # noqa: PLC0415

        with self._window.telling_problems():
            self._appearance.be_of_nobody()
            name = self._appearance.presentation.language.say("guest")
            kept_by = self._workspace
            workspace, guest = kept_by.for_guest(RoleId(role), name)
            desk = self._desk(workspace)
            self._seat(GuestSitting(desk, guest, kept_by.receipts, kept_by.receipt_pages), guest)

    def _seat(self, sitting: Sitting, person: Person) -> None:
        self._presence.take(sitting)
        self._window.set_entries(self._rail_entries)
        sitting.come_in(person)
        self._presence.update_lock()

    # --- Places -------------------------------------------------------------------------------

    def _rail_entries(self, presentation: Presentation) -> tuple[RailEntry, ...]:
        workspace = self._opening.workspace
        if workspace is None:
            return ()
        return rail_entries(
            presentation.language,
            self._presence.visitor,
            has_start=workspace.entrance.asks_who,
            has_hr=workspace.hr_door.is_set_up,
            leads=self._presence.leads,
        )

    def _on_place_chosen(self, place: str) -> None:
        sitting = self._presence.sitting
        with self._window.telling_problems():
            if place == START:
                self._show_start()
            elif place == SWITCH:
                self.leave()
            elif place == HOME and sitting is not None:
                sitting.show_home()
            elif place == MY_DATA and sitting is not None:
                sitting.show_my_data()
            elif place == MEETINGS and sitting is not None:
                sitting.show_meetings()
            elif place == HELP:
                self._show_help()
            elif place == HR:
                self._show_hr()
            elif place == SETTINGS:
                self._window.show_page(self._settings_page, SETTINGS)
            self._presence.update_lock()

    def _show_hr(self) -> None:
        from huddinge_training.ui.hr.flow import HrFlow  # noqa: PLC0415

        # The same one every time: an export may go on while other places are looked at.
        if self._hr is None:
            self._hr = HrFlow(self._desk(self._workspace))
        self._hr.show()

    def _show_help(self) -> None:
        if self._opening.workspace is not None:
            procedure = self._workspace.loaded_course.course.procedure
            self._help.show(self._appearance.presentation, procedure)

    def _settings_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.settings_page import SettingsPage  # noqa: PLC0415

        offer = self._presence.lock_offer(self._workspace)
        page = SettingsPage(presentation, self._appearance.preferences, offer)
        page.preferences_changed.connect(self._change_preferences)
        return page

    # --- What is true everywhere ----------------------------------------------------------------

    def _desk(self, workspace: Workspace) -> Desk:
        return Desk(
            window=self._window,
            workspace=workspace,
            background=self._background,
            dialogs=self._dialogs,
            preferences=lambda: self._appearance.preferences,
            change_preferences=self._change_preferences,
            language=lambda: self._appearance.presentation.language,
            phone_line=self._phone_line,
        )

    def _change_preferences(self, preferences: Preferences) -> None:
        with self._window.telling_problems(forgets=False):
            self._appearance.change(preferences)

    def _on_appearance_changed(self) -> None:
        self._window.present_anew(self._appearance.presentation)
        if self._help.is_open:
            self._show_help()
        self._presence.update_lock()

    @property
    def _workspace(self) -> Workspace:
        assert self._opening.workspace is not None
        return self._opening.workspace
