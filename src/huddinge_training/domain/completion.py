"""When a completion falls due, how long it holds, and when it is followed up."""

from dataclasses import dataclass
from datetime import date, timedelta

from huddinge_training.domain.course import ModuleId

DUE_AFTER_DAYS = 90
FOLLOW_UP_AFTER_DAYS = (28, 182)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A short repeat that is planned, and the day it was done."""

    module_id: ModuleId
    due_on: date
    done_on: date | None = None

    def is_due(self, today: date) -> bool:
        """Whether it waits to be done."""
        return self.done_on is None and self.due_on <= today


def assigned_date(created_on: date, introduced_on: date | None) -> date:
    """The day a module was assigned, where HR has set no other.

    It is the day the profile was made, or the day the module came into the course.
    """
    return max(created_on, introduced_on) if introduced_on else created_on


def due_date(assigned_on: date) -> date:
    """The day by which an assigned module should be done, where HR has set no other."""
    return assigned_on + timedelta(days=DUE_AFTER_DAYS)


def planned_follow_ups(module_id: ModuleId, completed_on: date) -> tuple[FollowUp, ...]:
    """The follow-ups of a module: after four weeks and after six months (PED-13)."""
    return tuple(
        FollowUp(module_id, completed_on + timedelta(days=days)) for days in FOLLOW_UP_AFTER_DAYS
    )
