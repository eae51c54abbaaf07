"""Every screen has a window title of its own, so that one knows where one is (2.4.2)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility.screens import SCREENS, shown, top
from ui.desktop import closing_at_end

from huddinge_training.domain.preferences import Preferences

# The same screen with something said on it, or with another thing to do.
SAME = {
    "who-problems", "scenario-problem", "answered", "correction", "home-done",
    "who-is-here-names", "who-is-here-problem", "pin-change", "lock-settings", "lock-warning",
    "compass-part", "hr-counting",
    "chosen-all", "marked", "ordered", "sorted", "way-end", "way-why",
}  # fmt: skip


def test_no_two_screens_have_the_same_title(
    stage_copy: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    titles = {}
    for screen in SCREENS:
        if screen.name not in SAME:
            desktop = shown(screen, stage_copy(screen.stage), Preferences())
            with closing_at_end(desktop):
                titles[screen.name] = top(desktop).windowTitle()
    assert len(set(titles.values())) == len(titles), titles
    assert all(titles.values())
