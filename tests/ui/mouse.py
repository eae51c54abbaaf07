"""Hands that use the mouse only; those of the keyboard are the desktop's own."""

from ui.desktop import Desktop


class Mouse:
    """Clicks what is on the page."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def has(self, name: str) -> bool:
        """Whether it can be seen."""
        return self._desktop.has(name)

    def is_on(self, name: str) -> bool:
        """Whether a radio button or check box is chosen."""
        return self._desktop.is_on(name)

    def words(self, name: str) -> str:
        """What can be read in it."""
        return self._desktop.words(name)

    def do(self, name: str) -> None:
        """Clicks in the middle of it."""
        self._desktop.click(name)

    def mark(self, choice: str) -> None:
        """Clicks on the card of an option, or on a radio button with words of its own."""
        card = f"option_{choice}"
        self._desktop.click(card if self._desktop.has(card) else f"radio_{choice}")
