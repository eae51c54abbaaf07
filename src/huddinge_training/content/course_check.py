"""Everything that is wrong with a course: what the loader finds and what the linter finds."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from huddinge_training.content.course_format import course_from
from huddinge_training.content.course_reader import read_course
from huddinge_training.content.lint import lint
from huddinge_training.domain.finding import Finding


def check_course(
    folder: Path, today: date, unit_names: Collection[str] = ()
) -> tuple[Finding, ...]:
    """All findings by file and line; the texts of what is left out are not linted."""
    read = read_course(folder)
    if read.plain is None:
        return read.findings
    linted = lint(course_from(read.plain), folder, today, unit_names)
    return tuple(sorted((*read.findings, *linted)))
