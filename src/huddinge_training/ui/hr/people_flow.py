"""What HR does for single people here: receipts, forgotten PINs, and names on the first page."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.errors import RejectedInputError, TrainingError
from huddinge_training.language import Message, message
from huddinge_training.services.group_packages import taken_words as taken_words_of_session
from huddinge_training.services.receipts import taken_words
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.hr.people_page import PeoplePage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HR
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import file_to_open


class PeopleFlow(QObject):
    """Shown behind HR's passphrase only; every act is in the access log."""

    went_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show(self) -> None:
        """Opens the page."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._page, HR)

    def _page(self, presentation: Presentation) -> Page:
        entrance = self._desk.workspace.entrance
        page = PeoplePage(
            presentation,
            may_show_names=entrance.may_show_names,
            shows_names=entrance.shows_names,
        )
        page.receipt_given.connect(self._on_receipt_given)
        page.session_asked.connect(self._on_session_asked)
        page.pin_removal_asked.connect(self._on_pin_removal_asked)
        page.names_chosen.connect(self._on_names_chosen)
        page.went_back.connect(self.went_back)
        return page

    def _on_receipt_given(self, code: str, identifier: str) -> None:
        workspace = self._desk.workspace
        with self._desk.window.telling_problems():
            try:
                person = workspace.entrance.named(identifier)
            except RejectedInputError as error:
                self._shown.show_rejection(error, "receipt")
                return
            self._tell(taken_words(workspace.receipts.take(code, person)))

    def _on_session_asked(self) -> None:
        say = self._desk.language().say
        page = self._shown
        try:
            path = file_to_open(self._desk, say("Take a led session in"), "Kompassen (*.traff)")
            if path is None:
                return
            words = taken_words_of_session(self._desk.workspace.group_packages.take(path))
        except TrainingError as error:
            # It is about a file and not about a field, so it is said on top.
            page.show_message("problem", error.words)
            return
        page.show_message("info", *words)

    def _on_pin_removal_asked(self, identifier: str) -> None:
        workspace = self._desk.workspace
        with self._desk.window.telling_problems():
            try:
                person = workspace.entrance.named(identifier)
                workspace.pins.reset(person)
            except RejectedInputError as error:
                self._shown.show_rejection(error, "pin")
                return
            self._tell(message("The PIN of {name} is removed.", name=person.profile.name))

    def _on_names_chosen(self, shown: bool) -> None:
        with self._desk.window.telling_problems():
            self._desk.workspace.entrance.show_names(shown=shown)

    def _tell(self, words: Message) -> None:
        page = self._shown
        page.clear()
        page.show_message("info", words)

    @property
    def _shown(self) -> PeoplePage:
        page = self._desk.window.page
        assert isinstance(page, PeoplePage)
        return page
