"""How a person wants the program to look: language, text size, theme and window."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, Self, TypeVar

from huddinge_training.language import CODES

Theme = Literal["system", "light", "dark"]
Choice = TypeVar("Choice", bound=str)

THEMES: tuple[Theme, ...] = ("system", "light", "dark")
SMALLEST_TEXT_PERCENT = 100
LARGEST_TEXT_PERCENT = 200


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of this computer's user; ``current_person_id`` is who was here last."""

    language: str = "sv"
    text_percent: int = 120
    theme: Theme = "system"
    current_person_id: str = ""
    window_geometry: str = ""

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
            current_person_id=_text(stored.get("current_person_id")),
            window_geometry=_text(stored.get("window_geometry")),
        )


def one_theme(value: object) -> Theme:
    """The theme that a stored or chosen value names; the system's for any other value."""
    return _one_of(THEMES, value, "system")


def _one_of(choices: tuple[Choice, ...], value: object, default: Choice) -> Choice:
    return next((choice for choice in choices if choice == value), default)


def _percent(value: object, default: int) -> int:
    if not isinstance(value, int):
        return default
    return value if SMALLEST_TEXT_PERCENT <= value <= LARGEST_TEXT_PERCENT else default


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
