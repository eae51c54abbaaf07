"""Applies the preferences to Qt: language, font, colours; gives what pages are made with."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.preferences import Preferences
from huddinge_training.language import Language
from huddinge_training.ui.icons import Icons
from huddinge_training.ui.illustrations import Illustrations
from huddinge_training.ui.platform_wishes import PlatformWishes
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.theme import Theme, load_fonts, load_tokens
from huddinge_training.ui.widgets.accessible_roles import install_accessible_roles


class Presenter:
    """One for the whole program; fonts and heading role are registered when it is made."""

    def __init__(
        self,
        qt: QApplication,
        resources: Path,
        wishes: PlatformWishes | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """``wishes`` are the platform's; another source of them may be handed in."""
        self._qt = qt
        self._seconds = seconds
        self.wishes = wishes or PlatformWishes(qt)
        self._locale = resources / "locale"
        self._qt_words = QTranslator()
        load_fonts(resources / "fonts")
        self._theme = Theme(resources / "theme", load_tokens(resources / "theme"))
        self._icons = Icons(resources / "icons")
        self._illustrations = Illustrations(resources / "illustrations")
        install_accessible_roles()

    def present(self, preferences: Preferences) -> Presentation:
        """From now on the whole program looks and speaks like this."""
        language = Language.load(preferences.language, self._locale)
        self._theme.apply(self._qt, preferences, self.wishes.now)
        self._qt.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Only Qt's own dialogs speak with these words; for English it needs none.
        if language.code == "sv" and self._qt_words.load("qtbase_sv", folder):
            self._qt.installTranslator(self._qt_words)
        return Presentation(language, self._theme, self._icons, self._illustrations, self._seconds)

    def close(self) -> None:
        """Hears no more of the platform, and takes our words out of Qt again."""
        self.wishes.close()
        self._qt.removeTranslator(self._qt_words)
