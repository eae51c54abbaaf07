"""Draws every screen that the tests of accessibility look at into ``docs/screenshots``.

``python tools/screenshots.py [--folder FOLDER] [NAME ...]``: all screens, or some of them. Each is
drawn in Swedish and English, light and dark, at 100 % in a window of 1120 pixels, as high as its
page; and in Swedish and light in one of 360 pixels at 200 %, in one of 1920, and in high contrast.
The pictures are the same on every machine, since the font is bundled and the clock is set; only
the order of options and parts is another each time.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How a screen is come by, and from which data folder, is known to the tests.
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from accessibility.contrast_themes import CONTRAST
from accessibility.screens import SCREENS, Screen, build_stage, clock_of_today, shown, top
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from ui.desktop import Desktop, settle
from ui.meetings import projector

from huddinge_training.domain.preferences import Preferences, Theme

ROOT = Path(__file__).resolve().parent.parent
TALLEST = 4000
PROJECTOR_SIZE = (1280, 720)
# WebP without loss, which takes a third of what PNG does.
ENDING, LOSSLESS = "webp", 100


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is looked at."""

    name: str
    language: str = "sv"
    theme: Theme = "light"
    text_percent: int = 100
    width: int = 1120
    height: int = 760
    is_contrast: bool = False

    @property
    def preferences(self) -> Preferences:
        """What somebody has chosen who sees it so."""
        return Preferences(language=self.language, theme=self.theme, text_percent=self.text_percent)


LOOKS = (
    Look("sv-light"),
    Look("sv-dark", theme="dark"),
    Look("en-light", language="en"),
    Look("en-dark", language="en", theme="dark"),
    Look("360", text_percent=200, width=360, height=480),
    Look("1920", width=1920, height=1080),
    Look("contrast", is_contrast=True),
)


def main() -> None:
    """Draws what is asked for, and says what it has drawn."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "screenshots")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication([])
    wanted = [s for s in SCREENS if not options.names or s.name in options.names]
    with tempfile.TemporaryDirectory() as name:
        stages = Path(name)
        for screen in wanted:
            for look in LOOKS:
                for kind, image in _pictures(stages, screen, look):
                    file = options.folder / f"{kind}-{look.name}.{ENDING}"
                    image.save(str(file), quality=LOSSLESS)
            print(screen.name, flush=True)
    del qt


def _pictures(stages: Path, screen: Screen, look: Look) -> Iterator[tuple[str, QImage]]:
    """The screen, and beside it what the room sees, where somebody leads a session."""
    desktop = shown(screen, _stage(stages, screen.stage), look.preferences)
    try:
        if look.is_contrast:
            desktop.wish(CONTRAST)
        yield screen.name, _whole(desktop, look)
        if desktop.app.journey.leading is not None and look.name in ("sv-light", "en-dark"):
            room = projector(desktop)
            room.resize(*PROJECTOR_SIZE)
            settle()
            yield f"{screen.name}-room", room.grab().toImage()
    finally:
        desktop.close()


def _stage(stages: Path, name: str) -> Path:
    """A copy of a data folder, filled the first time."""
    filled = stages / name
    if not filled.exists():
        filled.mkdir()
        build_stage(name, filled, clock_of_today())
    copy = Path(tempfile.mkdtemp(dir=stages))
    return Path(shutil.copytree(filled, copy / "data"))


def _whole(desktop: Desktop, look: Look) -> QImage:
    """The window as high as its page, so that all of it is in the picture."""
    window = top(desktop)
    if window is not desktop.window:
        return window.grab().toImage()
    window.resize(look.width, look.height)
    settle()
    body = desktop.page.widget()
    above = window.height() - desktop.page.viewport().height()
    window.resize(look.width, max(look.height, min(_height(body) + above, TALLEST)))
    settle()
    return window.grab().toImage()


def _height(body: QWidget | None) -> int:
    if body is None:
        return 0
    return max(body.heightForWidth(body.width()), body.minimumSizeHint().height())


if __name__ == "__main__":
    main()
