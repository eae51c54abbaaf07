"""A guest's receipt: that a module was done here on a day, in a code that only a device can make.

A signature would need 103 characters, which nobody types. So the code ends with a keyed hash
(BLAKE2b) of the whole statement: whoever checks it needs the same key. It says nobody's name.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date, timedelta

from huddinge_training.domain.canonical import canonical_json
from huddinge_training.domain.course import ModuleId
from huddinge_training.errors import TrainingError
from huddinge_training.language import message

# Crockford's base 32: nothing that can be read as something else.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
LETTER_BITS = 5
DAY_LETTERS, DEVICE_LETTERS, NUMBER_LETTERS, SEAL_LETTERS = 3, 3, 4, 9
CODE_LETTERS = DAY_LETTERS + DEVICE_LETTERS + NUMBER_LETTERS + SEAL_LETTERS + 1
GROUP = 4
FIRST_DAY = date(2024, 1, 1)
KEY_BYTES = 32
MOST_DAYS = 1 << (LETTER_BITS * DAY_LETTERS)
MOST_NUMBERS = 1 << (LETTER_BITS * NUMBER_LETTERS)
MOST_DEVICES = 1 << (LETTER_BITS * DEVICE_LETTERS)
PREFIX = "KOMPASSEN1"
WHOLE = re.compile(rf"\s*{PREFIX}:([^:]+):([^:]+):([^:]+):([0-9a-f]{{64}})\s*")
# Also the place to break a line that comes along when the code is copied from the screen.
BETWEEN = re.compile("[\\s\u200b–-]")
# x^5 + x^2 + 1 makes a field of the 32 letters.
POLYNOMIAL = 0b100101


@dataclass(frozen=True, slots=True)
class ModuleEdition:
    """Which module was done, by which edition of the course and which wording."""

    module_id: ModuleId
    edition_id: str
    module_hash: str


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says by itself: the day, the device and its number there, and the seal."""

    completed_on: date
    device: int
    number: int
    seal: int

    def __str__(self) -> str:
        """The code as it is shown, in groups of four."""
        letters = (
            _letters((self.completed_on - FIRST_DAY).days, DAY_LETTERS)
            + _letters(self.device, DEVICE_LETTERS)
            + _letters(self.number, NUMBER_LETTERS)
            + _letters(self.seal, SEAL_LETTERS)
        )
        letters += ALPHABET[_check(letters)]
        return "-".join(letters[at : at + GROUP] for at in range(0, CODE_LETTERS, GROUP))

    def is_sealed(self, edition: ModuleEdition, key: bytes) -> bool:
        """Whether a device with this key has made it for this edition of a module."""
        expected = _seal(edition, self.completed_on, self.device, self.number, key)
        return hmac.compare_digest(_octets(expected), _octets(self.seal))


@dataclass(frozen=True, slots=True)
class Receipt:
    """A code together with the edition that it is for."""

    edition: ModuleEdition
    code: Code

    @property
    def whole(self) -> str:
        """All of it in one line, as it stands in the QR code."""
        edition = self.edition
        return (
            f"{PREFIX}:{self.code}:{edition.module_id}:{edition.edition_id}:{edition.module_hash}"
        )


def sealed_receipt(
    edition: ModuleEdition, completed_on: date, *, device: int, number: int, key: bytes
) -> Receipt:
    """The receipt that the device with this key gives; ``number`` tells two of a day apart.

    Raises TrainingError when the computer's clock is so wrong that the day has no letters.
    """
    if not 0 <= (completed_on - FIRST_DAY).days < MOST_DAYS:
        raise TrainingError(
            message(
                "There is no receipt, because this computer's clock says {day}. "
                "Ask IT to set the clock.",
                day=completed_on,
            )
        )
    seal = _seal(edition, completed_on, device, number, key)
    return Receipt(edition, Code(completed_on, device, number, seal))


def read_receipt(text: str) -> tuple[Code, ModuleEdition | None]:
    """What is typed, or read from the QR code, which also says the edition.

    Raises TrainingError with what is wrong: too short, mistyped, no code at all.
    """
    whole = WHOLE.fullmatch(text)
    if whole is None:
        return read_code(text), None
    code, module_id, edition_id, module_hash = whole.groups()
    return read_code(code), ModuleEdition(ModuleId(module_id), edition_id, module_hash)


def read_code(text: str) -> Code:
    """A code as it is typed: small letters, spaces and what looks alike are no mistake."""
    letters = BETWEEN.sub("", text).upper().translate(LOOKALIKES)
    if len(letters) != CODE_LETTERS:
        raise TrainingError(
            message(
                "A receipt's code has {needed} letters and digits, and this has {count}. "
                "Check that all of it is there.",
                needed=CODE_LETTERS,
                count=len(letters),
            )
        )
    if set(letters) - set(ALPHABET) or _check(letters[:-1]) != ALPHABET.index(letters[-1]):
        raise TrainingError(
            message("Something in the code is mistyped. Compare it letter by letter.")
        )
    values = []
    rest = letters
    for length in (DAY_LETTERS, DEVICE_LETTERS, NUMBER_LETTERS, SEAL_LETTERS):
        values.append(_value(rest[:length]))
        rest = rest[length:]
    days, device, number, seal = values
    return Code(FIRST_DAY + timedelta(days=days), device, number, seal)


def device_name(device: int) -> str:
    """The three letters by which a device can be told apart."""
    return _letters(device, DEVICE_LETTERS)


def _seal(edition: ModuleEdition, completed_on: date, device: int, number: int, key: bytes) -> int:
    statement = [
        edition.module_id,
        edition.edition_id,
        edition.module_hash,
        completed_on.isoformat(),
        device,
        number,
    ]
    made = hashlib.blake2b(canonical_json(statement).encode(), key=key, digest_size=8)
    return int.from_bytes(made.digest()) >> (64 - LETTER_BITS * SEAL_LETTERS)


def _octets(seal: int) -> bytes:
    return seal.to_bytes(8)


def _letters(value: int, length: int) -> str:
    return "".join(
        ALPHABET[value >> (LETTER_BITS * place) & 31] for place in reversed(range(length))
    )


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value << LETTER_BITS | ALPHABET.index(letter)
    return value


def _check(letters: str) -> int:
    """A check over the field of 32: one wrong letter, or two that changed places, always show."""
    check = 0
    for letter in letters:
        check = _doubled(check ^ ALPHABET.index(letter))
    return check


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ POLYNOMIAL if value & 32 else value
