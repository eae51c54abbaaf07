"""The status of a module for a person on a day, by the fixed precedence of section 7.1."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EXPIRES_SOON_DAYS = 60


class Status(StrEnum):
    """The codes that stand in exports."""

    EXEMPT = "undantagen"
    COMPLETED = "klar"
    EXPIRED = "utgangen"
    OVERDUE = "forsenad"
    IN_PROGRESS = "pagar"
    NOT_STARTED = "ej_paborjad"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about a module and a person on the day of the report."""

    due_on: date
    completed_on: date | None = None
    valid_to: date | None = None
    is_started: bool = False
    is_exempt: bool = False


def status_on(day: date, standing: Standing) -> Status:
    """Exempt > completed > expired > overdue > in progress > not started."""
    if standing.is_exempt:
        return Status.EXEMPT
    if standing.completed_on is not None and standing.completed_on <= day:
        if standing.valid_to is None or standing.valid_to >= day:
            return Status.COMPLETED
        return Status.EXPIRED
    if standing.due_on < day:
        return Status.OVERDUE
    return Status.IN_PROGRESS if standing.is_started else Status.NOT_STARTED


def expires_soon(day: date, valid_to: date | None) -> bool:
    """Whether a completion runs out within 60 days."""
    return valid_to is not None and day <= valid_to <= day + timedelta(days=EXPIRES_SOON_DAYS)
