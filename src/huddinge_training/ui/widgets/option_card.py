"""One option of a scenario: a radio button in a card, and after the answer what it leads to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from huddinge_training.domain.scenario import Option
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.grade_badge import GRADE_WORDS, GradeBadge
from huddinge_training.ui.widgets.labels import paragraph
from huddinge_training.ui.widgets.motion import fade_in
from huddinge_training.ui.widgets.option_explanation import OptionExplanation, explanation_text
from huddinge_training.ui.widgets.unseen import make_ready


class OptionCard(QFrame):
    """A card that is a real radio button before the answer, and explains itself after it."""

    chosen = Signal()
    unfolded = Signal(bool)

    def __init__(
        self, presentation: Presentation, option: Option, letter: str, name: str = ""
    ) -> None:
        """``name`` tells the cards of a page apart; left out, it is the option's id."""
        super().__init__()
        self.option = option
        self._name = name or option.id
        self._presentation = presentation
        self._text = presentation.language.say(option.text)
        self.setProperty("role", "option")
        self.setObjectName(f"option_{self._name}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio = Radio(presentation.theme)
        self.radio.setObjectName(f"radio_{self._name}")
        self.radio.setAccessibleName(self._text)
        self.radio.setProperty("ring_target", self)
        self.radio.setProperty("letter", letter)
        self.radio.toggled.connect(self._on_toggled)
        self._label = paragraph(self._text, name=f"option_text_{self._name}")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.radio, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._label, 0, 1)
        self._badge: GradeBadge | None = None
        self._unfold_button: QPushButton | None = None
        self._details: OptionExplanation | None = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card chooses it; nothing is submitted."""
        if self.radio.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

    def prepare(self) -> None:
        """Makes what ``reveal`` shows; nothing of it can be seen before."""
        self._made_badge()
        self._made_unfold_button()
        self._made_details()

    def reveal(self, *, is_chosen: bool) -> None:
        """Shows the grade; unfolds consequence and reason if this option was chosen.

        The others get a button that unfolds the same.
        """
        option = self.option
        self.setProperty("grade", option.grade.value if option.grade else "none")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.radio.setChecked(is_chosen)
        self.radio.setEnabled(False)
        self.radio.setAccessibleName(self._described_text(is_chosen=is_chosen))
        self._made_badge().tell(is_chosen=is_chosen)
        shown = self._made_details() if is_chosen else self._made_unfold_button()
        shown.show()
        self._restyle()

    @property
    def is_unfolded(self) -> bool:
        """Whether consequence and reason are shown."""
        return self._details is not None and not self._details.isHidden()

    def unfold(self) -> None:
        """Shows consequence and reason of an option that was not chosen."""
        if self._unfold_button is not None and not self._unfold_button.isHidden():
            self._set_unfolded(True)

    def focus_explanation(self) -> None:
        """Moves the focus to what the choice leads to, so that reading goes on there."""
        if self._details is not None:
            self._details.setFocus(Qt.FocusReason.OtherFocusReason)

    def explanation_text(self) -> str:
        """Grade, consequence and reason in one text, to be announced."""
        return explanation_text(self._presentation, self.option)

    def _described_text(self, *, is_chosen: bool) -> str:
        say = self._presentation.language.say
        grade = self.option.grade
        words = [self._text]
        if is_chosen:
            words.append(say("Your choice"))
        if grade is not None:
            words.append(say(GRADE_WORDS[grade]))
        return ". ".join(words)

    def _made_badge(self) -> GradeBadge:
        if self._badge is None:
            self._badge = GradeBadge(self._presentation, self.option.grade)
            self._add_hidden(self._badge, row=1, column=1)
        return self._badge

    def _made_unfold_button(self) -> QPushButton:
        if self._unfold_button is None:
            # Not checkable: that would be a check box to a screen reader.
            made = button("", f"unfold_{self._name}", self._on_unfold_clicked, role="quiet")
            made.setAccessibleDescription(self._text)
            self._name_unfold_button(made, is_open=False)
            self._add_hidden(made, row=2, column=1)
            self._unfold_button = made
        return self._unfold_button

    def _made_details(self) -> OptionExplanation:
        if self._details is None:
            self._details = OptionExplanation(self._presentation, self.option, self._name)
            self._add_hidden(self._details, row=3, column=0)
            if self._unfold_button is not None:
                self.setTabOrder(self._unfold_button, self._details)
        return self._details

    def _add_hidden(self, part: QWidget, row: int, column: int) -> None:
        part.hide()
        self._grid.addWidget(part, row, column, 1, 2 - column)
        margins = self._grid.contentsMargins()
        make_ready(part, self.contentsRect().width() - margins.left() - margins.right())

    def _on_unfold_clicked(self) -> None:
        self._set_unfolded(not self.is_unfolded)
        if self._details is not None and self.is_unfolded:
            fade_in(self._details, self._presentation.theme.look)

    def _set_unfolded(self, is_open: bool) -> None:
        self._made_details().setVisible(is_open)
        self._name_unfold_button(self._made_unfold_button(), is_open=is_open)
        self.unfolded.emit(is_open)

    def _name_unfold_button(self, made: QPushButton, *, is_open: bool) -> None:
        say = self._presentation.language.say
        words = say("Hide why") if is_open else say("Show why")
        icon = "caret-up" if is_open else "caret-down"
        made.setText(words)
        made.setAccessibleName(words)
        made.setIcon(self._presentation.icon(icon, "primary"))

    def _on_toggled(self, is_checked: bool) -> None:
        self.setProperty("chosen", is_checked)
        self._restyle()
        if is_checked:
            self.chosen.emit()

    def _restyle(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
