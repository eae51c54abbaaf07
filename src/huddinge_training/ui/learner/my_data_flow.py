"""Mina uppgifter: shows, saves, corrects and removes what is known about a person."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import Person, Profile
from huddinge_training.errors import RejectedInputError
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.learner.my_data_page import MyDataPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MY_DATA
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import save_as, tell_done


class MyDataFlow(QObject):
    """The acts on one's own data, and the files that one can take away."""

    corrected = Signal(object)
    removed = Signal()

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__()
        self._desk = desk
        self.person = person

    def show(self) -> None:
        """Opens the page."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._page, MY_DATA)

    def save_certificate(self) -> None:
        """Asks where, and saves the certificate as PDF or web page."""
        say = self._desk.language().say
        save_as(
            self._desk,
            say("Save the certificate"),
            say("certificate.pdf"),
            "PDF (*.pdf);;HTML (*.html)",
            lambda path: self._desk.workspace.certificates.save(
                self.person, path, self._desk.language()
            ),
        )

    def save_calendar(self) -> None:
        """Asks where, and saves the repeats as a calendar file."""
        say = self._desk.language().say
        save_as(
            self._desk,
            say("Save the repeats for your calendar"),
            say("repeats.ics"),
            "iCalendar (*.ics)",
            lambda path: self._desk.workspace.certificates.save_calendar(
                self.person, path, self._desk.language()
            ),
        )

    def _page(self, presentation: Presentation) -> Page:
        workspace = self._desk.workspace
        page = MyDataPage(
            presentation,
            self.person,
            workspace.my_data.sections(self.person),
            workspace.loaded_course.course.roles,
            workspace.organisation,
        )
        page.correction_given.connect(self._on_correction_given)
        page.save_asked.connect(self._on_save_asked)
        page.removal_asked.connect(self._on_removal_asked)
        page.follow_ups_chosen.connect(self._on_follow_ups_chosen)
        return page

    def _on_correction_given(self, profile: Profile) -> None:
        page = self._desk.window.page
        assert isinstance(page, MyDataPage)
        with self._desk.window.telling_problems():
            try:
                self.person = self._desk.workspace.profiles.correct(self.person, profile)
            except RejectedInputError as error:
                page.show_problems(error)
                return
            self.corrected.emit(self.person)
            self.show()
            tell_done(self._desk, self._desk.language().say("The correction is saved."))

    def _on_follow_ups_chosen(self, wanted: bool) -> None:
        with self._desk.window.telling_problems():
            profiles = self._desk.workspace.profiles
            self.person = profiles.set_follow_ups(self.person, wanted=wanted)
            self.corrected.emit(self.person)

    def _on_save_asked(self, file_format: str) -> None:
        say = self._desk.language().say
        kinds = {"html": "HTML (*.html)", "json": "JSON (*.json)"}
        suggested = say("my-data")
        save_as(
            self._desk,
            say("Save my data"),
            f"{suggested}.{file_format}",
            kinds[file_format],
            lambda path: self._desk.workspace.my_data.save(
                self.person, path, file_format, self._desk.language()
            ),
        )

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
            self._desk.change_preferences(replace(self._desk.preferences(), current_person_id=""))
            self.removed.emit()
