"""HR's first, plain page: the sums of today, export, the ledger's health, and the content list."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QWidget

from huddinge_training.domain.record import ChainHead
from huddinge_training.domain.report import Tally
from huddinge_training.language import message
from huddinge_training.services.content_check import ModuleReview
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check, DropDown
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

FORMATS = (
    ("xlsx", message("Excel (XLSX)")),
    ("csv", message("CSV for Swedish Excel")),
    ("csv-system", message("CSV for other systems")),
    ("json", message("JSON")),
)


@dataclass(frozen=True, slots=True)
class HrOverview:
    """What the page shows before anything is exported."""

    as_of: date
    people: int
    tally: Tally
    units_missing: int
    head: ChainHead
    reviews: tuple[ModuleReview, ...]
    course_problems: int


@dataclass(frozen=True, slots=True)
class _Order:
    format_index: int
    day: str
    unit: str
    with_names: bool


class ReportPage(Page):
    """Long work shows progress and can be cancelled; results are said on the page."""

    export_asked = Signal(str, str, str, bool)
    cancel_asked = Signal()
    verify_asked = Signal()
    people_asked = Signal()

    def __init__(self, presentation: Presentation, overview: HrOverview) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("For HR"))
        self.add(self._sums(overview))
        if overview.units_missing:
            self.add(
                InfoBar(
                    presentation,
                    "warning",
                    presentation.language.say(
                        "People who did not find their unit in the list: {count}. "
                        "Add it to the organisation file.",
                        count=overview.units_missing,
                    ),
                    "units_missing",
                )
            )
        self.add(self._export_card(overview))
        self.add(self._people_card())
        self.add(self._ledger_card(overview))
        self.add(self._content_card(overview))

    def show_progress(self, done: int, total: int) -> None:
        """Rows written of all."""
        self._progress.setMaximum(total)
        self._progress.setValue(done)
        self._progress_words.setText(self.say("{done} of {total} rows", done=done, total=total))

    def show_busy(self, *, is_busy: bool) -> None:
        """While an export runs, cancel takes the place of the export button."""
        had_focus = self._cancel.hasFocus()
        for widget in (self._progress, self._progress_words, self._cancel):
            widget.setVisible(is_busy)
        self._export.setEnabled(not is_busy)
        if is_busy:
            self._cancel.setFocus()
        elif had_focus:
            self._export.setFocus()

    def draft(self) -> object:
        """What is asked for and not exported yet."""
        return _Order(
            self._format.currentIndex(),
            self._day.text(),
            self._unit.text(),
            self._names.isChecked(),
        )

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        if isinstance(draft, _Order):
            self._format.setCurrentIndex(draft.format_index)
            self._day.setText(draft.day)
            self._unit.setText(draft.unit)
            self._names.setChecked(draft.with_names)

    def _sums(self, overview: HrOverview) -> QWidget:
        tally = overview.tally
        card = box("card", margin=24, spacing=4, name="sums")
        title = self.say("Today, {day}", day=overview.as_of)
        inside(card).addWidget(HeadingLabel(title, "subtitle"))
        rate = tally.rate
        percent = "–" if rate is None else f"{round(rate * 100)}\u00a0%"
        sums = (
            self.say("People: {count}", count=overview.people),
            self.say(
                "Modules done: {percent} ({completed} of {assigned})",
                percent=percent,
                completed=tally.completed,
                assigned=tally.assigned,
            ),
            self.say("Overdue: {count}", count=tally.overdue),
        )
        for words in sums:
            inside(card).addWidget(paragraph(words))
        self.read_on_arrival(". ".join((title, *sums)))
        return card

    def _export_card(self, overview: HrOverview) -> QWidget:
        card = box("card", margin=24, spacing=8, name="export_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Export"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "XLSX is the way for those who look at it in Excel: Excel drops leading "
                    "zeros when it opens any CSV file. Every export is logged."
                )
            )
        )
        self._format = DropDown(self.presentation)
        self._format.setObjectName("format")
        for code, words in FORMATS:
            self._format.addItem(self.say(words), code)
        self._day = QLineEdit(overview.as_of.isoformat())
        self._day.setObjectName("as_of")
        self._unit = QLineEdit()
        self._unit.setObjectName("unit")
        self._names = Check(self.presentation.theme, self.say("With names"))
        self._names.setObjectName("with_names")
        for label, editor in (
            (self.say("File"), self._format),
            (self.say("Day of the report (year-month-day)"), self._day),
            (self.say("Unit or department, empty for all"), self._unit),
        ):
            words_label = QLabel(label)
            words_label.setWordWrap(True)
            words_label.setBuddy(editor)
            editor.setAccessibleName(label)
            column.addWidget(words_label)
            column.addWidget(editor)
        column.addWidget(self._names)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.say("Export in progress"))
        self._progress_words = QLabel()
        self._export = button(self.say("Export"), "export", self._on_export_clicked, role="primary")
        self._cancel = button(self.say("Cancel"), "cancel_export", self.cancel_asked.emit)
        column.addSpacing(8)
        column.addWidget(self._progress)
        column.addWidget(self._progress_words)
        column.addLayout(FlowLayout(self._export, self._cancel))
        self.show_busy(is_busy=False)
        return card

    def _people_card(self) -> QWidget:
        card = box("card", margin=24, spacing=8, name="people_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("Receipts, sessions and PINs"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "Take in a guest's receipt or a led session, or remove a PIN that was "
                    "forgotten."
                )
            )
        )
        column.addLayout(FlowLayout(button(self.say("Open"), "people", self.people_asked.emit)))
        return card

    def _ledger_card(self, overview: HrOverview) -> QWidget:
        card = box("card", margin=24, spacing=8, name="ledger_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("The ledger"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "Every completion is linked to the one before it, so that a later change "
                    "shows. Entries: {count}.",
                    count=overview.head.length,
                )
            )
        )
        column.addLayout(
            FlowLayout(button(self.say("Check the ledger"), "verify", self.verify_asked.emit))
        )
        return card

    def _content_card(self, overview: HrOverview) -> QWidget:
        card = box("card", margin=24, spacing=4, name="content_card")
        column = inside(card)
        column.addWidget(HeadingLabel(self.say("The course"), "subtitle"))
        column.addWidget(
            paragraph(
                self.say(
                    "Scenarios are drafts until a panel has reviewed them. "
                    "Those that rest on law wait for a lawyer."
                ),
                "muted",
            )
        )
        if overview.course_problems:
            column.addWidget(
                InfoBar(
                    self.presentation,
                    "warning",
                    self.say(
                        "Problems in the course files: {count}. What can be used is shown. "
                        "“huddinge-training check” lists them with file and line.",
                        count=overview.course_problems,
                    ),
                    "course_problems",
                )
            )
        for review in overview.reviews:
            column.addWidget(
                paragraph(
                    self.say(
                        "{module}. Scenarios: {total}. Drafts: {drafts}. Waiting for a lawyer: "
                        "{lawyer}. With a rule checked more than 18 months ago: {old}.",
                        module=review.title,
                        total=review.total,
                        drafts=review.drafts,
                        lawyer=review.needs_lawyer,
                        old=review.old_rules,
                    )
                )
            )
        return card

    def _on_export_clicked(self) -> None:
        self.export_asked.emit(
            str(self._format.currentData()),
            self._day.text().strip(),
            self._unit.text().strip(),
            self._names.isChecked(),
        )
