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
class Rights:
    """Who may use what the program makes in a data folder, where the system counts in modes."""

    file_mode: int
    folder_mode: int

    def make_folder(self, folder: Path) -> None:
        """Makes the folder, and those that it lies in, unless they are there."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(mode=self.folder_mode, exist_ok=True)
        # Here and below: the process may take rights away from whatever it makes.
        folder.chmod(self.folder_mode)

    def make_file(self, file: Path) -> None:
        """Makes the file, empty, with these rights, unless it is there."""
        try:
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, self.file_mode)
        except FileExistsError:
            return
        os.close(handle)
        file.chmod(self.file_mode)


PRIVATE = Rights(0o600, 0o700)
# New files belong to the folder's group, not to that of whoever makes them.
FOR_THE_GROUP = Rights(0o660, 0o2770)


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The files of one data folder; nothing is created until it is written."""

    folder: Path
    rights: Rights = PRIVATE

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


def data_paths(folder: Path | None = None, machine_folder: Path | None = None) -> DataPaths:
    """The data folder given with ``--data-dir``, or else IT's for the machine, or one's own."""
    if folder is not None:
        return DataPaths(folder)
    if machine_folder is not None:
        return DataPaths(machine_folder, FOR_THE_GROUP)
    from platformdirs import user_data_path  # noqa: PLC0415  first window: only when needed

    return DataPaths(user_data_path("huddinge-training", appauthor=False))


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
