"""The phone line of the program: which address, and the page that is opened at it."""

from collections.abc import Sequence

from huddinge_training.language import Message
from huddinge_training.phone.join_address import advice, advice_when_nobody_joins, candidates
from huddinge_training.phone.server import PhoneServer
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.machine_settings import DEFAULT_PORT
from huddinge_training.services.phone_line import Candidate, NetworkInterface


class LocalPhoneLine:
    """Opens the page on the local network; ``port`` is the one that IT has set."""

    def __init__(self, port: int = DEFAULT_PORT) -> None:
        self._port = port

    def candidates(self, interfaces: Sequence[NetworkInterface]) -> tuple[Candidate, ...]:
        """The addresses that phones can use, the best one first."""
        return candidates(interfaces)

    def advice(self, found: Sequence[Candidate]) -> Message:
        """What to do about the network."""
        return advice(found)

    def advice_when_nobody_joins(self) -> Message:
        """What to try when no phone has come in after half a minute."""
        return advice_when_nobody_joins()

    def open(self, address: str, live: LiveSession | None = None) -> PhoneServer:
        """Opens the page at the address; raises SessionError with what to do."""
        return PhoneServer(address, live, self._port)
