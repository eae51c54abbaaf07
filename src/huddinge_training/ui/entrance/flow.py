"""The way in: who is here, the PIN if there is one, or as a newcomer or a guest."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.domain.person import Person
from huddinge_training.errors import RejectedInputError
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import START
from huddinge_training.ui.presentation import Presentation


class EntranceFlow(QObject):
    """Lets nobody in whose PIN was not right; says who has come.

    Its pages are imported when they are shown: on one's own computer there is none to wait for.
    """

    person_came = Signal(object)
    newcomer_came = Signal()
    guest_came = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_chooser(self) -> None:
        """Asks who is here."""
        self._desk.window.show_page(self._chooser_page, START)

    def open_for(self, person: Person) -> None:
        """Lets the person in, after the PIN where there is one."""
        with self._desk.window.telling_problems():
            if not self._desk.workspace.pins.has_pin(person):
                self.person_came.emit(person)
                return
            self._show_pin(person)

    def _chooser_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.entrance.chooser_page import ChooserPage  # noqa: PLC0415

        page = ChooserPage(presentation, self._desk.workspace.entrance.names())
        page.person_chosen.connect(self._on_person_chosen)
        page.identifier_given.connect(self._on_identifier_given)
        page.newcomer_came.connect(self.newcomer_came)
        page.guest_came.connect(self._show_guest)
        return page

    def _on_person_chosen(self, person_id: str) -> None:
        with self._desk.window.telling_problems():
            person = self._desk.workspace.profiles.find(person_id)
            if person is None:
                # Removed by another login meanwhile: the list is made anew.
                self.show_chooser()
                return
            self.open_for(person)

    def _on_identifier_given(self, typed: str) -> None:
        from huddinge_training.ui.entrance.chooser_page import ChooserPage  # noqa: PLC0415

        page = self._desk.window.page
        with self._desk.window.telling_problems():
            try:
                person = self._desk.workspace.entrance.named(typed)
            except RejectedInputError as error:
                if isinstance(page, ChooserPage):
                    page.show_problems(error)
                return
            self.open_for(person)

    def _show_pin(self, person: Person) -> None:
        from huddinge_training.ui.entrance.pin_page import PinPage  # noqa: PLC0415

        def pin_page(presentation: Presentation) -> Page:
            page = PinPage(presentation)
            page.pin_given.connect(on_given)
            page.went_back.connect(self.show_chooser)
            return page

        def on_given(typed: str) -> None:
            with self._desk.window.telling_problems():
                self._desk.workspace.pins.unlock(person, typed)
                self.person_came.emit(person)

        self._desk.window.show_page(pin_page, START)

    def _show_guest(self) -> None:
        self._desk.window.show_page(self._guest_page, START)

    def _guest_page(self, presentation: Presentation) -> Page:
        from huddinge_training.ui.entrance.guest_page import GuestPage  # noqa: PLC0415

        page = GuestPage(presentation, self._desk.workspace.loaded_course.course.roles)
        page.role_given.connect(self.guest_came)
        page.went_back.connect(self.show_chooser)
        return page
