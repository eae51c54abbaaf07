"""Kills the program with SIGKILL in the middle of modules and counts confirmed answers lost.

``python benchmarks/kill_during_module.py [--kills 200] [--seed 1]``. Each time the real window
(offscreen) is played by ``tests/program/scripted_learner.py``, which prints every answer once its
feedback is on screen; it is killed after a random number of lines, and the data file is read.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import head, machine, row, verdict
from prepared import prepare_returning_person

from huddinge_training.domain.response import every_response
from huddinge_training.services.workspace import Workspace, default_sources
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

TESTS = Path(__file__).resolve().parent.parent / "tests"
LEARNER = TESTS / "program" / "scripted_learner.py"
FEWEST_LINES, MOST_LINES = 2, 60


def main() -> None:
    """Kills as often as asked for and prints one row of a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    confirmed = lost = 0
    for number in range(arguments.kills):
        with tempfile.TemporaryDirectory() as folder:
            data_dir = Path(folder)
            prepare_returning_person(data_dir)
            answers = killed(data_dir, chance.randrange(10**6), chance)
            kept = stored(data_dir)
            confirmed += len(answers)
            lost += len(answers - kept)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{number + 1} of {arguments.kills}, lost {lost}")
    print(machine())
    head("Kills", "Answers confirmed on screen", "Lost")
    row(arguments.kills, confirmed, lost)
    verdict("answers lost", lost, 0)


def killed(data_dir: Path, seed: int, chance: random.Random) -> set[tuple[str, str]]:
    """Plays, kills, and returns the answers that were on screen in the module killed in."""
    learner = subprocess.Popen(
        [sys.executable, LEARNER, data_dir, str(seed)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(TESTS)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert learner.stdout is not None
    lines = [learner.stdout.readline() for _ in range(chance.randrange(FEWEST_LINES, MOST_LINES))]
    learner.kill()
    rest, _ = learner.communicate()
    lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    answers: set[tuple[str, str]] = set()
    for line in lines:
        word, _, said = line.strip().partition(" ")
        if word == "answer":
            scenario, response = said.split()
            answers.add((scenario, response))
        elif word == "done":
            answers.clear()
    return answers


def stored(data_dir: Path) -> set[tuple[str, str]]:
    """Every answer in the data file after the kill, and all that a completion stands for."""
    with Workspace.open(default_sources(data_dir)) as workspace:
        progress = ProgressStore(workspace.database)
        (person,) = PeopleStore(workspace.database).everyone()
        course = workspace.loaded_course.course
        done = [course.module(c.module_id) for c in workspace.learning.completions(person)]
        return {
            (answer.scenario_id, answer.response)
            for attempt in progress.attempts_of(person.id)
            for answer in attempt.answers
        } | {
            (scenario.id, response)
            for module in done
            for scenario in module.scenarios
            for response in every_response(scenario)
        }


if __name__ == "__main__":
    main()
