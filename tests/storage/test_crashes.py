"""What the program has confirmed is there after it was killed at any moment."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from storage.made_up import AMINA, EQUALITY, make_answer, make_person, start_attempt

from huddinge_training.domain.attempt import Purpose
from huddinge_training.domain.record import chain_faults
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore
from huddinge_training.storage.progress import ProgressStore

TESTS = Path(__file__).parent.parent
MOST_ACKNOWLEDGED = 60

LEARNER = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from huddinge_training.storage.database import Database
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.progress import AttemptId, ProgressStore
from storage.made_up import NOW, make_answer, make_completion

database = Database.open(Path(sys.argv[1]))
progress, ledger = ProgressStore(database), LedgerStore(database)
for number in itertools.count():
    progress.add_answer(AttemptId(sys.argv[2]), number, make_answer(number))
    print(f"answer {number}", flush=True)
    ledger.record_completion(make_completion(), NOW)
    print(f"completion {number}", flush=True)
"""


@pytest.mark.parametrize("seed", range(10))
def test_what_was_acknowledged_survives_a_kill(path: Path, seed: int) -> None:
    with Database.open(path) as database:
        PeopleStore(database).add(make_person())
        attempt_id = start_attempt(ProgressStore(database)).id
    learner = subprocess.Popen(
        [sys.executable, "-c", LEARNER, str(path), attempt_id, str(TESTS)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert learner.stdout is not None
    acknowledged = random.Random(seed).randrange(1, MOST_ACKNOWLEDGED)
    for _ in range(acknowledged):
        assert learner.stdout.readline()
    learner.kill()
    # What it said between that line and the kill counts as well.
    rest, _ = learner.communicate()
    acknowledged += rest.count("\n")
    with Database.open(path) as database:
        attempt = ProgressStore(database).attempt(AMINA, EQUALITY, Purpose.MODULE)
        assert attempt is not None
        completions = list(LedgerStore(database).completions())
        assert len(attempt.answers) >= (acknowledged + 1) // 2
        assert len(completions) >= acknowledged // 2
        assert attempt.answers == tuple(make_answer(n) for n in range(len(attempt.answers)))
        assert chain_faults(LedgerStore(database).chain.entries()) == []
        database.verify()
