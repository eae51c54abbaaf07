"""How a person wants the program to be: language, text size, theme, motion, window and lock."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, Self, TypeVar

from huddinge_training.domain.idle import is_lock_time
from huddinge_training.language import CODES

Theme = Literal["automatic", "light", "dark", "system"]
Choice = TypeVar("Choice", bound=str)

THEMES: tuple[Theme, ...] = ("automatic", "light", "dark", "system")
SMALLEST_TEXT_PERCENT = 100
LARGEST_TEXT_PERCENT = 200


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of one person, or of the computer while nobody has come in.

    The theme "automatic" is light or dark as the computer is; "system" takes typeface and text
    size from it as well. Contrast that the computer asks for is given in all of them, and so is
    stillness. ``lock_minutes`` is 0 where nothing is chosen. The window is the computer's.
    """

    language: str = "sv"
    text_percent: int = 120
    theme: Theme = "automatic"
    wants_less_motion: bool = False
    window_geometry: str = ""
    lock_minutes: int = 0
    projector_screen: str = ""
    has_large_room: bool = False
    has_dark_room: bool = False

    def content(self) -> dict[str, str | int]:
        """The plain data to store."""
        return asdict(self)

    @classmethod
    def from_content(cls, content: object) -> Self:
        """The preferences in stored data; what is missing or wrong is the default instead."""
        stored = content if isinstance(content, Mapping) else {}
        default = cls()
        return cls(
            language=_one_of(CODES, stored.get("language"), default.language),
            text_percent=_percent(stored.get("text_percent"), default.text_percent),
            theme=one_theme(stored.get("theme")),
            wants_less_motion=stored.get("wants_less_motion") is True,
            window_geometry=_text(stored.get("window_geometry")),
            lock_minutes=_minutes(stored.get("lock_minutes")),
            projector_screen=_text(stored.get("projector_screen")),
            has_large_room=stored.get("has_large_room") is True,
            has_dark_room=stored.get("has_dark_room") is True,
        )


def one_theme(value: object) -> Theme:
    """The theme that a stored or chosen value names; the automatic one for any other value."""
    return _one_of(THEMES, value, "automatic")


def _one_of(choices: tuple[Choice, ...], value: object, default: Choice) -> Choice:
    return next((choice for choice in choices if choice == value), default)


def _percent(value: object, default: int) -> int:
    if not isinstance(value, int):
        return default
    return value if SMALLEST_TEXT_PERCENT <= value <= LARGEST_TEXT_PERCENT else default


def _minutes(value: object) -> int:
    return value if type(value) is int and is_lock_time(value) else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
