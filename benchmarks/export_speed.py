"""HR's export of 100 000 rows, against the same join on the same rows by SQLite's own shell.

``python benchmarks/export_speed.py [--runs 7] [--rows 100000]``. Each run is a process of its
own, from its start until the file is there: the program also loads the course, checks the
passphrase and notes the export in the access log. Shell, program, shell, program, … so that
what else runs on the machine hits both alike; the ratio of the medians is what counts.
"""

import argparse
import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from figures import Spread, head, machine, row

from huddinge_training.domain.course import Course
from huddinge_training.domain.unit import Organisation
from huddinge_training.services.demo import PASSPHRASE, fill_with_demo
from huddinge_training.services.hr_reports import ExportFormat
from huddinge_training.services.workspace import Workspace, default_sources

FEWEST_RUNS = 7
SHELL, PYTHON = "sqlite3 -csv", "Python's sqlite3 and csv"
TOGETHER = Path("joined.csv")


@dataclass(frozen=True, slots=True)
class Took:
    """One measured run, in milliseconds: on the clock, and on the processor."""

    wall: float
    cpu: float


JOIN = """
WITH latest AS (
    SELECT json_extract(body, '$.person_id') || ' ' || json_extract(body, '$.module_id') AS id,
        max(json_extract(body, '$.completed_on')) AS completed_on,
        json_extract(body, '$.edition_id') AS edition_id,
        json_extract(body, '$.mode') AS mode,
        json_extract(body, '$.assigned_on') AS assigned_on,
        json_extract(body, '$.due_on') AS due_on,
        nullif(json_extract(body, '$.valid_to'), '') AS valid_to
    FROM ledger WHERE kind = 'completed' GROUP BY 1
), standing AS (
    SELECT people.*, modules.id AS module_id, modules.title AS module,
        coalesce(latest.edition_id, modules.edition_id) AS edition_id,
        coalesce(latest.assigned_on, max(people.created_on, modules.introduced_on))
            AS assigned_on,
        coalesce(latest.due_on, date(max(people.created_on, modules.introduced_on), '+90 days'))
            AS due_on,
        latest.completed_on, latest.valid_to, latest.mode,
        CASE
            WHEN latest.completed_on IS NOT NULL
                THEN iif(coalesce(latest.valid_to, :day) >= :day, 'klar', 'utgangen')
            WHEN date(max(people.created_on, modules.introduced_on), '+90 days') < :day
                THEN 'forsenad'
            WHEN attempts.id IS NOT NULL THEN 'pagar'
            ELSE 'ej_paborjad'
        END AS status
    FROM people CROSS JOIN modules
    LEFT JOIN latest ON latest.id = people.id || ' ' || modules.id
    LEFT JOIN attempts ON attempts.person_id = people.id AND attempts.module_id = modules.id
        AND attempts.purpose = 'module'
    WHERE modules.introduced_on <= :day AND (
        latest.id IS NOT NULL OR modules.roles = ''
        OR instr(modules.roles, ' ' || people.role || ' ')
    )
)
SELECT employee_number AS anstallningsnummer, units.department AS forvaltning,
    unit_code AS enhet_kod, units.name AS enhet, module_id AS modul_id, module AS modul,
    edition_id AS modul_version, status, assigned_on AS tilldelad, due_on AS forfaller,
    completed_on AS slutford, valid_to AS giltig_till, mode AS form, 'kompassen' AS kalla,
    :day AS rapportdatum, :head AS liggare, email AS epost
FROM standing
LEFT JOIN units ON units.code = unit_code
ORDER BY units.department, units.name, employee_number, email, module_id
"""


def main() -> None:
    """Measures every format and prints a row of a table for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=FEWEST_RUNS, help="runs of each (at least 7)")
    parser.add_argument("--rows", type=int, default=100_000, help="rows to export")
    options = parser.parse_args()
    runs = max(FEWEST_RUNS, options.runs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = _prepare(folder, options.rows)
        print(
            f"{machine()}, SQLite {sqlite3.sqlite_version}; "
            f"{runs} runs of each after one to warm up"
        )
        for number, file_format in enumerate(ExportFormat):
            shell, program = _measure(folder, file_format, day, runs)
            if number == 0:
                rows = f"{_same_rows(folder):,} rows"
                head(f"Export of {rows}", "min / median / max", "ratio", "of CPU time (min)")
                shell_name = SHELL if shutil.which("sqlite3") else PYTHON
                _print_row(f"{shell_name}, the same join", shell, shell)
            _print_row(f"export --format {file_format.value}", program, shell)


def _print_row(name: str, took: list[Took], shell: list[Took]) -> None:
    """The program's times beside those that the shell took by turns with it."""
    wall, its_wall = (Spread.of([run.wall for run in times]) for times in (took, shell))
    cpu, its_cpu = (min(run.cpu for run in times) for times in (took, shell))
    row(name, wall, f"{wall.median / its_wall.median:.2f}", f"{cpu / its_cpu:.2f}")


