"""I have a question about this: a note to those who keep the course, without a name (PED-09)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from huddinge_training.domain.scenario import Scenario
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, insert
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph

EDITOR_LINES = 6


class QuestionPage(Page):
    """A free text that is saved in a file on this computer, with the scenario and no identity."""

    question_written = Signal(str)
    went_back = Signal()

    def __init__(self, presentation: Presentation, scenario: Scenario) -> None:
        super().__init__(presentation)
        self.add(paragraph(self.say(scenario.title), "muted"))
        self.add_heading(self.say("I have a question about this"))
        self.add(
            paragraph(
                self.say(
                    "Write what is unclear or wrong. It is saved without your name in a file on "
                    "this computer, for those who keep the course. Do not write about real "
                    "people. If something serious has happened at work, tell your manager, HR "
                    "or the whistleblowing function instead."
                ),
                "reading",
            )
        )
        label = QLabel(self.say("Your question"))
        label.setProperty("role", "strong")
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("question_text")
        self.editor.setAccessibleName(label.text())
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * EDITOR_LINES + 24)
        label.setBuddy(self.editor)
        self.add(label)
        self.add(self.editor)
        self._problem: InfoBar | None = None
        save = button(
            self.say("Save the question"), "save_question",
            lambda: self.question_written.emit(self.editor.toPlainText()), role="primary",
        )  # fmt: skip
        back = button(self.say("Back"), "back", self.went_back.emit)
        self.add(FlowLayout(self.as_default(save), back))

    def draft(self) -> object:
        """What is typed."""
        return self.editor.toPlainText()

    def restore(self, draft: object) -> None:
        """Fills the text again."""
        self.editor.setPlainText(str(draft))

    def show_problem(self, text: str) -> None:
        """Says why it was not saved; the text stays."""
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
        self._problem = InfoBar(self.presentation, "problem", text, "question_problem")
        insert(self.column, self.column.indexOf(self.editor) + 1, self._problem)
        self.announce(text)
