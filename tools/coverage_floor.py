"""Holds the coverage of each floor of the house at the height it has reached.

Reads what `pytest --cov --cov-report=json` wrote, and the floors in pyproject.toml under
[tool.coverage_floor]. Prints the missed lines of every floor that sank below its number, and
with --raise writes a higher number where more was reached; it never writes a lower one.
"""

import argparse
import json
import math
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "huddinge_training"


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """What the tests reached of one file; a branch counts as much as a line."""

    file: str
    reached: int
    possible: int
    missed_lines: tuple[int, ...]
    missed_branches: tuple[tuple[int, int], ...]

    def missed(self) -> str:
        """The missed lines and branches, to be clicked on in a terminal."""
        branches = [
            f"{start}->{'exit' if end < 0 else end}"
            for start, end in self.missed_branches
            if start not in self.missed_lines and end not in self.missed_lines
        ]
        return f"{self.file}: " + ", ".join([*_ranges(self.missed_lines), *branches])


def _ranges(lines: tuple[int, ...]) -> list[str]:
    """(1, 2, 3, 7) becomes 1-3, 7."""
    spans: list[list[int]] = []
    for line in sorted(lines):
        if spans and spans[-1][1] == line - 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    return [str(first) if first == last else f"{first}-{last}" for first, last in spans]


def by_floor(report: Mapping[str, Any]) -> dict[str, list[FileCoverage]]:
    """The files of a coverage report in JSON by the folder or module below the package."""
    floors: dict[str, list[FileCoverage]] = {}
    for name, entry in report["files"].items():
        path = PurePosixPath(PureWindowsPath(name).as_posix())
        inside = path.parts[path.parts.index(PACKAGE) + 1 :]
        summary = entry["summary"]
        file = FileCoverage(
            file=str(path),
            reached=summary["covered_lines"] + summary.get("covered_branches", 0),
            possible=summary["num_statements"] + summary.get("num_branches", 0),
            missed_lines=tuple(entry["missing_lines"]),
            missed_branches=tuple((start, end) for start, end in entry["missing_branches"]),
        )
        floors.setdefault(inside[0].removesuffix(".py"), []).append(file)
    return floors


def per_cent(files: list[FileCoverage]) -> float:
    """What was reached of a floor, rounded down, so that 100 means every line and branch."""
    possible = sum(file.possible for file in files)
    reached = sum(file.reached for file in files)
    return math.floor(1000 * reached / possible) / 10 if possible else 100.0


def complaints(reached: Mapping[str, list[FileCoverage]], wanted: Mapping[str, float]) -> list[str]:
    """One line a floor that sank or that no test loaded, and its missed lines below it."""
    found = []
    for floor, number in wanted.items():
        files = reached.get(floor)
        if files is None:
            found.append(f"{floor}: not in the report; was the whole suite run?")
        elif per_cent(files) < number:
            found.append(f"{floor}: {per_cent(files):g} % reached, the floor is {number:g} %")
            found += [f"  {file.missed()}" for file in files if file.reached < file.possible]
    return found


def raised(text: str, reached: Mapping[str, list[FileCoverage]]) -> str:
    """The text of pyproject.toml with higher floors where more was reached."""
    head, mark, table = text.partition("[tool.coverage_floor]\n")

    def number(match: re.Match[str]) -> str:
        floor, old = match[1], float(match[2])
        new = per_cent(reached[floor]) if floor in reached else old
        return f"{floor} = {max(old, new):g}"

    return head + mark + re.sub(r"^(\w+) = ([\d.]+)$", number, table, flags=re.MULTILINE)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when every floor holds, 1 when one sank or there is no report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="raise the floors")
    parser.add_argument("--report", type=Path, default=ROOT / "coverage.json")
    parser.add_argument("--project", type=Path, default=ROOT / "pyproject.toml")
    options = parser.parse_args(arguments)
    if not options.report.is_file():
        print(f"{options.report.name} is not there: run pytest --cov --cov-report=json first.")
        return 1
    reached = by_floor(json.loads(options.report.read_text(encoding="utf-8")))
    text = options.project.read_text(encoding="utf-8")
    if options.is_raising:
        text = raised(text, reached)
        options.project.write_text(text, encoding="utf-8", newline="\n")
    wanted = tomllib.loads(text)["tool"]["coverage_floor"]
    found = complaints(reached, wanted)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
