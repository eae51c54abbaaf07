"""Tests the network before a meeting: opens the page that says that it works, and closes it."""

from PySide6.QtCore import QObject, Signal

from huddinge_training.services.room_signs import qr_squares
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.facilitator.interfaces import network_interfaces
from huddinge_training.ui.facilitator.network_page import NetworkPage
from huddinge_training.ui.facilitator.phone_opening import PhoneOpening
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import MEETINGS
from huddinge_training.ui.presentation import Presentation


class NetworkFlow(QObject):
    """The page is open only while it is looked at here."""

    went_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opening: PhoneOpening | None = None

    def show(self) -> None:
        """The addresses, nothing tested yet."""
        self._desk.window.show_page(self._page, MEETINGS)

    def close(self) -> None:
        """Closes the page for phones."""
        if self._opening is not None:
            self._opening.close()
            self._opening = None

    def _page(self, presentation: Presentation) -> Page:
        line = self._desk.phone_line()
        found = line.candidates(network_interfaces())
        opening = self._opening
        door = opening.door if opening is not None else None
        problem = opening.problem if opening is not None else None
        page = NetworkPage(
            presentation,
            found,
            presentation.language.say(line.advice(found)),
            is_testing=opening is not None and opening.is_opening,
            address=door.typed_address if door is not None else "",
            squares=qr_squares(door.join_url) if door is not None else (),
            problem=presentation.language.say(problem) if problem is not None else "",
        )
        page.tested.connect(self._on_tested)
        page.went_back.connect(self._on_went_back)
        return page

    def _on_tested(self, address: str) -> None:
        self.close()
        self._opening = PhoneOpening(self._desk, None)
        self._opening.changed.connect(self._on_changed)
        self._opening.open(address)
        self._on_changed()

    def _on_changed(self) -> None:
        page = self._desk.window.page
        if isinstance(page, NetworkPage):
            self._desk.window.present_anew(page.presentation)

    def _on_went_back(self) -> None:
        self.close()
        self.went_back.emit()
