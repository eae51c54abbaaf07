"""The workbook, read back by openpyxl and as the XML that it is."""

import re
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from exports.reports import (
    ATTEMPTS,
    HEAD,
    Cancels,
    any_text,
    leaves_nothing_when_cancelled,
    make_row,
    make_scope,
    row_of,
    sentence,
)
from hypothesis import given, settings
from openpyxl.workbook import Workbook

from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.domain.status import Status
from huddinge_training.errors import ExportError
from huddinge_training.exports.xlsx_file import write_xlsx
from huddinge_training.language import Language

ENGLISH = Language.load("en", Path())
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def written(path: Path, rows: Sequence[ReportRow], scope: ReportScope | None = None) -> Workbook:
    write_xlsx(path, rows, scope or make_scope(), ENGLISH)
    return openpyxl.load_workbook(path, rich_text=False)


def values(workbook: Workbook, sheet: str) -> list[tuple[Any, ...]]:
    return list(workbook[sheet].iter_rows(values_only=True))


def texts_of(row: Sequence[Any]) -> list[str]:
    """Texts as Excel reads them: a sign that XML lacks is written as its number."""
    return [ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(cell or "")) for cell in row]


def table(workbook: Workbook, sheet: str) -> list[dict[str, Any]]:
    header, *rows = values(workbook, sheet)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture
def report(tmp_path: Path) -> Workbook:
    rows = [
        make_row(department="Öppenvård", unit="Åby", unit_code="3", employee_number="7"),
        make_row(status=Status.OVERDUE, completed_on=None, valid_to=None, mode=""),
        make_row(employee_number="000124", valid_to=date(2026, 4, 1), mode="grupp"),
        make_row(employee_number="000125", status=Status.EXEMPT, completed_on=None, valid_to=None),
        make_row(unit="", unit_code="", department="", employee_number="", email="a@b.se"),
        *(make_row(unit="Ängen", unit_code="2", employee_number=f"1{n}") for n in range(5)),
    ]
    return written(tmp_path / "report.xlsx", rows, make_scope(unlisted=3))


def test_the_sheets_and_their_shape(report: Workbook) -> None:
    assert report.sheetnames == ["Read me", "Overview", "Units", "People", "Expiring"]
    for sheet in report.worksheets:
        assert sheet.freeze_panes == "A2"
        last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert not sheet.merged_cells.ranges
        assert all(cell.value and cell.font.bold for cell in sheet[1])
        assert all(width.width > 9 for width in sheet.column_dimensions.values())


def test_people_have_texts_as_texts_and_dates_as_dates(report: Workbook) -> None:
    sheet = report["People"]
    header, row = sheet[1], next(cells for cells in sheet.iter_rows() if cells[0].value == "000124")
    shown = {head.value: cell for head, cell in zip(header, row, strict=True)}
    assert shown["Employee number"].data_type == "s"
    assert shown["Employee number"].number_format == "@"
    assert shown["Completed on"].value == datetime(2026, 2, 3)
    assert shown["Completed on"].number_format == "yyyy-mm-dd"
    assert shown["Status"].value == "Completed"
    assert shown["Form"].value == "In a group"
    assert shown["E-mail"].value is None


def test_people_stand_in_the_order_of_the_swedish_alphabet(report: Workbook) -> None:
    places = [(row["Department"], row["Unit"]) for row in table(report, "People")]
    assert list(dict.fromkeys(places)) == [
        (None, None),
        ("Barn och utbildning", "Förskolan Solstrålen"),
        ("Barn och utbildning", "Ängen"),
        ("Öppenvård", "Åby"),
    ]


def test_with_names_people_stand_by_name_in_a_unit(tmp_path: Path) -> None:
    rows = [
        make_row(name=name, employee_number=str(number))
        for number, name in enumerate(["Östen", "Anna", "Ängla", "Zeb", "Åsa"])
    ]
    workbook = written(tmp_path / "report.xlsx", rows, make_scope(with_names=True))
    names = [row["Name"] for row in table(workbook, "People")]
    assert names == ["Anna", "Zeb", "Åsa", "Ängla", "Östen"]


