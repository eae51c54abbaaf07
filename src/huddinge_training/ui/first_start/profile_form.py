"""The form of a profile: name, number or e-mail, role and unit; problems stand at the field."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from huddinge_training.domain.course import Role, RoleId
from huddinge_training.domain.person import Profile
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import counted
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, insert
from huddinge_training.ui.widgets.choices import Check, DropDown
from huddinge_training.ui.widgets.labels import WrappedLabel, paragraph, set_paragraph
from huddinge_training.ui.widgets.unit_picker import UnitPicker


@dataclass(frozen=True, slots=True)
class _Field:
    editor: QWidget
    problem: WrappedLabel


@dataclass(frozen=True, slots=True)
class _Draft:
    profile: Profile
    unit_letters: str
    is_protected: bool
    rejection: RejectedInputError | None


class ProfileForm(QWidget):
    """Used by a new employee and, later, to correct what was mistyped."""

    def __init__(
        self,
        presentation: Presentation,
        roles: tuple[Role, ...],
        organisation: Organisation,
        profile: Profile,
        *,
        is_protected: bool = False,
    ) -> None:
        super().__init__()
        self._presentation = presentation
        self.say = presentation.language.say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._summary: InfoBar | None = None
        self._fields: dict[str, _Field] = {}
        self._rejection: RejectedInputError | None = None
        self._name = self._line("name", self.say("Your name"))
        self._number = self._line(
            "employee_number",
            self.say("Employee number"),
            self.say("It stands on your pay slip. Not your personal identity number."),
        )
        self._email = self._line(
            "email", self.say("Work e-mail, only if you have no employee number yet")
        )
        self._role = DropDown(presentation)
        self._role.setObjectName("role")
        self._role.addItem(self.say("Choose the work that is closest to yours"), "")
        for role in roles:
            self._role.addItem(self.say(role.title), role.id)
        self._place("role", self.say("Your work"), self._role, "")
        self._unit = UnitPicker(presentation, organisation)
        self._place(
            "unit_code",
            self.say("Your workplace (unit)"),
            self._unit,
            self.say("This list is an example organisation.") if organisation.is_example else "",
            focus=self._unit.field,
        )
        self._protected = Check(presentation.theme, self.say("I have a protected identity"))
        self._protected.setObjectName("is_protected")
        self._protected.toggled.connect(self._on_protected_toggled)
        self._column.addSpacing(8)
        self._column.addWidget(self._protected)
        self._about_protection = paragraph(
            self.say(
                "Write an alias instead of your name. You stand in no list here and in none of "
                "HR's files. Agree with HR how they note that you are done."
            ),
            "muted",
            name="about_protection",
        )
        self._about_protection.hide()
        self._column.addWidget(self._about_protection)
        self.fill(profile, is_protected=is_protected)

    @property
    def is_protected(self) -> bool:
        """Whether the person is to stand in no list."""
        return self._protected.isChecked()

    @property
    def profile(self) -> Profile:
        """What is typed, unchecked."""
        return Profile(
            name=self._name.text(),
            employee_number=self._number.text(),
            email=self._email.text(),
            role=RoleId(self._role.currentData() or ""),
            unit_code=self._unit.unit_code,
            unit_missing=self._unit.is_missing,
        )

    def fill(self, profile: Profile, *, is_protected: bool = False) -> None:
        """Puts a profile into the fields."""
        self._protected.setChecked(is_protected)
        self._name.setText(profile.name)
        self._number.setText(profile.employee_number)
        self._email.setText(profile.email)
        self._role.setCurrentIndex(max(0, self._role.findData(profile.role)))
        self._unit.fill(profile.unit_code, is_missing=profile.unit_missing)

    def focus_first(self) -> None:
        """Moves the focus to the first field."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> object:
        """What is typed, also the letters of a unit not yet chosen, and what was wrong."""
        return _Draft(self.profile, self._unit.field.text(), self.is_protected, self._rejection)

    def restore(self, draft: object) -> None:
        """Shows it again."""
        if isinstance(draft, _Draft):
            self.fill(draft.profile, is_protected=draft.is_protected)
            self._unit.field.setText(draft.unit_letters)
            if draft.rejection is not None:
                self.show_problems(draft.rejection)

    def show_problems(self, error: RejectedInputError) -> None:
        """Each problem at its field, a summary with the count on top, focus on the first."""
        self.clear_problems()
        self._rejection = error
        count = len(error.problems)
        text = self._presentation.language.say(
            counted(
                "One of the answers needs another look. Nothing you have written is lost.",
                "{count} of the answers need another look. Nothing you have written is lost.",
                count,
            )
        )
        self._summary = InfoBar(self._presentation, "problem", text, "form_summary")
        insert(self._column, 0, self._summary)
        for name, words in error.problems.items():
            field = self._fields[name]
            set_paragraph(field.problem, self.say(words))
            field.problem.show()
            field.editor.setProperty("problem", True)
            field.editor.setAccessibleDescription(self.say(words))
            field.editor.style().polish(field.editor)
        first = next(name for name in self._fields if name in error.problems)
        self._fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problems(self) -> None:
        """Takes the problems away again."""
        self._rejection = None
        if self._summary is not None:
            self._summary.hide()
            self._summary.deleteLater()
            self._summary = None
        for field in self._fields.values():
            field.problem.hide()
            field.editor.setProperty("problem", False)
            field.editor.setAccessibleDescription("")
            field.editor.style().polish(field.editor)

    def _on_protected_toggled(self, is_protected: bool) -> None:
        self._about_protection.setVisible(is_protected)

    def _line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        editor = QLineEdit()
        editor.setObjectName(name)
        self._place(name, label, editor, hint)
        return editor

    def _place(
        self, name: str, label: str, editor: QWidget, hint: str, *, focus: QWidget | None = None
    ) -> None:
        target = focus or editor
        words = QLabel(label)
        words.setWordWrap(True)
        words.setProperty("role", "strong")
        words.setBuddy(target)
        target.setAccessibleName(label)
        self._column.addSpacing(8)
        self._column.addWidget(words)
        if hint:
            self._column.addWidget(paragraph(hint, "muted"))
        problem = paragraph("", "error", name=f"{name}_problem")
        problem.hide()
        self._column.addWidget(problem)
        self._column.addWidget(editor)
        self._fields[name] = _Field(target, problem)