def _prepare(folder: Path, wanted: int) -> date:
    """Made-up people, and tables of modules and units for the shell; returns the day."""
    sources = default_sources(folder)
    with Workspace.open(sources) as workspace:
        course, day = workspace.loaded_course.course, workspace.sources.clock.today
        for_everybody = [module for module in course.modules if not module.roles]
        people = -(-wanted // len(for_everybody))
        fill_with_demo(workspace, people=people, seed=1, until=day)
        head = str(workspace.learning.ledger_head())
        organisation = workspace.organisation
    _add_tables(folder, course, organisation)
    query = JOIN.replace(":day", f"'{day.isoformat()}'").replace(":head", f"'{head}'")
    (folder / "join.sql").write_text(query, encoding="utf-8")
    return day


def _add_tables(folder: Path, course: Course, organisation: Organisation) -> None:
    """In a file beside it: the program would not know what they are in its own."""
    with closing(sqlite3.connect(folder / "known.db")) as known, known:
        known.execute(
            "CREATE TABLE modules (id PRIMARY KEY, title, edition_id, introduced_on, roles)"
        )
        known.execute("CREATE TABLE units (code PRIMARY KEY, name, department)")
        known.executemany(
            "INSERT INTO modules VALUES (?, ?, ?, ?, ?)",
            [
                (
                    module.id,
                    module.title.sv,
                    course.edition.id,
                    str(module.introduced_on or ""),
                    f" {' '.join(module.roles)} " if module.roles else "",
                )
                for module in course.modules
            ],
        )
        known.executemany(
            "INSERT INTO units VALUES (?, ?, ?)",
            [(unit.code, unit.name, unit.department) for unit in organisation.units],
        )


def _measure(
    folder: Path, file_format: ExportFormat, day: date, runs: int
) -> tuple[list[Took], list[Took]]:
    """Times of the shell and of the program, by turns."""
    join = _shell_join if shutil.which("sqlite3") else _python_join
    shell, program = [], []
    for run in range(runs + 1):
        times = _timed(lambda: join(folder)), _timed(lambda: _export(folder, file_format, day))
        if run:
            shell.append(times[0])
            program.append(times[1])
    return shell, program


def _timed(work: Callable[[], None]) -> Took:
    began, began_cpu = time.monotonic(), _cpu_of_children()
    work()
    return Took((time.monotonic() - began) * 1000, (_cpu_of_children() - began_cpu) * 1000)


def _cpu_of_children() -> float:
    """Seconds on the processor, of all children that have ended; 0 where nobody counts them."""
    times = os.times()
    return times.children_user + times.children_system


def _shell_join(folder: Path) -> None:
    database = ("-cmd", f"ATTACH '{folder / 'known.db'}' AS known", str(folder / "kompassen.db"))
    query = folder / "join.sql"
    with (folder / TOGETHER).open("wb") as file:
        _run(
            ["sqlite3", "-csv", "-header", "-separator", ";", *database, f".read {query}"],
            file=file.fileno(),
        )


def _python_join(folder: Path) -> None:
    """The same in a Python of its own, for a machine without SQLite's shell."""
    program = (
        "import csv, sqlite3, sys\n"
        "folder = sys.argv[1]\n"
        "database = sqlite3.connect(f'{folder}/kompassen.db')\n"
        "database.execute('ATTACH ? AS known', [f'{folder}/known.db'])\n"
        "rows = database.execute(open(f'{folder}/join.sql', encoding='utf-8').read())\n"
        f"with open(f'{{folder}}/{TOGETHER}', 'w', encoding='utf-8', newline='') as file:\n"
        "    writer = csv.writer(file, delimiter=';')\n"
        "    writer.writerow(column[0] for column in rows.description)\n"
        "    writer.writerows(rows)\n"
    )
    _run([sys.executable, "-c", program, str(folder)])


def _export(folder: Path, file_format: ExportFormat, day: date) -> None:
    program = (sys.executable, "-m", "huddinge_training", "--data-dir", str(folder))
    file = folder / f"export.{file_format}"
    options = ("--format", file_format.value, "--output", str(file), "--as-of", day.isoformat())
    _run([*program, "export", *options])


def _run(command: Sequence[str], file: int | None = None) -> None:
    environment = {
        **os.environ,
        "HUDDINGE_TRAINING_PASSPHRASE": PASSPHRASE,
        "HUDDINGE_TRAINING_CONFIG": os.devnull,
    }
    done = subprocess.run(
        command,
        env=environment,
        stdout=file or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode or done.stderr:
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()}")


def _same_rows(folder: Path) -> int:
    """How many; what is not the same but for its order cannot be compared."""
    joined, exported = _rows(folder / TOGETHER), _rows(folder / f"export.{ExportFormat.CSV}")
    if joined != exported:
        raise SystemExit(f"the rows differ: {list(joined ^ exported)[:4]}")
    return len(joined) - 1  # but for the header


def _rows(file: Path) -> set[tuple[str, ...]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return {tuple(row) for row in csv.reader(lines, delimiter=";")}


if __name__ == "__main__":
    main()
