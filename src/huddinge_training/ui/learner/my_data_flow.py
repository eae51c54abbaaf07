"""Mina uppgifter: shows, saves, corrects and removes what is known about a person."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import Person, Profile
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import Message, message
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.entrance.pin_choice_page import PinChoicePage
from huddinge_training.ui.learner.my_data_page import MyDataPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MY_DATA
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import hand_over, tell_done


class MyDataFlow(QObject):
    """The acts on one's own data, and the files that one can take away."""

    corrected = Signal(object)
    removed = Signal()
    pin_changed = Signal()

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__()
        self._desk = desk
        self.person = person

    def show(self) -> None:
        """Opens the page."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._page, MY_DATA)

    def save_certificate(self) -> None:
        """Hands over the certificate as PDF or web page."""
        make = partial(self._desk.workspace.certificates.document, self.person)
        hand_over(self._desk, message("Save the certificate"), make)

    def save_calendar(self) -> None:
        """Hands over the repeats as a calendar file."""
        make = partial(self._desk.workspace.certificates.calendar, self.person)
        hand_over(self._desk, message("Save the repeats for your calendar"), make)

    def _page(self, presentation: Presentation) -> Page:
        workspace = self._desk.workspace
        page = MyDataPage(
            presentation,
            self.person,
            workspace.my_data.sections(self.person),
            workspace.loaded_course.course.roles,
            workspace.organisation,
            has_pin=workspace.pins.has_pin(self.person),
        )
        page.correction_given.connect(self._on_correction_given)
        page.save_asked.connect(self._on_save_asked)
        page.removal_asked.connect(self._on_removal_asked)
        page.follow_ups_chosen.connect(self._on_follow_ups_chosen)
        page.pin_asked.connect(self._show_pin)
        return page

    def _on_correction_given(self, profile: Profile, is_protected: bool) -> None:
        page = self._desk.window.page
        assert isinstance(page, MyDataPage)
        with self._desk.window.telling_problems():
            profiles = self._desk.workspace.profiles
            try:
                self.person = profiles.correct(self.person, profile, is_protected=is_protected)
            except RejectedInputError as error:
                page.show_problems(error)
                return
            self.corrected.emit(self.person)
            self.show()
            tell_done(self._desk, message("The correction is saved."))

    def _on_follow_ups_chosen(self, wanted: bool) -> None:
        with self._desk.window.telling_problems():
            profiles = self._desk.workspace.profiles
            self.person = profiles.set_follow_ups(self.person, wanted=wanted)
            self.corrected.emit(self.person)

    def _show_pin(self) -> None:
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._pin_page, MY_DATA)

    def _pin_page(self, presentation: Presentation) -> Page:
        has_pin = self._desk.workspace.pins.has_pin(self.person)
        page = PinChoicePage(presentation, has_pin=has_pin)
        page.pin_chosen.connect(self._on_pin_chosen)
        page.removal_asked.connect(self._on_pin_removal_asked)
        page.went_back.connect(self.show)
        return page

    def _on_pin_chosen(self, new_pin: str, current: str) -> None:
        page = self._desk.window.page
        assert isinstance(page, PinChoicePage)
        with self._desk.window.telling_problems():
            try:
                self._desk.workspace.pins.choose(self.person, new_pin, current)
            except RejectedInputError as error:
                page.show_rejection(error)
                return
            self._tell_about_pin(message("Your PIN is saved. It is asked for when you come in."))

    def _on_pin_removal_asked(self, current: str) -> None:
        with self._desk.window.telling_problems():
            self._desk.workspace.pins.remove(self.person, current)
            self._tell_about_pin(message("Your PIN is removed."))

    def _tell_about_pin(self, words: Message) -> None:
        self.pin_changed.emit()
        self.show()
        tell_done(self._desk, words)

    def _on_save_asked(self, file_format: str) -> None:
        make = partial(self._desk.workspace.my_data.document, self.person, file_format)
        hand_over(self._desk, message("Save my data"), make)

    def _on_removal_asked(self) -> None:
        language = self._desk.language()
        if not self._desk.dialogs.confirm(
            self._desk.window,
            language,
            language.say("Remove your profile?"),
            language.say(
                "Your name, number and answers are deleted from this computer. "
                "This cannot be undone."
            ),
            language.say("Remove the profile"),
        ):
            return
        with self._desk.window.telling_problems():
            self._desk.workspace.profiles.remove(self.person)
            self.removed.emit()
