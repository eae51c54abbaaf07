"""A field for a passphrase or a PIN: one line, paste allowed, and it can be shown (3.3.8)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


@dataclass(frozen=True, slots=True)
class SecretWords:
    """What stands around a secret: its label, and that it can be shown."""

    label: str
    show: str
    hint: str = ""


class SecretField(QWidget):
    """What is wrong is said between the label and the line, which keeps what was typed."""

    entered = Signal()

    def __init__(
        self, presentation: Presentation, name: str, words: SecretWords, *, is_number: bool = False
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = QLabel(words.label)
        label.setWordWrap(True)
        label.setProperty("role", "strong")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(words.label)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if is_number:
            self.line.setInputMethodHints(
                Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
            )
        self.line.returnPressed.connect(self.entered)
        label.setBuddy(self.line)
        column.addWidget(label)
        if words.hint:
            column.addWidget(paragraph(words.hint, "muted"))
        self.problem = paragraph("", "error", name=f"{name}_problem")
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self.line)
        show = Check(presentation.theme, words.show)
        show.setObjectName(f"show_{name}")
        show.toggled.connect(self._on_show_toggled)
        column.addWidget(show)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def show_problem(self, text: str) -> None:
        """Says what is wrong, and lets one type over it."""
        set_paragraph(self.problem, text)
        self.problem.show()
        self._mark(is_wrong=True, description=text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problem(self) -> None:
        """Takes it away again."""
        self.problem.hide()
        self._mark(is_wrong=False, description="")

    def _mark(self, *, is_wrong: bool, description: str) -> None:
        self.line.setProperty("problem", is_wrong)
        self.line.setAccessibleDescription(description)
        self.line.style().polish(self.line)

    def _on_show_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
