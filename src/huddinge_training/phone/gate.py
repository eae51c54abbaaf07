"""What every request passes: the right address, no more than its share, nothing foreign let in.

Nothing is logged of a request; of an error only its kind and place in the program.
"""

import logging
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from huddinge_training.logs import where
from huddinge_training.phone.limits import Limits

LOG = logging.getLogger(__name__)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framed_by}"
)
FRAMED = "/pulse"
WRONG_ADDRESS = (
    "Öppna adressen som står på den stora bilden.\nOpen the address that stands on the big picture."
)
TOO_MUCH = "För många försök. Vänta en stund.\nToo many tries. Wait a moment."


class Gate:
    """An ASGI application around another one."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], limits: Limits) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"http://{host}" for host in hosts)
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _guard(message, scope["path"])
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        try:
            await self._app(scope, receive, send_guarded)
        except ClientDisconnect:
            pass
        except Exception as error:
            # The application has told the phone already.
            LOG.error("a phone was not answered: %s", where(error))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host") not in self._hosts:
            return PlainTextResponse(WRONG_ADDRESS, 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("", 405)
        if scope["method"] == "POST" and not self._is_own(headers):
            return PlainTextResponse(WRONG_ADDRESS, 403)
        client = self._limits.client(scope["client"][0] if scope["client"] else "")
        if not self._limits.requests.take(client):
            return PlainTextResponse(TOO_MUCH, 429, {"retry-after": "5"})
        return None

    def _is_own(self, headers: Headers) -> bool:
        """Whether a form may come from a page of ours, as far as the browser says."""
        origin = headers.get("origin")
        return (origin is None or origin in self._origins) and headers.get(
            "sec-fetch-site", "none"
        ) in ("same-origin", "none")


def _guard(message: Message, path: str) -> None:
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    framed_by = "'self'" if path == FRAMED else "'none'"
    headers["content-security-policy"] = POLICY.format(framed_by=framed_by)
    headers["x-content-type-options"] = "nosniff"
    # Without the referrer a form's Origin is "null", and could come from anywhere.
    headers["referrer-policy"] = "same-origin"
    headers["cross-origin-resource-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
    headers.setdefault("cache-control", "no-store")
