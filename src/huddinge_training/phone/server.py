"""The server of the phone page: started when a session opens, in a thread of its own.

It is bound to the one address that was chosen, answers to no other name, and logs no request.
"""

import asyncio
import contextlib
import logging
import secrets
import socket
from threading import Event, Thread

import uvicorn

from huddinge_training.logs import where
from huddinge_training.phone.connection import Doorkeeper, PhoneConfig
from huddinge_training.phone.gate import Gate
from huddinge_training.phone.limits import Limits
from huddinge_training.phone.listening import listening_socket, places
from huddinge_training.phone.pulse import Pulse
from huddinge_training.phone.routes import network_app, session_app
from huddinge_training.phone.self_check import check_page
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.machine_settings import DEFAULT_PORT

LOG = logging.getLogger(__name__)

TICK_SECONDS = 1.0
GOODBYE_SECONDS = 0.7
HTTP_PORT = 80
LARGEST_HEAD = 8_192


class PhoneServer:
    """The page at one address until ``close``; without a session it says that the network works."""

    def __init__(
        self,
        address: str,
        live: LiveSession | None = None,
        port: int = DEFAULT_PORT,
        limits: Limits | None = None,
    ) -> None:
        """Opens the port and waits until the page answers.

        Raises SessionError with what to do where the address or the port cannot be used.
        """
        self._live = live
        self._limits = limits or Limits()
        self._limits.connections.lower_total(places())
        self._secret = secrets.token_urlsafe(16)
        self._socket = listening_socket(address, port)
        self.port = int(self._socket.getsockname()[1])
        self.typed_address = address if self.port == HTTP_PORT else f"{address}:{self.port}"
        self._is_ready = Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pulse: Pulse | None = None
        self._uvicorn: uvicorn.Server | None = None
        self._thread = Thread(target=self._run, name="phones", daemon=True)
        self._thread.start()
        self._is_ready.wait()

    @property
    def join_url(self) -> str:
        """The address with the session's code in it, for the QR code."""
        return f"http://{self.typed_address}/" + (f"?k={self._live.code}" if self._live else "")

    @property
    def typed_check_in_address(self) -> str:
        """The address of the attendance list as people type it."""
        return f"{self.typed_address}/narvaro"

    @property
    def check_in_url(self) -> str:
        """The address of the attendance list with its code of the moment."""
        code = self._live.check_in_code if self._live else ""
        return f"http://{self.typed_check_in_address}?k={code}"

    @property
    def limits(self) -> Limits:
        """What clients may use; read it in the server's thread only."""
        return self._limits

    def check(self) -> None:
        """Fetches the page as a phone would; raises SessionError with what blocks it."""
        check_page(f"http://{self.typed_address}/hello", self._secret)

    def close(self) -> None:
        """Says goodbye to the phones and stops; may be called twice."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._begin_end)
        self._thread.join()

    def _begin_end(self) -> None:
        assert self._loop is not None
        if self._live is not None and self._live.is_over:
            # The phones have just been told, and fetch the page that says thank you.
            self._loop.call_later(GOODBYE_SECONDS, self._end)
        else:
            self._end()

    def _end(self) -> None:
        if self._pulse is not None:
            self._pulse.close()
        if self._uvicorn is not None:
            self._uvicorn.should_exit = True

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:
            LOG.critical("the phones' server has stopped: %s", where(error))
        finally:
            self._socket.close()
            self._is_ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_log_without_addresses)
        if self._live is None:
            app = network_app(self._secret)
        else:
            self._pulse = Pulse(self._live)
            app = session_app(self._live, self._limits, self._pulse, self._secret)
        config = PhoneConfig(
            Doorkeeper(self._limits),
            app=Gate(app, {self.typed_address}, self._limits),
            # No line of uvicorn's own: they hold addresses.
            log_config=None,
            log_level=logging.CRITICAL + 1,
            access_log=False,
            lifespan="off",
            ws="none",
            # Nobody is believed to speak for another address.
            proxy_headers=False,
            server_header=False,
            date_header=False,
            backlog=4_096,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=LARGEST_HEAD,
        )
        self._uvicorn = _AnnouncedServer(config, self._is_ready)
        ticking = asyncio.ensure_future(self._tick())
        try:
            await self._uvicorn.serve(sockets=[self._socket])
        finally:
            ticking.cancel()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self._limits.pass_time(TICK_SECONDS)


class _AnnouncedServer(uvicorn.Server):
    """uvicorn's server that says when it answers."""

    def __init__(self, config: uvicorn.Config, is_ready: Event) -> None:
        super().__init__(config)
        self._is_ready = is_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._is_ready.set()


def _log_without_addresses(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    error = context.get("exception")
    if isinstance(error, ConnectionError):
        return
    place = where(error) if isinstance(error, BaseException) else context.get("message", "")
    LOG.error("a phone's connection failed: %s", place)
