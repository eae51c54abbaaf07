"""HR's exports: the file is whole or not there, and the access log knows of it."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from examples import TODAY, make_organisation, make_person
from openpyxl import load_workbook
from services.playing import written_by_another

from huddinge_training.domain.course import Course
from huddinge_training.domain.person import Person
from huddinge_training.errors import ExportCancelledError, ExportError, StorageError
from huddinge_training.language import Language
from huddinge_training.services.clock import Clock
from huddinge_training.services.hr_reports import ExportFormat, HrReports
from huddinge_training.storage.access_log import AccessEntry
from huddinge_training.storage.database import Database
from huddinge_training.storage.people import PeopleStore


@pytest.fixture
def reports(database: Database, course: Course, clock: Clock, person: Person) -> HrReports:
    """HR's reports, over one person and another."""
    PeopleStore(database).add(make_person("bo", employee_number="", email="bo@example.invalid"))
    return HrReports(database, course, make_organisation(), clock)


def numbers_in(file: Path, file_format: ExportFormat) -> list[str]:
    """The employee numbers in a file of any format, in their order."""
    if file_format is ExportFormat.JSON:
        return [r["anstallningsnummer"] for r in json.loads(file.read_text("utf-8"))["rows"]]
    if file_format is ExportFormat.XLSX:
        sheet = load_workbook(file)["People"]
        header = [cell.value for cell in sheet[1]]
        assert header
        return [str(row[0] or "") for row in sheet.iter_rows(min_row=2, values_only=True)]
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [r["anstallningsnummer"] for r in csv.DictReader(lines, delimiter=";")]


@pytest.mark.parametrize("file_format", list(ExportFormat))
def test_every_format_holds_everybody(
    reports: HrReports, file_format: ExportFormat, tmp_path: Path, english: Language
) -> None:
    file = tmp_path / f"rapport.{file_format.ending}"
    reports.export(reports.report(), file_format, file, english)
    assert sorted(numbers_in(file, file_format)) == ["", "", "0042", "0042"]


def test_the_endings_are_those_that_programs_know() -> None:
    assert [f.ending for f in ExportFormat] == ["csv", "csv", "xlsx", "json"]


def test_a_name_says_what_and_when(reports: HrReports) -> None:
    names = [reports.suggested_name(file_format, TODAY) for file_format in ExportFormat]
    assert names == [
        "etik_slutforda_2026-03-02_v1.csv",
        "etik_slutforda_system_2026-03-02_v1.csv",
        "etik_slutforda_2026-03-02_v1.xlsx",
        "etik_slutforda_2026-03-02_v1.json",
    ]


def test_an_export_stands_in_the_access_log(
    reports: HrReports, tmp_path: Path, english: Language, clock: Clock
) -> None:
    file = tmp_path / "rapport.csv"
    reports.export(reports.report(), ExportFormat.CSV, file, english)
    reports.export(reports.report(TODAY, "SK-1"), ExportFormat.JSON, tmp_path / "r", english)
    first, second = reports.exports()
    assert first == AccessEntry(
        kind="export",
        happened_at=clock.now(),
        filter="csv 2026-03-02",
        person_count=2,
        file_hash=hashlib.sha256(file.read_bytes()).hexdigest(),
    )
    assert second.filter == "json 2026-03-02 SK-1"


def test_progress_is_told(reports: HrReports, tmp_path: Path, english: Language) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    reports.export(reports.report(), ExportFormat.CSV, tmp_path / "r.csv", english, tell)
    assert told[-1] == (4, 4)


@pytest.mark.parametrize("file_format", list(ExportFormat))
def test_a_stopped_export_leaves_the_old_file_and_no_trace(
    reports: HrReports, file_format: ExportFormat, tmp_path: Path, english: Language
) -> None:
    def stop(done: int, total: int) -> None:
        raise ExportCancelledError

    file = tmp_path / "rapport"
    file.write_text("old")
    with pytest.raises(ExportCancelledError):
        reports.export(reports.report(), file_format, file, english, stop)
    assert file.read_text() == "old"
    assert list(tmp_path.glob(".*")) == []
    assert reports.exports() == []


def test_a_folder_that_is_not_there_is_a_sentence(
    reports: HrReports, tmp_path: Path, english: Language
) -> None:
    with pytest.raises(ExportError, match="no folder"):
        reports.export(reports.report(), ExportFormat.CSV, tmp_path / "no" / "r.csv", english)
    assert reports.exports() == []


def test_an_export_that_cannot_be_logged_is_not_made(
    reports: HrReports, tmp_path: Path, english: Language, database: Database
) -> None:
    file = tmp_path / "rapport.csv"
    report = reports.report()
    with written_by_another(database), pytest.raises(StorageError):
        reports.export(report, ExportFormat.CSV, file, english)
    assert not file.exists()
    assert list(tmp_path.glob(".*")) == []
