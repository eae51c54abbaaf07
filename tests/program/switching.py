"""Kills the program in the middle of a switch, and looks whose everything is afterwards."""

import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from huddinge_training.domain.person import Person
from huddinge_training.services.workspace import Workspace
from huddinge_training.storage.progress import ProgressStore

TESTS = Path(__file__).parent.parent
SWITCHERS = Path(__file__).with_name("scripted_switchers.py")
MOST_LINES = 60
IN_A_SWITCH = ("come", "leave")

Given = list[tuple[str, str]]


@dataclass
class Seen:
    """What the killed program had shown, person by person."""

    answers: dict[str, Given] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    acting: str = ""
    last: str = ""

    def hear(self, line: str) -> None:
        """Takes in one line of what the program said."""
        word, number, *rest = line.split()
        self.last = word
        self.acting = number
        if word == "answer":
            scenario, response = rest
            self.answers.setdefault(number, []).append((scenario, response))
        elif word == "done":
            self.answers[number] = []
            self.done[number] += 1


def kill_in_a_switch(data_dir: Path, seed: int, numbers: list[str], seen: Seen) -> None:
    """Lets both take turns for some random while, and kills while they change places."""
    turns = subprocess.Popen(
        [sys.executable, SWITCHERS, data_dir, str(seed), *numbers],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(TESTS)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert turns.stdout is not None
    count = random.Random(seed).randrange(MOST_LINES)
    heard = 0
    while heard < count or seen.last not in IN_A_SWITCH:
        line = turns.stdout.readline()
        if not line.endswith("\n"):
            _, problem = turns.communicate(timeout=30)
            raise AssertionError(f"they ended by themselves: {problem}")
        seen.hear(line)
        heard += 1
    turns.kill()
    # What it said between the last line and the kill counts as well; half a line does not.
    rest, _ = turns.communicate(timeout=30)
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n"):
            seen.hear(line)


def mixed_up(workspace: Workspace, people: list[Person], seen: Seen) -> list[str]:
    """What is not whose it was; takes over what was on disk and not yet on screen."""
    faults = []
    for person in people:
        number = person.profile.employee_number
        stored = [
            (str(answer.scenario_id), str(answer.response))
            for attempt in ProgressStore(workspace.database).attempts_of(person.id)
            for answer in attempt.answers
        ]
        told = seen.answers.get(number, [])
        completed = len(workspace.learning.completions(person))
        is_acting = number == seen.acting
        if completed == seen.done[number] + 1 and is_acting and not stored:
            # The last step of a module was on disk before it was on screen.
            seen.done[number], seen.answers[number] = completed, []
            continue
        if completed != seen.done[number]:
            faults.append(f"{number} has {completed} modules instead of {seen.done[number]}")
        surplus = stored[len(told) :]
        if stored[: len(told)] != told or len(surplus) > int(is_acting):
            faults.append(f"{number} has {stored} instead of {told}")
        seen.answers[number] = stored
    return faults
