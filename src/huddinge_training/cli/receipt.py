"""The commands ``receipt take`` and ``receipt key``: what guests have done becomes a record."""

import argparse

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, message
from huddinge_training.paths import machine_settings_file
from huddinge_training.services.receipts import new_receipt_key, taken_words


def add_to(add: Add, language: Language) -> None:
    """Adds the commands."""
    say = language.say
    family = add("receipt", say("Take in what guests have done."))
    add_member = family.commands()
    take = add_member("take", say("Put guests' receipts into the ledger, for one person."))
    take.positions.add_argument(
        "codes",
        nargs="+",
        metavar=say("CODE"),
        help=say("the code of a receipt, or the whole line of its QR code"),
    )
    take.options.add_argument(
        "--number",
        required=True,
        metavar=say("NUMBER"),
        help=say("whose receipts they are: an employee number, or a work e-mail"),
    )
    add_passphrase_option(take)
    take.set_defaults(run=run_take)
    key = add_member("key", say("Print the lines for IT's settings, for receipts of any computer."))
    key.set_defaults(run=run_key)


def run_take(options: argparse.Namespace, console: Console) -> int:
    """Takes in what is right, says what is wrong with the others."""
    is_wrong = False
    with hr_workspace(options, console) as workspace:
        person = workspace.entrance.named(options.number)
        for code in options.codes:
            try:
                taken = workspace.receipts.take(code, person)
            except TrainingError as error:
                is_wrong = True
                console.problem(message("{code}: {problem}", code=code, problem=error.words))
            else:
                console.result(taken_words(taken))
    return int(is_wrong)


def run_key(_options: argparse.Namespace, console: Console) -> int:
    """Prints TOML; the comment in it says where it goes."""
    where = console.say(
        message("Put this into {file} on every computer.", file=machine_settings_file())
    )
    console.result(f'# {where}\n[receipts]\nkey = "{new_receipt_key()}"')
    return 0
