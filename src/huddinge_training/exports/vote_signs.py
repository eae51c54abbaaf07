"""The signs of the options: a letter, a colour of the theme, and a pattern that needs no colour."""

from dataclasses import dataclass
from string import ascii_uppercase

from huddinge_training.language import Message, message


@dataclass(frozen=True, slots=True)
class VoteSign:
    """A letter with its colour token, and the pattern by its name and in words."""

    letter: str
    token: str
    pattern: str
    described: Message


SIGNS = (
    VoteSign("A", "vote_a", "stripes", message("slanting stripes")),
    VoteSign("B", "vote_b", "dots", message("dots")),
    VoteSign("C", "vote_c", "checks", message("squares")),
    VoteSign("D", "vote_d", "waves", message("waves")),
)
"""One for each option that a case has; a fifth would look like the first."""


def letter_of(place: int) -> str:
    """The letter of an option by its place in the case, the first is A."""
    return ascii_uppercase[place]


def sign_of(place: int) -> VoteSign:
    """The sign of an option by its place in the case."""
    return SIGNS[place % len(SIGNS)]
