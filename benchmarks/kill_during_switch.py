"""Kills the program with SIGKILL while two people change places, and counts what got mixed up.

``python benchmarks/kill_during_switch.py [--kills 30] [--seed 1]``. Both take turns at the real
window (offscreen), played by ``tests/program/scripted_switchers.py``, which prints whose answer
was confirmed when its feedback is on screen. One always gives the first answer that there is,
the other the last, so that an answer in the wrong place is seen. It is killed when somebody has
just come or is just leaving, and the data file is read.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from figures import head, machine, row, verdict
from prepared import add_person, sources_in

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from program.switching import Seen, kill_in_a_switch, mixed_up

from huddinge_training.services.workspace import Workspace

KILLS_A_FOLDER = 5
NUMBERS = ["104233", "104234"]


def main() -> None:
    """Kills as often as asked for and prints one row of a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    killed = answers = mixed = 0
    while killed < arguments.kills:
        with tempfile.TemporaryDirectory() as folder:
            data_dir = Path(folder)
            with Workspace.open(sources_in(data_dir)) as workspace:
                people = [add_person(workspace, number=number) for number in NUMBERS]
            seen = Seen()
            for _ in range(min(KILLS_A_FOLDER, arguments.kills - killed)):
                kill_in_a_switch(data_dir, arguments.seed + killed, NUMBERS, seen)
                killed += 1
                with Workspace.open(sources_in(data_dir)) as workspace:
                    faults = mixed_up(workspace, people, seen)
                answers += sum(map(len, seen.answers.values()))
                mixed += len(faults)
                if sys.stderr.isatty():
                    sys.stderr.write(f"\r{killed} of {arguments.kills}, mixed up {mixed}")
    print(machine())
    head("Kills in a switch", "Answers kept at a kill", "Mixed up or lost")
    row(killed, answers, mixed)
    verdict("answers mixed up or lost", mixed, 0)


if __name__ == "__main__":
    main()
