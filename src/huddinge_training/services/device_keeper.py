"""Keeps what this computer is as a device: its number, its key, and what its owner has decided."""

import secrets
from dataclasses import replace

from huddinge_training.storage.database import Database
from huddinge_training.storage.device import Device, DeviceStore


class DeviceKeeper:
    """Makes number and key when they are first needed; they stay in the data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._store = DeviceStore(database)

    @property
    def shows_names(self) -> bool:
        """Whether the owner has turned the list of names on."""
        known = self._store.load()
        return known is not None and known.shows_names

    def show_names(self, *, shown: bool) -> None:
        """Turns the list of names on or off."""
        with self._database.atomic():
            self._store.save(replace(self.device(), shows_names=shown))

    def device(self) -> Device:
        """The device, made now if need be."""
        from huddinge_training.domain.receipt import (  # noqa: PLC0415  start-up time
            KEY_BYTES,
            MOST_DEVICES,
        )

        with self._database.atomic():
            known = self._store.load()
            if known is None:
                known = Device(secrets.randbelow(MOST_DEVICES), secrets.token_bytes(KEY_BYTES))
                self._store.save(known)
        return known

    def known_key(self) -> bytes | None:
        """The key, where there is one yet."""
        known = self._store.load()
        return known.receipt_key if known else None
