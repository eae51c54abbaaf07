"""What time it is; handed in, so that tests can live in any year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


def system_time() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Times in UTC for the record, dates in local time for people."""

    now: Callable[[], datetime] = system_time

    @property
    def today(self) -> date:
        """The date where the computer is."""
        return self.now().astimezone().date()
