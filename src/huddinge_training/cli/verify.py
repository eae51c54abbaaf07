"""The command ``verify``: whether ledger, access log and data file are as they were written."""

import argparse

from huddinge_training.cli.command_parser import Add
from huddinge_training.cli.console import Console
from huddinge_training.cli.hr_workspace import hr_workspace
from huddinge_training.cli.passphrase import add_passphrase_option
from huddinge_training.domain.record import ChainHead
from huddinge_training.language import Language, counted, message
from huddinge_training.services.verification import (
    fault_words,
    printed_heads,
    verify_everything,
)


def add_to(add: Add, language: Language) -> None:
    """Adds the command."""
    say = language.say
    parser = add("verify", say("Check that nothing in the ledger was changed, added or removed."))
    parser.options.add_argument(
        "--against",
        action="append",
        default=[],
        metavar=say("HEAD"),
        help=say(
            "a head of the ledger, or a certificate or export that one is printed on, "
            "to compare with; may be given several times"
        ),
    )
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Says that all is whole, or names each fault."""
    anchors: frozenset[ChainHead] = frozenset()
    anchors = anchors.union(*(printed_heads(against) for against in options.against))
    with hr_workspace(options, console) as workspace:
        verdict = verify_everything(workspace.database, anchors)
    for fault in verdict.faults:
        console.result(fault_words(fault))
    if not verdict.is_whole:
        console.problem(
            counted(
                "One fault was found. Keep the file as it is, do not go on working with it, "
                "and compare it with a backup.",
                "{count} faults were found. Keep the file as it is, do not go on working with it, "
                "and compare it with a backup.",
                len(verdict.faults),
            )
        )
        return 1
    console.result(
        message(
            "The ledger is whole. Entries: {count}. Its head is {head}.",
            count=verdict.head.length,
            head=verdict.head,
        )
    )
    if verdict.anchors:
        console.result(
            counted(
                "It agrees with the printed head.",
                "It agrees with all {count} printed heads.",
                verdict.anchors,
            )
        )
    return 0
