"""The command ``demo``: made-up people in an empty folder, to try HR's side and to measure."""

import argparse
from functools import partial
from pathlib import Path

from huddinge_training.cli.command_parser import Add, CommandParser
from huddinge_training.cli.console import Console
from huddinge_training.language import Language, message
from huddinge_training.services.demo import PASSPHRASE, fill_with_demo
from huddinge_training.services.workspace import Workspace, open_sources

DEFAULT_PEOPLE = 400


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    parser = add("demo", say("Fill an empty folder with made-up people and what they have done."))
    parser.positions.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar=say("FOLDER"),
        help=say("the folder to fill; it is made if it is not there"),
    )
    parser.options.add_argument(
        "--people",
        type=parser.whole_number,
        default=DEFAULT_PEOPLE,
        metavar="N",
        help=say("how many people; else {count}", count=DEFAULT_PEOPLE),
    )
    parser.options.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help=say("a number; the same one always gives the same people"),
    )
    parser.options.add_argument(
        "--until",
        type=parser.day,
        metavar=say("DAY"),
        help=say("the day before which everything happened; else today"),
    )
    parser.set_defaults(run=partial(run, parser))


def run(parser: CommandParser, options: argparse.Namespace, console: Console) -> int:
    """Fills the folder and says how to open it."""
    folder = options.folder or options.data_dir
    if folder is None:
        parser.error(parser.language.say("Something is missing: the folder to fill."))
    sources = open_sources(folder)
    with Workspace.open(sources) as workspace:
        summary = fill_with_demo(
            workspace,
            people=options.people,
            seed=options.seed,
            until=options.until or sources.clock.today,
        )
    console.result(
        message(
            "Made up {people} people and {completions} completed modules; {begun} people are in "
            "the middle of one. HR's passphrase is “{passphrase}”.",
            people=summary.people,
            completions=summary.completions,
            begun=summary.begun,
            passphrase=PASSPHRASE,
        )
    )
    console.result(message("Open it with “huddinge-training --data-dir {folder}”.", folder=folder))
    return 0
