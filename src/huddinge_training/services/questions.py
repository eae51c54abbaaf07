"""Questions about scenarios, kept without a name for those who keep the course (PED-09)."""

import errno
import os

from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.domain.scenario import Scenario
from huddinge_training.errors import StorageError, TrainingError
from huddinge_training.language import message
from huddinge_training.paths import DataPaths
from huddinge_training.services.clock import Clock

FILE_NAME = "fragor.txt"
LONGEST = 2000


class Questions:
    """Appends to a text file in the data folder; no identity is added."""

    def __init__(self, paths: DataPaths, clock: Clock) -> None:
        self.file = paths.folder / FILE_NAME
        self._rights = paths.rights
        self._clock = clock

    def save(self, scenario: Scenario, text: str) -> None:
        """Keeps a question; raises TrainingError for one that is empty or too long."""
        tidy = text.strip()
        if not tidy:
            raise TrainingError(message("Write your question first."))
        if len(tidy) > LONGEST:
            raise TrainingError(
                message("The text is too long. Write at most {most} characters.", most=LONGEST)
            )
        if holds_personal_number(tidy):
            raise TrainingError(
                message("There is a personal identity number in the text. Take it away first.")
            )
        day = self._clock.today.isoformat()
        entry = f"{day} {scenario.id} v{scenario.version}\n{tidy}\n\n".encode()
        try:
            self._append(entry)
        except OSError as error:
            raise StorageError(
                message(
                    "The question could not be saved in {file}. "
                    "Check that the disk is not full and that the folder can be written to.",
                    file=self.file,
                )
            ) from error

    def _append(self, entry: bytes) -> None:
        """Adds all of it or, on a full disk, nothing."""
        self._rights.make_file(self.file)
        with self.file.open("ab", buffering=0) as file:
            before = file.tell()
            if file.write(entry) < len(entry):
                file.truncate(before)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
