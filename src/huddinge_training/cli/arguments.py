"""Reads the words of a command line: in which language, which command, with what."""

import argparse
from collections.abc import Mapping, Sequence

from huddinge_training import __version__
from huddinge_training.cli import check, demo, export, hr, pin, receipt, session, verify
from huddinge_training.cli.command_parser import CommandParser
from huddinge_training.language import CODES, Language

PROGRAM = "huddinge-training"
FAMILIES = (export, verify, check, demo, hr, session, pin, receipt)


def asked_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The code after --language, or else what the system speaks: English, or else Swedish."""
    scout = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    scout.add_argument("--language", choices=CODES)
    try:
        asked = scout.parse_known_args(arguments)[0].language
    except argparse.ArgumentError:
        asked = None  # the real parser says what is wrong with it
    if asked is not None:
        return str(asked)
    spoken = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    decisive = next((locale for locale in spoken if locale), "")
    return "en" if decisive.lower().startswith("en") else "sv"


def read_arguments(arguments: Sequence[str], language: Language) -> argparse.Namespace:
    """What was asked for, with ``run`` to do it; raises SystemExit after help or a mistake."""
    parser = CommandParser(
        language,
        is_outermost=True,
        prog=PROGRAM,
        description=language.say(
            "Training in the values of public service. Without a command the window opens."
        ),
    )
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=language.say("show which version this is and stop"),
    )
    # Done before anything is read: see __main__. Here it is only listed.
    parser.options.add_argument(
        "--self-test",
        action="store_true",
        help=language.say("check that all the program needs is there and works, and stop"),
    )
    add = parser.commands()
    for family in FAMILIES:
        family.add_to(add, language)
    return parser.parse_args(arguments)
