"""A made-up person does a module; record, report, ledger and certificate come of it."""

from pathlib import Path

from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.response import every_response
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, Message, counted, message
from huddinge_training.services.hr_reports import ExportFormat
from huddinge_training.services.verification import fault_words, verify_everything
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Workspace, default_sources

PDF_SIGN = b"%PDF-"


class Records:
    """One data folder for all checks, each of which opens it as a start of the program does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources = default_sources(folder)

    def load_course(self) -> Message:
        """Every file of the course can be read."""
        with self._workspace() as workspace:
            loaded = workspace.loaded_course
            errors = [finding for finding in loaded.findings if finding.is_error]
            if errors:
                raise TrainingError(
                    counted("one error in the course", "{count} errors in the course", len(errors))
                )
            scenarios = sum(len(module.scenarios) for module in loaded.course.modules)
        return counted("one situation", "{count} situations", scenarios)

    def write_record(self) -> Message:
        """A person answers a module to its end."""
        with self._workspace() as workspace:
            person = add_person(workspace)
            module = workspace.loaded_course.course.modules[0]
            finish(workspace.learning.open_module(person, module.id))
            entries = workspace.learning.ledger_head().length
        if not entries:
            raise TrainingError(message("nothing was written"))
        return counted("one entry", "{count} entries", entries)

    def export(self) -> Message:
        """The report is saved in each format."""
        with self._workspace() as workspace:
            reports = workspace.hr_reports
            report = reports.report(None, "", with_names=True)
            for file_format in ExportFormat:
                file = self._folder / f"report.{file_format.value}"
                reports.export(report, file_format, file, self._language())
        return counted("one row", "{count} rows", len(report.rows))

    def verify(self) -> Message:
        """The ledger is as it was written."""
        with self._workspace() as workspace:
            verdict = verify_everything(workspace.database, frozenset())
        if not verdict.is_whole:
            raise TrainingError(fault_words(verdict.faults[0]))
        return message("whole, its head is {head}", head=verdict.head)

    def make_certificate(self) -> Message:
        """The person gets a PDF."""
        file = self._folder / "certificate.pdf"
        with self._workspace() as workspace:
            person = workspace.entrance.only_person
            if person is None:
                raise TrainingError(message("the person is not there any more"))
            workspace.certificates.save(person, file, self._language())
        content = file.read_bytes()
        if not content.startswith(PDF_SIGN):
            raise TrainingError(message("what was made is no PDF"))
        return counted("one byte", "{count} bytes", len(content))

    def _workspace(self) -> Workspace:
        return Workspace.open(self._sources)

    def _language(self) -> Language:
        return Language.load("sv", self._sources.resources / "locale")


def add_person(workspace: Workspace, number: str = "000001", role: str = "") -> Person:
    """Somebody who does not exist, with the given role or the first one."""
    roles = [each.id for each in workspace.loaded_course.course.roles]
    return workspace.profiles.create(
        Profile(
            name="Test Testsson",
            role=next((each for each in roles if each == role), roles[0]),
            employee_number=number,
            unit_code=workspace.organisation.units[0].code,
        )
    )


def finish(visit: Visit) -> None:
    """Answers everything, with whatever comes first."""
    while not visit.attempt.is_at_end:
        number = visit.attempt.item_number
        if number is not None and visit.attempt.answer_of(number) is None:
            visit.answer(next(every_response(visit.attempt.items[number])))
        else:
            visit.go_on()
