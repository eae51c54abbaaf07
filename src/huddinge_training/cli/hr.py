"""The commands ``hr init`` and ``hr hash``: how HR's page is turned on."""

import argparse

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.passphrase import add_passphrase_option, new_passphrase
from huddinge_training.language import Language, message
from huddinge_training.paths import machine_settings_file
from huddinge_training.services.hr_access import passphrase_hash
from huddinge_training.services.workspace import Workspace, open_sources


def add_to(add: Add, language: Language) -> None:
    """Adds the commands."""
    say = language.say
    family = add("hr", say("Turn on HR's page, here or on every computer."))
    add_member = family.commands()
    init = add_member("init", say("Choose HR's passphrase on this computer."))
    add_passphrase_option(init)
    init.set_defaults(run=run_init)
    hash_ = add_member("hash", say("Print the lines for IT's settings on every computer."))
    add_passphrase_option(hash_)
    hash_.set_defaults(run=run_hash)


def run_init(options: argparse.Namespace, console: Console) -> int:
    """Sets the first passphrase of this data folder."""
    with Workspace.open(open_sources(options.data_dir)) as workspace:
        workspace.hr_door.require_not_set_up()
        workspace.hr_door.set_up(new_passphrase(options, console))
    console.result(
        message(
            "HR's page is turned on. Nobody can look the passphrase up: keep it in a safe place."
        )
    )
    return 0


def run_hash(options: argparse.Namespace, console: Console) -> int:
    """Prints TOML; the comment in it says where it goes."""
    hashed = passphrase_hash(new_passphrase(options, console))
    where = console.say(message("Put this into {file}.", file=machine_settings_file()))
    console.result(f'# {where}\n[hr]\npassphrase_hash = "{hashed}"')
    return 0
