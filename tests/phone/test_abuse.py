"""What somebody on the network may try who wishes the session ill."""

import re
import socket
from collections.abc import Mapping

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phone.room import HERE, Phone, Room, close_vote, make_live, open_vote, room

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.phone.limits import Allowance, Limits
from huddinge_training.phone.words import words_in

SV = words_in("sv")
SCRIPT = "\"><script>alert('1')</script>"
FORGED = ("", "a", "0" * 64, "' OR 1=1 --", SCRIPT, "\x00", "å" * 100)


def few(client: int = 3) -> Allowance:
    """So many, and none comes back."""
    return Allowance(client=client, client_back=0, total=1_000, total_back=0)


def raw(classroom: Room, request: bytes) -> bytes:
    """What comes back for these bytes, until the server closes."""
    with classroom.connect() as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    return answer


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


# --- Votes -------------------------------------------------------------------------------------


def test_a_stuffed_ballot_holds_one_vote_a_token(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined()
    fields = phone.hidden("/vote")
    for option in "abcabcabc" * 5:
        phone.post("/vote", fields, o=option)
    assert classroom.voted == 1


def test_forged_tokens_vote_nothing(classroom: Room) -> None:
    open_vote(classroom.live)
    joined = classroom.joined()
    fields = joined.hidden("/vote")
    near = joined.token[:-1] + ("0" if joined.token[-1] != "0" else "1")
    for token in (*FORGED, near):
        phone = classroom.phone().post("/vote", {**fields, "t": token, "o": "a"})
        assert phone.status == 403
        assert SV["join_title"] in phone.text
    assert classroom.voted == 0


def test_the_token_of_another_session_votes_nothing(classroom: Room) -> None:
    open_vote(classroom.live)
    with room() as other:
        open_vote(other.live)
        fields = other.joined().hidden("/vote")
    assert classroom.phone().post("/vote", {**fields, "o": "a"}).status == 403
    assert classroom.voted == 0


def test_a_replayed_vote_is_not_counted_in_the_next_voting(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined()
    replayed = {**phone.hidden("/vote"), "o": "a"}
    assert phone.post("/vote", replayed).status == 200
    close_vote(classroom.live)
    assert phone.post("/vote", replayed).status == 409
    open_vote(classroom.live)
    assert phone.post("/vote", replayed).status == 409
    close_vote(classroom.live)
    open_vote(classroom.live, StepKind.VOTE_2)
    assert phone.post("/vote", replayed).status == 409
    assert phone.post("/vote", {**replayed, "v": ""}).status == 409
    assert classroom.voted == 0


@pytest.mark.parametrize("option", ["z", "A", "a ", SCRIPT, "\x00"])
def test_an_option_that_does_not_exist_is_refused(classroom: Room, option: str) -> None:
    open_vote(classroom.live)
    assert classroom.joined().vote(option).status == 409
    assert classroom.voted == 0


# --- Codes -------------------------------------------------------------------------------------


def test_whoever_guesses_too_often_waits_and_others_do_not() -> None:
    with room(limits=Limits(guesses=few())) as classroom:
        wrong = f"{(int(classroom.live.code) + 1) % 1_000_000:06}"
        guesser = classroom.phone("127.0.0.2")
        assert [guesser.join(wrong).status for _ in range(3)] == [403] * 3
        assert guesser.join(wrong).status == 429
        assert SV["too_many"] in guesser.text
        assert guesser.join(classroom.live.code).status == 429
        assert classroom.joined("127.0.0.3").status == 200


def test_guessers_with_many_addresses_share_one_limit() -> None:
    limits = Limits(guesses=Allowance(client=3, client_back=0, total=10, total_back=0))
    with room(limits=limits) as classroom:
        wrong = f"{(int(classroom.live.code) + 1) % 1_000_000:06}"
        phones = [classroom.phone(f"127.0.0.{n}") for n in range(2, 16)]
        statuses = [phone.join(wrong).status for phone in phones]
        assert statuses == [403] * 10 + [429] * 4


def test_right_codes_are_no_guesses() -> None:
    with room(make_live(people=12), Limits(guesses=few(1))) as classroom:
        assert [classroom.joined().status for _ in range(12)] == [200] * 12


def test_a_client_that_asks_without_end_waits_and_others_do_not() -> None:
    with room(limits=Limits(requests=few(20))) as classroom:
        greedy = classroom.phone("127.0.0.2")
        statuses = [greedy.open().status for _ in range(25)]
        assert statuses == [200] * 20 + [429] * 5
        assert greedy.answer.headers["retry-after"]
        assert classroom.joined("127.0.0.3").status == 200


# --- Bodies ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/join", "/vote", "/leave", "/narvaro"])
def test_a_huge_body_is_refused(classroom: Room, path: str) -> None:
    phone = classroom.joined()
    phone.post(path, {"t": "x" * 5_000})
    assert phone.status == 413


def test_a_huge_body_is_refused_that_does_not_say_how_long_it_is(classroom: Room) -> None:
    chunk = b"1000\r\n" + b"x" * 0x1000 + b"\r\n"
    head = (
        f"POST /vote HTTP/1.1\r\nHost: {classroom.server.typed_address}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    assert status_of(raw(classroom, head.encode() + chunk * 3 + b"0\r\n\r\n")) == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"t=%FF%FE&o=a"),
        ("application/x-www-form-urlencoded", b"\xff\xfe\x00"),
        ("application/x-www-form-urlencoded", b"t=a&t=b"),
        ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % n for n in range(50))),
        ("application/json", b'{"t": "a"}'),
        ("multipart/form-data; boundary=x", b"--x--"),
        ("text/plain", b"t=a&o=a"),
        ("", b"t=a"),
    ],
)
def test_a_malformed_body_is_refused_with_a_sentence(
    classroom: Room, kind: str, body: bytes
) -> None:
    for path in ("/", "/join", "/vote", "/leave", "/narvaro"):
        answer = httpx.post(
            f"http://{classroom.server.typed_address}{path}",
            content=body,
            headers={"content-type": kind} if kind else {},
        )
        assert answer.status_code == 400
        assert SV["unreadable"] in answer.text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(st.sampled_from(["t", "o", "v", "l", "x", "a", "code", "name"]), st.text()),
    st.sampled_from(["/", "/join", "/vote", "/leave", "/narvaro"]),
)
def test_no_form_breaks_the_server(classroom: Room, fields: Mapping[str, str], path: str) -> None:
    safe = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
    phone = Phone(classroom.server)
    phone.post(path, safe)
    phone.close()
    assert phone.status in (200, 400, 403, 409, 413, 429)
    assert "<script>" not in phone.page


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # somebody tries https
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        b"\r\n" * 50,
        b"\x00" * 100,
    ],
)  # fmt: skip
def test_what_is_no_http_is_turned_away(classroom: Room, request_: bytes) -> None:
    answer = raw(classroom, request_)
    assert answer == b"" or status_of(answer) in (400, 421)
    assert classroom.joined().status == 200


