"""The command ``session import``: takes led sessions of other computers into the ledger."""

import argparse
from pathlib import Path

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language
from huddinge_training.services.group_packages import taken_words


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    commands = add("session", say("Take in what a led session came to.")).commands()
    parser = commands("import", say("Take packages of sessions into the ledger."))
    parser.positions.add_argument(
        "files", nargs="+", type=Path, metavar=say("FILE"), help=say("packages (.traff)")
    )
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Says of each file what became of it; a broken one does not stop the others."""
    is_all_taken = True
    with hr_workspace(options, console) as workspace:
        for file in options.files:
            try:
                for words in taken_words(workspace.group_packages.take(file)):
                    console.result(f"{file}: {console.say(words)}")
            except TrainingError as error:
                console.result(f"{file}: {console.say(error.words)}")
                is_all_taken = False
    return 0 if is_all_taken else 1
