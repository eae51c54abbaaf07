"""Loads the shipped course: from its YAML files, and from what was kept of them as JSON.

``python benchmarks/course_load.py [--runs 9]``. Each load is a process of its own that has
imported the loader already; reading YAML is imported within the time, as it is in the program.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Spread

from huddinge_training.content.library import load_course
from huddinge_training.paths import bundled

FEWEST_RUNS = 5

LOAD = """
import sys, time
from pathlib import Path
from huddinge_training.content.library import load_course
began = time.perf_counter()
load_course(Path(sys.argv[1]), Path(sys.argv[2]))
print((time.perf_counter() - began) * 1000)
"""


def main() -> None:
    """Measures both ways and prints a row of a table for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9, help="loads of each kind (at least 5)")
    runs = max(FEWEST_RUNS, parser.parse_args().runs)
    course = load_course(bundled("quizzes")).course
    scenarios = sum(len(module.scenarios) for module in course.modules)
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}; {len(course.modules)} modules with {scenarios} scenarios; "
        f"{runs} runs of each after one to warm up"
    )
    cold, kept = [], []
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as cache:
            times = _load(cache), _load(cache)
        if run:
            cold.append(times[0])
            kept.append(times[1])
    print("| Load of all modules | min / median / max |")
    print("|---|---|")
    print(f"| from YAML, which is then kept | {Spread.of(cold)} |")
    print(f"| from what was kept | {Spread.of(kept)} |")


def _load(cache: str) -> float:
    """Milliseconds of one load in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(bundled("quizzes")), cache],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent,
    )
    return float(done.stdout)


if __name__ == "__main__":
    main()
