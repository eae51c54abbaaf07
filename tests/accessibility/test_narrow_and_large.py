"""360 × 480 and text at 200 %: every screen reflows, and nothing is cut off."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from accessibility.room import NARROW, cut_buttons, cut_words, sticking_out
from accessibility.screens import SCREENS, Screen, shown, top
from ui.desktop import Desktop, closing_at_end, settle

from huddinge_training.domain.preferences import Preferences, Theme

# Colours have no size: each language in one of the themes will do.
LOOKS: list[tuple[str, Theme]] = [("sv", "light"), ("en", "dark")]

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


def look_id(case: tuple[Screen, tuple[str, Theme]]) -> str:
    screen, (language, theme) = case
    return f"{screen}-{language}-{theme}"


@pytest.fixture(scope="module", params=list(product(SCREENS, LOOKS)), ids=look_id)
def desktop(request: pytest.FixtureRequest, stage_copy: Callable[[str], Path]) -> Iterator[Desktop]:
    """A screen in the smallest window with the largest text."""
    screen, (language, theme) = request.param
    preferences = Preferences(language=language, theme=theme, text_percent=200)
    with closing_at_end(shown(screen, stage_copy(screen.stage), preferences)) as desktop:
        desktop.window.resize(*NARROW)
        if top(desktop) is not desktop.window:
            height = max(NARROW[1], top(desktop).heightForWidth(NARROW[0]))
            top(desktop).resize(NARROW[0], height)
        settle()
        yield desktop


def test_nothing_scrolls_sideways_or_sticks_out(desktop: Desktop) -> None:
    assert top(desktop).width() <= NARROW[0]
    assert sticking_out(top(desktop)) == []


def test_no_word_is_cut_off(desktop: Desktop) -> None:
    assert cut_words(top(desktop)) == []


def test_no_button_is_cut_off(desktop: Desktop) -> None:
    assert cut_buttons(top(desktop)) == []
