"""What outlives a crash of a led session, to be stored after every step."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlives a crash: where the room is and who is in it, never a vote.

    ``seen`` are the rounds of which anything has been told, as (case, round), and ``shown`` those
    of them whose result the room has seen: a hint, or that they are too few, is less. A case with
    either is not voted on again. One whose votes were open or only closed is.
    """

    place: int
    shown_perspectives: int
    agreement: str
    people_present: int
    seen: tuple[tuple[int, int], ...] = ()
    shown: tuple[tuple[int, int], ...] = ()

    def content(self) -> dict[str, object]:
        """The plain data to store."""
        return {
            "place": self.place,
            "shown_perspectives": self.shown_perspectives,
            "agreement": self.agreement,
            "people_present": self.people_present,
            "seen": [list(pair) for pair in self.seen],
            "shown": [list(pair) for pair in self.shown],
        }

    @classmethod
    def from_content(cls, content: Any) -> "Kept":
        """What ``content()`` described; raises KeyError, TypeError or ValueError."""
        return cls(
            int(content["place"]),
            int(content["shown_perspectives"]),
            str(content["agreement"]),
            int(content["people_present"]),
            _pairs(content["seen"]),
            _pairs(content["shown"]),
        )


def _pairs(content: Any) -> tuple[tuple[int, int], ...]:
    return tuple((int(case), int(round_)) for case, round_ in content)
