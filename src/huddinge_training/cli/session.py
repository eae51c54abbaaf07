"""The command ``session import``: takes led sessions of other computers into the ledger."""

import argparse
from pathlib import Path

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, message
from huddinge_training.services.group_packages import taken_words
from huddinge_training.services.workspace import Workspace


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    commands = add("session", say("Take in what a led session came to.")).commands()
    parser = commands("import", say("Take packages of sessions into the ledger."))
    parser.positions.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=say("FILE"),
        help=say("packages (.traff); else those in the folder of the settings for this computer"),
    )
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Says of each file what became of it; a broken one does not stop the others."""
    is_all_taken = True
    with hr_workspace(options, console) as workspace:
        if not options.files:
            return _take_folder(workspace, console)
        for file in options.files:
            try:
                for words in taken_words(workspace.group_packages.take(file)):
                    console.result(f"{file}: {console.say(words)}")
            except TrainingError as error:
                console.result(f"{file}: {console.say(error.words)}")
                is_all_taken = False
    return 0 if is_all_taken else 1


def _take_folder(workspace: Workspace, console: Console) -> int:
    """Takes in what lies in IT's folder, as HR's page does when it is opened."""
    folder = workspace.session_folder
    if folder is None:
        raise TrainingError(
            message(
                "Write which packages to take in, or have IT name a folder for them in the "
                "settings for this computer (“sessions.folder”)."
            )
        )
    taken = folder.take_all()
    for words in taken.words:
        console.result(words)
    return 1 if taken.has_problems else 0
