"""The words of the phone page in each of its languages, one file of resources/phone/words each.

The texts of the course are in Swedish and English only, so every language says in which of the
two its readers meet them first.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from huddinge_training.errors import TrainingError
from huddinge_training.language import Text
from huddinge_training.paths import bundled

ORDER = ("sv", "sv-latt", "en", "fi", "ar", "so")
DEFAULT = "sv"


@dataclass(frozen=True)
class Words:
    """One language: its name in itself, how it runs, and its sentences by their keys."""

    code: str
    name: str
    tag: str
    direction: str
    course_text: str
    sentences: dict[str, str]
    errors: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.sentences[key]

    def error(self, error: TrainingError) -> str:
        """What went wrong, in this language; English sentences are their own translation."""
        return self.errors.get(error.words.msgid, error.words.msgid)


@cache
def every_language() -> dict[str, Words]:
    """All languages in the order in which they are offered."""
    folder = bundled("resources") / "phone" / "words"
    return {
        code: _words(code, json.loads((folder / f"{code}.json").read_text("utf-8")))
        for code in ORDER
    }


def _words(code: str, found: dict[str, Any]) -> Words:
    return Words(
        code=code,
        name=found["name"],
        tag=found["tag"],
        direction=found["direction"],
        course_text=found["course_text"],
        sentences=found["words"],
        errors=found["errors"],
    )


def words_in(code: str) -> Words:
    """The language with this code, or Swedish."""
    return every_language().get(code, every_language()[DEFAULT])


def preferred(accept_language: str) -> Words:
    """The first language that the phone asks for and that there is."""
    for wish in accept_language.split(","):
        code = wish.split(";")[0].strip().lower().split("-")[0]
        if code in every_language():
            return every_language()[code]
    return every_language()[DEFAULT]


def course_text(text: Text, code: str) -> tuple[str, str]:
    """A text of the course and the language that it really is in."""
    return text.in_language(code), "en" if code == "en" and text.en else "sv"
