"""What the platform asks every program for: dark, contrast, less motion, its own typeface."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

POINTS_AN_INCH, PIXELS_AN_INCH = 72, 96
SPI_GETCLIENTAREAANIMATION = 0x1042


@dataclass(frozen=True, slots=True)
class Wishes:
    """As they are at one moment; the palette is there only where contrast is wanted."""

    is_dark: bool = False
    wants_contrast: bool = False
    wants_less_motion: bool = False
    family: str = ""
    size_px: float = 0.0
    palette: QPalette | None = None


class PlatformWishes(QObject):
    """Keeps the wishes of the moment, and says when they are others.

    Qt tells of dark and contrast. Nothing tells of the typeface, or of motion before Qt 6.12:
    these are read anew when the program comes to the front, as it does for whoever has been
    in the platform's settings.
    """

    changed = Signal()

    def __init__(
        self, qt: QApplication, read: Callable[[QApplication], Wishes] | None = None
    ) -> None:
        """``read`` asks the platform; somebody else may be asked instead."""
        super().__init__()
        self._qt = qt
        self._read = read or read_wishes
        self.now = self._read(qt)
        hints = qt.styleHints()
        self._signals = (
            hints.colorSchemeChanged,
            hints.accessibility().contrastPreferenceChanged,
            qt.applicationStateChanged,
        )
        for signal in self._signals:
            signal.connect(self.refresh)

    def refresh(self) -> None:
        """Asks again."""
        now = self._read(self._qt)
        if now != self.now:
            self.now = now
            self.changed.emit()

    def close(self) -> None:
        """Hears no more of it."""
        for signal in self._signals:
            signal.disconnect(self.refresh)


def read_wishes(qt: QApplication) -> Wishes:
    """What Qt knows of the platform, and what it does not know yet."""
    hints = qt.styleHints()
    wants_contrast = hints.accessibility().contrastPreference() is not (
        Qt.ContrastPreference.NoPreference
    )
    if wants_contrast:
        # The program's palette gives way to the platform's, which can be read only then.
        qt.setPalette(QPalette())
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    size = font.pixelSize()
    return Wishes(
        is_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
        wants_contrast=wants_contrast,
        wants_less_motion=_wants_less_motion(),
        family=font.family(),
        size_px=size if size > 0 else font.pointSizeF() * PIXELS_AN_INCH / POINTS_AN_INCH,
        palette=QPalette(qt.palette()) if wants_contrast else None,
    )


def _wants_less_motion() -> bool:
    """Windows' own setting *Animeringseffekter*; elsewhere Qt 6.11 gives no way to ask."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        is_animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_animated), 0
        )
        return not is_animated.value
    return False
