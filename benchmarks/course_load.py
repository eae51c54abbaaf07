"""Loads the shipped course: from its YAML files, and from what was kept of them as JSON.

``python benchmarks/course_load.py [--runs 9]``. Each load is a process of its own that has
imported the loader already; reading YAML is imported within the time, as it is in the program.
The floors are what libyaml needs to read the same files, and what ``json`` needs for what was kept.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Spread, head, machine, row

from huddinge_training.content.library import load_course
from huddinge_training.paths import bundled

FEWEST_RUNS = 7

LOAD = """
import sys, time
from pathlib import Path
from huddinge_training.content.library import load_course
began = time.perf_counter()
load_course(Path(sys.argv[1]), Path(sys.argv[2]))
print((time.perf_counter() - began) * 1000)
"""
YAML_FLOOR = """
import sys, time
from pathlib import Path
began = time.perf_counter()
import yaml
for file in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
print((time.perf_counter() - began) * 1000)
"""
JSON_FLOOR = """
import json, sys, time
from pathlib import Path
began = time.perf_counter()
for file in Path(sys.argv[2]).rglob("*.json"):
    json.loads(file.read_bytes().partition(b'\\n')[2])
print((time.perf_counter() - began) * 1000)
"""
# In this order: the first load keeps what the second one reads.
COLD, KEPT = "from YAML, which is then kept", "from what was kept"
YAML, JSON = "libyaml alone", "json alone"
PROGRAMS = {COLD: LOAD, KEPT: LOAD, YAML: YAML_FLOOR, JSON: JSON_FLOOR}


def main() -> None:
    """Measures both ways and prints a row of a table for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9, help="loads of each kind (at least 7)")
    runs = max(FEWEST_RUNS, parser.parse_args().runs)
    course = load_course(bundled("quizzes")).course
    scenarios = sum(len(module.scenarios) for module in course.modules)
    print(
        f"{machine()}; {len(course.modules)} modules with {scenarios} scenarios; "
        f"{runs} runs of each after one to warm up"
    )
    took: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as cache:
            times = {name: _load(program, cache) for name, program in PROGRAMS.items()}
        if run:
            for name, time in times.items():
                took[name].append(time)
    head("Load of all modules", "min / median / max", "its floor", "ratio of medians")
    for name, floor_name in ((COLD, YAML), (KEPT, JSON)):
        loaded, floor = Spread.of(took[name]), Spread.of(took[floor_name])
        row(name, loaded, f"{floor_name}: {floor}", f"{loaded.median / floor.median:.2f}")


def _load(program: str, cache: str) -> float:
    """Milliseconds of one load in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(bundled("quizzes")), cache],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent,
    )
    return float(done.stdout)


if __name__ == "__main__":
    main()
