"""Runs the benchmarks and puts what they print where it stands in docs/performance.md.

``python3 bootstrap.py bench [NAME ...]``, without names all of them. Between ``<!-- NAME -->`` and
``<!-- /NAME -->`` the document is theirs, everything else is written by hand. A benchmark that
fails leaves its figures as they were, and the rest goes on.
"""

import argparse
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parent / "docs" / "performance.md"

# Every benchmark, in the order of the document, with what it is asked for.
BENCHMARKS: dict[str, list[str]] = {
    "first_window": [],
    "installed_program": [],
    "answer_feedback": [],
    "switching": [],
    "course_load": [],
    "export_speed": [],
    "kill_during_module": ["--kills", "50"],
    "kill_during_switch": ["--kills", "40"],
    "phone_load": ["--with-otree"],
}


def main() -> int:
    """Runs what was asked for; returns 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    names = parser.parse_args().names or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    failed = []
    for number, name in enumerate(names, start=1):
        sys.stderr.write(f"{number} of {len(names)}: {name}\n")
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, HERE / f"{name}.py", *BENCHMARKS[name]],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        took = f"{time.monotonic() - began:.0f} s"
        if done.returncode:
            failed.append(name)
            sys.stderr.write(f"{done.stderr}\n{name} failed after {took}; its figures stay\n")
            continue
        sys.stderr.write(f"{name} took {took}\n")
        words = f"{command(name)} on {date.today():%-d %B %Y}: {done.stdout.strip()}"
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(with_figures(text, name, words), encoding="utf-8")
    return 1 if failed else 0


def command(name: str) -> str:
    """How to run one benchmark alone, as code in Markdown."""
    return f"`python benchmarks/{' '.join([f'{name}.py', *BENCHMARKS[name]])}`"


def with_figures(text: str, name: str, figures: str) -> str:
    """The document with one benchmark's figures anew; raises ValueError if it has no place."""
    before, begin, rest = text.partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- /{name} -->\n")
    if not begin or not end:
        raise ValueError(f"{DOCUMENT.name} has no place for {name}")
    return f"{before}{begin}\n{figures}\n\n{end}{after}"


if __name__ == "__main__":
    sys.exit(main())
