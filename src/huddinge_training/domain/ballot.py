"""A secret ballot: votes can be changed while it is open, and are only counters after that.

Nothing in it knows who votes, from where, when or in which order. A token is a secret that its
phone alone holds; the link from token to vote is overwritten when the ballot closes (GRP-06).
"""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from enum import StrEnum

from huddinge_training.domain.outcome import (
    Cue,
    Outcome,
    Precision,
    cue,
    is_mixed_wrongly,
    outcome,
)
from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError
from huddinge_training.language import message

MOST_TYPED = 200


class Stage(StrEnum):
    """How far a ballot is."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Ballot:
    """One vote on the options of one scenario; illegal steps raise SessionError.

    Once something of its result has been seen, it cannot be voted on again: the difference
    between two results of the same vote could tell how one person voted.
    """

    def __init__(self, options: Sequence[OptionId], salt: bytes | None = None) -> None:
        """Two votes with the same ``salt`` can be asked whether the same phones took part."""
        self.options = tuple(options)
        self._salt = salt or secrets.token_bytes(32)
        self._electorate = b""
        self.stage = Stage.PREPARED
        self.openings = 0
        self.has_been_seen = False
        self._votes: dict[str, OptionId] = {}
        self._by_phone: dict[OptionId, int] = {}
        self._typed: dict[OptionId, int] = {}

    @property
    def phone_votes(self) -> int:
        """How many have voted by phone."""
        return len(self._votes) if self.stage is Stage.OPEN else sum(self._by_phone.values())

    @property
    def typed_votes(self) -> int:
        """How many votes by card, hand or slip have been typed in."""
        return sum(self._typed.values())

    @property
    def typed(self) -> Mapping[OptionId, int]:
        """The typed counts, as whoever typed them sees them."""
        return {option: self._typed.get(option, 0) for option in self.options}

    @property
    def needs_one_way(self) -> bool:
        """Whether fewer than five phones vote beside cards, so that all must vote one way."""
        return is_mixed_wrongly(self.phone_votes, self.typed_votes)

    @property
    def is_ended(self) -> bool:
        """Whether it is closed, shown or not."""
        return self.stage in (Stage.CLOSED, Stage.REVEALED)

    @property
    def is_shown(self) -> bool:
        """Whether its result has been shown, and not only that there were too few votes."""
        if self.stage is not Stage.REVEALED:
            return False
        return outcome(self.options, self._by_phone, self._typed).precision is not Precision.NOTHING

    @property
    def can_be_reopened(self) -> bool:
        """Whether it can be voted on again."""
        return self.stage is Stage.CLOSED and not self.has_been_seen

    def open(self) -> None:
        """Lets people vote."""
        self._require(Stage.PREPARED)
        self._let_vote()

    def reopen(self) -> None:
        """Forgets all votes and lets people vote anew."""
        if not self.can_be_reopened:
            raise SessionError(
                message("This vote has been seen, so it cannot be opened again. Go on from here.")
            )
        self._forget()
        self._let_vote()

    def cast(self, token: str, option: OptionId) -> None:
        """Takes a vote, or a changed one."""
        self._require(Stage.OPEN)
        self._votes[token] = self._known(option)

    def choice_of(self, token: str) -> OptionId | None:
        """What the phone that holds the token has voted, while it can still be changed."""
        return self._votes.get(token) if self.stage is Stage.OPEN else None

    def withdraw(self, token: str) -> None:
        """Takes back the vote of a phone that leaves."""
        if self.stage is Stage.OPEN:
            self._votes.pop(token, None)

    def type_in(self, option: OptionId, count: int) -> None:
        """Notes how many voted for the option by card, hand or slip."""
        self._require(Stage.OPEN)
        if not 0 <= count <= MOST_TYPED:
            raise SessionError(message("Type a number from 0 to {most}.", most=MOST_TYPED))
        self._typed[self._known(option)] = count

    def close(self) -> None:
        """Ends the voting; from now on there are counters only."""
        self._require(Stage.OPEN)
        counted = dict.fromkeys(self.options, 0)
        for option in self._votes.values():
            counted[option] += 1
        self._electorate = _digest_of(self._votes, self._salt)
        self._overwrite_votes()
        is_dropped = is_mixed_wrongly(sum(counted.values()), self.typed_votes)
        self._by_phone = dict.fromkeys(self.options, 0) if is_dropped else counted
        self.stage = Stage.CLOSED

    def cue(self, best: OptionId) -> Cue | None:
        """A hint for the facilitator alone; it counts as seeing the result."""
        self._require(Stage.CLOSED, Stage.REVEALED)
        found = cue(best, self.options, self._by_phone, self._typed)
        self.has_been_seen = self.has_been_seen or found is not None
        return found

    def reveal(self) -> Outcome:
        """What may be shown to the room; the same however often it is asked for."""
        self._require(Stage.CLOSED, Stage.REVEALED)
        self.stage = Stage.REVEALED
        self.has_been_seen = True
        return outcome(self.options, self._by_phone, self._typed)

    def has_same_voters_as(self, other: "Ballot") -> bool:
        """Whether exactly the same phones took part in both; both must be closed.

        Known by a digest of all of them together, which tells nothing of a single one.
        """
        return self._electorate != b"" and self._electorate == other._electorate

    def _let_vote(self) -> None:
        self.openings += 1
        self.stage = Stage.OPEN

    def _known(self, option: OptionId) -> OptionId:
        if option not in self.options:
            raise SessionError(message("There is no such option in this vote."))
        return option

    def _require(self, *stages: Stage) -> None:
        if self.stage not in stages:
            raise SessionError(
                message("The voting is not open.")
                if stages == (Stage.OPEN,)
                else message("The vote is not at that step.")
            )

    def _overwrite_votes(self) -> None:
        for token in self._votes:
            self._votes[token] = OptionId("")
        self._votes.clear()

    def _forget(self) -> None:
        self._overwrite_votes()
        self._by_phone = {}
        self._typed = {}
        self._electorate = b""


def _digest_of(tokens: Mapping[str, OptionId], salt: bytes) -> bytes:
    return hashlib.blake2b("\n".join(sorted(tokens)).encode(), key=salt).digest()
