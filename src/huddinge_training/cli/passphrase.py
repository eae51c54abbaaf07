"""Asks for HR's passphrase: from a file, from the environment, or at the keyboard."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from huddinge_training.cli.command_parser import CommandParser
from huddinge_training.cli.console import Console
from huddinge_training.errors import AccessDeniedError, TrainingError
from huddinge_training.language import message

VARIABLE = "HUDDINGE_TRAINING_PASSPHRASE"


def add_passphrase_option(parser: CommandParser) -> None:
    """Lets a command take the passphrase from a file."""
    say = parser.language.say
    parser.options.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=say("FILE"),
        help=say(
            "a file whose first line is HR's passphrase; else the variable {variable}, "
            "else you are asked",
            variable=VARIABLE,
        ),
    )


def given_passphrase(options: argparse.Namespace, console: Console) -> str:
    """The passphrase to be checked; raises TrainingError when there is none."""
    return _from_file_or_variable(options) or _typed(console.language.say("HR's passphrase: "))


def new_passphrase(options: argparse.Namespace, console: Console) -> str:
    """A passphrase to be set, typed twice where it is typed; raises TrainingError."""
    given = _from_file_or_variable(options)
    if given:
        return given
    first = _typed(console.language.say("New passphrase for HR: "))
    if _typed(console.language.say("The same once more: ")) != first:
        raise TrainingError(message("The two passphrases differ. Try again."))
    return first


def _from_file_or_variable(options: argparse.Namespace) -> str:
    if options.passphrase_file is None:
        return os.environ.get(VARIABLE, "")
    file: Path = options.passphrase_file
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AccessDeniedError(
            message(
                "The passphrase could not be read from {file}. Check that the file is there, "
                "that you may read it, and that it is plain text.",
                file=file,
            )
        ) from error
    if not lines or not lines[0]:
        raise AccessDeniedError(
            message("The first line of {file} is empty. Write the passphrase there.", file=file)
        )
    return lines[0]


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise AccessDeniedError(
            message(
                "HR's passphrase is needed. Give it with --passphrase-file, or in the "
                "variable {variable}, or run the command in a terminal.",
                variable=VARIABLE,
            )
        )
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise AccessDeniedError(message("No passphrase was written. Try again.")) from error
