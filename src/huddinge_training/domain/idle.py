"""When a window that nobody touches is locked: after minutes that can be chosen (UX-20)."""

import math
from datetime import datetime

SHORTEST_MINUTES, LONGEST_MINUTES = 2, 30
USUAL_MINUTES = 5
CHOICES = (SHORTEST_MINUTES, USUAL_MINUTES, 10, 15, LONGEST_MINUTES)
WARNING_SECONDS = 60


def is_lock_time(minutes: int) -> bool:
    """Whether a window may be locked after so long."""
    return SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES


def lock_minutes(*, decided: int, chosen: int, is_needed: bool) -> int | None:
    """After how long it is locked, or None where it is not; 0 stands for no decision.

    IT's decision comes before the person's, and where there is neither, a window is locked
    where somebody else could be next.
    """
    return decided or chosen or (USUAL_MINUTES if is_needed else None)


def seconds_left(minutes: int, last_used_at: datetime, now: datetime) -> int:
    """The seconds until the lock; 0 is time. A clock that was set back counts as used just now."""
    idle = max(0.0, (now - last_used_at).total_seconds())
    return max(0, math.ceil(minutes * 60 - idle))
