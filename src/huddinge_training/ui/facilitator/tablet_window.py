"""The window of a tablet that goes round: a neutral page, the vote, and the neutral page again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMainWindow, QVBoxLayout, QWidget

from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import message
from huddinge_training.services.room_signs import letter_of
from huddinge_training.ui.main_window import APP_NAME
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.focus_ring import FocusRing
from huddinge_training.ui.widgets.labels import paragraph


class TabletWindow(QMainWindow):
    """Says nothing of who voted before, nor of how many."""

    voted = Signal(str)
    ended = Signal()

    def __init__(self, presentation: Presentation, scenario: Scenario) -> None:
        super().__init__()
        self.setObjectName("tablet_window")
        self._presentation = presentation
        self._scenario = scenario
        self.say = presentation.language.say
        title = self.say("Vote")
        self.setWindowTitle(f"{title} – {APP_NAME}")
        centre = QWidget()
        self._layout = QVBoxLayout(centre)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setCentralWidget(centre)
        self.page: Page | None = None
        self.ring = FocusRing(self, presentation.theme)
        self.show_neutral()

    def show_neutral(self) -> None:
        """The same words before the first and after every vote."""
        page = Page(self._presentation)
        page.add_heading(self.say("Pass the tablet on"))
        words = self.say("Do you have it now? Hold it so that only you see, and press the button.")
        page.add(paragraph(words, "reading"))
        page.add(
            FlowLayout(button(self.say("I want to vote"), "take_turn", self._show_vote,
                              role="primary"))
        )  # fmt: skip
        page.add(FlowLayout(button(self.say("Everybody has voted"), "end_turns", self.ended.emit)))
        self._show(page)

    def show_problem(self, text: str) -> None:
        """A vote that was not taken."""
        if self.page is not None:
            self.page.show_problem(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives it back to the leader."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is giving it back."""
        event.ignore()
        self.ended.emit()

    def _show_vote(self) -> None:
        page = Page(self._presentation)
        page.add_heading(self.say(self._scenario.question))
        page.add(paragraph(self.say("When you have voted, nobody can see what you chose.")))
        group = QButtonGroup(page)
        for place, option in enumerate(self._scenario.options):
            words = f"{letter_of(place)}. {self.say(option.text)}"
            choice = Radio(self._presentation.theme, words)
            choice.setObjectName(f"radio_{option.id}")
            choice.setProperty("option", option.id)
            group.addButton(choice)
            page.add(choice)

        def vote() -> None:
            chosen = group.checkedButton()
            if chosen is None:
                page.show_message("problem", message("Choose an option first."))
            else:
                self.voted.emit(str(chosen.property("option")))

        page.add(FlowLayout(button(self.say("Vote"), "tablet_vote", vote, role="primary")))
        self._show(page)

    def _show(self, page: Page) -> None:
        if self.page is not None:
            self._layout.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._layout.addWidget(page)
        page.start()
