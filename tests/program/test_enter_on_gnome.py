"""Where the desktop presses boxes and radio buttons with Enter (GNOME), it means the same here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENTER = Path(__file__).parents[1] / "ui" / "test_enter.py"
ON_GNOME = {
    "QT_QPA_PLATFORM": "xcb",
    "QT_QPA_PLATFORMTHEME": "gnome",
    # The rest of GNOME, which Qt misses aloud, is not there.
    "QT_LOGGING_RULES": "qt.qpa.*=false",
}


@pytest.mark.needs_xvfb
def test_enter_means_the_same_where_the_desktop_would_choose_with_it() -> None:
    done = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-m", "pytest", "-p", "no:cacheprovider",
         str(ENTER), "-k", "on_a_tick_box or on_a_radio_button_enter"],
        env={**os.environ, **ON_GNOME},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
