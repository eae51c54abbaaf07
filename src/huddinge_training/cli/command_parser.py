"""An argument parser that speaks the reader's language and knows what every command knows."""

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from huddinge_training.language import CODES, Language, message

WRONG_USAGE = 2
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# What argparse says of a mistake, and how it is said here.
MISTAKES = (
    (
        re.compile(r"the following arguments are required: (?P<names>.+)"),
        message("Something is missing: {names}."),
    ),
    (
        re.compile(r"unrecognized arguments: (?P<names>.+)"),
        message("This is not understood here: {names}."),
    ),
    (
        re.compile(r".+?: invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)"),
        message("{value} is not possible here. Choose one of: {choices}."),
    ),
    (
        re.compile(r"argument (?P<name>.+?): expected one argument"),
        message("{name} needs a value after it."),
    ),
    (re.compile(r"argument (?P<name>.+?): (?P<problem>.+)"), message("{name}: {problem}")),
)

Add = Callable[[str, str], "CommandParser"]
"""Adds a command by its name and a sentence on what it does; returns its parser."""


class CommandParser(argparse.ArgumentParser):
    """Parses the whole command line, or one command of it, which gets its own parser.

    ``--data-dir``, ``--language`` and ``--help`` are understood before and after the word.
    """

    def __init__(self, language: Language, *, is_outermost: bool = False, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Formatter, language),
            **settings,
        )
        self.language = language
        self.positions = self.add_argument_group(language.say("What to give"))
        self.options = self.add_argument_group(language.say("Options"))
        always = self.add_argument_group(language.say("Always possible"))
        # A command's own default would overrule what was said before the word.
        default = None if is_outermost else argparse.SUPPRESS
        always.add_argument(
            "--data-dir",
            type=Path,
            metavar=language.say("FOLDER"),
            default=default,
            help=language.say("where people and records are kept; else the usual place"),
        )
        always.add_argument(
            "--language",
            choices=CODES,
            default=default,
            help=language.say("Swedish or English; else what the computer speaks"),
        )
        always.add_argument("-h", "--help", action="help", help=language.say("show this and stop"))

    def commands(self) -> "Add":
        """Makes this a parser of commands; call the result with a name and a sentence."""
        adder = self.add_subparsers(
            title=self.language.say("Commands"),
            metavar=self.language.say("command"),
            required=True,
        )

        def add(name: str, sentence: str) -> CommandParser:
            return adder.add_parser(
                name, help=sentence, description=sentence, language=self.language
            )

        return add

    def day(self, text: str) -> date:
        """A type for arguments: a date as year-month-day."""
        try:
            return date.fromisoformat(text if DAY.fullmatch(text) else "")
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                self.language.say("Write the day as year-month-day: 2026-03-07.")
            ) from error

    def whole_number(self, text: str) -> int:
        """A type for arguments: a whole number from 1 up."""
        if not text.isdecimal() or int(text) < 1:
            raise argparse.ArgumentTypeError(self.language.say("Write a whole number from 1 up."))
        return int(text)

    def error(self, words: str) -> NoReturn:
        """Says what was wrong and how to find out what is right, and leaves."""
        for pattern, sentence in MISTAKES:
            found = pattern.fullmatch(words)
            if found:
                words = self.language.say(sentence.msgid, **found.groupdict())
                break
        hint = self.language.say("Run “{program} --help” to see how.", program=self.prog)
        self.exit(WRONG_USAGE, f"{self.format_usage()}{words} {hint}\n")


class _Formatter(argparse.HelpFormatter):
    """The usual layout with our own word before the usage."""

    def __init__(self, language: Language, prog: str) -> None:
        super().__init__(prog)
        self._usage_word = language.say("Usage: ")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The usage, for help and for mistakes."""
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)
