"""Mina uppgifter: all that the program knows about me, correct it, save it, remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from huddinge_training.domain.course import Role
from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import RejectedInputError
from huddinge_training.services.my_data import DataSection
from huddinge_training.ui.entrance.pin_page import WHAT_A_PIN_DOES
from huddinge_training.ui.first_start.profile_form import ProfileForm
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class MyDataPage(Page):
    """Everything about one person, section by section, each with its purpose."""

    correction_given = Signal(Profile, bool)
    pin_asked = Signal()
    save_asked = Signal(str)
    removal_asked = Signal()
    follow_ups_chosen = Signal(bool)

    def __init__(
        self,
        presentation: Presentation,
        person: Person,
        sections: tuple[DataSection, ...],
        roles: tuple[Role, ...],
        organisation: Organisation,
        *,
        has_pin: bool,
    ) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("My data"))
        self.add(
            paragraph(self.say("This is everything that the program knows about you."), "reading")
        )
        for section in sections:
            self.add(self._section(section))
        self._offer = self._correction_offer()
        self.add(self._offer)
        # Made here, in its place, so that Tab comes by it in the order that one sees.
        self.form = ProfileForm(
            presentation,
            roles,
            organisation,
            person.profile,
            is_protected=person.is_protected,
        )
        self._correction = self._correction_card()
        self._correction.hide()
        self.add(self._correction)
        self.add(self._pin_card(has_pin=has_pin))
        self.add(
            FlowLayout(
                button(self.say("Save as a web page"), "save_html",
                       lambda: self.save_asked.emit("html")),
                button(self.say("Save as data (JSON)"), "save_json",
                       lambda: self.save_asked.emit("json")),
            )
        )  # fmt: skip
        repeats = Check(presentation.theme, self.say("Remind me here of a short repeat later"))
        repeats.setObjectName("wants_follow_ups")
        repeats.setChecked(person.wants_follow_ups)
        repeats.toggled.connect(self.follow_ups_chosen)
        self.add(repeats)
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
        return None if self._correction.isHidden() else self.form.draft()

    def restore(self, draft: object) -> None:
        """Opens the form again with what was typed."""
        if draft is not None:
            self._open_form()
            self.form.restore(draft)

    def show_problems(self, error: RejectedInputError) -> None:
        """Shows what cannot be accepted, at its field."""
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

    def _pin_card(self, *, has_pin: bool) -> QFrame:
        card = box("card", margin=24, spacing=12, name="pin_card")
        inside(card).addWidget(HeadingLabel(self.say("PIN before your profile"), "subtitle"))
        inside(card).addWidget(paragraph(self.say(WHAT_A_PIN_DOES)))
        words = self.say("Change the PIN") if has_pin else self.say("Choose a PIN")
        inside(card).addWidget(button(words, "pin_choice", self.pin_asked.emit))
        return card

    def _correction_offer(self) -> QFrame:
        card = box("card", margin=24, spacing=12, name="correction_offer")
        inside(card).addWidget(HeadingLabel(self.say("Is something mistyped?"), "subtitle"))
        inside(card).addWidget(
            paragraph(
                self.say(
                    "A correction counts from now on. Records from earlier keep the unit "
                    "you had then."
                )
            )
        )
        inside(card).addWidget(
            button(self.say("Correct my data"), "correct", self._on_correct_clicked)
        )
        return card

    def _correction_card(self) -> QFrame:
        card = box("card", margin=24, spacing=12, name="correction")
        inside(card).addWidget(HeadingLabel(self.say("Correct my data"), "subtitle"))
        inside(card).addWidget(self.form)
        inside(card).addWidget(
            button(self.say("Save the correction"), "save_correction", self._on_save_clicked,
                   role="primary")
        )  # fmt: skip
        return card

    def _open_form(self) -> None:
        self._correction.show()
        self._offer.hide()

    def _on_correct_clicked(self) -> None:
        self._open_form()
        self.form.focus_first()

    def _on_save_clicked(self) -> None:
        self.form.clear_problems()
        self.correction_given.emit(self.form.profile, self.form.is_protected)
