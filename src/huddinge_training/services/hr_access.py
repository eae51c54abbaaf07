"""The passphrase before HR's reports: argon2id, and slower after wrong tries (UX-19)."""

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
        passphrase.encode("utf-8"),
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    ).decode("ascii")


class HrDoor:
    """Opens HR's reports to who knows the passphrase; closed until HR or IT has set one."""

    def __init__(self, database: Database, settings: MachineSettings, clock: Clock) -> None:
        self._store = HrAccessStore(database)
        self._settings = settings
        self._clock = clock

    @property
    def is_set_up(self) -> bool:
        """Whether there is a passphrase, from IT's settings or from ``hr init``."""
        return bool(self._settings.hr_passphrase_hash) or self._stored_hash() != ""

    def set_up(self, passphrase: str) -> None:
        """Sets the first passphrase; raises TrainingError when there is one already."""
        if self.is_set_up:
            raise TrainingError(
                message(
                    "HR's passphrase is already set on this computer. "
                    "If it is lost, ask IT to put a new one into the settings for the computer."
                )
            )
        self._store.save(HrAccess(passphrase_hash(passphrase), failures=0, locked_until=None))

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
        state = self._store.load() or HrAccess("", failures=0, locked_until=None)
        now = self._clock.now()
        if state.locked_until is not None and now < state.locked_until:
            seconds = max(1, round((state.locked_until - now).total_seconds()))
            raise AccessDeniedError(
                counted(
                    "There were several wrong tries. Try again in one second.",
                    "There were several wrong tries. Try again in {count} seconds.",
                    seconds,
                )
            )
        if _matches(expected, passphrase):
            if state.failures:
                self._store.save(replace(state, failures=0, locked_until=None))
            return
        failures = state.failures + 1
        locked_until = None
        if failures >= FREE_TRIES:
            wait = FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES)
            locked_until = now + timedelta(seconds=min(wait, LONGEST_WAIT_SECONDS))
        self._store.save(replace(state, failures=failures, locked_until=locked_until))
        raise AccessDeniedError(message("That is not the passphrase. Check it and try again."))

    def _stored_hash(self) -> str:
        state = self._store.load()
        return state.passphrase_hash if state else ""


def _matches(expected: str, passphrase: str) -> bool:
    from nacl import exceptions, pwhash  # noqa: PLC0415  not before HR needs it

    try:
        return pwhash.argon2id.verify(expected.encode("ascii"), passphrase.encode("utf-8"))
    except exceptions.InvalidkeyError:
        return False
    except (exceptions.CryptoError, ValueError) as error:
        raise TrainingError(
            message(
                "HR's passphrase in the settings for this computer cannot be used. "
                "Ask IT to make a new line with “huddinge-training hr hash”."
            )
        ) from error
