"""A folder of IT's through which led sessions come to HR without anybody carrying a file.

Leaders' computers put packages there, each under a name of its own; HR's takes them in and moves
them into ``taken``. What cannot be taken in stays where it is, and is said every time.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from huddinge_training.errors import TrainingError
from huddinge_training.language import Message, message
from huddinge_training.services.documents import put_into
from huddinge_training.services.group_packages import GroupPackages, taken_words

ENDING, TAKEN = ".traff", "taken"


@dataclass(frozen=True, slots=True)
class TakenFolder:
    """What became of the packages in the folder, a sentence or more each."""

    words: tuple[Message, ...] = ()
    has_problems: bool = False


class SessionFolder:
    """Looks into the folder when HR does."""

    def __init__(self, folder: Path, packages: GroupPackages) -> None:
        self._folder = folder
        self._packages = packages

    def take_all(self) -> TakenFolder:
        """Takes in what is new; what another HR is quicker with is none of this one's."""
        words: list[Message] = []
        has_problems = False
        try:
            files = self._waiting()
        except OSError:
            return TakenFolder((self._unreadable(),), has_problems=True)
        for file in files:
            try:
                words += taken_words(self._packages.take(file))
                self._put_aside(file)
            except TrainingError as error:
                if file.exists():
                    has_problems = True
                    words.append(message("{file}: {problem}", file=file.name, problem=error.words))
        return TakenFolder(tuple(words), has_problems)

    def _waiting(self) -> list[Path]:
        """All packages; one that is still being written has a dot before its name, or is empty."""
        with os.scandir(self._folder) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name.endswith(ENDING)
                and not entry.name.startswith(".")
                and entry.stat().st_size
            ]
        return [self._folder / name for name in sorted(names)]

    def _put_aside(self, file: Path) -> None:
        """Out of the way, under a name that is free; never over an older one."""
        taken = self._folder / TAKEN
        try:
            taken.mkdir(exist_ok=True)
            content = file.read_bytes()
            put_into(taken, file.name, lambda path: _write(path, content))
            file.unlink(missing_ok=True)
        except FileNotFoundError:
            return
        except OSError as error:
            raise TrainingError(
                message(
                    "It is taken in, but could not be moved into the folder {folder}. "
                    "Ask IT to let you write there.",
                    folder=taken,
                )
            ) from error

    def _unreadable(self) -> Message:
        return message(
            "The folder of led sessions could not be read: {folder}. "
            "Ask IT to check that it is there and that you may read it.",
            folder=self._folder,
        )


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
