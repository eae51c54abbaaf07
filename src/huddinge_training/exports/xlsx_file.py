"""Writes HR's report as an Excel workbook in which no text is ever anything but text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.errors import ExportError
from huddinge_training.exports.palette import palette
from huddinge_training.exports.read_me_sheet import read_me
from huddinge_training.exports.report_sheets import expiring, overview, people, units
from huddinge_training.exports.report_sums import in_swedish_order
from huddinge_training.exports.safe_file import Progress, replacing
from huddinge_training.exports.sheet import Cell, Column, Kind, Sheet
from huddinge_training.language import Language, message

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

MOST_ROWS = 1_048_575
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_TRUE_DATE = date(1900, 3, 1)  # Excel believes in a 29 February 1900.
ROWS_A_REPORT_OF_PROGRESS = 500
A4 = 9
LINE_HEIGHT = 16
MOST_LINES = 25  # Excel has no higher rows.
TEXT = 49  # the number of Excel's own format "@"


class _Looks(NamedTuple):
    """How the texts, dates and numbers of a column look."""

    text: "Format"
    day: "Format"
    number: "Format"


def write_xlsx(
    path: Path,
    rows: Sequence[ReportRow],
    scope: ReportScope,
    language: Language,
    progress: Progress | None = None,
) -> None:
    """Writes the sheets Read me, Overview, Units, People and Expiring; raises ExportError.

    Some 15 s for 100 000 rows, in constant memory: for the background.
    """
    if len(rows) > MOST_ROWS:
        raise ExportError(
            message(
                "The report has {count} rows, and Excel takes {most} at most. "
                "Choose CSV, or one unit at a time.",
                count=len(rows),
                most=MOST_ROWS,
            )
        )
    ordered = in_swedish_order(rows, with_names=scope.with_names)
    with replacing(path) as draft:
        with _workbook(draft, scope, language) as workbook:
            formats = _formats(workbook)
            for sheet, watcher in (
                (read_me(ordered, scope, language), None),
                (overview(ordered, scope, language), None),
                (units(ordered, scope, language), None),
                (people(ordered, scope, language), progress),
                (expiring(ordered, scope, language), None),
            ):
                _write_sheet(workbook, sheet, formats, watcher, len(ordered))
        if progress:
            progress(len(ordered), len(ordered))


@contextmanager
def _workbook(draft: Path, scope: ReportScope, language: Language) -> Iterator["Workbook"]:
    """A workbook that is saved at the end, and whose temporary files go whatever happens."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  40 ms, only for a file
    from xlsxwriter.exceptions import (  # type: ignore[import-untyped]  # noqa: PLC0415
        FileCreateError,
    )

    with TemporaryDirectory(prefix="kompassen-") as folder:
        workbook = xlsxwriter.Workbook(
            str(draft),
            {
                "constant_memory": True,
                "tmpdir": folder,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        workbook.set_properties(
            {
                "title": language.say("Training in ethics and values: who has done what"),
                "author": f"Kompassen {scope.app_version}",
                "keywords": str(scope.head),
                "created": scope.exported_at.astimezone(UTC).replace(tzinfo=None),
            }
        )
        try:
            yield workbook
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            for worksheet in workbook.worksheets():
                worksheet.row_data_fh.close()


def _formats(workbook: "Workbook") -> dict[object, "Format"]:
    colours = palette()
    top = {"valign": "top"}
    heading = {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "font_color": colours["on_primary"],
        "bg_color": colours["primary"],
    }
    return {
        "heading": workbook.add_format(heading),
        "heading of numbers": workbook.add_format({"align": "right", **heading}),
        "text": workbook.add_format({"num_format": TEXT, **top}),
        "wrapped": workbook.add_format({"num_format": TEXT, "text_wrap": True, **top}),
        "day": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        Kind.PLAIN: workbook.add_format({"num_format": "0", "align": "left", **top}),
        Kind.COUNT: workbook.add_format({"num_format": "0", **top}),
        Kind.PERCENT: workbook.add_format({"num_format": "0 %", **top}),
        Kind.MONTH: workbook.add_format({"num_format": "yyyy-mm", "align": "left", **top}),
    }


def _write_sheet(
    workbook: "Workbook",
    sheet: Sheet,
    formats: dict[object, "Format"],
    progress: Progress | None,
    total: int,
) -> None:
    worksheet = workbook.add_worksheet(sheet.name)
    looks = [_looks(column, formats) for column in sheet.columns]
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width, looks[place].text)
    worksheet.freeze_panes(1, 0)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_row(0, 2 * LINE_HEIGHT)
    for place, column in enumerate(sheet.columns):
        is_number = column.kind in (Kind.COUNT, Kind.PERCENT)
        look = formats["heading of numbers" if is_number else "heading"]
        _write_text(worksheet, 0, place, column.heading, look)
    wraps = any(column.wraps for column in sheet.columns)
    number = 0
    for number, cells in enumerate(sheet.rows, start=1):
        if wraps and (lines := _lines(cells, sheet.columns)) > 1:
            worksheet.set_row(number, min(lines, MOST_LINES) * LINE_HEIGHT)
        _write_row(worksheet, number, cells, looks)
        if progress and number % ROWS_A_REPORT_OF_PROGRESS == 0:
            progress(number, total)
    worksheet.autofilter(0, 0, number, len(sheet.columns) - 1)


def _looks(column: Column, formats: dict[object, "Format"]) -> _Looks:
    return _Looks(
        text=formats["wrapped" if column.wraps else "text"],
        day=formats["day" if column.kind is Kind.PLAIN else column.kind],
        number=formats[column.kind],
    )


def _lines(cells: Sequence[Cell], columns: Sequence[Column]) -> int:
    """How many lines the wrapped texts of a row take; not every program works it out itself."""
    wrapped = (
        -(-len(cell) // column.width)
        for cell, column in zip(cells, columns, strict=True)
        if column.wraps and isinstance(cell, str)
    )
    return max(wrapped, default=1)


def _write_row(
    worksheet: "Worksheet", number: int, cells: Sequence[Cell], looks: Sequence[_Looks]
) -> None:
    for place, (cell, look) in enumerate(zip(cells, looks, strict=True)):
        if isinstance(cell, str):
            if cell:
                _write_text(worksheet, number, place, cell, look.text)
        elif isinstance(cell, date):
            if cell < FIRST_TRUE_DATE:
                _write_text(worksheet, number, place, cell.isoformat(), look.text)
            else:
                worksheet.write_number(number, place, cell.toordinal() - DAY_ZERO, look.day)
        elif cell is not None:
            worksheet.write_number(number, place, cell, look.number)


def _write_text(worksheet: "Worksheet", row: int, place: int, text: str, look: "Format") -> None:
    """Writes a text as nothing but text.

    WORKAROUND: XlsxWriter takes a text from ``<r>`` to ``</r>`` for its own rich text and
    writes it as it is, so that a unit's name could hold a formula. Such a text is written as
    rich text in earnest, which escapes it; remove when Worksheet._write_cell does.
    """
    if text.startswith("<r>") and text.endswith("</r>"):
        worksheet.write_rich_string(row, place, text[:1], look, text[1:], look)
    else:
        worksheet.write_string(row, place, text, look)
