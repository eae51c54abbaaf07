"""Puts a file in its place whole or not at all, and says in words what stopped it."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import Protocol

from huddinge_training.errors import ExportError
from huddinge_training.language import Message, message

IS_POSIX = os.name == "posix"
DISK_IS_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
FOLDER_IS_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR})
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Progress(Protocol):
    """Told how many rows are done, and of how many; raises ExportCancelledError to stop."""

    def __call__(self, done: int, total: int, /) -> None: ...


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Lends an empty file beside ``path`` to write to, and moves it there at the end.

    On any failure, also of the one who writes, the old file is whole and the lent one is
    gone. An OSError becomes an ExportError with a sentence. A link is followed, and who may
    read the old file may read the new one. Whoever writes closes the file before the end of
    the block.
    """
    target = Path(os.path.realpath(path))
    draft = target.parent / f".kompassen-{os.urandom(8).hex()}.part"
    try:
        _refuse_what_a_rename_would_not(target)
        draft.touch(exist_ok=False)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        yield draft
        _flush_to_disk(draft)
        _move(draft, target)
    except OSError as error:
        raise ExportError(_sentence(error, target)) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def added(folder: Path, name: str, write: Callable[[Path], None]) -> Path:
    """Has a file written whole under a name that nothing in the folder has; returns its path.

    Of two programs that want the same name, each gets one of its own. Raises ExportError.
    """
    wanted = folder / name
    draft = folder / f".kompassen-{os.urandom(8).hex()}{wanted.suffix}"
    endings = chain([""], (f"-{number}" for number in count(2)))
    try:
        write(draft)
        for ending in endings:
            target = folder / f"{wanted.stem}{ending}{wanted.suffix}"
            with suppress(FileExistsError):
                _claim(draft, target)
                return target
        raise AssertionError("numbers do not end")
    except OSError as error:
        raise ExportError(_sentence(error, wanted)) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _claim(draft: Path, target: Path) -> None:
    """Gives the draft the name, unless something has it: then it raises FileExistsError."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        # Some disks know no second names. The empty file keeps the name until the move.
        target.open("xb").close()
        draft.replace(target)


def write_text(path: Path, text: str) -> None:
    """Writes a text in UTF-8 as it is, with the line ends that it has."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file that fits in memory."""
    with replacing(path) as draft:
        draft.write_bytes(content)


def _refuse_what_a_rename_would_not(target: Path) -> None:
    """A rename replaces devices and, on some systems, write-protected files."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise ExportError(
            message(
                "The file could not be saved: {path} is a device. Choose another name.",
                path=target,
            )
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(
            message(
                "The file could not be saved: {path} is write-protected. Choose another name.",
                path=target,
            )
        )


def _flush_to_disk(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _move(draft: Path, target: Path) -> None:
    try:
        draft.replace(target)
    except PermissionError as error:
        raise ExportError(
            message(
                "The file could not be saved: {path} seems to be open in another program. "
                "Close it there, or choose another name.",
                path=target,
            )
        ) from error
    if IS_POSIX:
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _sentence(error: OSError, target: Path) -> Message:
    if error.errno in DISK_IS_FULL:
        return message(
            "The file could not be saved: the disk is full. Make room, or choose another disk."
        )
    if error.errno == errno.EISDIR:
        return message(
            "The file could not be saved: {path} is a folder. Add a name for the file.",
            path=target,
        )
    if error.errno in FOLDER_IS_MISSING:
        return message(
            "The file could not be saved: there is no folder {folder}. Choose another folder.",
            folder=target.parent,
        )
    if error.errno in NOT_ALLOWED:
        return message(
            "The file could not be saved: the folder {folder} is write-protected. "
            "Choose another folder.",
            folder=target.parent,
        )
    if error.errno == errno.ENAMETOOLONG:
        return message("The file could not be saved: its name is too long. Choose a shorter name.")
    return message(
        "The file {path} could not be saved. The computer says: {reason}.",
        path=target,
        reason=error.strerror or str(error),
    )
