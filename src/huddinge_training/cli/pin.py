"""The command ``pin reset``: takes a forgotten PIN away."""

import argparse

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.language import Language, message


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    family = add("pin", say("Help somebody who has forgotten their PIN."))
    reset = family.commands()("reset", say("Remove the PIN before a profile on this computer."))
    reset.positions.add_argument(
        "number",
        metavar=say("NUMBER"),
        help=say("the person's employee number, or work e-mail"),
    )
    add_passphrase_option(reset)
    reset.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Removes it; the person can choose a new one."""
    with hr_workspace(options, console) as workspace:
        person = workspace.entrance.named(options.number)
        workspace.pins.reset(person)
    console.result(message("The PIN of {name} is removed.", name=person.profile.name))
    return 0
