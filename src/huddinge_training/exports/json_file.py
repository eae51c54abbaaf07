"""Writes the report as JSON: what it covers once, then the rows, one a line."""

import json
from collections.abc import Iterable
from datetime import date
from operator import length_hint
from pathlib import Path

from huddinge_training.domain.report import ReportRow, ReportScope
from huddinge_training.exports.report_fields import VERSION, row_columns, row_values
from huddinge_training.exports.safe_file import Progress, replacing

SCHEMA = "huddinge-training/report"
ROWS_A_REPORT_OF_PROGRESS = 2_000


def write_json(
    path: Path,
    rows: Iterable[ReportRow],
    scope: ReportScope,
    progress: Progress | None = None,
) -> None:
    """Writes the rows in the order given, dates as ISO 8601, no date as null; raises ExportError.

    The keys of a row are the columns of the CSV; those that are the same in all rows
    stand in ``scope``.
    """
    names, values = row_columns(scope), row_values(scope)
    total = length_hint(rows)
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"schema": ' + _json(SCHEMA) + f', "schema_version": {VERSION},\n')
        file.write('"scope": ' + _json(_scope(scope)) + ',\n"rows": [')
        done = 0
        for done, row in enumerate(rows, start=1):
            file.write(",\n" if done > 1 else "\n")
            file.write(_json(dict(zip(names, values(row), strict=True))))
            if progress and done % ROWS_A_REPORT_OF_PROGRESS == 0:
                progress(done, total)
        file.write("\n]}\n")
        if progress:
            progress(done, total)


def _scope(scope: ReportScope) -> dict[str, object]:
    return {
        "as_of": scope.as_of,
        "unit": scope.unit or None,
        "with_names": scope.with_names,
        "exported_at": scope.exported_at.isoformat(),
        "edition": scope.edition,
        "app_version": scope.app_version,
        "unlisted": scope.unlisted,
        "chain_head": str(scope.head),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)
