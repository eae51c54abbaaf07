"""One option of a scenario: a radio button in a card, and after the answer what it leads to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from huddinge_training.domain.scenario import Grade, Option
from huddinge_training.language import message
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph

GRADE_WORDS = {
    Grade.BEST: message("Best choice"),
    Grade.ACCEPTABLE: message("Can work"),
    Grade.POOR: message("Risky choice"),
}
GRADE_ICONS = {
    Grade.BEST: "check-circle-fill",
    Grade.ACCEPTABLE: "approximate-equals",
    Grade.POOR: "warning-fill",
}


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
        self._details: QFrame | None = None
        self._unfold_button: QPushButton | None = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card chooses it; nothing is submitted."""
        if self.radio.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

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
        self._grid.addLayout(_badge(self._presentation, option.grade, is_chosen=is_chosen), 1, 1)
        if is_chosen:
            details = self._add_explanation()
            details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            details.setAccessibleName(self.explanation_text())
        else:
            self._add_unfold_button()
        self._restyle()

    @property
    def is_unfolded(self) -> bool:
        """Whether consequence and reason are shown."""
        return self._details is not None and not self._details.isHidden()

    def unfold(self) -> None:
        """Shows consequence and reason of an option that was not chosen."""
        if self._unfold_button is not None:
            self._set_unfolded(True)

    def focus_explanation(self) -> None:
        """Moves the focus to what the choice leads to, so that reading goes on there."""
        if self._details is not None:
            self._details.setFocus(Qt.FocusReason.OtherFocusReason)

    def explanation_text(self) -> str:
        """Grade, consequence and reason in one text, to be announced."""
        say = self._presentation.language.say
        grade = self.option.grade
        words = [say(GRADE_WORDS[grade])] if grade else []
        return " ".join([*words, say(self.option.consequence), say(self.option.feedback)])

    def _described_text(self, *, is_chosen: bool) -> str:
        say = self._presentation.language.say
        grade = self.option.grade
        words = [self._text]
        if is_chosen:
            words.append(say("Your choice"))
        if grade is not None:
            words.append(say(GRADE_WORDS[grade]))
        return ". ".join(words)

    def _add_explanation(self) -> QFrame:
        say = self._presentation.language.say
        frame = box("unfolded", margin=12, spacing=4, name=f"explanation_{self._name}")
        frame.setProperty("grade", self.option.grade.value if self.option.grade else "none")
        is_dilemma = self.option.grade is None
        parts = (
            (say("What happens next"), self.option.consequence),
            (say("To think about") if is_dilemma else say("Why"), self.option.feedback),
        )
        for number, (title, text) in enumerate(parts):
            if number:
                inside(frame).addSpacing(8)
            inside(frame).addWidget(paragraph(title, "strong"))
            inside(frame).addWidget(paragraph(say(text), "reading"))
        self._grid.addWidget(frame, 3, 0, 1, 2)
        self._details = frame
        return frame

    def _add_unfold_button(self) -> None:
        # Not checkable: that would be a check box to a screen reader.
        self._unfold_button = button(
            "",
            f"unfold_{self._name}",
            lambda: self._set_unfolded(not self.is_unfolded),
            role="quiet",
        )
        self._unfold_button.setAccessibleDescription(self._text)
        self._name_unfold_button(is_open=False)
        self._grid.addWidget(self._unfold_button, 2, 1)

    def _set_unfolded(self, is_open: bool) -> None:
        if self._details is None:
            # Made when it is asked for: whoever answers waits for what is seen, and no more.
            details = self._add_explanation()
            details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            details.setAccessibleName(self.explanation_text())
            if self._unfold_button is not None:
                self.setTabOrder(self._unfold_button, details)
        if self._details is not None:
            self._details.setVisible(is_open)
        self._name_unfold_button(is_open=is_open)
        self.unfolded.emit(is_open)

    def _name_unfold_button(self, *, is_open: bool) -> None:
        if self._unfold_button is None:
            return
        say = self._presentation.language.say
        words = say("Hide why") if is_open else say("Show why")
        icon = "caret-up" if is_open else "caret-down"
        self._unfold_button.setText(words)
        self._unfold_button.setAccessibleName(words)
        self._unfold_button.setIcon(self._presentation.icon(icon, "primary"))

    def _on_toggled(self, is_checked: bool) -> None:
        self.setProperty("chosen", is_checked)
        self._restyle()
        if is_checked:
            self.chosen.emit()

    def _restyle(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)


def _badge(presentation: Presentation, grade: Grade | None, *, is_chosen: bool) -> FlowLayout:
    """The grade in word, icon and colour, and whether it is one's own choice."""
    say = presentation.language.say
    line = FlowLayout(spacing=8)
    if grade is not None:
        icon = QLabel()
        icon.setPixmap(presentation.pixmap(GRADE_ICONS[grade], grade.value))
        line.addWidget(icon)
        word = QLabel(say(GRADE_WORDS[grade]))
        word.setProperty("grade", grade.value)
        line.addWidget(word)
    if is_chosen:
        own = QLabel(say("Your choice"))
        own.setProperty("role", "muted" if grade else "strong")
        line.addWidget(own)
    return line
