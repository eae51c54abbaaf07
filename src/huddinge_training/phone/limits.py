"""How much one client and all of them together may ask for, so that nobody starves the others.

A client is an address on the network, known by a salted hash that dies with the session. There
are counts only, which shrink as time passes: nothing here knows when somebody asked for what.
"""

import hashlib
import secrets
from dataclasses import dataclass, field

ALL = b""


class Allowance:
    """Counts what each client and all together have used of something that comes back slowly."""

    def __init__(self, *, client: int, client_back: float, total: int, total_back: float) -> None:
        """At most so many at once; ``…_back`` are those that one gets back each second."""
        self._most = {True: total, False: client}
        self._back = {True: total_back, False: client_back}
        self._used: dict[bytes, float] = {}

    def has_room(self, client: bytes) -> bool:
        """Whether the client may use one more."""
        return self.has_room_of_its_own(client) and self.has_room_of_its_own(ALL)

    def has_room_of_its_own(self, client: bytes) -> bool:
        """Whether the client alone stays within what one may use, however much all use."""
        return self._used.get(client, 0.0) + 1 <= self._most[client == ALL]

    def use(self, client: bytes) -> None:
        """Counts one more."""
        for who in (client, ALL):
            self._used[who] = self._used.get(who, 0.0) + 1

    def take(self, client: bytes) -> bool:
        """Counts one more if there is room for it."""
        if not self.has_room(client):
            return False
        self.use(client)
        return True

    def give_back(self, client: bytes) -> None:
        """Takes one that has ended off the count."""
        for who in (client, ALL):
            self._used[who] = self._used.get(who, 0.0) - 1
            if self._used[who] <= 0:
                del self._used[who]

    def lower_total(self, most: int) -> None:
        """Lets all together have at most so many, where the system allows no more."""
        self._most[True] = min(self._most[True], most)

    def pass_time(self, seconds: float) -> None:
        """Gives everybody back what time gives, and forgets those who have it all."""
        left = {who: used - self._back[who == ALL] * seconds for who, used in self._used.items()}
        self._used = {who: used for who, used in left.items() if used > 0}

    @property
    def clients(self) -> int:
        """How many clients there is a count of."""
        return len(self._used) - (ALL in self._used)


def _requests() -> Allowance:
    # A room of two hundred phones may share one address behind a router of their own.
    return Allowance(client=1_500, client_back=60, total=10_000, total_back=1_500)


def _guesses() -> Allowance:
    # Some thousand guesses an hour at most, of a million codes.
    return Allowance(client=20, client_back=0.1, total=200, total_back=0.25)


def _check_in_guesses() -> Allowance:
    return Allowance(client=20, client_back=0.05, total=100, total_back=0.1)


def _check_ins() -> Allowance:
    return Allowance(client=200, client_back=0, total=400, total_back=0)


def _connections() -> Allowance:
    return Allowance(client=400, client_back=0, total=4_096, total_back=0)


@dataclass
class Limits:
    """All the limits of one session; ``request_seconds`` is how long a request may take to come."""

    requests: Allowance = field(default_factory=_requests)
    guesses: Allowance = field(default_factory=_guesses)
    check_in_guesses: Allowance = field(default_factory=_check_in_guesses)
    check_ins: Allowance = field(default_factory=_check_ins)
    connections: Allowance = field(default_factory=_connections)
    request_seconds: float = 10.0
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def client(self, address: str) -> bytes:
        """What stands for an address here; nobody can tell the address from it."""
        return hashlib.blake2b(address.encode(), key=self._salt, digest_size=16).digest()

    def pass_time(self, seconds: float) -> None:
        """Lets time pass for what comes back by itself."""
        self.requests.pass_time(seconds)
        self.guesses.pass_time(seconds)
        self.check_in_guesses.pass_time(seconds)
