"""The addresses of the phone page, and what each of them does with the session.

They may call ``LiveSession`` only. The token of a phone comes in the body of a form and nowhere
else: never in an address, a cookie or a log.
"""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from huddinge_training.domain.scenario import OptionId
from huddinge_training.errors import SessionError
from huddinge_training.phone.check_in import CheckIn
from huddinge_training.phone.forms import (
    LARGEST_BODY,
    PhoneForm,
    UnreadableFormError,
    from_address,
    from_body,
)
from huddinge_training.phone.limits import Limits
from huddinge_training.phone.markup import address_of, script, style
from huddinge_training.phone.pages import join_page, pulse_page, session_page, told_page
from huddinge_training.phone.pulse import Pulse
from huddinge_training.services.live_session import LiveSession

LOOK_SECONDS = 4
FOR_EVER = {"cache-control": "private, max-age=86400, immutable"}


class VotePage:
    """The page of the vote."""

    def __init__(self, live: LiveSession, limits: Limits) -> None:
        self._live = live
        self._limits = limits

    async def open(self, request: Request) -> Response:
        """The first page of a phone; the code of a QR code stands in its field already."""
        form = from_address(request)
        return HTMLResponse(join_page(form.reader, form.attempt, form.digits("k")))

    async def show(self, request: Request) -> Response:
        """What the phone shows now, also after another language was chosen."""
        form = await from_body(request)
        if not form["t"]:
            return HTMLResponse(join_page(form.reader, form.attempt, form.digits("code")))
        return self._session(form, form["t"], chosen=form["o"])

    async def join(self, request: Request) -> Response:
        """Lets a phone in, unless its client has guessed too often."""
        form = await from_body(request)
        client = client_of(request, self._limits)
        if not self._limits.guesses.has_room(client):
            return self._not_joined(form, form.reader.words["too_many"], 429)
        try:
            token = self._live.join(form.digits("code"), form.attempt)
        except SessionError as error:
            self._limits.guesses.use(client)
            return self._not_joined(form, form.reader.words.error(error), 403)
        return self._session(form, token, is_new=True)

    async def vote(self, request: Request) -> Response:
        """Takes a vote, or a changed one."""
        form = await from_body(request)
        if not form["o"]:
            problem = form.reader.words["choose_first"]
            return self._session(form, form["t"], problem=problem, status=400)
        try:
            self._live.vote(form["t"], OptionId(form["o"]), form["v"] or "none")
        except SessionError as error:
            problem = form.reader.words.error(error)
            return self._session(form, form["t"], problem=problem, status=409)
        return self._session(form, form["t"])

    async def leave(self, request: Request) -> Response:
        """Gives the seat back."""
        form = await from_body(request)
        self._live.leave(form["t"])
        notice = form.reader.words["left"]
        return HTMLResponse(join_page(form.reader, form.attempt, notice=notice))

    async def pulse(self, request: Request) -> Response:
        """Whether there is something new since a version, for a page without script."""
        form = from_address(request)
        is_new = form["v"] != str(self._live.version)
        # A frame of one sentence, in which nobody reads or types slowly, may load itself anew.
        again = {} if is_new else {"refresh": str(LOOK_SECONDS)}
        return HTMLResponse(pulse_page(form.reader.words, is_new=is_new), headers=again)

    def _session(
        self,
        form: PhoneForm,
        token: str,
        *,
        chosen: str = "",
        problem: str = "",
        is_new: bool = False,
        status: int = 200,
    ) -> Response:
        try:
            view = self._live.view(token)
        except SessionError as error:
            return self._not_joined(form, form.reader.words.error(error), 403)
        page = session_page(form.reader, token, view, chosen=chosen, problem=problem, is_new=is_new)
        return HTMLResponse(page, status)

    @staticmethod
    def _not_joined(form: PhoneForm, problem: str, status: int) -> Response:
        page = join_page(form.reader, form.attempt, form.digits("code"), problem)
        return HTMLResponse(page, status)


def client_of(request: Request, limits: Limits) -> bytes:
    """What stands for the phone's address in the counts."""
    return limits.client(request.client.host if request.client else "")


def session_app(live: LiveSession, limits: Limits, pulse: Pulse, secret: str) -> Starlette:
    """The page while a session goes on; ``secret`` tells the computer that it reaches itself."""
    vote = VotePage(live, limits)
    check_in = CheckIn(live, limits)
    return _app(
        secret,
        Route("/", vote.open),
        Route("/", vote.show, methods=["POST"]),
        Route("/join", vote.join, methods=["POST"]),
        Route("/vote", vote.vote, methods=["POST"]),
        Route("/leave", vote.leave, methods=["POST"]),
        Route("/events", pulse, methods=["GET"]),
        Route("/pulse", vote.pulse),
        Route("/narvaro", check_in.open),
        Route("/narvaro", check_in.sign, methods=["POST"]),
    )


def network_app(secret: str) -> Starlette:
    """The page that says that the network works, before there is a session."""
    return _app(secret, Route("/", _network_works))


async def _network_works(request: Request) -> Response:
    reader = from_address(request).reader
    page = told_page(reader, reader.words["network_title"], reader.words["network_works"])
    return HTMLResponse(page)


def _app(secret: str, *routes: Route) -> Starlette:
    async def hello(_request: Request) -> Response:
        return PlainTextResponse(secret)

    async def phone_css(_request: Request) -> Response:
        return Response(style(), headers=FOR_EVER, media_type="text/css")

    async def phone_js(_request: Request) -> Response:
        return Response(script(), headers=FOR_EVER, media_type="text/javascript")

    return Starlette(
        routes=[
            *routes,
            Route("/hello", hello),
            Route(address_of("phone.css"), phone_css),
            Route(address_of("phone.js"), phone_js),
        ],
        exception_handlers={
            404: _missing,
            405: _missing,
            UnreadableFormError: _unreadable,
            Exception: _trouble,
        },
        max_body_size=LARGEST_BODY,
    )


async def _missing(request: Request, _error: Exception) -> Response:
    return _told(request, "missing", 404)


async def _unreadable(request: Request, _error: Exception) -> Response:
    return _told(request, "unreadable", 400)


async def _trouble(request: Request, _error: Exception) -> Response:
    return _told(request, "trouble", 500)


def _told(request: Request, key: str, status: int) -> Response:
    reader = PhoneForm({}, request.headers.get("accept-language", "")).reader
    return HTMLResponse(told_page(reader, reader.words[key], ""), status)
