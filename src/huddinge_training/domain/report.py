"""The rows that HR exports, and the sums over them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from huddinge_training.domain.record import ChainHead
from huddinge_training.domain.status import Status, expires_soon

COLUMNS = (
    "anstallningsnummer",
    "forvaltning",
    "enhet_kod",
    "enhet",
    "modul_id",
    "modul",
    "modul_version",
    "status",
    "tilldelad",
    "forfaller",
    "slutford",
    "giltig_till",
    "form",
    "kalla",
    "rapportdatum",
    "liggare",
    "epost",
)
NAME_COLUMN = "namn"


def columns(*, with_names: bool) -> tuple[str, ...]:
    """The machine header, in its fixed order; the name comes after the number when asked for."""
    return (COLUMNS[0], NAME_COLUMN, *COLUMNS[1:]) if with_names else COLUMNS


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One person and one module on the day of the report; a date that is not set is None."""

    employee_number: str
    name: str
    department: str
    unit_code: str
    unit: str
    module_id: str
    module: str
    edition: str
    status: Status
    assigned_on: date
    due_on: date
    completed_on: date | None
    valid_to: date | None
    mode: str
    origin: str
    email: str


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What a report covers: the day, the unit if not all, and the head of the ledger then.

    ``unlisted`` counts completions of people who have removed their profile.
    """

    as_of: date
    unit: str
    exported_at: datetime
    head: ChainHead
    edition: str
    app_version: str
    with_names: bool = False
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over rows; ``assigned`` leaves out the exempt (section 7.1)."""

    assigned: int
    completed: int
    overdue: int
    expiring: int
    exempt: int

    @property
    def rate(self) -> float | None:
        """Completed of assigned, 0–1; None when nothing is assigned."""
        return self.completed / self.assigned if self.assigned else None


def tally(rows: Iterable[ReportRow], as_of: date) -> Tally:
    """The sums of these rows on the day of the report."""
    statuses: Counter[Status] = Counter()
    expiring = 0
    for row in rows:
        statuses[row.status] += 1
        expiring += row.status is Status.COMPLETED and expires_soon(as_of, row.valid_to)
    return Tally(
        assigned=statuses.total() - statuses[Status.EXEMPT],
        completed=statuses[Status.COMPLETED],
        overdue=statuses[Status.OVERDUE],
        expiring=expiring,
        exempt=statuses[Status.EXEMPT],
    )
