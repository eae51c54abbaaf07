"""HR's report: who has done what on a day, also those who never began, in which unit."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from huddinge_training import __version__
from huddinge_training.domain.course import Course
from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import TrainingError
from huddinge_training.exports.csv_file import write_csv
from huddinge_training.exports.json_file import write_json
from huddinge_training.exports.report_fields import suggested_name
from huddinge_training.exports.safe_file import Progress, replacing
from huddinge_training.exports.xlsx_file import write_xlsx
from huddinge_training.language import Language, collation_key, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.report_rows import ReportRows
from huddinge_training.storage.access_log import AccessEntry, AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore


class ExportFormat(StrEnum):
    """The files that HR can have; the two CSV profiles are told apart in the README."""

    CSV = "csv"
    CSV_SYSTEM = "csv-system"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def ending(self) -> str:
        """The ending of the file's name."""
        return "csv" if self is ExportFormat.CSV_SYSTEM else self.value


@dataclass(frozen=True, slots=True)
class Report:
    """Rows in HR's order and what they cover."""

    rows: tuple[ReportRow, ...]
    scope: ReportScope

    @property
    def people(self) -> int:
        """How many people the rows are about."""
        return len({(row.employee_number, row.email) for row in self.rows})


class HrReports:
    """Makes reports from people and ledger; every export is noted in the access log."""

    def __init__(
        self, database: Database, course: Course, organisation: Organisation, clock: Clock
    ) -> None:
        self._database = database
        self._people = PeopleStore(database)
        self._ledger = LedgerStore(database)
        self._access_log = AccessLogStore(database)
        self._course = course
        self._organisation = organisation
        self._clock = clock

    def report(
        self, as_of: date | None = None, unit: str = "", *, with_names: bool = False
    ) -> Report:
        """The report on a day (default today), of one unit (code or name) or of all.

        People and units are those of that day. Raises TrainingError for a unit that does not
        exist and for a day in the future.
        """
        day = as_of or self._clock.today
        if day > self._clock.today:
            raise TrainingError(
                message("The day of the report is in the future. Choose today or an earlier day.")
            )
        unit_codes = self._unit_codes(unit)
        people = self._people.everyone()
        rows_of = ReportRows(self._database, self._course, self._organisation, self._clock.today)
        latest = rows_of.latest_completions(day)
        # Who is protected stands in no file; HR keeps track of them on paper (PRIV-09).
        listed = [p for p in people if p.created_on <= day and not p.is_protected]
        rows = rows_of.rows(listed, latest, day)
        known = {person.id for person in people}
        removed = [c for c in latest.values() if c.person_id not in known]
        if unit_codes is not None:
            rows = [row for row in rows if row.unit_code in unit_codes]
            removed = [c for c in removed if c.unit_code in unit_codes]
        _sort(rows)
        scope = ReportScope(
            as_of=day,
            unit=unit,
            exported_at=self._clock.now(),
            head=self._ledger.chain.head(),
            edition=self._course.edition.id,
            app_version=__version__,
            with_names=with_names,
            unlisted=len(removed),
        )
        return Report(tuple(rows), scope)

    def export(
        self,
        report: Report,
        file_format: ExportFormat,
        path: Path,
        language: Language,
        progress: Progress | None = None,
    ) -> None:
        """Writes the report; the file is whole or not there, and the access log knows of it.

        The log is written before the file gets its name: what is there was logged.
        Raises ExportError, and StorageError when it cannot be logged.
        """
        with replacing(path) as draft:
            if file_format is ExportFormat.XLSX:
                write_xlsx(draft, report.rows, report.scope, language, progress)
            elif file_format is ExportFormat.JSON:
                write_json(draft, report.rows, report.scope, progress)
            else:
                write_csv(draft, report.rows, report.scope, file_format.value, progress)
            self._access_log.record(
                AccessEntry(
                    kind="export",
                    happened_at=self._clock.now(),
                    filter=f"{file_format.value} {report.scope.as_of.isoformat()} "
                    f"{report.scope.unit}".strip(),
                    person_count=report.people,
                    file_hash=_file_hash(draft),
                )
            )

    def suggested_name(self, file_format: ExportFormat, as_of: date) -> str:
        """A file's name with what, when and the version of the columns."""
        return suggested_name(file_format.value, as_of)

    def units_missing_count(self) -> int:
        """How many people did not find their unit in the list."""
        return self._people.units_missing_count()

    def exports(self) -> list[AccessEntry]:
        """The exports so far, oldest first."""
        return [entry for entry in self._access_log.entries() if entry.kind == "export"]

    def _unit_codes(self, unit: str) -> set[str] | None:
        if not unit:
            return None
        wanted = unit.strip().casefold()
        found = {
            u.code
            for u in self._organisation.units
            if wanted
            in (
                u.code.casefold(),
                u.name.casefold(),
                u.department.casefold(),
                u.department_code.casefold(),
            )
        }
        if not found:
            raise TrainingError(
                message(
                    "There is no unit “{unit}” in the organisation. "
                    "Write its code or its whole name.",
                    unit=unit,
                )
            )
        return found


def _sort(rows: list[ReportRow]) -> None:
    """By department and unit in Swedish order, then by number or e-mail, and module."""
    order = cache(collation_key)
    rows.sort(
        key=lambda row: (
            order(row.department),
            order(row.unit),
            row.employee_number,
            row.email,
            row.module_id,
        )
    )


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
