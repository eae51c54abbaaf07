"""What the facilitator's windows need of the page that phones open, and what they tell it.

The windows and the phones' server stand side by side and do not know each other: ``app`` makes
the server's ``PhoneLine`` and hands it to the windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from huddinge_training.language import Message
from huddinge_training.services.live_session import LiveSession


class InterfaceKind(StrEnum):
    """What the system says that a network interface is; docker0 says Ethernet, too."""

    WIFI = "wifi"
    ETHERNET = "ethernet"
    VIRTUAL = "virtual"
    POINT_TO_POINT = "point-to-point"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NetworkInterface:
    """An IPv4 address of this computer; ``label`` is the interface's name for people."""

    name: str
    kind: InterfaceKind
    address: str
    is_running: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that phones may reach; ``is_likely`` unless its network looks like another."""

    address: str
    label: str
    is_likely: bool


class PhoneDoor(Protocol):
    """The page while it can be opened; ``close`` ends it within two seconds.

    End the session first: then the phones have time to fetch the page that says thank you.
    """

    @property
    def join_url(self) -> str:
        """The address with the session's code in it, for the QR code."""
        ...

    @property
    def typed_address(self) -> str:
        """The address as people type it: ``192.168.1.23:8484``."""
        ...

    @property
    def check_in_url(self) -> str:
        """The address of the attendance list with its code of the moment, for its own QR code."""
        ...

    @property
    def typed_check_in_address(self) -> str:
        """The same as people type it, without the code."""
        ...

    def check(self) -> None:
        """Fetches the page as a phone would; raises SessionError with what blocks it.

        Takes up to some seconds: call it off the GUI thread, before the QR code is shown.
        """
        ...

    def close(self) -> None:
        """Says goodbye to the phones and stops the server; may be called twice."""
        ...


class PhoneLine(Protocol):
    """Opens the page for phones."""

    def candidates(self, interfaces: Sequence[NetworkInterface]) -> tuple[Candidate, ...]:
        """The addresses that phones can use, the best one first; none where there is no network."""
        ...

    def advice(self, candidates: Sequence[Candidate]) -> Message:
        """What to do about the network, in one or two sentences."""
        ...

    def advice_when_nobody_joins(self) -> Message:
        """What to try when no phone has come in after half a minute."""
        ...

    def open(self, address: str, live: LiveSession | None = None) -> PhoneDoor:
        """Opens the page at the address; without a session it says only that the network works.

        Raises SessionError with what to do where the address or the port cannot be used.
        """
        ...
