"""Where the program's own files and the user's data lie."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """A bundled folder ("resources", "quizzes"): in the installed package, else the checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The files of one data folder; nothing is created until it is written."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite database with people, progress and ledger."""
        return self.folder / "kompassen.db"

    @property
    def logs(self) -> Path:
        """The folder of the log; it holds no personal data."""
        return self.folder / "logs"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.folder / "cache"


def data_paths(folder: Path | None = None) -> DataPaths:
    """The data folder given with ``--data-dir``, or else the person's own."""
    if folder is None:
        from platformdirs import user_data_path  # noqa: PLC0415  first window: only when needed

        folder = user_data_path("huddinge-training", appauthor=False)
    return DataPaths(folder)


def machine_settings_file() -> Path:
    """IT's settings for the whole machine; the variable exists for tests and packagers."""
    override = os.environ.get("HUDDINGE_TRAINING_CONFIG")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / (
            "huddinge-training/config.toml"
        )
    return Path("/etc/huddinge-training/config.toml")
