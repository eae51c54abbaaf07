"""The two CSV profiles, read back by Python's own reader."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exports.reports import (
    AS_OF,
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
from hypothesis import given

from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.domain.status import Status
from huddinge_training.errors import ExportError
from huddinge_training.exports.csv_file import CsvProfile, write_csv
from huddinge_training.exports.report_fields import suggested_name

BOM = b"\xef\xbb\xbf"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
TEXT_COLUMNS = (0, 1, 2, 3, 4, 5, 6, 7, 14, 17)


def written(rows: list[ReportRow], scope: ReportScope, profile: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.csv"
        write_csv(path, rows, scope, profile)
        return path.read_bytes()


def cells(content: bytes) -> list[list[str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


def test_the_excel_profile_byte_for_byte() -> None:
    rows = [
        make_row(),
        make_row(
            employee_number="",
            email="åsa@example.se",
            unit='"Söder"; norra',
            status=Status.NOT_STARTED,
            completed_on=None,
            valid_to=None,
            mode="",
        ),
    ]
    assert (
        written(rows, make_scope(), "csv")
        == BOM
        + (
            "anstallningsnummer;forvaltning;enhet_kod;enhet;modul_id;modul;modul_version;status;"
            "tilldelad;forfaller;slutford;giltig_till;form;kalla;rapportdatum;liggare;epost\r\n"
            "000123;Barn och utbildning;4711;Förskolan Solstrålen;jav;Fria från jäv;2026.1;klar;"
            f"2026-01-01;2026-04-01;2026-02-03;2027-02-03;sjalv;kompassen;2026-03-07;{HEAD};\r\n"
            ';Barn och utbildning;4711;"""Söder""; norra";jav;Fria från jäv;2026.1;ej_paborjad;'
            f"2026-01-01;2026-04-01;;;;kompassen;2026-03-07;{HEAD};åsa@example.se\r\n"
        ).encode()
    )


def test_the_system_profile_differs_by_the_mark_and_by_unguarded_texts() -> None:
    rows = [make_row(unit="-1")]
    excel, system = (written(rows, make_scope(), profile) for profile in ("csv", "csv-system"))
    assert excel == BOM + system.replace(b";-1;", b";'-1;")


def test_names_come_after_the_number_when_asked_for() -> None:
    header, row = cells(written([make_row()], make_scope(with_names=True), "csv"))
    assert header[:3] == ["anstallningsnummer", "namn", "forvaltning"]
    assert row[:3] == ["000123", "Åsa Öman", "Barn och utbildning"]
    assert "Åsa Öman" not in written([make_row()], make_scope(), "csv").decode()


@given(any_text)
def test_the_system_profile_gives_any_text_back_as_it_was(text: str) -> None:
    content = written([row_of(text)], make_scope(with_names=True), "csv-system")
    _, row = cells(content)
    assert [row[place] for place in TEXT_COLUMNS] == [text] * len(TEXT_COLUMNS)


@given(any_text)
def test_the_excel_profile_gives_any_text_back_and_disarms_formulas(text: str) -> None:
    content = written([row_of(text)], make_scope(with_names=True), "csv")
    _, row = cells(content)
    expected = "'" + text if text.startswith(FORMULA_STARTS) else text
    assert [row[place] for place in TEXT_COLUMNS] == [expected] * len(TEXT_COLUMNS)


@pytest.mark.parametrize("text", ATTEMPTS)
def test_rows_are_what_pythons_own_writer_makes_of_them(text: str) -> None:
    ours = written([row_of(text), make_row()], make_scope(with_names=True), "csv-system")
    text_file = io.StringIO(newline="")
    writer = csv.writer(text_file, delimiter=";", lineterminator="\r\n")
    writer.writerows(cells(ours))
    assert ours.decode() == text_file.getvalue()


def test_the_excel_profile_has_no_line_that_names_the_separator() -> None:
    assert not written([], make_scope(), "csv").removeprefix(BOM).lower().startswith(b"sep=")


def test_no_rows_make_a_header_alone() -> None:
    assert len(cells(written([], make_scope(), "csv"))) == 1


def test_rows_may_come_one_by_one_and_keep_their_order(tmp_path: Path) -> None:
    def numbered() -> Iterator[ReportRow]:
        for number in range(4_500):
            yield make_row(employee_number=str(number), completed_on=None)

    follows = Cancels(after=9)
    write_csv(tmp_path / "report.csv", numbered(), make_scope(), progress=follows)
    found = cells((tmp_path / "report.csv").read_bytes())
    assert [row[0] for row in found[1:]] == [str(number) for number in range(4_500)]
    assert follows.heard == [(2_000, 0), (4_000, 0), (4_500, 0)]


def test_progress_is_told_of_how_many(tmp_path: Path) -> None:
    follows = Cancels(after=9)
    write_csv(tmp_path / "report.csv", [make_row()] * 2_500, make_scope(), progress=follows)
    assert follows.heard == [(2_000, 2_500), (2_500, 2_500)]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_cancelled_export_leaves_nothing(tmp_path: Path, after: int) -> None:
    rows = [make_row()] * 5_000
    leaves_nothing_when_cancelled(
        tmp_path,
        lambda path: write_csv(path, rows, make_scope(), progress=Cancels(after)),
    )


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_csv(tmp_path / "missing" / "report.csv", [], make_scope())
    assert "there is no folder" in sentence(problem)


def test_a_profile_that_does_not_exist_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tsv"):
        write_csv(tmp_path / "report.tsv", [], make_scope(), "tsv")


def test_suggested_names_say_what_and_when_and_in_which_version() -> None:
    day = date(2026, 3, 7)
    assert suggested_name(CsvProfile.EXCEL, day) == "etik_slutforda_2026-03-07_v1.csv"
    assert suggested_name(CsvProfile.SYSTEM, day) == "etik_slutforda_system_2026-03-07_v1.csv"
    assert suggested_name("xlsx", AS_OF) == "etik_slutforda_2026-03-07_v1.xlsx"
    assert suggested_name("json", AS_OF) == "etik_slutforda_2026-03-07_v1.json"
