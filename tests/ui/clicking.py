"""Hands for programs beside the tests: they press what is on a page, as fast as it goes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


class Clicks:
    """Finds widgets by name on the page of the moment; knows neither mouse nor keyboard."""

    def __init__(self, page: Callable[[], QWidget | None]) -> None:
        self._page = page

    def has(self, name: str) -> bool:
        """Whether it can be seen."""
        return bool(self._seen(QWidget, name))

    def is_on(self, name: str) -> bool:
        """Whether a radio button or check box is chosen."""
        return self._seen(QAbstractButton, name)[0].isChecked()

    def words(self, name: str) -> str:
        """What can be read in a label."""
        return self._seen(QLabel, name)[0].text()

    def do(self, name: str) -> None:
        """Presses a button or a check box, and lets the page settle."""
        self._seen(QAbstractButton, name)[0].click()
        settle_events()

    def mark(self, choice: str) -> None:
        """Chooses a radio button."""
        self.do(f"radio_{choice}")

    def _seen(self, kind: type[W], name: str) -> list[W]:
        settle_events()
        page = self._page()
        found = page.findChildren(kind, name) if page is not None else []
        return [widget for widget in found if widget.isVisible()]


def settle_events() -> None:
    """Lets Qt work off what waits; also deletes what it would in a running event loop."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
