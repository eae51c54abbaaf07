"""Clients that connect and say nothing, or read nothing, take nothing from the others."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from phone.room import Room, make_live, open_vote, room

from huddinge_training.phone.limits import Allowance, Limits

HALF_OPEN = 1_000


def places(client: int, total: int, request_seconds: float = 30.0) -> Limits:
    """Limits with so many connections, for one client and for all."""
    connections = Allowance(client=client, client_back=0, total=total, total_back=0)
    return Limits(connections=connections, request_seconds=request_seconds)


def begin_request(classroom: Room, source: str) -> socket.socket:
    """A connection on which half a request has been said."""
    connection = classroom.connect(source)
    connection.sendall(b"POST /vote HTTP/1.1\r\nHost: ")
    return connection


def is_closed(connection: socket.socket) -> bool:
    """Waits until the server has closed the connection."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


@pytest.fixture
def held() -> Iterator[ExitStack]:
    """Connections that are held until the end of the test."""
    with ExitStack() as stack:
        yield stack


def test_a_thousand_half_open_connections_hold_up_nobody(held: ExitStack) -> None:
    with room(make_live(people=30)) as classroom:
        for number in range(HALF_OPEN):
            held.enter_context(begin_request(classroom, f"127.0.1.{number % 50 + 1}"))
        open_vote(classroom.live)
        for number in range(30):
            assert classroom.joined(f"127.0.2.{number + 1}").vote("a").has_receipt
        assert classroom.voted == 30


def test_half_a_request_is_not_waited_for(held: ExitStack) -> None:
    with room(limits=places(10, 100, request_seconds=0.2)) as classroom:
        silent = held.enter_context(classroom.connect())
        half = held.enter_context(begin_request(classroom, "127.0.0.1"))
        body = held.enter_context(classroom.connect())
        body.sendall(
            f"POST /vote HTTP/1.1\r\nHost: {classroom.server.typed_address}\r\n"
            "Content-Length: 100\r\n\r\nt=".encode()
        )
        assert is_closed(silent) and is_closed(half) and is_closed(body)


def test_one_client_has_only_so_many_connections(held: ExitStack) -> None:
    with room(limits=places(client=5, total=100)) as classroom:
        for _ in range(5):
            held.enter_context(begin_request(classroom, "127.0.0.2"))
        assert is_closed(held.enter_context(begin_request(classroom, "127.0.0.2")))
        assert classroom.joined("127.0.0.3").status == 200


def test_a_place_that_is_left_is_free_again() -> None:
    with room(limits=places(client=1, total=1)) as classroom:
        for _ in range(5):
            phone = classroom.joined()
            assert phone.status == 200
            phone.close()


def test_when_all_places_are_taken_whoever_said_nothing_makes_room(held: ExitStack) -> None:
    with room(limits=places(client=10, total=10)) as classroom:
        waiting = [
            held.enter_context(begin_request(classroom, f"127.0.0.{number % 2 + 2}"))
            for number in range(10)
        ]
        assert classroom.joined("127.0.0.9").status == 200
        assert is_closed(waiting[0])


def test_no_phone_that_listens_makes_room(held: ExitStack) -> None:
    with room(limits=places(client=10, total=10)) as classroom:
        streams = [held.enter_context(classroom.connect(f"127.0.0.{n + 2}")) for n in range(10)]
        for stream in streams:
            stream.sendall(
                f"GET /events HTTP/1.1\r\nHost: {classroom.server.typed_address}\r\n\r\n".encode()
            )
            assert stream.recv(12) == b"HTTP/1.1 200"
        assert is_closed(held.enter_context(classroom.connect("127.0.0.99")))
        for stream in streams:
            stream.settimeout(0.05)
            with pytest.raises(TimeoutError):
                while stream.recv(4_096):
                    pass


def test_phones_that_read_nothing_hold_up_nobody(held: ExitStack) -> None:
    with room() as classroom:
        for number in range(50):
            slow = held.enter_context(classroom.connect(f"127.0.0.{number + 2}"))
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1_024)
            slow.sendall(
                f"GET / HTTP/1.1\r\nHost: {classroom.server.typed_address}\r\n\r\n".encode() * 20
            )
        assert classroom.joined("127.0.1.1").status == 200
