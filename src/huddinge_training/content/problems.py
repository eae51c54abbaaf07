"""Collects what is wrong with one file, all of it, while the reading goes on."""

from enum import StrEnum
from pathlib import Path

from huddinge_training.domain.finding import Finding, Severity
from huddinge_training.errors import ContentError
from huddinge_training.language import Message, message


class FormatRule(StrEnum):
    """The codes of what the loader itself finds; the linter has its own, L01 to L38."""

    UNREADABLE = "F01"
    BROKEN_YAML = "F02"
    UNKNOWN_KEY = "F03"
    MISSING_KEY = "F04"
    WRONG_VALUE = "F05"
    UNKNOWN_REFERENCE = "F06"
    EQUAL_IDS = "F07"
    MISPLACED = "F08"
    NOT_IN_SOURCE = "F09"
    UNUSED_FILE = "F10"
    CONTRADICTION = "F11"
    NOTHING_LEFT = "F12"
    MISSING_TRANSLATION = "L24"


class UnusableFileError(Exception):
    """A file that cannot be read any further; why it cannot stands among its problems."""


def content_error(finding: Finding, file: Path) -> ContentError:
    """The error to raise when nothing works without the file."""
    words = message("{problem} {advice}", problem=finding.words, advice=finding.hint)
    return ContentError(words, file, finding.line)


class Problems:
    """The findings of one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    @property
    def error_count(self) -> int:
        """How many errors there are so far, so that a reader can tell which part has one."""
        return sum(finding.is_error for finding in self.findings)

    def error(self, rule: FormatRule, line: int, words: Message, hint: Message) -> None:
        """Notes an error; the part of the course that it stands in is left out."""
        self.findings.append(Finding(self.file, line, rule.value, Severity.ERROR, words, hint))

    def warn(self, rule: FormatRule, line: int, words: Message, hint: Message) -> None:
        """Notes a warning; what it is about is used all the same."""
        self.findings.append(Finding(self.file, line, rule.value, Severity.WARNING, words, hint))

    def give_up(self, rule: FormatRule, line: int, words: Message, hint: Message) -> None:
        """Notes an error that nothing can be read after; always raises UnusableFileError."""
        self.error(rule, line, words, hint)
        raise UnusableFileError(self.file)
