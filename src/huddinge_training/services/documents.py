"""What somebody can take along from the program, and the folder where a kiosk puts it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from huddinge_training.exports.safe_file import added


@dataclass(frozen=True, slots=True)
class Document:
    """A file that can be saved, and where it can, also read on the screen and printed.

    ``save`` writes the format that the ending of a path names. ``web_page`` gives the same as
    HTML, ``pictures`` as one PNG a page at so many dots an inch.
    """

    file_name: str
    formats: tuple[str, ...]
    save: Callable[[Path], None]
    web_page: Callable[[], str] | None = None
    pictures: Callable[[int], list[bytes]] | None = None


def put_into(folder: Path, file_name: str, write: Callable[[Path], None]) -> Path:
    """Saves a file in IT's folder and returns its path; one that is there is never replaced.

    Raises ExportError.
    """
    return added(folder, file_name, write)
