"""A whole hall votes by phone within one second: lost votes, time, memory; and two others beside.

``python benchmarks/phone_load.py [--voters 30 200 1000] [--rounds 7] [--with-otree]``. The
voters are a process of their own (``phone_voters.py``) on loopback addresses, one each, since
limits are a client's; a fifth of them loses the connection while voting, and one in twenty more
reads nothing of what it asks for. Times are from a vote leaving its phone until

- the phone has its receipt,
- a timer of 50 ms has read the number of votes, as the facilitator's window does,
- in rounds of their own, a thread has read it that the session wakes at every vote.

Side by side, in one run: a bare Starlette page that does nothing, and oTree 6, which is fetched
from PyPI into an environment of its own; both only take votes.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from figures import head, machine, percentile, row, verdict
from peers import peer

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import GroupPlan, Length, PlanId, PlannedCase
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.scenario import (
    Kind,
    ObjectiveId,
    Option,
    OptionId,
    Scenario,
    ScenarioId,
)
from huddinge_training.language import Text
from huddinge_training.phone.server import PhoneServer
from huddinge_training.services.live_session import LiveSession

HERE = "127.0.0.1"
OPTIONS = "abc"
RECONNECTING = 0.2
SLOW_SHARE = 0.05
TIMER_SECONDS = 0.05
PATIENCE_SECONDS = 90

BARE = """
import asyncio, socket, sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

async def vote(request):
    await request.body()
    return HTMLResponse("<p>tick</p>")

listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
listening.bind(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
app = Starlette(routes=[Route("/vote", vote, methods=["POST"])])
config = uvicorn.Config(app, log_level="critical", access_log=False, backlog=4096, http="h11",
                        loop="asyncio", lifespan="off")
asyncio.run(uvicorn.Server(config).serve(sockets=[listening]))
"""
OTREE_SETTINGS = """
SESSION_CONFIGS = [dict(name="vote", app_sequence=["vote"], num_demo_participants=1)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0)
LANGUAGE_CODE = "en"
REAL_WORLD_CURRENCY_CODE = "SEK"
SECRET_KEY = "benchmark"
"""
OTREE_APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL = "vote"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = 1

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    pass

class Player(BasePlayer):
    choice = models.StringField(choices=["a", "b", "c"])

class Vote(Page):
    form_model = "player"
    form_fields = ["choice"]

class Done(Page):
    pass

page_sequence = [Vote, Done]
"""


class NotedSession(LiveSession):
    """A session that notes, for the measurement alone, at which count a vote stood."""

    def __init__(self, session: GroupSession) -> None:
        super().__init__(session)
        self.count_of: dict[str, int] = {}
        self._noting = threading.Lock()

    def vote(self, token: str, option: OptionId, vote_id: str = "") -> None:
        """Takes the vote, and notes it."""
        with self._noting:
            super().vote(token, option, vote_id)
            self.count_of[token] = self.numbers.voted


@dataclass
class Reader:
    """A thread that reads the number of votes, woken by the session or by a timer."""

    live: LiveSession
    by_timer: bool
    read_at: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wake = threading.Event()
        self._is_done = False
        self._stop = self.live.listen(self._wake.set)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self._is_done:
            if self.by_timer:
                time.sleep(TIMER_SECONDS)
            else:
                self._wake.wait()
                self._wake.clear()
            count = self.live.numbers.voted
            self.read_at.setdefault(count, time.perf_counter())

    def seen_at(self, count: int) -> float:
        """When the number was first at least this."""
        return min(at for number, at in self.read_at.items() if number >= count)

    def close(self) -> None:
        """Ends the thread."""
        self._is_done = True
        self._wake.set()
        self._thread.join()
        self._stop()


class Voters:
    """The process of the voters."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("phone_voters.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def begin(self, what: str, **details: object) -> None:
        """Tells them what to do."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **details}) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """Waits until they have done it."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def do(self, what: str, **details: object) -> Any:
        """Tells them, and waits."""
        self.begin(what, **details)
        return self.answer()

    def close(self) -> None:
        """Sends them home."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_SECONDS)


@dataclass
class Measured:
    """The times of all rounds, in milliseconds."""

    receipt: list[float] = field(default_factory=list)
    listener: list[float] = field(default_factory=list)
    timer: list[float] = field(default_factory=list)
    push: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    sent: int = 0
    wrong: int = 0
    before: float = 0.0
    after: float = 0.0


def memory() -> float:
    """What this process holds in memory, in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def scenario() -> Scenario:
    """A dilemma as long as the course's."""
    options = tuple(
        Option(
            OptionId(letter),
            Text(f"Jag gör {letter} och berättar för min chef hur jag tänker."),
            consequence=Text("-"),
            feedback=Text("-"),
        )
        for letter in OPTIONS
    )
    return Scenario(
        id=ScenarioId("vote"), version=1, kind=Kind.DILEMMA, title=Text("Ett dilemma"),
        roles=("alla",), objective=ObjectiveId("a"), scene=Text("Något händer på jobbet. " * 12),
        question=Text("Vad gör du?"), options=options,
    )  # fmt: skip


def session_of(people: int) -> NotedSession:
    """A session with room for all."""
    case = PlannedCase(ModuleId("module"), ScenarioId("vote"))
    plan = GroupPlan(
        PlanId("plan"), "Plan", Length.SHORT, (case,), "Leader", expected_count=people
    )  # fmt: skip
    return NotedSession(GroupSession(plan, [scenario()]))


def measure_ours(voters: int, rounds: int) -> Measured:
    """Some rounds of one session with so many phones."""
    found = Measured()
    live = session_of(voters)
    server = PhoneServer(HERE, live, 0)
    crowd = Voters()
    try:
        found.before = memory()
        where = {"host": HERE, "port": server.port, "code": live.code}
        crowd.do("connect", where=where, voters=voters, slow=int(voters * SLOW_SHARE))
        found.after = memory()
        place = next(n for n, s in enumerate(live.look(lambda s: s.steps)) if s.kind.is_vote)
        live.act(lambda session: session.go_to(place))
        for number in range(2 * rounds):
            by_timer = number % 2 == 0
            measure_round(live, crowd, found, by_timer=by_timer, is_last=number == 2 * rounds - 1)
        crowd.do("end")
    finally:
        crowd.close()
        server.close()
    return found


def measure_round(
    live: NotedSession, crowd: Voters, found: Measured, *, by_timer: bool, is_last: bool
) -> None:
    """One vote from opening to closing; the last one is also counted by option."""
    live.count_of.clear()
    reader = Reader(live, by_timer=by_timer)
    crowd.begin("vote", reconnecting=RECONNECTING, options=OPTIONS)
    opened_at = time.perf_counter()
    live.act(lambda session: session.open_vote())
    answer = crowd.answer()
    time.sleep(2 * TIMER_SECONDS)
    counted = live.numbers.voted
    reader.close()
    live.act(lambda session: session.close_vote())
    votes = answer["votes"]
    found.push.append(1000 * (answer["heard_at"] - opened_at))
    found.page.append(1000 * (answer["fetched_at"] - opened_at))
    found.sent += len(votes)
    found.wrong += abs(counted - len(votes)) + sum(status != 200 for *_, status in votes)
    for token, _, left_at, arrived_at, status in votes:
        if status == 200:
            shown = 1000 * (reader.seen_at(live.count_of[token]) - left_at)
            (found.timer if by_timer else found.listener).append(shown)
            if by_timer:
                found.receipt.append(1000 * (arrived_at - left_at))
    if is_last:
        outcome, _ = live.act(lambda session: session.reveal(0))
        assert outcome is not None and outcome.counts is not None
        sent = Counter(option for _, option, *_ in votes)
        found.wrong += sum(abs(outcome.counts[OptionId(o)] - sent[o]) for o in OPTIONS)


# --- Beside it ---------------------------------------------------------------------------


def measure_other(
    port: int, paths: Callable[[int], list[str]], voters: int, rounds: int
) -> Measured:
    """The same votes to another program, which only takes them."""
    found = Measured()
    crowd = Voters()
    try:
        for _ in range(rounds):
            where = {"host": HERE, "port": port}
            crowd.do("connect", where=where, voters=voters, paths=paths(voters), slow=0)
            votes = crowd.do("vote", reconnecting=0, options=OPTIONS)["votes"]
            found.sent += len(votes)
            found.wrong += sum(status not in (200, 302) for *_, status in votes)
            found.receipt += [1000 * (arrived - left) for _, _, left, arrived, _ in votes]
    finally:
        crowd.close()
    return found


@contextmanager
def bare_starlette() -> Iterator[int]:
    """A Starlette page that does nothing; its port."""
    process = subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


@contextmanager
def otree(program: Path) -> Iterator[int]:
    """oTree with one page that asks for one choice; its port."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        (project / "settings.py").write_text(OTREE_SETTINGS)
        (project / "vote").mkdir()
        (project / "vote" / "__init__.py").write_text(OTREE_APP)
        template = "{{ block content }}{{ formfields }}{{ next_button }}{{ endblock }}"
        for static in ("_static", "_templates"):
            (project / static).mkdir()
        for name in ("Vote", "Done"):
            (project / "vote" / f"{name}.html").write_text(template if name == "Vote" else "Thanks")
        with socket.create_server((HERE, 0)) as free:
            port = free.getsockname()[1]
        # It starts its own program again by its name.
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "OTREE_PRODUCTION": "1", "PATH": path}
        subprocess.run(
            [program, "resetdb", "--noinput"], cwd=project, check=True, capture_output=True,
            env=environment,
        )  # fmt: skip
        process = subprocess.Popen(
            [program, "prodserver", f"{HERE}:{port}"], cwd=project, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            wait_for(f"http://{HERE}:{port}/api/sessions")
            yield port
        finally:
            os.killpg(process.pid, 15)
            process.wait(PATIENCE_SECONDS)


def wait_for(url: str) -> None:
    """Until something answers."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)


def otree_paths(port: int) -> Callable[[int], list[str]]:
    """Makes a session for so many, and opens each one's page, as they would have by now."""

    def paths(voters: int) -> list[str]:
        body = json.dumps({"session_config_name": "vote", "num_participants": voters})
        request = urllib.request.Request(
            f"http://{HERE}:{port}/api/sessions",
            body.encode(),
            {"content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
            way_in = json.load(answer)["session_wide_url"]
        found = []
        for _ in range(voters):
            with urllib.request.urlopen(way_in, timeout=PATIENCE_SECONDS) as page:
                found.append(urlsplit(page.url).path)
        return found

    return paths


# --- Writing it down ---------------------------------------------------------------------


def spread(times: Sequence[float]) -> str:
    """p50 / p95 / p99."""
    return " / ".join(f"{percentile(times, percent):.1f}" for percent in (50, 95, 99))


def main() -> None:
    """Measures and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--voters", type=int, nargs="+", default=[30, 200, 1_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--with-otree", action="store_true", help="fetch oTree and measure it, too")
    arguments = parser.parse_args()
    voters, rounds = arguments.voters, arguments.rounds
    print(f"{machine()}; {rounds} rounds of each kind; p50 / p95 / p99 in ms")
    with bare_starlette() as port:
        bare = {n: measure_other(port, lambda n: ["/vote"] * n, n, rounds) for n in voters}
    head("Voters", "lost or doubled", "receipt on the phone", "its ratio to bare Starlette (p50)",
         "number by a timer of 50 ms", "number read at every vote", "push to all", "page to all",
         "memory")  # fmt: skip
    wrong = 0
    for n in voters:
        found = measure_ours(n, rounds)
        wrong += found.wrong
        ratio = percentile(found.receipt, 50) / percentile(bare[n].receipt, 50)
        row(n, f"{found.wrong} of {found.sent}", spread(found.receipt), f"{ratio:.1f}",
            spread(found.timer), spread(found.listener), f"{max(found.push):.0f}",
            f"{max(found.page):.0f}", f"{found.before:.0f} → {found.after:.0f} MB")  # fmt: skip
    verdict("votes lost or doubled", wrong, 0)
    head("Beside it, only taking votes", "voters", "not taken", "receipt")
    for n, other in bare.items():
        row("bare Starlette", n, f"{other.wrong} of {other.sent}", spread(other.receipt))
    if arguments.with_otree:
        with otree(peer("otree")) as port:
            for n in voters:
                other = measure_other(port, otree_paths(port), n, 1)
                row("oTree", n, f"{other.wrong} of {other.sent}", spread(other.receipt))


if __name__ == "__main__":
    main()
