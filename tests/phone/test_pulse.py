"""Phones are told that something has changed, and by nothing else than a number."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from phone.room import Room, close_vote, go, open_vote, room

from huddinge_training.domain.group_plan import StepKind


@contextmanager
def listening(classroom: Room) -> Iterator[Iterator[str]]:
    """The lines of a stream that say something."""
    address = f"http://{classroom.server.typed_address}/events"
    with httpx.Client(timeout=30) as client, client.stream("GET", address) as answer:
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        yield (line for line in answer.iter_lines() if line)


def test_a_stream_says_the_version_at_once_and_at_each_change(classroom: Room) -> None:
    with listening(classroom) as lines:
        assert next(lines).startswith("retry: ")
        assert next(lines) == f"data: {classroom.live.version}"
        for act in (open_vote, close_vote):
            act(classroom.live)
            while next(lines) != f"data: {classroom.live.version}":
                pass


def test_votes_and_joins_are_not_told(classroom: Room) -> None:
    open_vote(classroom.live)
    with listening(classroom) as lines:
        next(lines)
        first = next(lines)
        for _ in range(5):
            classroom.joined().vote("a")
        assert classroom.voted == 5
        close_vote(classroom.live)
        assert next(lines) == f"data: {classroom.live.version}" != first


def test_every_stream_hears_of_it(classroom: Room) -> None:
    with listening(classroom) as one, listening(classroom) as other:
        for lines in (one, other):
            assert next(lines) and next(lines)
        go(classroom.live, StepKind.READ)
        for lines in (one, other):
            assert next(lines) == f"data: {classroom.live.version}"


def test_streams_end_with_the_server() -> None:
    with room() as classroom, listening(classroom) as lines:
        assert next(lines) and next(lines)
        classroom.server.close()
        assert list(lines) == []


def test_a_session_that_changes_after_the_server_is_closed_disturbs_nobody() -> None:
    with room() as classroom:
        classroom.server.close()
        go(classroom.live, StepKind.READ)
        classroom.live.end()