# --- Texts -------------------------------------------------------------------------------------


def test_script_in_a_field_comes_back_as_text(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined()
    fields = phone.hidden("/vote")
    for path, names in {
        "/": ("t", "l", "x", "a", "code", "o", "v"),
        "/join": ("code", "a", "l", "x"),
        "/vote": ("t", "o", "v", "l", "x"),
        "/leave": ("t", "l", "x", "a"),
        "/narvaro": ("code", "number", "name", "l"),
    }.items():
        for name in names:
            phone.post(path, {**fields, name: SCRIPT})
            assert "<script>alert" not in phone.page
            assert phone.page.count("<script") <= 1
    for path in ("/", "/narvaro", "/pulse"):
        for name in "kvlx":
            assert "<script>alert" not in phone.open(f"{path}?{name}=%22%3E{SCRIPT}").page


def test_script_in_a_name_reaches_the_list_as_text(classroom: Room) -> None:
    phone = classroom.phone().open(classroom.server.check_in_url)
    phone.post("/narvaro", phone.hidden("/narvaro"), code=classroom.live.check_in_code,
               number="7", name="\u202eEve\x00 <b>x</b>")  # fmt: skip
    guests = classroom.live.look(lambda s: [a.name for a in s.attendance.present if a.is_guest])
    assert guests == ["Eve <b>x</b>"]


# --- Names and sites ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1:{port}.evil"]
)
def test_the_page_answers_to_its_own_address_alone(classroom: Room, host: str) -> None:
    name = host.format(port=classroom.server.port)
    for path in ("/", "/events", "/narvaro", "/hello"):
        answer = raw(classroom, f"GET {path} HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
        assert status_of(answer) == 421
        assert "den stora bilden" in answer.decode()


def test_a_request_without_a_host_is_refused(classroom: Room) -> None:
    assert status_of(raw(classroom, b"GET / HTTP/1.0\r\n\r\n")) == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_forms_of_other_sites_are_refused(classroom: Room, headers: dict[str, str]) -> None:
    phone = classroom.joined()
    fields = phone.hidden("/leave")
    stranger = classroom.phone(**headers)
    assert stranger.post("/leave", fields).status == 403
    assert classroom.live.numbers.phones == 1


def test_own_forms_are_taken(classroom: Room) -> None:
    origin = f"http://{classroom.server.typed_address}"
    phone = classroom.phone(origin=origin, **{"sec-fetch-site": "same-origin"})
    assert phone.join(classroom.live.code).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"])
def test_other_methods_are_refused(classroom: Room, method: str) -> None:
    host = classroom.server.typed_address
    answer = raw(classroom, f"{method} / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    assert status_of(answer) == 405


def test_nothing_else_is_served(classroom: Room) -> None:
    for path in ("/phone.js", "/words/sv.json", "/../pyproject.toml", "/%2e%2e/", "/docs", "/vote"):
        assert classroom.phone().open(path).status == 404 or path == "/vote"


# --- What every answer says -----------------------------------------------------------------------


def test_every_answer_forbids_what_is_not_ours(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined()
    answers = [phone.answer, phone.vote("a").answer, phone.vote("z").answer]
    answers += [phone.open(p).answer for p in ("/", "/narvaro", "/pulse", "/nowhere", "/hello")]
    answers.append(phone.post("/vote", {"t": "x" * 5_000}).answer)
    for answer in answers:
        policy = dict(
            rule.strip().partition(" ")[::2]
            for rule in answer.headers["content-security-policy"].split(";")
        )
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["base-uri"] == "'none'"
        assert policy["frame-ancestors"] == (
            "'self'" if answer.request.url.path == "/pulse" else "'none'"
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
        assert not {"server", "date"} & set(answer.headers)


def test_pages_hold_no_inline_script_or_style_and_fetch_nothing_foreign(classroom: Room) -> None:
    open_vote(classroom.live)
    for page in (classroom.joined().page, classroom.phone().open("/narvaro").page):
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"<script(?![^>]* src=)[^>]*>", page)
        assert not re.search(r"(?:src|href|action)=\"(?!/|data:,)", page)


def test_only_the_chosen_address_is_listened_to(classroom: Room) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.9", classroom.server.port), timeout=5).close()
    assert classroom.server.typed_address.startswith(HERE)
