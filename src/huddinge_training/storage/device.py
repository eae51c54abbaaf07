"""This computer as a device of its own: what its receipts are sealed with, and what it shows."""

from dataclasses import dataclass

from huddinge_training.storage.database import Database


@dataclass(frozen=True, slots=True)
class Device:
    """The number and the key of its receipts, and whether names may be chosen from a list."""

    number: int
    receipt_key: bytes
    shows_names: bool = False


class DeviceStore:
    """Loads and saves the one Device."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Device | None:
        """What is stored, or None before anything was needed of it."""
        rows = self._database.read(_device, "SELECT number, receipt_key, shows_names FROM device")
        return rows[0] if rows else None

    def save(self, device: Device) -> None:
        """Stores it in place of the old one."""
        with self._database.atomic():
            self._database.writer.table("device").upsert(
                {
                    "id": 1,
                    "number": device.number,
                    "receipt_key": device.receipt_key.hex(),
                    "shows_names": device.shows_names,
                },
                pk="id",
            )


def _device(number: int, receipt_key: str, shows_names: int) -> Device:
    return Device(number, bytes.fromhex(receipt_key), bool(shows_names))
