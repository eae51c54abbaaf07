"""Findings as plain data and back, for the cache."""

from typing import Any

from huddinge_training.domain.finding import Finding, Severity
from huddinge_training.language import Message


def plain_finding(finding: Finding) -> list[Any]:
    """The finding as JSON can hold it."""
    return [
        finding.file,
        finding.line,
        finding.rule,
        finding.severity,
        _plain_message(finding.words),
        _plain_message(finding.hint),
    ]


def finding_from(plain: list[Any]) -> Finding:
    """The finding that ``plain_finding`` wrote down."""
    file, line, rule, severity, words, hint = plain
    return Finding(file, line, rule, Severity(severity), Message(*words), Message(*hint))


def _plain_message(words: Message) -> list[Any]:
    return [words.msgid, dict(words.values), words.plural, words.count]
