"""Mina uppgifter: all that the program knows about me, correct it, save it, remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.course import Role
from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import RejectedInputError
from huddinge_training.services.my_data import DataSection
from huddinge_training.ui.first_start.profile_form import ProfileForm
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class MyDataPage(Page):
    """Everything about one person, section by section, each with its purpose."""

    correction_given = Signal(Profile)
    save_asked = Signal(str)
    removal_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        person: Person,
        sections: tuple[DataSection, ...],
        roles: tuple[Role, ...],
        organisation: Organisation,
        *,
        is_correcting: bool = False,
    ) -> None:
        super().__init__(presentation)
        self._person = person
        self._roles = roles
        self._organisation = organisation
        self.form: ProfileForm | None = None
        self.add_heading(self.say("My data"))
        self.add(
            paragraph(self.say("This is everything that the program knows about you."), "reading")
        )
        for section in sections:
            self.add(self._section(section))
        self._correction = box("card", margin=24, spacing=12, name="correction")
        self.add(self._correction)
        if is_correcting:
            self._open_form(person.profile)
        else:
            inside(self._correction).addWidget(
                HeadingLabel(self.say("Is something mistyped?"), "subtitle")
            )
            inside(self._correction).addWidget(
                paragraph(
                    self.say(
                        "A correction counts from now on. Records from earlier keep the unit "
                        "you had then."
                    )
                )
            )
            inside(self._correction).addWidget(
                button(self.say("Correct my data"), "correct", self._on_correct_clicked)
            )
        self.add(
            FlowLayout(
                button(self.say("Save as a web page"), "save_html",
                       lambda: self.save_asked.emit("html")),
                button(self.say("Save as data (JSON)"), "save_json",
                       lambda: self.save_asked.emit("json")),
            )
        )  # fmt: skip
        self.add_divider()
        self.add(
            paragraph(
                self.say(
                    "You can remove your profile from this computer. Your name, number and "
                    "answers are deleted. What you have done stays in the ledger without your "
                    "name, so HR can no longer see that it was you. Save your certificate first."
                )
            )
        )
        self.add(
            FlowLayout(
                button(self.say("Remove my profile"), "remove_profile", self.removal_asked.emit,
                       role="danger")
            )
        )  # fmt: skip

    def draft(self) -> object:
        """The correction that is being typed."""
        return self.form.profile if self.form is not None else None

    def restore(self, draft: object) -> None:
        """Opens the form again with what was typed."""
        if isinstance(draft, Profile):
            self._open_form(draft)

    def show_problems(self, error: RejectedInputError) -> None:
        """Shows what cannot be accepted, at its field."""
        if self.form is not None:
            self.form.show_problems(error)

    def _section(self, section: DataSection) -> QWidget:
        frame = box("card", margin=24, spacing=4, name=f"section_{section.id}")
        inside(frame).addWidget(HeadingLabel(self.say(section.title), "subtitle"))
        inside(frame).addWidget(paragraph(self.say(section.purpose), "muted"))
        inside(frame).addSpacing(8)
        for label, value in section.rows:
            inside(frame).addWidget(
                paragraph(self.say("{label}: {value}", label=label, value=value))
            )
        return frame

    def _on_correct_clicked(self) -> None:
        self._open_form(self._person.profile)
        if self.form is not None:
            first = self.form.findChild(QWidget, "name")
            if first is not None:
                first.setFocus()

    def _open_form(self, profile: Profile) -> None:
        layout = inside(self._correction)
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        layout.addWidget(HeadingLabel(self.say("Correct my data"), "subtitle"))
        self.form = ProfileForm(self.presentation, self._roles, self._organisation, profile)
        layout.addWidget(self.form)
        layout.addWidget(
            button(self.say("Save the correction"), "save_correction", self._on_save_clicked,
                   role="primary")
        )  # fmt: skip

    def _on_save_clicked(self) -> None:
        if self.form is not None:
            self.form.clear_problems()
            self.correction_given.emit(self.form.profile)
