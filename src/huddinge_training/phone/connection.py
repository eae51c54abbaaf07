"""One connection of a phone: it may be slow, but not hold a place without asking for anything.

uvicorn waits for ever for a request that has begun; here its head and body have a deadline, and
one client has only so many connections. When all places are taken, whoever has waited longest
without a whole request makes room.
"""

import asyncio
from typing import Any, cast

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from huddinge_training.phone.limits import Allowance, Limits

FAREWELL_SECONDS = 5.0
SHUTDOWN_SECONDS = 0.5


class Doorkeeper:
    """Who may connect; lives in the server's thread."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._unasked: dict[PhoneConnection, None] = {}

    @property
    def _places(self) -> Allowance:
        return self._limits.connections

    @property
    def request_seconds(self) -> float:
        """How long a request may take to come."""
        return self._limits.request_seconds

    def admit(self, connection: "PhoneConnection", address: str) -> bytes | None:
        """Gives the client a place, which it has to give back; None where there is none."""
        client = self._limits.client(address)
        if self._places.has_room_of_its_own(client) and not self._places.has_room(client):
            for longest_silent in list(self._unasked)[:1]:
                longest_silent.make_room()
        if not self._places.take(client):
            return None
        self._unasked[connection] = None
        return client

    def has_asked(self, connection: "PhoneConnection") -> None:
        """A whole request has come."""
        self._unasked.pop(connection, None)

    def leave(self, connection: "PhoneConnection", client: bytes) -> None:
        """The connection has ended."""
        self._unasked.pop(connection, None)
        self._places.give_back(client)


class PhoneConfig(Config):
    """uvicorn's settings with the one who keeps the door."""

    def __init__(self, doorkeeper: Doorkeeper, **settings: Any) -> None:
        super().__init__(http=PhoneConnection, **settings)
        self.doorkeeper = doorkeeper


class OnePacket:
    """A transport that sends what is written in one go: an answer's head goes with its body.

    Each sending costs as much as making a page does, and on Wi-Fi a packet of its own.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._written: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Sends it together with all that is written before the loop goes on."""
        if not self._written:
            self._loop.call_soon(self.flush)
        self._written.append(data)

    def close(self) -> None:
        """Closes when all is sent."""
        self.flush()
        self._transport.close()

    def flush(self) -> None:
        """Sends what has been written."""
        if self._written and not self._transport.is_closing():
            self._transport.write(b"".join(self._written))
        self._written.clear()


class PhoneConnection(H11Protocol):
    """HTTP/1.1 with deadlines."""

    _client: bytes | None = None
    _deadline: asyncio.TimerHandle | None = None

    @property
    def _doorkeeper(self) -> Doorkeeper:
        assert isinstance(self.config, PhoneConfig)
        return self.config.doorkeeper

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._packets = OnePacket(transport, self.loop)
        self.transport = cast(asyncio.Transport, self._packets)
        peer = transport.get_extra_info("peername")
        self._client = self._doorkeeper.admit(self, str(peer[0]) if peer else "")
        if self._client is None:
            transport.abort()
            return
        self._expect_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect_nothing()
        self._give_back_place()
        super().connection_lost(exc)

    def eof_received(self) -> None:
        # The phone has said all that it will say, and the connection is about to be closed.
        self._packets.flush()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            self._expect_request()
        else:
            self._expect_nothing()
            self._doorkeeper.has_asked(self)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.is_closing():
            # What is left to send goes to somebody who may never read it.
            self.loop.call_later(FAREWELL_SECONDS, self.transport.abort)

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self.loop.call_later(FAREWELL_SECONDS, self.transport.abort)

    def shutdown(self) -> None:
        super().shutdown()
        self.loop.call_later(SHUTDOWN_SECONDS, self.transport.abort)

    def make_room(self) -> None:
        """Gives the place to another."""
        self._expect_nothing()
        self._give_back_place()
        self.transport.abort()

    def _give_back_place(self) -> None:
        if self._client is not None:
            self._doorkeeper.leave(self, self._client)
            self._client = None

    def _expect_request(self) -> None:
        if self._deadline is None:
            patience = self._doorkeeper.request_seconds
            self._deadline = self.loop.call_later(patience, self.make_room)

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