def test_names_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    written(tmp_path / "report.xlsx", [make_row()])
    with zipfile.ZipFile(tmp_path / "report.xlsx") as package:
        assert not any("Åsa".encode() in package.read(name) for name in package.namelist())


def test_the_overview_sums_up_departments(report: Workbook) -> None:
    assert table(report, "Overview") == [
        {
            "Department": department,
            "People": people,
            "Assigned modules": assigned,
            "Completed modules": completed,
            "Completion rate": rate,
            "Overdue modules": overdue,
            "Expiring within 60 days": expiring,
            "Exempt modules": exempt,
        }
        for department, people, assigned, completed, rate, overdue, expiring, exempt in [
            ("Not stated", 1, 1, 1, 1, 0, 0, 0),
            ("Barn och utbildning", 8, 7, 6, 6 / 7, 1, 1, 1),
            ("Öppenvård", 1, 1, 1, 1, 0, 0, 0),
        ]
    ]
    assert report["Overview"]["E3"].number_format == "0 %"


def test_small_units_are_marked_and_not_hidden(report: Workbook) -> None:
    marks = {row["Unit"]: (row["People"], row["Outside HR"]) for row in table(report, "Units")}
    small = "Do not show: fewer than 5 people"
    assert marks == {
        "Not stated": (1, small),
        "Förskolan Solstrålen": (3, small),
        "Ängen": (5, None),
        "Åby": (1, small),
    }


def test_a_unit_where_nothing_is_assigned_has_no_rate(tmp_path: Path) -> None:
    workbook = written(tmp_path / "report.xlsx", [make_row(status=Status.EXEMPT)])
    (unit,) = table(workbook, "Units")
    assert (unit["Assigned modules"], unit["Completion rate"]) == (0, None)
    facts = dict(values(workbook, "Read me"))
    assert facts["Completed of assigned"] == "Nothing is assigned"


def test_expiring_counts_by_month_six_months_ahead(tmp_path: Path) -> None:
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2027, 4, 30), date(2027, 5, 1)]
    rows = [make_row(valid_to=day, employee_number=str(day)) for day in days]
    rows.append(make_row(status=Status.EXPIRED, valid_to=date(2026, 11, 2)))
    workbook = written(tmp_path / "report.xlsx", rows, make_scope(as_of=date(2026, 10, 31)))
    assert [tuple(row) for row in values(workbook, "Expiring")[1:]] == [
        (datetime(year, month, 1), "Barn och utbildning", count)
        for year, month, count in [
            (2026, 10, 1),
            (2026, 11, 1),
            (2026, 12, 0),
            (2027, 1, 0),
            (2027, 2, 0),
            (2027, 3, 0),
            (2027, 4, 1),
        ]
    ]
    assert workbook["Expiring"]["A2"].number_format == "yyyy-mm"


def test_read_me_says_what_when_and_what_not_for(report: Workbook) -> None:
    facts = dict(values(report, "Read me"))
    assert facts["Day of the report"] == datetime(2026, 3, 7)
    assert facts["Selection"] == "All units"
    assert facts["Names"] == "Left out"
    assert facts["Exported"] == "2026-03-07 12:30 UTC, by HR, with Kompassen 0.1.0"
    assert facts["Edition of the content"] == "2026.1"
    assert facts["People"] == 10
    assert facts["Completions not listed"] == 3
    assert facts["Head of the ledger"] == str(HEAD)
    assert "pay, appraisal or discipline" in facts["Purpose"]
    assert "60 days" in facts["Expiring soon"]


def test_read_me_shows_the_latest_definition_and_the_rate_as_a_sentence(tmp_path: Path) -> None:
    rows = [make_row(), make_row(status=Status.OVERDUE), make_row(status=Status.OVERDUE)]
    write_xlsx(tmp_path / "r.xlsx", rows, make_scope(unit="4711", with_names=True), ENGLISH)
    pairs = values(openpyxl.load_workbook(tmp_path / "r.xlsx"), "Read me")
    assert ("Completed of assigned", "33\N{NO-BREAK SPACE}% (1 of 3)") in pairs
    assert ("Completion rate", "Completed with a valid date, of the assigned.") in pairs
    assert ("Selection", "4711") in pairs
    assert ("Names", "Included") in pairs


