"""Tells phones that something has changed, by server-sent events; they fetch what it is."""

import asyncio
from contextlib import suppress

from starlette.types import Receive, Scope, Send

from huddinge_training.services.live_session import LiveSession

BEAT_SECONDS = 10.0
SLOWEST_SECONDS = 15.0
RETRY = b"retry: 1000\n\n"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    # Some proxies gather an answer before they pass it on, unless they are asked not to.
    (b"x-accel-buffering", b"no"),
]


class Pulse:
    """The streams of all phones; lives in the server's thread, but for ``_on_change``.

    Every stream says the version of the session at once, at every change, and every ten seconds,
    by which the phone knows that it is still connected. Votes alone change no version.
    """

    def __init__(self, live: LiveSession) -> None:
        self._live = live
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._told = live.version
        self._is_closed = False
        self._stop_listening = live.listen(self._on_change)

    def close(self) -> None:
        """Ends every stream."""
        self._stop_listening()
        self._is_closed = True
        self._changed.set()

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application: one stream until the phone or the server ends it."""
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        gone = asyncio.ensure_future(_until_gone(receive))
        try:
            await self._tell(send, RETRY)
            while not gone.done() and not self._is_closed:
                # Asked for first, so that a change while the version is sent wakes this stream.
                next_change = self._changed
                await self._tell(send, b"data: %d\n\n" % self._live.version)
                await _first_of(gone, next_change)
            await self._tell(send, b"", more=False)
        except TimeoutError:
            # Too slow to read a few bytes: the connection is worth nothing to its phone.
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()

    async def _tell(self, send: Send, words: bytes, *, more: bool = True) -> None:
        message = {"type": "http.response.body", "body": words, "more_body": more}
        await asyncio.wait_for(send(message), SLOWEST_SECONDS)

    def _on_change(self) -> None:
        """Comes from whatever thread has changed something; a vote stops here."""
        version = self._live.version
        if version == self._told:
            return
        self._told = version
        with suppress(RuntimeError):  # the loop may be closed by now
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        """Wakes all who wait now; those who come later wait for the next change."""
        if not self._is_closed:
            self._changed.set()
            self._changed = asyncio.Event()


async def _first_of(gone: "asyncio.Future[None]", change: asyncio.Event) -> None:
    """Waits until the phone has gone, something has changed, or it is time for a beat."""
    changed = asyncio.ensure_future(change.wait())
    try:
        await asyncio.wait(
            (changed, gone), timeout=BEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        changed.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
