"""Settings: language, text size and appearance at any time, and when the window is locked."""

from dataclasses import replace

from PySide6.QtCore import Signal

from huddinge_training.domain.preferences import Preferences
from huddinge_training.services.entrance import LockOffer
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.display_settings import DisplaySettings
from huddinge_training.ui.widgets.lock_settings import LockSettings


class SettingsPage(Page):
    """Each choice shows and is saved at once."""

    preferences_changed = Signal(Preferences)

    def __init__(
        self, presentation: Presentation, preferences: Preferences, lock: LockOffer | None
    ) -> None:
        super().__init__(presentation)
        self._preferences = preferences
        self.add_heading(self.say("Settings"))
        settings = DisplaySettings(presentation, preferences)
        settings.changed.connect(self.preferences_changed)
        self.add(settings)
        if lock is not None:
            minutes = LockSettings(presentation, lock)
            minutes.chosen.connect(self._on_lock_chosen)
            self.add(minutes)
        self.read_parts_on_arrival()

    def _on_lock_chosen(self, minutes: int) -> None:
        self.preferences_changed.emit(replace(self._preferences, lock_minutes=minutes))
