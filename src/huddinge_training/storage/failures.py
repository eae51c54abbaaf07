"""Puts what SQLite and the disk refuse into sentences that a person can act on."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from huddinge_training.errors import DatabaseDamagedError, DatabaseTooNewError, StorageError
from huddinge_training.language import message

PRIMARY_CODE = 0xFF


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Raises StorageError or a child of it instead of what SQLite says about the file ``path``.

    A misuse of the sqlite3 module stays what it is, a bug.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as error:
        raise _from_sqlite(error, path) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes the damage.
        raise damaged(path) from error


@contextmanager
def translated_disk_errors(path: Path) -> Iterator[None]:
    """Raises StorageError instead of what the operating system says about the file ``path``."""
    try:
        yield
    except OSError as error:
        raise _from_disk(error, path) from error


def write_protected(path: Path) -> StorageError:
    """Reading works, writing does not."""
    return StorageError(
        message(
            "Nothing can be saved, because {folder} is write-protected. "
            "Ask your IT support for the right to write there.",
            folder=path.parent,
        )
    )


def damaged(path: Path) -> DatabaseDamagedError:
    """The file cannot be understood."""
    return DatabaseDamagedError(
        message(
            "The data file {file} is damaged and cannot be read. "
            "Set it aside to start anew, or put back a copy of it.",
            file=path,
        )
    )


def too_new(path: Path) -> DatabaseTooNewError:
    """The file has been through migrations that this program does not know."""
    return DatabaseTooNewError(
        message(
            "The data file {file} was saved by a newer version of the program. "
            "Install the newest version to open it.",
            file=path,
        )
    )


def changed_elsewhere() -> StorageError:
    """What was about to be changed is gone or already there: two windows at once."""
    return StorageError(
        message(
            "This was not saved, because it has been changed in another window. "
            "Go back to the start page and try again."
        )
    )


def _from_sqlite(error: sqlite3.DatabaseError, path: Path) -> StorageError:
    # Without a code it is text that is no UTF-8.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & PRIMARY_CODE
    return SQLITE_CODES.get(code, _unknown)(path)


def _from_disk(error: OSError, path: Path) -> StorageError:
    return DISK_CODES.get(error.errno or 0, _out_of_reach)(path)


def _in_use(_path: Path) -> StorageError:
    return StorageError(
        message("The data is in use by another program right now. Wait a moment, then try again.")
    )


def _disk_full(_path: Path) -> StorageError:
    return StorageError(
        message(
            "The disk is full, so this was not saved. "
            "Delete files that are no longer needed, then try again."
        )
    )


def _out_of_reach(path: Path) -> StorageError:
    return StorageError(
        message(
            "The data file {file} cannot be reached. "
            "Check that its folder exists and that the disk is connected, then try again.",
            file=path,
        )
    )


def _changed_elsewhere(_path: Path) -> StorageError:
    return changed_elsewhere()


def _unknown(_path: Path) -> StorageError:
    return StorageError(
        message(
            "The data could not be read or saved. Close the program and start it again. "
            "If that does not help, ask your IT support to look at the log."
        )
    )


SQLITE_CODES: dict[int, Callable[[Path], StorageError]] = {
    sqlite3.SQLITE_BUSY: _in_use,
    sqlite3.SQLITE_LOCKED: _in_use,
    sqlite3.SQLITE_READONLY: write_protected,
    sqlite3.SQLITE_PERM: write_protected,
    sqlite3.SQLITE_FULL: _disk_full,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_CANTOPEN: _out_of_reach,
    sqlite3.SQLITE_IOERR: _out_of_reach,
    sqlite3.SQLITE_CONSTRAINT: _changed_elsewhere,
}

DISK_CODES: dict[int, Callable[[Path], StorageError]] = {
    errno.EACCES: write_protected,
    errno.EPERM: write_protected,
    errno.EROFS: write_protected,
    errno.ENOSPC: _disk_full,
    errno.EDQUOT: _disk_full,
}