@settings(max_examples=30, deadline=None)
@given(any_text)
def test_any_text_comes_back_as_it_was_and_inert(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.xlsx"
        scope = make_scope(with_names=True, unit=text, edition=text)
        workbook = written(path, [row_of(text)], scope)
        assert_inert(path)
    row = texts_of(values(workbook, "People")[1])
    assert [*row[:8], row[14], row[15]] == [text] * 10
    units = texts_of(values(workbook, "Units")[1])
    assert units[:3] == [text, text, text or "Not stated"]


@pytest.mark.parametrize("text", ATTEMPTS)
def test_no_text_becomes_a_formula_a_link_or_mark_up(tmp_path: Path, text: str) -> None:
    workbook = written(tmp_path / "report.xlsx", [row_of(text)], make_scope(with_names=True))
    assert_inert(tmp_path / "report.xlsx")
    assert texts_of(values(workbook, "People")[1])[1] == text
    for sheet in workbook.worksheets:
        for cells in sheet.iter_rows():
            assert all(cell.data_type in "snd" and cell.hyperlink is None for cell in cells)


def assert_inert(path: Path) -> None:
    """No formulas, links, macros or parts from elsewhere in the package."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            xml = package.read(name)
            assert (
                re.search(rb"<(\w+:)?(f|hyperlink|oleObject|externalReference)[ />]", xml) is None
            )
            assert b'TargetMode="External"' not in xml
            assert "vba" not in name.lower()


def test_the_same_report_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        written(tmp_path / name, [make_row()])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_properties_name_the_program_and_the_head_of_the_ledger(tmp_path: Path) -> None:
    properties = written(tmp_path / "report.xlsx", [make_row()]).properties
    assert properties.creator == "Kompassen 0.1.0"
    assert properties.keywords == str(HEAD)
    assert properties.created == datetime(2026, 3, 7, 12, 30)


def test_a_date_that_excel_counts_wrongly_is_a_text(tmp_path: Path) -> None:
    first = date(1900, 3, 1)
    rows = [make_row(assigned_on=first, due_on=first - timedelta(days=1))]
    (row,) = table(written(tmp_path / "report.xlsx", rows), "People")
    assert (row["Assigned on"], row["Due on"]) == (datetime(1900, 3, 1), "1900-02-28")


def test_no_rows_make_sheets_with_headings(tmp_path: Path) -> None:
    workbook = written(tmp_path / "report.xlsx", [])
    assert len(values(workbook, "People")) == 1
    assert len(values(workbook, "Expiring")) == 1


def test_more_rows_than_excel_takes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_xlsx(tmp_path / "report.xlsx", [make_row()] * 1_048_576, make_scope(), ENGLISH)
    assert sentence(problem) == (
        "The report has 1,048,576 rows, and Excel takes 1,048,575 at most. "
        "Choose CSV, or one unit at a time."
    )
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told(tmp_path: Path) -> None:
    follows = Cancels(after=9)
    write_xlsx(tmp_path / "report.xlsx", [make_row()] * 1_200, make_scope(), ENGLISH, follows)
    assert follows.heard == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_cancelled_export_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    temporary, target = tmp_path / "temporary", tmp_path / "target"
    temporary.mkdir()
    target.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))  # no other program writes there
    rows = [make_row()] * 1_200
    leaves_nothing_when_cancelled(
        target, lambda path: write_xlsx(path, rows, make_scope(), ENGLISH, Cancels(after))
    )
    assert list(temporary.iterdir()) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_xlsx(tmp_path / "missing" / "report.xlsx", [], make_scope(), ENGLISH)
    assert "there is no folder" in sentence(problem)


def test_a_folder_that_goes_away_meanwhile_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "on a stick"
    folder.mkdir()

    def pull_out(_done: int, _total: int, /) -> None:
        rmtree(folder)

    with pytest.raises(ExportError) as problem:
        write_xlsx(folder / "r.xlsx", [make_row()] * 500, make_scope(), ENGLISH, pull_out)
    assert f"there is no folder {folder}" in sentence(problem)
