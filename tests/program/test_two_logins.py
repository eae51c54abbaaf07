"""Two logins at one computer whose data folder IT has set: real processes, at the same time.

As root they are two users of the system in the folder's group, where there is a Python that
they may run; otherwise both are whoever runs the tests, under two names.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path
from typing import IO

import pytest
from ui.sharing import BO, store_people
from ui.stages import AMINA

from huddinge_training.domain.person import Person
from huddinge_training.paths import FOR_THE_GROUP, DataPaths
from huddinge_training.services.verification import verify_ledger
from huddinge_training.services.workspace import Workspace, open_sources
from huddinge_training.storage.progress import ProgressStore

TESTS = Path(__file__).parent.parent
LOGIN = Path(__file__).with_name("scripted_login.py")
USERS = {"anna": 31001, "bo": 31002}
GROUP = 31000

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows counts in access lists")


@cache
def python_of_others() -> str | None:
    """A Python like this one that another user may run, where we may become another user."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    version = "{}.{}".format(*sys.version_info)
    for python in (sys.executable, f"/usr/bin/python{version}"):
        with suppress(OSError):
            ask = [python, "-c", "import sys; print('{}.{}'.format(*sys.version_info))"]
            done = subprocess.run(ask, user=USERS["anna"], capture_output=True, check=False)
            if done.stdout.decode().strip() == version:
                return python
    return None


class Login:
    """A running program of one login."""

    def __init__(self, name: str, home: Path, config: Path) -> None:
        home.mkdir()
        (home / "run").mkdir(mode=0o700)
        ids = {}
        python = python_of_others()
        if python:
            os.chown(home, USERS[name], GROUP)
            os.chown(home / "run", USERS[name], GROUP)
            ids = {"user": USERS[name], "group": USERS[name], "extra_groups": [GROUP]}
        self.process = subprocess.Popen(
            [python or sys.executable, LOGIN],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([*sys.path, str(TESTS)]),
                "PYTHONDONTWRITEBYTECODE": "1",
                "HUDDINGE_TRAINING_CONFIG": str(config),
                "HOME": str(home),
                "LOGNAME": name,
                "XDG_RUNTIME_DIR": str(home / "run"),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            **ids,  # type: ignore[call-overload]
        )
        self.is_alone = self.hear() == "True"

    def do(self, command: str) -> str:
        """Has something done, and returns what came of it."""
        stream: IO[str] | None = self.process.stdin
        assert stream is not None
        stream.write(f"{command}\n")
        stream.flush()
        return "" if command == "quit" else self.hear()

    def hear(self) -> str:
        """The next line that it says."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.endswith("\n"):
            _, problem = self.process.communicate(timeout=30)
            raise AssertionError(problem)
        return str(line).rstrip("\n")

    def end(self) -> None:
        """Ends it, whatever it is doing."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=30)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer with IT's settings and IT's folder, which other logins may come to."""
    with tempfile.TemporaryDirectory(prefix="kompassen-", dir="/tmp") as name:
        machine = Path(name)
        machine.chmod(0o755)
        folder = machine / "data"
        folder.mkdir()
        if python_of_others():
            os.chown(folder, 0, GROUP)
        folder.chmod(0o2770)
        config = machine / "config.toml"
        config.write_text(f"[data]\ndir = '{folder}'\n[shared]\nenabled = true\n")
        monkeypatch.setenv("HUDDINGE_TRAINING_CONFIG", str(config))
        yield machine


@pytest.fixture
def logins(machine: Path) -> Iterator[dict[str, Login]]:
    """Both logged in at once, the second while the first one's window is open."""
    with ExitStack() as stack:
        running = {}
        for name in USERS:
            running[name] = Login(name, machine / name, machine / "config.toml")
            stack.callback(running[name].end)
        yield running


@pytest.fixture
def people(machine: Path) -> list[Person]:
    """Two people with profiles, made by the first login ever."""
    sources = open_sources(None)
    assert sources.paths == DataPaths(machine / "data", FOR_THE_GROUP)
    people = store_people(sources, AMINA, BO)
    if python_of_others():
        for file in (machine / "data").iterdir():
            os.chown(file, USERS["anna"], GROUP)
    return people


def answers_of(person: Person) -> list[str]:
    with Workspace.open(open_sources(None)) as workspace:
        attempts = ProgressStore(workspace.database).attempts_of(person.id)
        return [f"{a.scenario_id} {a.response}" for attempt in attempts for a in attempt.answers]


def test_both_meet_the_same_chooser_and_work_at_the_same_time(
    people: list[Person], logins: dict[str, Login]
) -> None:
    anna, bo = logins["anna"], logins["bo"]
    assert (anna.is_alone, bo.is_alone) == (True, True)
    assert "Amina" in anna.do(f"come {AMINA.employee_number}")
    assert "Bo" in bo.do(f"come {BO.employee_number}")
    given: dict[str, list[str]] = {"anna": [], "bo": []}
    for _ in range(3):
        for name, login in logins.items():
            given[name].append(login.do("answer"))
    # The welcome asks one question and is done with it, so that its answer is deleted.
    assert [answers_of(person) for person in people] == [given["anna"][1:], given["bo"][1:]]
    with Workspace.open(open_sources(None)) as workspace:
        assert [len(workspace.learning.completions(person)) for person in people] == [1, 1]
        assert verify_ledger(workspace.database).is_whole


def test_a_second_start_of_the_same_login_is_not_alone(
    people: list[Person], logins: dict[str, Login], machine: Path
) -> None:
    again = subprocess.run(
        [sys.executable, "-c", "from huddinge_training.ui.single_instance import SingleInstance\n"
         "from pathlib import Path; import sys; from PySide6.QtCore import QCoreApplication\n"
         "qt = QCoreApplication([]); print(SingleInstance(Path(sys.argv[1])).acquire())",
         str(machine / "data")],
        env={**os.environ, "LOGNAME": "anna", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    )  # fmt: skip
    assert again.stdout == "False\n"


def test_what_the_first_one_makes_the_second_one_can_use(
    logins: dict[str, Login], machine: Path, people: list[Person]
) -> None:
    for login in logins.values():
        login.do("quit")
        login.process.wait(timeout=30)
        assert login.process.returncode == 0
    modes = {
        path.relative_to(machine / "data").as_posix(): path.stat().st_mode & 0o2770
        for path in (machine / "data").rglob("*")
    }
    files = {name: mode for name, mode in modes.items() if name.startswith("kompassen.db")}
    assert set(files.values()) == {0o660}
    assert (modes["cache"], modes["logs"]) == (0o2770, 0o2770)


def test_a_login_that_is_killed_leaves_the_folder_to_the_others(
    people: list[Person], logins: dict[str, Login]
) -> None:
    anna, bo = logins["anna"], logins["bo"]
    anna.do(f"come {AMINA.employee_number}")
    given = anna.do("answer")
    anna.process.kill()
    anna.process.wait(timeout=30)
    bo.do(f"come {BO.employee_number}")
    bo.do("answer")
    assert answers_of(people[0]) == [given]
    assert len(answers_of(people[1])) == 1
