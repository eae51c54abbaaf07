"""Wrong tries at a secret, and the wait that they lead to (UX-19)."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from huddinge_training.errors import AccessDeniedError
from huddinge_training.language import counted

FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 3600
MOST_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class Tries:
    """How many in a row were wrong, and until when the next one has to wait."""

    failures: int = 0
    locked_until: datetime | None = None

    def one_more(self, now: datetime) -> "Tries":
        """Counts a try as wrong; who knows the secret begins anew with ``NO_TRIES``.

        After five wrong tries each further one must wait, from 30 seconds, doubling.
        Raises AccessDeniedError while one has to wait, which makes the wait no longer.
        """
        longest = now + timedelta(seconds=LONGEST_WAIT_SECONDS)
        # A lock further away than any lock can be was set by a clock that was wrong.
        if self.locked_until is not None and now < self.locked_until <= longest:
            seconds = math.ceil((self.locked_until - now).total_seconds())
            raise AccessDeniedError(
                counted(
                    "There were several wrong tries. Try again in one second.",
                    "There were several wrong tries. Try again in {count} seconds.",
                    seconds,
                )
            )
        failures = self.failures + 1
        if failures < FREE_TRIES:
            return Tries(failures)
        doubled = FIRST_WAIT_SECONDS * 2 ** min(failures - FREE_TRIES, MOST_DOUBLINGS)
        return Tries(failures, now + timedelta(seconds=min(doubled, LONGEST_WAIT_SECONDS)))


NO_TRIES = Tries()
