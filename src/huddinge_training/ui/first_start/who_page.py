"""Who am I: the profile of a new employee, with the privacy notice before anything is stored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from huddinge_training.domain.course import Role, RoleId
from huddinge_training.domain.person import Profile
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import RejectedInputError
from huddinge_training.ui.first_start.privacy_notice import PrivacyNotice
from huddinge_training.ui.first_start.profile_form import ProfileForm
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout

EMPTY = Profile(name="", role=RoleId(""))


class WhoPage(Page):
    """Asks for the least that makes a record; nothing is saved before *Fortsätt*."""

    profile_given = Signal(Profile, bool)
    went_back = Signal()

    def __init__(
        self,
        presentation: Presentation,
        roles: tuple[Role, ...],
        organisation: Organisation,
        profile: Profile = EMPTY,
        *,
        is_protected: bool = False,
    ) -> None:
        super().__init__(presentation, is_centred=True)
        step = QLabel(self.say("Step {number} of {total}", number=2, total=3))
        step.setProperty("role", "muted")
        self.add(step)
        self.add_heading(self.say("Who are you?"))
        self.add(PrivacyNotice(presentation))
        self.form = ProfileForm(
            presentation, roles, organisation, profile, is_protected=is_protected
        )
        self.add(self.form)
        self.column.addSpacing(8)
        go_on = button(self.say("Continue"), "go_on", self._on_go_on_clicked, role="primary")
        back = button(self.say("Back"), "back", self.went_back.emit)
        self.add(FlowLayout(self.as_default(go_on), back))

    def show_problems(self, error: RejectedInputError) -> None:
        """Shows what cannot be accepted, at its field."""
        self.form.show_problems(error)

    def draft(self) -> object:
        """What is typed."""
        return self.form.draft()

    def restore(self, draft: object) -> None:
        """Fills the form again."""
        self.form.restore(draft)

    def _on_go_on_clicked(self) -> None:
        self.form.clear_problems()
        self.profile_given.emit(self.form.profile, self.form.is_protected)
