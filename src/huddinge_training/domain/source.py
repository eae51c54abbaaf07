"""An official text that the course quotes."""

from dataclasses import dataclass
from datetime import date

from huddinge_training.language import Text


@dataclass(frozen=True, slots=True)
class Source:
    """An official text that is quoted, with its publisher and date."""

    id: str
    title: Text
    publisher: str
    published: date
