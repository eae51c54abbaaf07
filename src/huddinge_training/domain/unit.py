"""The organisation: departments (förvaltningar) and units (enheter) with codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from huddinge_training.language import collation_key


@dataclass(frozen=True, slots=True)
class Unit:
    """A workplace, by its code; the name may change, the code stays."""

    code: str
    name: str
    department_code: str
    department: str


class Organisation:
    """All units, to be found by a few letters; ``is_example`` marks the made-up one."""

    def __init__(self, units: Iterable[Unit], *, is_example: bool = False) -> None:
        self.units = tuple(
            sorted(units, key=lambda u: (collation_key(u.department), collation_key(u.name)))
        )
        self.is_example = is_example
        self._by_code = {unit.code: unit for unit in self.units}

    def unit(self, code: str) -> Unit | None:
        """The unit with this code; None when the organisation has no such unit (any more)."""
        return self._by_code.get(code)

    def search(self, letters: str) -> tuple[Unit, ...]:
        """The units in whose name, code or department every typed word begins a word."""
        wanted = _words(letters)
        return tuple(unit for unit in self.units if _matches(unit, wanted))


def _matches(unit: Unit, wanted: list[str]) -> bool:
    words = _words(f"{unit.name} {unit.code} {unit.department}")
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _words(text: str) -> list[str]:
    return text.casefold().replace("-", " ").split()
