"""The report as JSON, read back by Python's own reader."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from exports.reports import (
    HEAD,
    Cancels,
    any_text,
    leaves_nothing_when_cancelled,
    make_row,
    make_scope,
    row_of,
)
from hypothesis import given

from huddinge_training.domain.report import COLUMNS, ReportRow, ReportScope
from huddinge_training.exports.json_file import write_json


def read_back(rows: list[ReportRow], scope: ReportScope) -> Any:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        write_json(path, rows, scope)
        return json.loads(path.read_bytes())


def test_what_the_report_covers_stands_once() -> None:
    report = read_back([], make_scope(unlisted=2))
    assert report == {
        "schema": "huddinge-training/report",
        "schema_version": 1,
        "scope": {
            "as_of": "2026-03-07",
            "unit": None,
            "with_names": False,
            "exported_at": "2026-03-07T12:30:00+00:00",
            "edition": "2026.1",
            "app_version": "0.1.0",
            "unlisted": 2,
            "chain_head": str(HEAD),
        },
        "rows": [],
    }


def test_rows_have_the_columns_of_the_csv_that_differ_from_row_to_row() -> None:
    (row,) = read_back([make_row(completed_on=None, valid_to=None)], make_scope())["rows"]
    assert list(row) == [name for name in COLUMNS if name not in ("rapportdatum", "liggare")]
    assert row["anstallningsnummer"] == "000123"
    assert row["status"] == "klar"
    assert row["tilldelad"] == "2026-01-01"
    assert row["slutford"] is None


def test_names_only_when_asked_for() -> None:
    assert "namn" not in read_back([make_row()], make_scope())["rows"][0]
    assert read_back([make_row()], make_scope(with_names=True))["rows"][0]["namn"] == "Åsa Öman"


def test_a_row_a_line(tmp_path: Path) -> None:
    write_json(tmp_path / "report.json", [make_row()] * 3, make_scope(unit="4711"))
    lines = (tmp_path / "report.json").read_text("utf-8").splitlines()
    assert [json.loads(line.rstrip(","))["enhet"] for line in lines[3:6]] == [
        "Förskolan Solstrålen"
    ] * 3


@given(any_text)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    report = read_back([row_of(text)], make_scope(with_names=True, unit=text))
    (row,) = report["rows"]
    texts = ("anstallningsnummer", "namn", "forvaltning", "enhet_kod", "enhet", "modul", "epost")
    assert [row[name] for name in texts] == [text] * len(texts)
    assert report["scope"]["unit"] == (text or None)


def test_progress_is_told(tmp_path: Path) -> None:
    follows = Cancels(after=9)
    rows = [make_row()] * 2_500
    write_json(tmp_path / "report.json", rows, make_scope(), follows)
    assert follows.heard == [(2_000, 2_500), (2_500, 2_500)]


@pytest.mark.parametrize("after", [0, 1])
def test_a_cancelled_export_leaves_nothing(tmp_path: Path, after: int) -> None:
    rows = [make_row()] * 2_500
    leaves_nothing_when_cancelled(
        tmp_path, lambda path: write_json(path, rows, make_scope(), Cancels(after))
    )
