"""Answering by sorting cases into groups, with one radio button a group at each case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.response import Response, places, sorted_response
from huddinge_training.domain.scenario import Group, Part
from huddinge_training.language import counted
from huddinge_training.ui.learner.answering.parts_area import PartFrame, PartsArea
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph


class SortArea(PartsArea):
    """The cases, each with the groups to choose from."""

    def __init__(self, presentation: Presentation, attempt: Attempt, number: int) -> None:
        super().__init__(presentation, attempt, number)
        groups = self.scenario.groups
        self._cases = [_CaseCard(presentation, part, groups) for part in attempt.parts(number)]
        if not attempt.answer_of(number):
            self.restore(attempt.begun)
        for case in self._cases:
            case.sorted.connect(lambda: self.kept.emit(self._sorted()))
            self.parts.addWidget(case)

    def response(self) -> Response | None:
        """The groups, once every case has one."""
        return self._sorted() if all(case.group for case in self._cases) else None

    def missing_words(self) -> str:
        """How many cases have no group yet."""
        return self.say(
            counted(
                "Choose a group for every case. One is left.",
                "Choose a group for every case. {count} are left.",
                sum(not case.group for case in self._cases),
            )
        )

    def focus_missing(self) -> None:
        """The first case without a group."""
        missing = next((case for case in self._cases if not case.group), None)
        if missing is not None:
            missing.focus_first()

    def reveal(self, response: Response) -> None:
        """Where every case belongs, and why."""
        put = places(self.scenario, response)
        titles = {str(group.id): self.say(group.title) for group in self.scenario.groups}
        self.tell(response)
        for case in self._cases:
            case.choose(put[case.part.id])
            case.reveal(titles)

    def cards_as_told(self) -> list["_CaseCard"]:
        """In the order in which they were."""
        return self._cases

    def draft(self) -> object:
        """The groups chosen so far."""
        return self._sorted()

    def restore(self, draft: object) -> None:
        """Chooses the same groups again."""
        if self.is_told:
            return
        for part_id, group in places(self.scenario, Response(str(draft or ""))).items():
            next(case for case in self._cases if case.part.id == part_id).choose(group)

    def _sorted(self) -> Response:
        groups = {case.part.id: case.group for case in self._cases if case.group}
        return sorted_response(self.scenario, groups)


class _CaseCard(PartFrame):
    """One case with the groups it can go into."""

    sorted = Signal()

    def __init__(self, presentation: Presentation, part: Part, groups: tuple[Group, ...]) -> None:
        super().__init__(presentation, part, "part")
        self.column.addWidget(paragraph(self.text, name=f"case_text_{part.id}"))
        self._choices = QButtonGroup(self)
        self._radios: dict[str, Radio] = {}
        row = FlowLayout(spacing=16)
        for group in groups:
            title = self.say(group.title)
            radio = Radio(presentation.theme, title)
            radio.setObjectName(f"radio_{part.id}_{group.id}")
            radio.setAccessibleName(title)
            radio.setAccessibleDescription(self.text)
            radio.clicked.connect(self.sorted)
            self._choices.addButton(radio)
            row.addWidget(radio)
            self._radios[group.id] = radio
        self.column.addLayout(row)

    @property
    def group(self) -> str:
        """The group that is chosen, or nothing."""
        return next((g for g, radio in self._radios.items() if radio.isChecked()), "")

    def choose(self, group: str) -> None:
        """Puts the case into a group."""
        self._radios[group].setChecked(True)

    def focus_first(self) -> None:
        """Moves the focus to the groups."""
        next(iter(self._radios.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, titles: dict[str, str]) -> None:
        """The group it belongs to, the one that was chosen, and why."""
        right = self.part.group or ""
        is_in_place = self.group == right
        words = (
            self.say("{group} – as you chose", group=titles[right])
            if is_in_place
            else self.say("{group} – you chose {own}", group=titles[right], own=titles[self.group])
        )
        for radio in self._radios.values():
            radio.setEnabled(False)
        self.tell(words, is_in_place=is_in_place)
