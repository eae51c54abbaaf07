"""A room with a session, its server on a loopback address, and phones that are plain HTTP."""

import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from typing import Any

import httpx
from examples import make_scenario

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import (
    Expected,
    GroupPlan,
    Length,
    PlanId,
    PlannedCase,
    StepKind,
)
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.scenario import Scenario
from huddinge_training.phone.limits import Limits
from huddinge_training.phone.server import PhoneServer
from huddinge_training.services.live_session import LiveSession

HERE = "127.0.0.1"
ATTEMPT = "an-attempt-of-the-phone-0001"
EXPECTED = (Expected("Åsa Öman", "0042"), Expected("Bo Ek", "0043"))


def make_live(people: int = 12, scenario: Scenario | None = None) -> LiveSession:
    """A session with one dilemma, in which so many phones have a seat."""
    scenario = scenario or make_scenario("nyckeln")
    plan = GroupPlan(
        PlanId("plan"),
        "Träffen",
        Length.SHORT,
        (PlannedCase(ModuleId("nycklar"), scenario.id),),
        "Ledaren",
        expected=EXPECTED,
    )
    session = GroupSession(plan, [scenario])
    session.people_present = people
    return LiveSession(session)


def go(live: LiveSession, kind: StepKind) -> None:
    """The facilitator goes to a step."""
    place = live.look(lambda s: next(n for n, step in enumerate(s.steps) if step.kind is kind))
    live.act(lambda session: session.go_to(place))


def open_vote(live: LiveSession, kind: StepKind = StepKind.VOTE_1) -> None:
    """The facilitator goes to a vote and opens it."""
    go(live, kind)
    live.act(lambda session: session.open_vote())


def close_vote(live: LiveSession) -> None:
    """The facilitator closes the vote."""
    live.act(lambda session: session.close_vote())


class Phone:
    """A phone without script: it sends the forms that it was given."""

    def __init__(self, server: PhoneServer, source: str = HERE, **headers: str) -> None:
        self.client = httpx.Client(
            base_url=f"http://{server.typed_address}",
            headers=headers,
            transport=httpx.HTTPTransport(local_address=source),
            timeout=20,
        )
        self.page = ""
        self.status = 0

    def open(self, path: str = "/") -> "Phone":
        """Opens an address."""
        return self._took(self.client.get(path))

    def post(self, path: str, fields: Mapping[str, str] | None = None, **more: str) -> "Phone":
        """Sends a form."""
        return self._took(self.client.post(path, data={**(fields or {}), **more}))

    def join(self, code: str, **fields: str) -> "Phone":
        """Opens the page and sends its form with the code."""
        self.open()
        return self.post("/join", {**self.hidden("/join"), "code": code, **fields})

    def vote(self, option: str) -> "Phone":
        """Sends the form of the vote with an option."""
        return self.post("/vote", {**self.hidden("/vote"), "o": option})

    def hidden(self, action: str) -> dict[str, str]:
        """The hidden fields of the page's form that goes to an address."""
        form = re.search(rf'<form[^>]* action="{action}"[^>]*>(.*?)</form>', self.page, re.S)
        assert form, f"no form to {action} in {self.page}"
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[1])
        return {name: unescape(value) for name, value in found}

    @property
    def token(self) -> str:
        """The token that the page has given the phone."""
        return self.hidden("/leave")["t"]

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page)).split())

    @property
    def has_receipt(self) -> bool:
        """Whether the page says that something has arrived."""
        return 'class="tick"' in self.page

    def close(self) -> None:
        """Puts the phone away."""
        self.client.close()

    def _took(self, answer: httpx.Response) -> "Phone":
        self.page, self.status = answer.text, answer.status_code
        self.answer = answer
        return self


class Room:
    """A session and its server, and the phones that came in."""

    def __init__(self, live: LiveSession, **server: Any) -> None:
        self.live = live
        self.server = PhoneServer(HERE, live, 0, **server)
        self._phones: list[Phone] = []

    def phone(self, source: str = HERE, **headers: str) -> Phone:
        """A phone that has not done anything yet."""
        phone = Phone(self.server, source, **headers)
        self._phones.append(phone)
        return phone

    def joined(self, source: str = HERE, **headers: str) -> Phone:
        """A phone that has joined."""
        return self.phone(source, **headers).join(self.live.code)

    @property
    def voted(self) -> int:
        """How many votes there are."""
        return self.live.numbers.voted

    def connect(self, source: str = HERE) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(
            (HERE, self.server.port), timeout=20, source_address=(source, 0)
        )

    def close(self) -> None:
        """Ends the server and the phones."""
        for phone in self._phones:
            phone.close()
        self.server.close()


@contextmanager
def room(live: LiveSession | None = None, limits: Limits | None = None) -> Iterator[Room]:
    """A room that is closed at the end."""
    opened = Room(live or make_live(), limits=limits)
    try:
        yield opened
    finally:
        opened.close()
