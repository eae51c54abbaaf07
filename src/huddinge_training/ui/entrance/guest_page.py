"""Before a guest begins: what is kept (nothing), what they get (a receipt), and which work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from huddinge_training.domain.course import Role
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import DropDown
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph


class GuestPage(Page):
    """The work decides which situations come; nothing else is asked."""

    role_given = Signal(str)
    went_back = Signal()

    def __init__(self, presentation: Presentation, roles: tuple[Role, ...]) -> None:
        super().__init__(presentation, is_centred=True)
        self.add_heading(self.say("Try as a guest"))
        self.add(
            paragraph(
                self.say(
                    "You can do all of it without saying who you are. Nothing of what you do "
                    "is saved on this computer. When you leave, it is gone."
                ),
                "reading",
            )
        )
        self.add(
            InfoBar(
                presentation,
                "info",
                self.say(
                    "After each module you get a receipt with a code. Give it to HR if you want "
                    "the module to count. There is no receipt afterwards, so take it along."
                ),
                "about_receipts",
            )
        )
        label = QLabel(self.say("Your work"))
        label.setProperty("role", "strong")
        self._role = DropDown(presentation)
        self._role.setObjectName("role")
        self._role.setAccessibleName(label.text())
        self._role.addItem(self.say("Choose the work that is closest to yours"), "")
        for role in roles:
            self._role.addItem(self.say(role.title), role.id)
        label.setBuddy(self._role)
        self.add(label)
        self._problem = paragraph("", "error", name="role_problem")
        self._problem.hide()
        self.add(self._problem)
        self.add(self._role)
        start = button(self.say("Start"), "start", self._on_start_clicked, role="primary")
        back = button(self.say("Back"), "back", self.went_back.emit)
        self.add(FlowLayout(self.as_default(start), back))

    def draft(self) -> object:
        """The work that is chosen, and whether it was missed."""
        return self._role.currentIndex(), not self._problem.isHidden()

    def restore(self, draft: object) -> None:
        """Chooses it again."""
        if isinstance(draft, tuple):
            index, is_missed = draft
            self._role.setCurrentIndex(index)
            if is_missed:
                self._show_missing()

    def _on_start_clicked(self) -> None:
        role = str(self._role.currentData())
        if role:
            self.role_given.emit(role)
        else:
            self._show_missing()

    def _show_missing(self) -> None:
        text = self.say("Choose the work that is closest to yours.")
        set_paragraph(self._problem, text)
        self._problem.show()
        self._role.setProperty("problem", True)
        self._role.setAccessibleDescription(text)
        self._role.style().polish(self._role)
        self._role.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(text)
