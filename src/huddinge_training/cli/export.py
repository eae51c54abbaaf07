"""The command ``export``: HR's report as a file."""

import argparse
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.language import Language, counted, message
from huddinge_training.services.hr_reports import ExportFormat


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    parser = add("export", say("Save HR's report as a file: who has done what, in which unit."))
    parser.options.add_argument(
        "--format",
        required=True,
        choices=[format_.value for format_ in ExportFormat],
        help=say(
            "csv for Excel in Swedish, csv-system for other systems, xlsx for a workbook, json"
        ),
    )
    parser.options.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar=say("FILE"),
        help=say("the file to write; an old one is replaced when the new one is whole"),
    )
    parser.options.add_argument(
        "--as-of",
        type=parser.day,
        metavar=say("DAY"),
        help=say("the day that the report is about, as 2026-03-07; else today"),
    )
    parser.options.add_argument(
        "--unit",
        default="",
        metavar=say("UNIT"),
        help=say("only this unit or department, by its code or its whole name"),
    )
    parser.options.add_argument(
        "--names", action="store_true", help=say("add a column with the names")
    )
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Writes the file."""
    with hr_workspace(options, console) as workspace, _no_search_for_cycles():
        errors = sum(finding.is_error for finding in workspace.loaded_course.findings)
        if errors:
            console.problem(
                counted(
                    "The course files have an error, so a part of the course may be missing "
                    "in the report. Run “huddinge-training check”.",
                    "The course files have {count} errors, so parts of the course may be missing "
                    "in the report. Run “huddinge-training check”.",
                    errors,
                )
            )
        reports = workspace.hr_reports
        report = reports.report(options.as_of, options.unit, with_names=options.names)
        file_format = ExportFormat(options.format)
        with console.progress() as progress:
            reports.export(report, file_format, options.output, console.language, progress)
    console.result(
        message(
            "Saved {file}: {rows} rows about {people} people. The head of the ledger is {head}.",
            file=options.output,
            rows=len(report.rows),
            people=report.people,
            head=report.scope.head,
        )
    )
    return 0


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """A report is many small objects without cycles; to search them takes a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
