"""Puts messages, dates and bilingual texts into words in the reader's language.

A message is an English sentence with named placeholders (its gettext id) and values;
the Swedish words stand in ``resources/locale``. Nothing is translated at import time.
"""

import gettext
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Self

DOMAIN = "huddinge_training"
CODES = ("sv", "en")
GROUPED_FROM = 10_000
THOUSANDS = {"sv": "\u00a0", "en": ","}

MONTHS = {
    "sv": (
        "januari februari mars april maj juni juli augusti september oktober november december"
    ).split(),
    "en": (
        "January February March April May June July August September October November December"
    ).split(),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the course in both languages; without English, Swedish stands in."""

    sv: str
    en: str | None = None

    def in_language(self, code: str) -> str:
        """The text in the language ``code``, or in Swedish where it has no translation."""
        return self.en if code == "en" and self.en else self.sv


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet put into words: gettext id, values and, if counted, a plural."""

    msgid: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None


def message(msgid: str, **values: object) -> Message:
    """A message with named values; ``message("{name} is done.", name="Amina")``."""
    return Message(msgid, values)


def counted(singular: str, plural: str, count: int, **values: object) -> Message:
    """A message with a plural form, chosen by ``count``, which is also a value."""
    return Message(singular, {"count": count, **values}, plural, count)


class Language:
    """One language of the reader, handed to everything that shows words."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self._translations = translations

    @classmethod
    def load(cls, code: str, locale_dir: Path) -> Self:
        """The language ``code`` ("sv" or "en"); the catalogue's own English needs no file."""
        if code not in CODES:
            raise ValueError(f"no such language: {code}")
        if code == "en":
            return cls(code, gettext.NullTranslations())
        with (locale_dir / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as catalogue:
            return cls(code, gettext.GNUTranslations(catalogue))

    def say(self, words: str | Message | Text, **values: object) -> str:
        """The sentence in this language, with its values put into words as well."""
        if isinstance(words, Text):
            return words.in_language(self.code)
        if isinstance(words, str):
            words = Message(words, values)
        if words.plural is not None and words.count is not None:
            template = self._translations.ngettext(words.msgid, words.plural, words.count)
        else:
            template = self._translations.gettext(words.msgid)
        if not words.values:
            return template
        return template.format(**{key: self._value(value) for key, value in words.values.items()})

    def date(self, day: date) -> str:
        """A date in running text: ``7 mars 2026``."""
        return f"{day.day} {MONTHS[self.code][day.month - 1]} {day.year}"

    def number(self, number: int) -> str:
        """A whole number for people: ``12 345`` in Swedish, ``12,345`` in English.

        Four figures stand together in both, as they do in a year.
        """
        if abs(number) < GROUPED_FROM:
            return str(number)
        return f"{number:,}".replace(",", THOUSANDS[self.code])

    def _value(self, value: object) -> object:
        if isinstance(value, Message | Text):
            return self.say(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return self.date(value)
        return value


def collation_key(text: str) -> tuple[tuple[int, str], ...]:
    """Sorts as the Swedish alphabet does: a–z, then å, ä, ö; accents and case come last."""
    text = unicodedata.normalize("NFC", text)
    letters = unicodedata.normalize("NFC", text.casefold())
    places = tuple((_place(letter), "") for letter in letters)
    # These decide only where all letters are the same ones.
    return places + tuple((0, letter) for letter in letters + text.swapcase())


def _place(letter: str) -> int:
    if letter in "åäö":
        return ord("z") + 1 + "åäö".index(letter)
    if letter in "æø":
        return ord("z") + 2 + "æø".index(letter)
    return ord(unicodedata.normalize("NFD", letter)[0])
