"""How files leave the program and come into it: the one place that decides, also on a kiosk.

Elsewhere a file chooser asks where to save. A kiosk shows the document, prints it where IT
allows that, and saves it in IT's folder where there is one.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, Message, message
from huddinge_training.services.documents import Document, put_into
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.ui.desk import Desk

KINDS = {
    "pdf": "PDF (*.pdf)",
    "html": "HTML (*.html)",
    "ics": "iCalendar (*.ics)",
    "json": "JSON (*.json)",
}


Write = Callable[[Path], None]
Place = Callable[[Write], Path]
"""Has a file written where it is to lie, and says where that is; for any thread."""


def hand_over(desk: Desk, title: Message, make: Callable[[Language], Document]) -> None:
    """Lets somebody have a document; what is refused is said on the page."""
    with desk.window.telling_problems():
        document = make(desk.language())
        if document.web_page is not None and desk.workspace.sources.settings.is_kiosk:
            from huddinge_training.ui.kiosk.document_flow import (  # noqa: PLC0415  seldom used
                DocumentFlow,
            )

            DocumentFlow(desk, make).show()
            return
        kinds = ";;".join(KINDS[kind] for kind in document.formats)
        place = place_for(desk, desk.language().say(title), document.file_name, kinds)
        if place is not None:
            tell_done(desk, message("Saved in {file}.", file=place(document.save)))


def place_for(desk: Desk, title: str, suggested: str, kinds: str) -> Place | None:
    """Where a file is to be saved, or None when that was cancelled; ``kinds`` as for Qt.

    On a kiosk it is IT's folder; raises TrainingError where IT has named none.
    """
    settings = desk.workspace.sources.settings
    if settings.is_kiosk:
        return partial(put_into, _folder(settings), suggested)
    path = desk.dialogs.save_file(desk.window, title, suggested, kinds)
    if path is None:
        return None

    def write_there(write: Write) -> Path:
        write(path)
        return path

    return write_there


def place_for_hr(desk: Desk, title: str, suggested: str, kinds: str) -> Place | None:
    """The same for what HR takes in: in IT's folder for it, where there is one."""
    folder = desk.workspace.sources.settings.session_folder
    if folder is not None:
        return partial(put_into, folder, suggested)
    return place_for(desk, title, suggested, kinds)


def file_to_open(desk: Desk, title: str, kinds: str) -> Path | None:
    """Which file to take in, or None when that was cancelled; ``kinds`` as for Qt.

    Raises TrainingError on a kiosk, where nobody may look around on the disk.
    """
    if desk.workspace.sources.settings.is_kiosk:
        raise TrainingError(
            message("Files cannot be opened on this computer. Use another one, or ask IT.")
        )
    return desk.dialogs.open_file(desk.window, title, kinds)


def _folder(settings: MachineSettings) -> Path:
    if settings.kiosk_save_folder is None:
        raise TrainingError(
            message("Files cannot be saved on this computer. Do it on another one, or ask IT.")
        )
    return settings.kiosk_save_folder


def tell_done(desk: Desk, words: Message) -> None:
    """Says it below the heading of the page on screen."""
    page = desk.window.page
    if page is not None:
        page.show_message("info", words)
