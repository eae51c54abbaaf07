"""From a phone's window to a wall of pixels: everything finds room, and lines stay short."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

import pytest
from accessibility.reading_lines import full_lines
from accessibility.room import cut_buttons, cut_words, sticking_out
from accessibility.screens import SCREENS, Screen, shown, top
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from ui.desktop import Desktop, closing_at_end, settle

from huddinge_training.domain.preferences import Preferences

SIZES = [(360, 480), (640, 480), (1120, 760), (1920, 1080), (3840, 2160)]
# A line holds 66 letters of ordinary words; one of narrow letters holds some more.
LETTERS, LETTERS_OF_NARROW_WORDS = 66, 75
FEWEST_LINES = 3
LARGEST_MARGIN = 48

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def opened(request: pytest.FixtureRequest, stage_copy: Callable[[str], Path]) -> Iterator[Desktop]:
    screen: Screen = request.param
    with closing_at_end(shown(screen, stage_copy(screen.stage), Preferences())) as desktop:
        yield desktop


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def desktop(request: pytest.FixtureRequest, opened: Desktop) -> Desktop:
    width, height = request.param
    opened.window.resize(width, height)
    window = top(opened)
    if window is not opened.window:
        width = min(width, window.sizeHint().width(), window.width())
        window.resize(width, max(height, window.heightForWidth(width)))
    settle()
    return opened


def test_nothing_is_cut_off_and_nothing_scrolls_sideways(desktop: Desktop) -> None:
    window = top(desktop)
    assert (cut_words(window), cut_buttons(window), sticking_out(window)) == ([], [], [])


def test_lines_are_short_enough_to_find_the_next(desktop: Desktop) -> None:
    lines = list(full_lines(top(desktop)))
    assert [line for line in lines if len(line) > LETTERS_OF_NARROW_WORDS] == []
    # Of a few lines one of narrow letters is too much of the whole.
    assert len(lines) < FEWEST_LINES or mean(map(len, lines)) <= LETTERS


def test_a_page_ends_where_its_words_end(desktop: Desktop) -> None:
    body = desktop.page.widget()
    assert body is not None
    is_scrolled = desktop.page.verticalScrollBar().maximum() > 0
    if is_scrolled:
        parts = [w for w in body.findChildren(QWidget) if w.isVisible() and w.parent() is not body]
        end = max(w.mapTo(body, QPoint(0, 0)).y() + w.height() for w in parts)
        assert body.height() - end <= LARGEST_MARGIN + 16


def test_the_menu_takes_the_shape_for_the_width(desktop: Desktop) -> None:
    rail = desktop.window.rail
    if rail is None:
        return
    width = desktop.window.width()
    buttons = rail.findChildren(QPushButton)
    has_words = {bool(button.text()) for button in buttons}
    if width < 640:
        assert has_words == {False}
        assert rail.width() == width
        assert rail.y() + rail.height() <= desktop.page.mapTo(desktop.window, QPoint(0, 0)).y()
    elif width < 900:
        assert has_words == {False}
        assert rail.width() < 100
    else:
        assert has_words == {True}
        assert rail.width() == 224
    assert all(button.accessibleName() for button in buttons)
