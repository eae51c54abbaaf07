"""A document on a kiosk: shows it, and takes whoever has read it back to where they were."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from huddinge_training.language import Language, Message, message
from huddinge_training.services.documents import Document, put_into
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.kiosk.document_page import DocumentPage
from huddinge_training.ui.kiosk.outline import outline
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation

DOTS = 300


class DocumentFlow(QObject):
    """One document; nothing of it is written anywhere unless it is saved."""

    def __init__(self, desk: Desk, make: Callable[[Language], Document]) -> None:
        super().__init__()
        self._desk = desk
        self._make = make
        self._settings = desk.workspace.sources.settings
        self._before = desk.window.kept_page()

    def show(self) -> None:
        """Shows the document; raises TrainingError when there is none yet."""
        place = self._before.place if self._before is not None else ""
        self._desk.window.show_page(self._page, place)

    def _page(self, presentation: Presentation) -> Page:
        document = self._make(presentation.language)
        assert document.web_page is not None
        page = DocumentPage(
            presentation,
            *outline(document.web_page()),
            can_print=self._settings.kiosk_prints and document.pictures is not None,
            folder=self._settings.kiosk_save_folder,
        )
        page.print_asked.connect(self._on_print_asked)
        page.save_asked.connect(self._on_save_asked)
        page.went_back.connect(self._on_went_back)
        return page

    def _on_print_asked(self) -> None:
        language = self._desk.language()
        with self._desk.window.telling_problems():
            document = self._make(language)
            assert document.pictures is not None
            self._desk.dialogs.print_pictures(document.pictures(DOTS), document.file_name)
            self._tell(message("It is on its way to the printer."))

    def _on_save_asked(self) -> None:
        language = self._desk.language()
        folder = self._settings.kiosk_save_folder
        assert folder is not None
        with self._desk.window.telling_problems():
            document = self._make(language)
            path = put_into(folder, document.file_name, document.save)
            self._tell(message("Saved in {file}.", file=path))

    def _on_went_back(self) -> None:
        with self._desk.window.telling_problems():
            if self._before is not None:
                self._desk.window.show_again(self._before)

    def _tell(self, words: Message) -> None:
        if self._desk.window.page is not None:
            self._desk.window.page.show_message("info", words)
