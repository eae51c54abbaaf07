"""The command ``session import``: takes led sessions of other computers into the ledger."""

import argparse
from pathlib import Path

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, message
from huddinge_training.services.group_packages import TakenPackage


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
                _tell(file, workspace.group_packages.take(file), console)
            except TrainingError as error:
                console.result(f"{file}: {console.say(error.words)}")
                is_all_taken = False
    return 0 if is_all_taken else 1


def _tell(file: Path, taken: TakenPackage, console: Console) -> None:
    facts, recorded = taken.package.facts, taken.recorded
    console.result(
        message(
            "{file}: {title}, {day}. {new} people recorded, {known} were known before.",
            file=file,
            title=facts.title,
            day=facts.held_on,
            new=recorded.new,
            known=recorded.known,
        )
    )
    for attendee in recorded.unnumbered:
        console.result(
            message("{name} has no employee number, so nothing is recorded.", name=attendee.name)
        )
    if taken.is_new_maker:
        console.result(
            message(
                "It comes from a computer that is new here. Compare its sign with the leader: "
                "{sign}.",
                sign=taken.package.fingerprint,
            )
        )
