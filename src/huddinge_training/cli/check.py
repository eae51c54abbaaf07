"""The command ``check``: what is wrong with course files, for those who write them."""

import argparse
import json
import os
from pathlib import Path

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.domain.finding import Finding, Severity
from huddinge_training.language import Language, counted, message
from huddinge_training.paths import bundled, machine_settings_file
from huddinge_training.services.clock import Clock
from huddinge_training.services.content_check import check_course, course_schema
from huddinge_training.services.machine_settings import load_machine_settings

SEVERITIES = {Severity.ERROR: message("error"), Severity.WARNING: message("warning")}


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    parser = add("check", say("Check course files: form, language, feedback, sources, privacy."))
    parser.positions.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar=say("FOLDER"),
        help=say("the folder with course.yaml; else the course of the program"),
    )
    parser.options.add_argument(
        "--schema",
        action="store_true",
        help=say("print a JSON Schema of the course format, with which an editor completes keys"),
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Lists the findings; 1 when one of them is an error."""
    if options.schema:
        console.result(json.dumps(course_schema(), ensure_ascii=False, indent=2))
        return 0
    folder = options.folder or bundled("quizzes")
    settings = load_machine_settings(machine_settings_file())
    findings = check_course(folder, Clock().today, settings)
    for finding in findings:
        console.result(_line(finding, folder, console))
    errors = sum(finding.is_error for finding in findings)
    console.result(
        message(
            "{errors}, {warnings}.",
            errors=counted("one error", "{count} errors", errors),
            warnings=counted("one warning", "{count} warnings", len(findings) - errors),
        )
    )
    return 1 if errors else 0


def _line(finding: Finding, folder: Path, console: Console) -> str:
    place = os.path.normpath(folder / finding.file)
    severity = console.say(SEVERITIES[finding.severity])
    return (
        f"{place}:{finding.line}: {finding.rule} {severity}: "
        f"{console.say(finding.words)} {console.say(finding.hint)}"
    )
