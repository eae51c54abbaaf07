"""A spreadsheet program that is not ours shows the cells that were written (HR-09)."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from exports.reports import ATTEMPTS, make_row, make_scope, row_of

from huddinge_training.domain.report import ReportRow
from huddinge_training.exports.csv_file import write_csv
from huddinge_training.exports.xlsx_file import write_xlsx
from huddinge_training.language import Language

pytestmark = pytest.mark.needs_libreoffice

AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,true,false,false,"
EVERY_SHEET = "-1"
FIRST_SHEET = "0"
SWEDISH = "1053"
FORMULA_STARTS = tuple("=+-@\t\r\n\0＝＋－＠")
TEXT_COLUMNS = (0, 1, 2, 3, 4, 5, 6, 7, 14, -1)
# LibreOffice shows a NUL and a lone carriage return as something else.
SHOWN_AS_WRITTEN = [text for text in ATTEMPTS if not set(text) & {"\0", "\r"}]


def shown(path: Path, sheets: str, *options: str) -> None:
    """Lets LibreOffice open a file and write down what its cells show, beside it."""
    office = shutil.which("soffice") or shutil.which("libreoffice") or ""
    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--headless",
            *options,
            "--convert-to",
            AS_CSV + sheets,
            path.name,
            "--outdir",
            "shown",
        ],
        cwd=path.parent,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def rows_of(texts: list[str]) -> list[ReportRow]:
    return [row_of(text) for text in texts] + [make_row(employee_number="A-1", completed_on=None)]


def test_the_csv_for_excel_shows_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    # A CSV cannot say that a number is a text; the workbook can.
    texts = [text for text in SHOWN_AS_WRITTEN if text != "000123"]
    write_csv(path, rows_of(texts), make_scope(with_names=True))
    shown(path, FIRST_SHEET, f"--infilter=CSV:59,34,76,1,,{SWEDISH},false,false,false")
    _, *rows, last = read(tmp_path / "shown" / "report.csv")
    expected = ["'" + text if text.startswith(FORMULA_STARTS) else text for text in texts]
    assert [[row[place] for place in TEXT_COLUMNS] for row in rows] == [
        [text] * len(TEXT_COLUMNS) for text in expected
    ]
    assert last[:3] == ["A-1", "Åsa Öman", "Barn och utbildning"]
    assert last[8:14] == ["klar", "2026-01-01", "2026-04-01", "", "2027-02-03", "sjalv"]


def test_the_workbook_shows_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    rows = rows_of(SHOWN_AS_WRITTEN)
    write_xlsx(path, rows, make_scope(with_names=True), Language.load("en", Path()))
    shown(path, EVERY_SHEET)
    header, *people = read(tmp_path / "shown" / "report-People.csv")
    assert header[:3] == ["Employee number", "Name", "Department"]
    assert sorted([row[place] for place in TEXT_COLUMNS] for row in people if row[1] == row[2]) == (
        sorted([text] * len(TEXT_COLUMNS) for text in SHOWN_AS_WRITTEN)
    )
    (last,) = (row for row in people if row[0] == "A-1")
    assert last[8:13] == ["Completed", "2026-01-01", "2026-04-01", "", "2027-02-03"]
    overview = read(tmp_path / "shown" / "report-Overview.csv")
    assert {row[4] for row in overview[1:]} == {"100 %"}
    assert len(read(tmp_path / "shown" / "report-Units.csv")) == len(rows) + 1
    assert read(tmp_path / "shown" / "report-Read me.csv")[1] == ["Day of the report", "2026-03-07"]
    assert read(tmp_path / "shown" / "report-Expiring.csv")[1][0] == "2026-03"
