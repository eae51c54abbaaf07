"""What a session leaves behind is the same whoever voted for what, and in whatever order.

Two meetings of the same people on copies of one data folder differ in nothing but that: then no
file, however it is read, can tie a vote to a person, a phone or a moment. A third one, of another
result, shows that a difference would be seen.
"""

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from examples import FakeClock, make_profile

from huddinge_training.domain.group_plan import Expected, Length, StepKind
from huddinge_training.domain.person import Person
from huddinge_training.language import Language
from huddinge_training.logs import start_log
from huddinge_training.phone.server import PhoneServer
from huddinge_training.services.clock import Clock
from huddinge_training.services.group_sessions import Led
from huddinge_training.services.workspace import Sources, Workspace, default_sources

NUMBERS = [f"{number:04}" for number in range(12)]
EXPECTED = tuple(Expected(f"Person {number}", number) for number in NUMBERS)
FIRST = [0, 1, 2, 0, 1, 2, 0, 1, 1, 1, 1, 1]
SECOND = [1, 1, 1, 1, 0, 0, 2, 2, 1, 1, 1, 1]


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A data folder with its leader, and the key of its device."""
    folder = tmp_path / "before"
    with Workspace.open(sources_of(folder)) as workspace:
        workspace.profiles.create(make_profile())
        _ = workspace.device.device()
    return folder


@pytest.fixture(autouse=True)
def log(tmp_path: Path) -> Iterator[None]:
    """The program's own log, of everything and not only of warnings."""
    handler = start_log(tmp_path / "logs")
    handler.setLevel(logging.DEBUG)
    yield
    logging.getLogger().removeHandler(handler)
    handler.close()


def sources_of(folder: Path) -> Sources:
    return replace(default_sources(folder), clock=Clock(FakeClock().now))


def led_in(
    folder: Path, order: Sequence[int], votes: tuple[Sequence[int], Sequence[int]]
) -> dict[str, object]:
    """Leads a session, in which the phones vote in this order, and returns all that is left."""
    with Workspace.open(sources_of(folder)) as workspace:
        person = workspace.entrance.only_person
        assert person is not None
        led = started(workspace, person)
        server = PhoneServer("127.0.0.1", led.live, 0)
        try:
            phones = [led.live.join(led.live.code) for _ in NUMBERS]
            for kind, chosen in zip((StepKind.VOTE_1, StepKind.VOTE_2), votes, strict=True):
                go_to(led, kind)
                led.live.act(lambda session: session.open_vote())
                options = led.live.look(lambda s: s.scenario.options if s.scenario else ())
                for number in order:
                    led.live.vote(phones[number], options[chosen[number]].id)
                workspace.group_sessions.keep(led)
                led.live.act(lambda session: session.close_vote())
                workspace.group_sessions.keep(led)
            go_to(led, StepKind.REVEAL)
            led.live.act(lambda session: session.reveal(0))
            for expected in EXPECTED:
                led.live.check_in(led.live.check_in_code, expected.employee_number, expected.name)
            facts, _ = workspace.group_sessions.finish(led, is_recorded_here=True)
        finally:
            server.close()
        workspace.group_packages.write(folder / "meeting.traff", facts)
        english = Language.load("en", Path())
        summary = workspace.session_documents.summary(facts, english)
        summary.save(folder / "summary.html")
        workspace.group_sessions.close(led.session_id, led.owner)
    return remains(folder)


def started(workspace: Workspace, leader: Person) -> Led:
    """A session of twelve people, who are all expected."""
    sessions = workspace.group_sessions
    plan = sessions.ready_plan(Length.SHORT, sessions.choices(), "Ledaren", "")
    plan = sessions.save_plan(replace(plan, expected=EXPECTED), leader.id)
    return sessions.start(plan, leader.id)


def go_to(led: Led, kind: StepKind) -> None:
    steps = led.live.look(lambda session: session.steps)
    place = next(number for number, step in enumerate(steps) if step.kind is kind)
    led.live.act(lambda session: session.go_to(place))


def remains(folder: Path) -> dict[str, object]:
    """Every row of the database, in the order in which it lies there, and every other file."""
    files: dict[str, object] = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("kompassen.db") and "cache" not in path.parts
    }
    with closing(sqlite3.connect(folder / "kompassen.db")) as database:
        return {**files, "rows": list(database.iterdump())}


def test_nothing_that_is_left_depends_on_who_voted_for_what(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = Random(1)
    mixed = list(range(12))
    orders.shuffle(mixed)
    meetings = {
        "one": (range(12), (FIRST, SECOND)),
        "other": (mixed, (FIRST[::-1], [SECOND[number] for number in mixed])),
        "result": (range(12), ([0] * 12, SECOND)),
    }
    left = {}
    for name, (order, votes) in meetings.items():
        folder = tmp_path / name
        shutil.copytree(prepared, folder)
        # Names that are drawn by lot, of the session and of people: the same each time.
        monkeypatch.setattr(os, "urandom", Random(7).randbytes)
        left[name] = led_in(folder, order, votes)
    assert set(left["one"]) >= {"meeting.traff", "summary.html", "rows"}
    assert left["one"] == left["other"]
    assert left["one"]["meeting.traff"] != left["result"]["meeting.traff"]
    assert left["one"]["rows"] != left["result"]["rows"]
    logs = list((tmp_path / "logs").rglob("*"))
    assert all(file.read_bytes() == b"" for file in logs)
