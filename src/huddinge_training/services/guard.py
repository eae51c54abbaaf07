"""Lets in who knows a secret: argon2id, and slower after wrong tries (UX-19)."""

import unicodedata
from collections.abc import Callable

from huddinge_training.domain.tries import NO_TRIES, Tries
from huddinge_training.errors import AccessDeniedError
from huddinge_training.language import Message
from huddinge_training.services.clock import Clock
from huddinge_training.storage.database import Database


def secret_hash(secret: str) -> str:
    """The argon2id hash of a secret, with a salt of its own."""
    from nacl import pwhash  # noqa: PLC0415  not before a secret is asked for: start-up time

    return pwhash.argon2id.str(
        _octets(secret),
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    ).decode("ascii")


class Guard:
    """Stands before one secret, whose wrong tries are loaded and saved by its owner."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        load: Callable[[], Tries],
        save: Callable[[Tries], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._load = load
        self._save = save

    def admit(self, expected_hash: str, secret: str, refusal: Message) -> None:
        """Returns when the secret is right; raises AccessDeniedError otherwise."""
        # A try counts before its answer is known: several programs at once get no more
        # of them, and neither does one that is killed in the middle.
        with self._database.atomic():
            self._save(self._load().one_more(self._clock.now()))
        if not _matches(expected_hash, secret):
            raise AccessDeniedError(refusal)
        self._save(NO_TRIES)


def _matches(expected_hash: str, secret: str) -> bool:
    from nacl import exceptions, pwhash  # noqa: PLC0415  not before a secret is asked for

    try:
        return pwhash.argon2id.verify(expected_hash.encode("ascii"), _octets(secret))
    except exceptions.InvalidkeyError:
        return False


def _octets(secret: str) -> bytes:
    """The same for an å typed in one piece or in two, as keyboards and files differ."""
    return unicodedata.normalize("NFC", secret).encode("utf-8")
