"""The way through the first start: language, who I am, start."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import Person, Profile
from huddinge_training.errors import RejectedInputError
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.first_start.language_page import LanguagePage
from huddinge_training.ui.first_start.start_page import StartPage
from huddinge_training.ui.first_start.who_page import EMPTY, WhoPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation


class FirstStart(QObject):
    """Three screens at most; the profile is stored when the second is accepted."""

    finished = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._profile = EMPTY
        self._is_protected = False

    def begin(self) -> None:
        """Shows the first screen."""
        self._desk.window.show_page(self._language_page)

    def _language_page(self, presentation: Presentation) -> Page:
        page = LanguagePage(presentation, self._desk.preferences())
        page.preferences_changed.connect(self._desk.change_preferences)
        page.went_on.connect(self._on_language_chosen)
        return page

    def _on_language_chosen(self) -> None:
        self._desk.change_preferences(self._desk.preferences())
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._who_page)

    def _who_page(self, presentation: Presentation) -> Page:
        workspace = self._desk.workspace
        page = WhoPage(
            presentation,
            workspace.loaded_course.course.roles,
            workspace.organisation,
            self._profile,
            is_protected=self._is_protected,
        )
        page.profile_given.connect(self._on_profile_given)
        page.went_back.connect(self._on_went_back)
        return page

    def _on_went_back(self) -> None:
        page = self._desk.window.page
        if isinstance(page, WhoPage):
            self._profile = page.form.profile
            self._is_protected = page.form.is_protected
        self.begin()

    def _on_profile_given(self, profile: Profile, is_protected: bool) -> None:
        with self._desk.window.telling_problems():
            try:
                preferences = self._desk.preferences()
                person = self._desk.workspace.register(
                    profile, preferences, is_protected=is_protected
                )
            except RejectedInputError as error:
                page = self._desk.window.page
                if isinstance(page, WhoPage):
                    page.show_problems(error)
                return
            self._show_start(person)

    def _show_start(self, person: Person) -> None:
        workspace = self._desk.workspace
        current = [person]

        def start_page(presentation: Presentation) -> Page:
            page = StartPage(
                presentation,
                workspace.learning.overview(current[0]),
                wants_follow_ups=current[0].wants_follow_ups,
            )
            page.follow_ups_chosen.connect(on_follow_ups_chosen)
            page.started.connect(lambda: self.finished.emit(current[0]))
            return page

        def on_follow_ups_chosen(wanted: bool) -> None:
            with self._desk.window.telling_problems():
                current[0] = workspace.profiles.set_follow_ups(current[0], wanted=wanted)

        self._desk.window.show_page(start_page)
