"""After how many idle minutes the window is locked: one of a few, for the one who is here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from huddinge_training.language import counted
from huddinge_training.services.entrance import LockOffer
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class LockSettings(QWidget):
    """Says that there is a warning before, and that nothing is lost."""

    chosen = Signal(int)

    def __init__(self, presentation: Presentation, offer: LockOffer) -> None:
        super().__init__()
        say = presentation.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addSpacing(8)
        title = say("Lock when nobody uses the program")
        column.addWidget(HeadingLabel(title, "strong"))
        self._group = QButtonGroup(self)
        # Queued: the page is made anew, and Qt still moves the focus after an arrow key.
        self._group.buttonClicked.connect(self._on_clicked, Qt.ConnectionType.QueuedConnection)
        radios = []
        for minutes in sorted({*offer.choices, offer.chosen}):
            text = (
                say(counted("After one minute", "After {count} minutes", minutes))
                if minutes
                else say("Do not lock")
            )
            radio = Radio(presentation.theme, text)
            radio.setObjectName(f"lock_{minutes}")
            radio.setAccessibleName(f"{text}, {title}")
            self._group.addButton(radio, minutes)
            radio.setChecked(minutes == offer.chosen)
            radios.append(radio)
        column.addLayout(FlowLayout(*radios, spacing=24))
        column.addWidget(
            paragraph(
                say(
                    "A minute before, there is a warning, and any key keeps it open. "
                    "Nothing is lost by the lock."
                ),
                "muted",
            )
        )

    def _on_clicked(self, radio: QAbstractButton) -> None:
        self.chosen.emit(self._group.id(radio))
