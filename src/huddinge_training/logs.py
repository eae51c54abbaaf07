"""The log file: what the program did, never who did it."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "kompassen.log"


def start_log(folder: Path) -> logging.Handler:
    """Logs warnings and worse to a file of at most 1 MB, kept twice; returns it for closing.

    Raises OSError when the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def where(error: BaseException) -> str:
    """Kind and places of an error for the log, without its values: they can be about somebody."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"
