"""What is wrong with a course file: where, by which rule, how bad, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from huddinge_training.language import Message


class Severity(StrEnum):
    """Whether a finding blocks a release, or only asks its author to look again."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in one place of a course.

    ``file`` is relative to the course's folder, with forward slashes. ``rule`` is a rule of the
    linter ("L04") or of the format ("F03"). Findings sort by file and line.
    """

    file: str
    line: int
    rule: str
    severity: Severity
    words: Message
    hint: Message

    @property
    def is_error(self) -> bool:
        """Whether it blocks a release."""
        return self.severity is Severity.ERROR

    def __lt__(self, other: "Finding") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, int, str, str, str]:
        return (self.file, self.line, self.rule, self.words.msgid, str(self.words.values))
