"""The server starts, says what blocks it, keeps no trace of anybody, and stops."""

import errno
import http.server
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from phone.room import HERE, Room, make_live, open_vote, room

from huddinge_training.domain.group_session import GroupSession
from huddinge_training.errors import SessionError
from huddinge_training.phone.line import LocalPhoneLine
from huddinge_training.phone.listening import listening_socket
from huddinge_training.phone.markup import address_of
from huddinge_training.phone.self_check import check_page
from huddinge_training.phone.server import PhoneServer
from huddinge_training.phone.words import every_language, words_in
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.phone_line import PhoneDoor, PhoneLine

LARGEST_PAGE = 50_000


@contextmanager
def another_program(answer: bytes | None) -> Iterator[str]:
    """A program on a port of its own that answers something, or never anything."""
    if answer is None:
        with socket.create_server((HERE, 0)) as silent:
            yield f"http://{HERE}:{silent.getsockname()[1]}/hello"
        return

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if answer else 404)
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.HTTPServer((HERE, 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{HERE}:{server.server_port}/hello"
        server.shutdown()
        thread.join()


def test_the_page_answers_as_soon_as_it_is_open_and_no_more_when_it_is_closed() -> None:
    server = PhoneServer(HERE, make_live(), 0)
    server.check()
    server.close()
    server.close()
    with pytest.raises(SessionError, match="cannot reach"):
        server.check()


def test_it_can_be_opened_again_at_the_same_port_at_once(classroom: Room) -> None:
    classroom.joined()
    port = classroom.server.port
    classroom.server.close()
    again = PhoneServer(HERE, make_live(), port)
    again.check()
    again.close()


def test_the_addresses_are_short_and_hold_the_codes(classroom: Room) -> None:
    server, live = classroom.server, classroom.live
    assert server.typed_address == f"127.0.0.1:{server.port}"
    assert server.join_url == f"http://{server.typed_address}/?k={live.code}"
    assert server.typed_check_in_address == f"{server.typed_address}/narvaro"
    assert server.check_in_url.endswith(f"/narvaro?k={live.check_in_code}")


def test_without_a_session_the_page_says_that_the_network_works() -> None:
    line: PhoneLine = LocalPhoneLine(port=0)
    door: PhoneDoor = line.open(HERE)
    try:
        door.check()
        assert isinstance(door, PhoneServer)
        with room() as classroom:
            phone = classroom.phone().open(door.join_url)
            assert words_in("sv")["network_works"] in phone.text
    finally:
        door.close()


def test_a_port_that_is_taken_says_so(classroom: Room) -> None:
    with pytest.raises(SessionError, match="Another program uses port") as caught:
        PhoneServer(HERE, make_live(), classroom.server.port)
    assert caught.value.words.values["port"] == classroom.server.port


@pytest.mark.parametrize("address", ["192.0.2.7", "no-such-computer.invalid"])
def test_an_address_that_the_computer_does_not_have_says_so(address: str) -> None:
    with pytest.raises(SessionError, match="does not have the address"):
        PhoneServer(address, make_live(), 0)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.EACCES, "does not let the program use port"), (errno.ENOBUFS, "could not be opened")],
)
def test_other_reasons_are_said_as_well(
    number: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "the system's words")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(SessionError, match=sentence):
        listening_socket(HERE, 80)


@pytest.mark.parametrize("answer", [b"Hello from somewhere else", b""])
def test_another_program_at_the_address_is_recognised(answer: bytes) -> None:
    with (
        another_program(answer) as url,
        pytest.raises(SessionError, match="Something else than Kompassen"),
    ):
        check_page(url, "secret")


def test_no_answer_is_taken_for_a_firewall() -> None:
    with another_program(None) as url, pytest.raises(SessionError, match="firewall"):
        check_page(url, "secret", patience_seconds=0.2)


def test_the_check_uses_no_proxy(classroom: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    classroom.server.check()


@pytest.mark.parametrize("code", every_language())
def test_a_phone_fetches_less_than_fifty_kilobytes(classroom: Room, code: str) -> None:
    open_vote(classroom.live)
    phone = classroom.phone()
    sizes = [len(phone.open(f"/?l={code}").page.encode())]
    sizes += [len(phone.open(address_of(name)).page) for name in ("phone.css", "phone.js")]
    sizes.append(len(phone.join(classroom.live.code, l=code).page.encode()))
    assert sum(sizes) < LARGEST_PAGE


# --- No trace of anybody -------------------------------------------------------------------------


def test_nothing_is_logged_of_phones_whatever_they_do(
    classroom: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
    open_vote(classroom.live)
    phone = classroom.joined("127.0.0.77", **{"user-agent": "Telefon 9"})
    phone.vote("a")
    phone.vote("z")
    with classroom.connect("127.0.0.78") as broken:
        broken.sendall(b"\x00\x01\r\n\r\n")
        broken.recv(1_000)
    ours = [r for r in caplog.records if not r.name.startswith(("httpx", "httpcore"))]
    assert [r.getMessage() for r in ours if r.name != "asyncio"] == []
    said = " ".join(r.getMessage() for r in ours)
    assert not any(word in said for word in ("127.0.0.7", phone.token, "Telefon"))


def test_a_bug_is_logged_without_address_or_token(
    classroom: Room, caplog: pytest.LogCaptureFixture
) -> None:
    phone = classroom.joined("127.0.0.77")
    token = phone.token

    def breaks(session: GroupSession) -> None:
        session.place = 999  # there is no such step: whoever looks fails

    classroom.live.act(breaks)
    phone.post("/", phone.hidden("/leave"))
    assert phone.status == 500
    assert words_in("sv")["trouble"] in phone.text
    classroom.server.close()  # what is logged comes after the answer
    assert "IndexError" in caplog.text
    assert token not in caplog.text
    assert "127.0.0.77" not in caplog.text


def test_counts_of_clients_die_with_the_server(classroom: Room) -> None:
    classroom.joined("127.0.0.77")
    held = vars(classroom.server.limits.requests)
    assert "127.0.0.77" not in repr(held)
    assert classroom.server.limits.client("127.0.0.77") != room_key()


def room_key() -> bytes:
    """What stands for the same address in another session."""
    with room() as other:
        return other.server.limits.client("127.0.0.77")


def test_the_phones_are_answered_while_the_facilitators_thread_is_busy(classroom: Room) -> None:
    # The test's own thread stands for the window's: it holds nothing that phones wait for.
    live: LiveSession = classroom.live
    open_vote(live)
    phones = [classroom.joined() for _ in range(5)]
    began = time.monotonic()
    voters = [threading.Thread(target=phone.vote, args=("a",)) for phone in phones]
    for voter in voters:
        voter.start()
    while live.numbers.voted < 5:
        assert time.monotonic() - began < 20
    for voter in voters:
        voter.join()
    assert all(phone.has_receipt for phone in phones)
