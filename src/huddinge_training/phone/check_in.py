"""The page on which people put themselves on the attendance list.

It shares nothing with the vote's page: no token, no script, no storage, no form. Its own code
changes, so that nobody signs in from home.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from huddinge_training.errors import SessionError
from huddinge_training.phone.forms import PhoneForm, from_address, from_body
from huddinge_training.phone.frame import (
    NOTHING,
    frame,
    hidden,
    language_menu,
    problem_line,
    receipt,
    told_view,
)
from huddinge_training.phone.limits import Limits
from huddinge_training.phone.markup import Html, fill
from huddinge_training.phone.words import Words
from huddinge_training.services.live_session import LiveSession

PATH = "/narvaro"


class CheckIn:
    """The addresses of the attendance list."""

    def __init__(self, live: LiveSession, limits: Limits) -> None:
        self._live = live
        self._limits = limits

    async def open(self, request: Request) -> Response:
        """The empty form; the code of a QR code stands in its field already."""
        form = from_address(request)
        return HTMLResponse(_form_page(form, form.digits("k")))

    async def sign(self, request: Request) -> Response:
        """Puts somebody on the list. It does not say who has which number."""
        form = await from_body(request)
        words = form.reader.words
        client = self._limits.client(request.client.host if request.client else "")
        limits = (self._limits.check_in_guesses, self._limits.check_ins)
        if not all(limit.has_room(client) for limit in limits):
            return HTMLResponse(_form_page(form, form.digits("code"), words["too_many"]), 429)
        try:
            self._live.check_in(form.digits("code"), form.line("number"), form.line("name"))
        except SessionError as error:
            self._limits.check_in_guesses.use(client)
            return HTMLResponse(_form_page(form, form.digits("code"), words.error(error)), 403)
        self._limits.check_ins.use(client)
        title = words["check_in_title"]
        told = receipt(words["checked_in"])
        return HTMLResponse(_page(words, title, told_view(words, title), status=told))


def _form_page(form: PhoneForm, code: str, problem: str = "") -> str:
    words = form.reader.words
    view = fill(
        "check_in",
        title=words["check_in_title"],
        lead=words["check_in_lead"],
        code_label=words["check_in_code"],
        number_label=words["number_label"],
        number_hint=words["number_hint"],
        guest_label=words["guest_label"],
        button=words["check_in_button"],
        code=code,
        number=form.line("number"),
        name=form.line("name"),
        problem=problem_line(problem),
        fields=hidden({"l": words.code}),
    )
    return _page(words, words["check_in_title"], view, code)


def _page(words: Words, title: str, view: Html, code: str = "", status: Html = NOTHING) -> str:
    menu = language_menu(words, method="get", action=PATH, kept={"k": code})
    privacy = words["check_in_privacy"]
    foot = fill("foot", title=words["about_list"], privacy=privacy, leave="")
    return frame(words, title, view, menu=menu, foot=foot, status=status)
