"""Voters for ``phone_load.py``: a process of its own that plays many phones over plain sockets.

Speaks lines of JSON: it is told what to do on stdin and answers on stdout. Each phone has a
loopback address of its own, listens to a stream as the page's script does, fetches the page when
it hears of a change, and votes over a new connection.
"""

import asyncio
import json
import random
import re
import socket
import sys
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE_SECONDS = 60.0
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
SLOW_BUFFER = 1_024


@dataclass(frozen=True, slots=True)
class Where:
    """The server, and what it asks for."""

    host: str
    port: int
    code: str = ""

    @property
    def name(self) -> str:
        """The Host header."""
        return f"{self.host}:{self.port}"


def address_of(number: int) -> str:
    """A loopback address for each phone."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


async def ask(
    where: Where, source: str, path: str, fields: dict[str, str] | None = None
) -> tuple[int, str]:
    """One request over a new connection: the status and the page."""
    local = (source, 0)
    reader, writer = await asyncio.open_connection(where.host, where.port, local_addr=local)
    try:
        body = urlencode(fields).encode() if fields is not None else b""
        method = "GET" if fields is None else "POST"
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {where.name}\r\nConnection: close\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
    finally:
        writer.close()
    return int(answer.split(b" ", 2)[1]), answer.decode("utf-8", "replace")


@dataclass
class Voter:
    """One phone."""

    where: Where
    number: int
    vote_path: str = "/vote"
    token: str = ""
    vote_id: str = ""
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    stream: asyncio.StreamWriter | None = None
    listening: "asyncio.Task[None] | None" = None

    @property
    def source(self) -> str:
        """The address that the phone comes from."""
        return address_of(self.number)

    async def join(self) -> None:
        """Comes in with the code, as the form does."""
        _, page = await ask(self.where, self.source, "/")
        fields = dict(HIDDEN.findall(page[page.index('action="/join"') :]))
        status, page = await ask(
            self.where, self.source, "/join", {"a": fields["a"], "code": self.where.code}
        )
        assert status == 200, status
        self.token = dict(HIDDEN.findall(page))["t"]

    async def listen(self) -> None:
        """Opens the stream."""
        reader, writer = await asyncio.open_connection(
            self.where.host, self.where.port, local_addr=(self.source, 0)
        )
        self.stream = writer
        writer.write(f"GET /events HTTP/1.1\r\nHost: {self.where.name}\r\n\r\n".encode())
        await reader.readuntil(b"data: ")
        await reader.readline()
        self.listening = asyncio.ensure_future(self._hear(reader))

    async def _hear(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            if line.startswith(b"data: "):
                self.heard.set()

    async def reconnect(self) -> None:
        """Loses the network for a moment, and comes back."""
        self.hang_up()
        await asyncio.sleep(random.uniform(0, 0.2))
        await self.listen()
        await self.fetch()

    async def fetch(self) -> None:
        """Fetches the page."""
        _, page = await ask(self.where, self.source, "/", {"t": self.token, "l": "sv"})
        self.vote_id = dict(HIDDEN.findall(page)).get("v", "")

    async def wait_for_voting(self) -> float:
        """Fetches the page at each push until one can vote; says when the push came."""
        self.vote_id = ""
        while True:
            await self.heard.wait()
            heard_at = time.perf_counter()
            self.heard.clear()
            await self.fetch()
            if self.vote_id:
                return heard_at

    async def vote(self, begins_at: float, option: str) -> tuple[str, str, float, float, int]:
        """Votes at some moment of the second; says when the vote left and when it had arrived."""
        fields = {"t": self.token, "v": self.vote_id, "o": option, "l": "sv"}
        if not self.token:
            fields = {"choice": option}
        await asyncio.sleep(max(0.0, begins_at + random.random() - time.perf_counter()))
        left_at = time.perf_counter()
        status, page = await ask(self.where, self.source, self.vote_path, fields)
        arrived_at = time.perf_counter()
        if self.token and "tick" not in page:
            status = 0
        return self.token, option, left_at, arrived_at, status

    def hang_up(self) -> None:
        """Closes the stream."""
        if self.listening is not None:
            self.listening.cancel()
        if self.stream is not None:
            self.stream.transport.abort()


def slow_reader(where: Where, number: int) -> socket.socket:
    """A phone that asks for the stream and pages and reads none of it."""
    slow = socket.socket()
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SLOW_BUFFER)
    slow.bind((f"127.2.{number // 250}.{number % 250 + 1}", 0))
    slow.connect((where.host, where.port))
    request = f"GET / HTTP/1.1\r\nHost: {where.name}\r\n\r\n" * 8
    slow.sendall(f"{request}GET /events HTTP/1.1\r\nHost: {where.name}\r\n\r\n".encode())
    return slow


async def gathered(voters: list[Voter], verb: str) -> None:
    """All of them do it, some at a time."""
    places = asyncio.Semaphore(50)

    async def one(voter: Voter) -> None:
        async with places:
            await getattr(voter, verb)()

    await asyncio.gather(*(one(voter) for voter in voters))


async def vote_round(voters: list[Voter], share: float, options: str) -> dict[str, object]:
    """Waits for the push, fetches, and votes within one second; a share reconnects meanwhile."""
    heard_at = [0.0]
    if voters[0].token:
        heard_at = await asyncio.gather(*(voter.wait_for_voting() for voter in voters))
    begins_at = time.perf_counter() + 0.05
    tasks = [voter.vote(begins_at, random.choice(options)) for voter in voters]
    unlucky = random.sample(voters, int(len(voters) * share)) if voters[0].token else []
    votes, _ = await asyncio.gather(
        asyncio.gather(*tasks), asyncio.gather(*(voter.reconnect() for voter in unlucky))
    )
    return {"heard_at": max(heard_at), "fetched_at": begins_at - 0.05, "votes": votes}


async def main() -> None:
    """Does what it is told, line by line."""
    loop = asyncio.get_running_loop()
    voters: list[Voter] = []
    slow: list[socket.socket] = []
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        told = json.loads(line)
        answer: object = "done"
        if told["do"] == "connect":
            where = Where(**told["where"])
            paths = told.get("paths") or ["/vote"] * told["voters"]
            voters = [Voter(where, number, path) for number, path in enumerate(paths)]
            if where.code:
                await gathered(voters, "join")
                await gathered(voters, "listen")
                slow = [slow_reader(where, number) for number in range(told["slow"])]
        elif told["do"] == "vote":
            answer = await vote_round(voters, told["reconnecting"], told["options"])
        elif told["do"] == "end":
            for voter in voters:
                voter.hang_up()
            for silent in slow:
                silent.close()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
