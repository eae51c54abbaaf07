"""What a phone sends: a small form, read strictly."""

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

from huddinge_training.phone.frame import Reader
from huddinge_training.phone.words import every_language, preferred

FORM = "application/x-www-form-urlencoded"
LARGEST_BODY = 4_096
MOST_FIELDS = 12
ATTEMPT_LENGTHS = range(22, 65)


class UnreadableFormError(ValueError):
    """What came is not one of our forms."""


@dataclass(frozen=True, slots=True)
class PhoneForm:
    """The fields of a form or of an address; one that is missing is empty."""

    fields: Mapping[str, str]
    accept_language: str

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def reader(self) -> Reader:
        """The language that was chosen on the phone, or else the one that the phone prefers."""
        chosen = every_language().get(self["l"])
        return Reader.of(chosen or preferred(self.accept_language), self["x"])

    @property
    def attempt(self) -> str:
        """The secret of this way in, or a new one where there is none that can be used."""
        attempt = self["a"]
        is_usable = attempt.isascii() and len(attempt) in ATTEMPT_LENGTHS
        return attempt if is_usable else secrets.token_urlsafe(24)

    def digits(self, name: str) -> str:
        """A code without spaces; digits of other scripts are the same digits."""
        return "".join(
            str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
            for letter in self[name]
            if not letter.isspace()
        )

    def line(self, name: str) -> str:
        """A text of one line without letters that nobody sees."""
        seen = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in self[name])
        return " ".join(seen.split())


def from_address(request: Request) -> PhoneForm:
    """What stands in the address."""
    return _form(request, request.url.query)


async def from_body(request: Request) -> PhoneForm:
    """What was sent; raises UnreadableFormError where it is not a form of ours."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if kind != FORM:
        raise UnreadableFormError
    try:
        return _form(request, body.decode("ascii"))
    except UnicodeDecodeError as error:
        raise UnreadableFormError from error


def _form(request: Request, text: str) -> PhoneForm:
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise UnreadableFormError from error
    if any(len(values) > 1 for values in found.values()):
        raise UnreadableFormError
    fields = {name: values[0] for name, values in found.items()}
    return PhoneForm(fields, request.headers.get("accept-language", ""))
