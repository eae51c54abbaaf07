"""Begins anew beside a damaged database, which is kept for whoever can rescue it."""

from pathlib import Path

from huddinge_training.paths import DataPaths
from huddinge_training.services.clock import Clock
from huddinge_training.storage.safekeeping import set_aside


def set_damaged_aside(paths: DataPaths, clock: Clock) -> Path:
    """Renames the damaged file and says to what; raises StorageError."""
    return set_aside(paths.database, clock.now())
