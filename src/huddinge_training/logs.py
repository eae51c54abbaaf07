"""The log file: what the program did, never who did it."""

import logging
import traceback
from io import TextIOWrapper
from pathlib import Path

from huddinge_training.paths import PRIVATE, Rights

FILE_NAME = "kompassen.log"


class _Log(logging.Handler):
    """Opens its file when there is something to write, which at most starts there is not."""

    def __init__(self, file: Path, rights: Rights) -> None:
        super().__init__()
        self._file = file
        self._rights = rights
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = _log_file(self._file, self._rights)
            self._opened.setFormatter(self.formatter)
        self._opened.emit(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def _log_file(file: Path, rights: Rights) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  keeps the start short

    class LogFile(RotatingFileHandler):
        """A log file with the rights of its data folder, also after it has begun anew."""

        def _open(self) -> TextIOWrapper:
            rights.make_file(Path(self.baseFilename))
            return super()._open()

    return LogFile(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)


def start_log(folder: Path, rights: Rights = PRIVATE) -> logging.Handler:
    """Logs warnings and worse to a file of at most 1 MB, kept twice; returns it for closing.

    Raises OSError when the folder cannot be written to.
    """
    rights.make_folder(folder)
    handler = _Log(folder / FILE_NAME, rights)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def where(error: BaseException) -> str:
    """Kind and places of an error for the log, without its values: they can be about somebody."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"
