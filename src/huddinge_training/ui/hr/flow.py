"""HR's way: unlock, look, export in the background, check the ledger."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from huddinge_training.domain.report import tally
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, Message, message
from huddinge_training.services.content_check import reviews
from huddinge_training.services.hr_reports import ExportFormat
from huddinge_training.services.session_folder import TakenFolder
from huddinge_training.services.verification import Verdict, fault_words, verify_ledger
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.background import Job, Report
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.hr.people_flow import PeopleFlow
from huddinge_training.ui.hr.report_page import HrOverview, ReportPage
from huddinge_training.ui.hr.unlock_page import UnlockPage
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HR
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import Place, place_for


class HrFlow(QObject):
    """Locked again whenever another place is chosen; an export goes on meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._progress = (0, 0)
        self._overview: HrOverview | None = None
        self._is_unlocked = False
        self._people = PeopleFlow(desk)
        self._people.went_back.connect(self._show_report)

    def lock(self) -> None:
        """Whoever was here has left: nothing of HR's may be seen or come back."""
        self._is_unlocked = False
        self._overview = None

    def show(self) -> None:
        """Asks for the passphrase."""
        self._is_unlocked = False
        self._desk.window.show_page(self._unlock_page, HR)

    def _unlock_page(self, presentation: Presentation) -> Page:
        page = UnlockPage(presentation)
        page.passphrase_given.connect(self._on_passphrase_given)
        if self._is_unlocked:
            page.show_busy()
        return page

    def _on_passphrase_given(self, passphrase: str) -> None:
        with self._desk.window.telling_problems():
            self._desk.workspace.hr_door.unlock(passphrase)
            self._is_unlocked = True
            if self._job is not None:
                # The one worker is busy with an export: what was counted before it will do.
                self._desk.window.show_page(self._report_page, HR)
                return
            page = self._desk.window.page
            if isinstance(page, UnlockPage):
                page.show_busy()
            sources = self._desk.workspace.sources
            job = self._desk.background.start(lambda _report: _overview(sources))
            job.succeeded.connect(self._on_counted)
            job.failed.connect(self._on_check_failed)

    def _on_counted(self, counted: "Counted") -> None:
        self._overview = counted.overview
        # Who has gone on to another place meanwhile has locked the door again.
        if self._is_unlocked and isinstance(self._desk.window.page, UnlockPage):
            self._desk.window.show_page(self._report_page, HR)
            page, taken = self._desk.window.page, counted.taken
            if taken.words and page is not None:
                page.show_message("problem" if taken.has_problems else "info", *taken.words)

    def _report_page(self, presentation: Presentation) -> Page:
        assert self._overview is not None
        page = ReportPage(presentation, self._overview)
        page.export_asked.connect(self._on_export_asked)
        page.cancel_asked.connect(self._on_cancel_asked)
        page.verify_asked.connect(self._on_verify_asked)
        page.people_asked.connect(self._people.show)
        if self._job is not None:
            page.show_busy(is_busy=True)
            page.show_progress(*self._progress)
        return page

    def _show_report(self) -> None:
        self._desk.window.show_page(self._report_page, HR)

    def _on_export_asked(self, code: str, day: str, unit: str, with_names: bool) -> None:
        page = self._desk.window.page
        assert isinstance(page, ReportPage)
        file_format = ExportFormat(code)
        try:
            as_of = date.fromisoformat(day)
        except ValueError:
            page.show_message("problem", message("Write the day as year-month-day: 2026-03-07."))
            return
        with self._desk.window.telling_problems():
            place = place_for(
                self._desk,
                page.say("Export"),
                self._desk.workspace.hr_reports.suggested_name(file_format, as_of),
                f"{file_format.ending.upper()} (*.{file_format.ending})",
            )
            if place is not None:
                order = ExportOrder(file_format, as_of, unit, with_names)
                self._export_to(place, order, page)

    def _export_to(self, place: Place, order: "ExportOrder", page: ReportPage) -> None:
        sources, language = self._desk.workspace.sources, self._desk.language()

        def work(report: Report) -> object:
            return place(lambda path: _export(sources, language, order, path, report))

        page.show_busy(is_busy=True)
        self._progress = (0, 0)
        self._job = self._desk.background.start(work)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(self._on_exported)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)

    def _on_cancel_asked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_progressed(self, done: int, total: int) -> None:
        self._progress = (done, total)
        page = self._desk.window.page
        if isinstance(page, ReportPage):
            page.show_progress(done, total)

    def _on_exported(self, result: object) -> None:
        self._end("info", message("Saved in {file}.", file=result))

    def _on_failed(self, error: TrainingError) -> None:
        self._end("problem", error.words)

    def _on_cancelled(self) -> None:
        self._end("info", message("The export was cancelled. No file was written."))

    def _end(self, kind: str, words: Message) -> None:
        """Says it on the page that is on screen by now, whichever it is."""
        self._job = None
        page = self._desk.window.page
        if isinstance(page, ReportPage):
            page.show_busy(is_busy=False)
        if page is not None:
            page.show_message(kind, words)

    def _on_verify_asked(self) -> None:
        sources = self._desk.workspace.sources
        job = self._desk.background.start(lambda _report: _verdict(sources))
        job.succeeded.connect(self._on_verified)
        job.failed.connect(self._on_check_failed)

    def _on_check_failed(self, error: TrainingError) -> None:
        """Counting or checking, beside which an export may go on."""
        self._is_unlocked = self._is_unlocked and isinstance(self._desk.window.page, ReportPage)
        page = self._desk.window.page
        if page is not None:
            page.show_error(error)

    def _on_verified(self, verdict: Verdict) -> None:
        page = self._desk.window.page
        if page is None:
            return
        if verdict.is_whole:
            whole = message(
                "The ledger is whole. Entries: {count}. Its head is {head}.",
                count=verdict.head.length,
                head=verdict.head,
            )
            page.show_message("info", whole)
            return
        faults = map(fault_words, verdict.faults[:3])
        page.show_message("problem", message("The ledger is broken."), *faults)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported."""

    file_format: ExportFormat
    as_of: date
    unit: str
    with_names: bool


def _export(
    sources: Sources, language: Language, order: ExportOrder, path: Path, progress: Report
) -> None:
    """Runs in the worker's thread, with a connection of its own."""
    with Workspace.open(sources) as workspace:
        report = workspace.hr_reports.report(order.as_of, order.unit, with_names=order.with_names)
        if not report.rows:
            raise TrainingError(
                message("There is nobody to report on that day. Choose another day or unit.")
            )
        workspace.hr_reports.export(report, order.file_format, path, language, progress)


def _verdict(sources: Sources) -> Verdict:
    """Runs in the worker's thread: a long ledger takes seconds to walk."""
    with Workspace.open(sources) as workspace:
        return verify_ledger(workspace.database)


@dataclass(frozen=True, slots=True)
class Counted:
    """What HR sees after unlocking, and which sessions have come in by IT's folder."""

    overview: HrOverview
    taken: TakenFolder


def _overview(sources: Sources) -> Counted:
    """Runs in the worker's thread: a large municipality takes seconds to count."""
    with Workspace.open(sources) as workspace:
        folder = workspace.session_folder
        taken = folder.take_all() if folder is not None else TakenFolder()
        report = workspace.hr_reports.report()
        overview = HrOverview(
            as_of=report.scope.as_of,
            people=report.people,
            tally=tally(report.rows, report.scope.as_of),
            units_missing=workspace.hr_reports.units_missing_count(),
            head=report.scope.head,
            reviews=reviews(workspace.loaded_course.course, sources.clock.today),
            course_problems=sum(f.is_error for f in workspace.loaded_course.findings),
        )
    return Counted(overview, taken)
