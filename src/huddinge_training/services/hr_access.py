"""The passphrase before HR's reports: argon2id, and slower after wrong tries (UX-19)."""

import math
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta

from huddinge_training.errors import AccessDeniedError, TrainingError
from huddinge_training.language import counted, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.machine_settings import MachineSettings
from huddinge_training.storage.database import Database
from huddinge_training.storage.hr_access import HrAccess, HrAccessStore

SHORTEST_PASSPHRASE = 12
FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 3600
MOST_DOUBLINGS = 10
USABLE_HASH = re.compile(
    r"(?=.{1,127}\Z)\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}"
)


def passphrase_hash(passphrase: str) -> str:
    """The argon2id hash of a passphrase, as it stands in the database or IT's settings.

    Raises TrainingError for one that is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise TrainingError(
            message(
                "The passphrase is too short. Choose at least {least} characters, "
                "for example four words.",
                least=SHORTEST_PASSPHRASE,
            )
        )
    return unchecked_hash(passphrase)


def unchecked_hash(passphrase: str) -> str:
    """The argon2id hash of any passphrase; for the made-up data of ``demo`` too."""
    from nacl import pwhash  # noqa: PLC0415  not before HR needs it: start-up time

    return pwhash.argon2id.str(
        _octets(passphrase),
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    ).decode("ascii")


class HrDoor:
    """Opens HR's reports to who knows the passphrase; closed until HR or IT has set one."""

    def __init__(self, database: Database, settings: MachineSettings, clock: Clock) -> None:
        self._database = database
        self._store = HrAccessStore(database)
        self._settings = settings
        self._clock = clock

    @property
    def is_set_up(self) -> bool:
        """Whether there is a passphrase, from IT's settings or from ``hr init``."""
        return bool(self._settings.hr_passphrase_hash) or self._stored_hash() != ""

    def require_not_set_up(self) -> None:
        """Raises TrainingError when there is a passphrase already."""
        if self.is_set_up:
            raise TrainingError(
                message(
                    "HR's passphrase is already set on this computer. "
                    "If it is lost, ask IT to put a new one into the settings for the computer."
                )
            )

    def set_up(self, passphrase: str) -> None:
        """Sets the first passphrase; raises TrainingError when there is one already."""
        hashed = passphrase_hash(passphrase)
        with self._database.atomic():
            self.require_not_set_up()
            self._store.save(HrAccess(hashed))

    def unlock(self, passphrase: str) -> None:
        """Returns when the passphrase is right; raises AccessDeniedError otherwise.

        After five wrong tries each further one must wait, from 30 seconds, doubling.
        """
        expected = self._settings.hr_passphrase_hash or self._stored_hash()
        if not expected:
            raise AccessDeniedError(
                message(
                    "HR's page is not turned on here. "
                    "Run “huddinge-training hr init” on this computer, or ask IT."
                )
            )
        if not USABLE_HASH.fullmatch(expected):
            raise TrainingError(
                message(
                    "HR's passphrase in the settings for this computer cannot be used. "
                    "Ask IT to make a new line with “huddinge-training hr hash”."
                )
            )
        # A try counts before its answer is known: several programs at once get no more
        # of them, and neither does one that is killed in the middle.
        state = self._count_try()
        if not _matches(expected, passphrase):
            raise AccessDeniedError(message("That is not the passphrase. Check it and try again."))
        self._store.save(replace(state, failures=0, locked_until=None))

    def _count_try(self) -> HrAccess:
        """Notes a try as wrong, with the wait that follows; raises while one has to wait."""
        with self._database.atomic():
            state = self._store.load() or HrAccess("")
            now = self._clock.now()
            longest = now + timedelta(seconds=LONGEST_WAIT_SECONDS)
            # A lock further away than any lock can be was set by a clock that was wrong.
            if state.locked_until is not None and now < state.locked_until <= longest:
                seconds = math.ceil((state.locked_until - now).total_seconds())
                raise AccessDeniedError(
                    counted(
                        "There were several wrong tries. Try again in one second.",
                        "There were several wrong tries. Try again in {count} seconds.",
                        seconds,
                    )
                )
            failures = state.failures + 1
            locked_until = None
            if failures >= FREE_TRIES:
                doubled = FIRST_WAIT_SECONDS * 2 ** min(failures - FREE_TRIES, MOST_DOUBLINGS)
                locked_until = now + timedelta(seconds=min(doubled, LONGEST_WAIT_SECONDS))
            state = replace(state, failures=failures, locked_until=locked_until)
            self._store.save(state)
        return state

    def _stored_hash(self) -> str:
        state = self._store.load()
        return state.passphrase_hash if state else ""


def _matches(expected: str, passphrase: str) -> bool:
    from nacl import exceptions, pwhash  # noqa: PLC0415  not before HR needs it

    try:
        return pwhash.argon2id.verify(expected.encode("ascii"), _octets(passphrase))
    except exceptions.InvalidkeyError:
        return False


def _octets(passphrase: str) -> bytes:
    """The same for an å typed in one piece or in two, as keyboards and files differ."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8")
