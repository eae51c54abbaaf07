"""Settings: language, text size and appearance, at any time."""

from PySide6.QtCore import Signal

from huddinge_training.domain.preferences import Preferences
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.display_settings import DisplaySettings


class SettingsPage(Page):
    """Each choice shows and is saved at once."""

    preferences_changed = Signal(Preferences)

    def __init__(self, presentation: Presentation, preferences: Preferences) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("Settings"))
        settings = DisplaySettings(presentation, preferences)
        settings.changed.connect(self.preferences_changed)
        self.add(settings)
