"""What can go wrong without being a bug: errors that carry a sentence for their reader."""

from collections.abc import Mapping
from pathlib import Path

from huddinge_training.language import Message, message


class TrainingError(Exception):
    """A mistake of the user or the machine, with a sentence that its reader can act on.

    The sentence is a :class:`Message`, so that it is put into words at the edge,
    in its reader's language.
    """

    def __init__(self, words: Message) -> None:
        super().__init__(words.msgid)
        self.words = words


class ContentError(TrainingError):
    """A course file that cannot be used; knows the file and, where there is one, the line."""

    def __init__(self, words: Message, file: Path, line: int | None = None) -> None:
        super().__init__(words)
        self.file = file
        self.line = line


class RejectedInputError(TrainingError):
    """A form that cannot be accepted; ``problems`` maps a field's name to its sentence."""

    def __init__(self, problems: Mapping[str, Message]) -> None:
        super().__init__(message("Some of it needs another look."))
        self.problems = dict(problems)


class StorageError(TrainingError):
    """The database cannot be opened, read or written."""


class DatabaseTooNewError(StorageError):
    """The database was written by a newer version of the program."""


class DatabaseDamagedError(StorageError):
    """The database file is corrupt; it is never overwritten, only set aside."""


class ExportError(TrainingError):
    """A file could not be written; what stood there before is whole."""


class ExportCancelledError(ExportError):
    """The reader stopped an export: no file was made, and an old one is whole."""

    def __init__(self) -> None:
        super().__init__(message("The export was stopped. No file was written."))


class AccessDeniedError(TrainingError):
    """A passphrase that is missing, wrong, or tried too often."""


class SessionError(TrainingError):
    """A step of a led session that is not possible now, or not for this phone."""
