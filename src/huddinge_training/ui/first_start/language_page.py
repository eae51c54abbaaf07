"""First screen of all: language, text size and appearance, changed at once when chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from huddinge_training.domain.preferences import Preferences
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.display_settings import DisplaySettings
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph


class LanguagePage(Page):
    """Choose how the program talks and looks; each choice shows at once."""

    preferences_changed = Signal(Preferences)
    went_on = Signal()

    def __init__(self, presentation: Presentation, preferences: Preferences) -> None:
        super().__init__(presentation, is_centred=True)
        step = QLabel(self.say("Step {number} of {total}", number=1, total=3))
        step.setProperty("role", "muted")
        self.add(step)
        self.add_heading(self.say("Welcome to Kompassen"))
        self.add(
            paragraph(
                self.say(
                    "Here you practise the values and the ethical code of Huddinge kommun "
                    "with situations from everyday work. You can stop at any time."
                ),
                "reading",
            )
        )
        settings = DisplaySettings(presentation, preferences)
        settings.changed.connect(self.preferences_changed)
        self.add(settings)
        go_on = button(self.say("Continue"), "go_on", self.went_on.emit, role="primary")
        self.add(FlowLayout(self.as_default(go_on)))
