"""Language, text size, colours and motion: the same control on the first screen and later."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from huddinge_training.domain.preferences import (
    SMALLEST_TEXT_PERCENT,
    Preferences,
    Theme,
    one_theme,
)
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.choices import Check, Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

LANGUAGES = (("sv", "Svenska"), ("en", "English"))
TEXT_PERCENTS = (100, 120, 150, 200)


class DisplaySettings(QWidget):
    """Radio buttons; every choice is signalled as new preferences."""

    changed = Signal(Preferences)

    def __init__(self, presentation: Presentation, preferences: Preferences) -> None:
        super().__init__()
        say = presentation.language.say
        self._theme = presentation.theme
        self._choices: dict[str, Preferences] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        # A language is named in itself, so that who needs it can read it.
        self._add_choice(
            "Språk / Language",
            [(f"language_{code}", name, code) for code, name in LANGUAGES],
            preferences.language,
            lambda code: replace(preferences, language=str(code)),
        )
        self._add_choice(
            say("Text size"),
            [
                (f"text_{percent}", f"{percent}\u00a0%", percent)
                for percent in sorted({*TEXT_PERCENTS, preferences.text_percent})
            ],
            preferences.text_percent,
            lambda percent: replace(preferences, text_percent=int(str(percent))),
        )
        self._add_choice(
            say("Appearance"),
            [
                ("theme_automatic", say("Light or dark as the computer"), "automatic"),
                ("theme_light", say("Light"), "light"),
                ("theme_dark", say("Dark"), "dark"),
                ("theme_system", say("Follow the system"), "system"),
            ],
            preferences.theme,
            lambda theme: _with_theme(preferences, one_theme(theme)),
        )
        self._column.addWidget(
            paragraph(
                say(
                    "Follow the system takes colours, contrast, typeface and text size from the "
                    "computer's settings."
                ),
                "caption",
            )
        )
        self._add_motion(say("Motion"), say("Less motion"), preferences)

    def _add_choice(
        self,
        title: str,
        options: list[tuple[str, str, object]],
        current: object,
        changed: Callable[[object], Preferences],
    ) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(HeadingLabel(title, "strong"))
        group = QButtonGroup(self)
        # Queued: the page is made anew, and Qt still moves the focus after an arrow key.
        group.buttonClicked.connect(self._on_clicked, Qt.ConnectionType.QueuedConnection)
        radios = []
        for name, text, value in options:
            radio = Radio(self._theme, text)
            radio.setObjectName(name)
            radio.setAccessibleName(f"{text}, {title}")
            group.addButton(radio)
            radio.setChecked(value == current)
            self._choices[name] = changed(value)
            radios.append(radio)
        self._column.addLayout(FlowLayout(*radios, spacing=24))

    def _add_motion(self, title: str, words: str, preferences: Preferences) -> None:
        """The computer's own wish for less is followed whatever is chosen here."""
        self._column.addSpacing(8)
        self._column.addWidget(HeadingLabel(title, "strong"))
        check = Check(self._theme, words)
        check.setObjectName("less_motion")
        check.setAccessibleName(words)
        check.setChecked(preferences.wants_less_motion)
        self._choices["less_motion"] = replace(
            preferences, wants_less_motion=not preferences.wants_less_motion
        )
        check.clicked.connect(self._on_check_clicked, Qt.ConnectionType.QueuedConnection)
        self._column.addWidget(check)

    def _on_check_clicked(self) -> None:
        self.changed.emit(self._choices["less_motion"])

    def _on_clicked(self, radio: QAbstractButton) -> None:
        self.changed.emit(self._choices[radio.objectName()])


def _with_theme(preferences: Preferences, theme: Theme) -> Preferences:
    """Who follows the system has its text size, of which 100 % is the whole."""
    percent = SMALLEST_TEXT_PERCENT if theme == "system" else preferences.text_percent
    return replace(preferences, theme=theme, text_percent=percent)
