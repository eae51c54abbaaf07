"""The options of one decision as cards of which one is chosen, by click, arrows or letter."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from huddinge_training.domain.scenario import Option, OptionId
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.accessible_roles import Group
from huddinge_training.ui.widgets.option_card import OptionCard

LETTERS = "ABCD"


class OptionCards(Group):
    """One stop for Tab until it is answered; ``told`` says what was unfolded."""

    told = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        question: str,
        options: Iterable[Option],
        *,
        decision: str = "",
    ) -> None:
        """``decision`` is the id of a later decision, by which its cards are told apart."""
        super().__init__()
        self.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        group = QButtonGroup(self)
        self.cards: list[OptionCard] = []
        for letter, option in zip(LETTERS, options, strict=False):
            name = f"{decision}_{option.id}" if decision else option.id
            card = OptionCard(presentation, option, letter, name)
            group.addButton(card.radio)
            card.unfolded.connect(self._on_unfolded)
            column.addWidget(card)
            self.cards.append(card)

    @property
    def marked(self) -> OptionId | None:
        """The option that is chosen, or None."""
        return next((card.option.id for card in self.cards if card.radio.isChecked()), None)

    def mark(self, option_id: OptionId) -> None:
        """Chooses an option as a click would."""
        for card in self.cards:
            if card.option.id == option_id and card.radio.isEnabled():
                card.radio.setChecked(True)

    def reveal(self, option_id: OptionId) -> OptionCard:
        """Shows what every option leads to; returns the card of the chosen one."""
        for card in self.cards:
            card.reveal(is_chosen=card.option.id == option_id)
        return next(card for card in self.cards if card.option.id == option_id)

    def has_focus(self, focused: QWidget | None) -> bool:
        """Whether one of the radio buttons has the focus."""
        return any(card.radio is focused for card in self.cards)

    def focus_first(self) -> None:
        """Moves the focus to the options."""
        self.cards[0].radio.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_letter(self, event: QKeyEvent) -> bool:
        """A–D or 1–4 choose an option; the caller knows that the focus is here (2.1.4)."""
        key = event.text().upper()
        place = LETTERS.find(key) if key in LETTERS else "1234".find(key)
        if not key or not 0 <= place < len(self.cards):
            return False
        self.cards[place].radio.setChecked(True)
        self.cards[place].radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _on_unfolded(self, is_open: bool) -> None:
        card = self.sender()
        if is_open and isinstance(card, OptionCard):
            self.told.emit(card.explanation_text())
