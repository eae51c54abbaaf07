"""WCAG 1.4.12: more room between letters and words, and nothing is cut off on any screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility.room import cut_buttons, cut_words, sticking_out
from accessibility.screens import SCREENS, Screen, shown, top
from PySide6.QtWidgets import QLabel
from ui.desktop import closing_at_end, settle

from huddinge_training.domain.preferences import Preferences

LETTERS, WORDS = 0.12, 0.16

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_nothing_is_cut_off_where_letters_and_words_stand_further_apart(
    screen: Screen, stage_copy: Callable[[str], Path]
) -> None:
    """In em of the body text; running text has a line height of 1.5 as it is."""
    preferences = Preferences(language="sv", theme="light", text_percent=100)
    with closing_at_end(shown(screen, stage_copy(screen.stage), preferences)) as desktop:
        usual = desktop.qt.styleSheet()
        try:
            em = desktop.qt.font().pixelSize()
            desktop.qt.setStyleSheet(
                f"{usual}\n* {{ letter-spacing: {em * LETTERS}px; word-spacing: {em * WORDS}px; }}"
            )
            settle()
            window = top(desktop)
            labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
            assert all(
                min(f.letterSpacing(), f.wordSpacing()) > 1 for f in map(QLabel.font, labels)
            )
            assert (sticking_out(window), cut_words(window), cut_buttons(window)) == ([], [], [])
        finally:
            desktop.qt.setStyleSheet(usual)
