"""Asks where to save a file, writes it, and says on the page what became of it."""

from collections.abc import Callable
from pathlib import Path

from huddinge_training.ui.desk import Desk


def save_as(
    desk: Desk, title: str, suggested: str, kinds: str, write: Callable[[Path], None]
) -> None:
    """``kinds`` is like ``PDF (*.pdf)``; what ``write`` refuses is said on the page."""
    path = desk.dialogs.save_file(desk.window, title, suggested, kinds)
    if path is None:
        return
    with desk.window.telling_problems():
        write(path)
        tell_done(desk, desk.language().say("Saved in {file}.", file=path))


def tell_done(desk: Desk, text: str) -> None:
    """Says it below the heading of the page on screen."""
    page = desk.window.page
    if page is not None:
        page.show_message("info", text)
