"""Says which field of a row, or of the report, stands in which column of the machine formats."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from huddinge_training.domain.report import ReportRow, ReportScope, columns

VERSION = 1  # Raised when columns() changes: other systems read these files by it.
NAMES = {
    "csv": ("etik_slutforda", "csv"),
    "csv-system": ("etik_slutforda_system", "csv"),
    "xlsx": ("etik_slutforda", "xlsx"),
    "json": ("etik_slutforda", "json"),
}
FIELDS = {
    "anstallningsnummer": "employee_number",
    "namn": "name",
    "forvaltning": "department",
    "enhet_kod": "unit_code",
    "enhet": "unit",
    "modul_id": "module_id",
    "modul": "module",
    "modul_version": "edition",
    "status": "status",
    "tilldelad": "assigned_on",
    "forfaller": "due_on",
    "slutford": "completed_on",
    "giltig_till": "valid_to",
    "form": "mode",
    "kalla": "origin",
    "epost": "email",
}


def report_values(scope: ReportScope) -> dict[str, str]:
    """The columns that are the same in every row."""
    return {"rapportdatum": scope.as_of.isoformat(), "liggare": str(scope.head)}


def row_columns(scope: ReportScope) -> tuple[str, ...]:
    """The columns that differ from row to row, in their order."""
    return tuple(name for name in columns(with_names=scope.with_names) if name in FIELDS)


def row_values(scope: ReportScope) -> Callable[[ReportRow], tuple[object, ...]]:
    """Reads the values of ``row_columns`` from a row: texts, dates and None, in C."""
    return attrgetter(*(FIELDS[name] for name in row_columns(scope)))


def suggested_name(kind: str, as_of: date) -> str:
    """A name with what, when and the version of the columns: etik_slutforda_2026-03-07_v1.csv."""
    stem, ending = NAMES[kind]
    return f"{stem}_{as_of.isoformat()}_v{VERSION}.{ending}"
