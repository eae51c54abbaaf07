"""Loads a course from its folder: the part that works, and a list of what does not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huddinge_training.content.cache import folder_signature, kept_or_read
from huddinge_training.content.course_format import course_from
from huddinge_training.content.finding_record import finding_from, plain_finding
from huddinge_training.domain.course import Course
from huddinge_training.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """A course and what is wrong with its files; what has an error is not in the course."""

    course: Course
    findings: tuple[Finding, ...]


def load_course(folder: Path, cache_folder: Path | None = None) -> LoadedCourse:
    """The course in a folder, from the cache while its files are as they were.

    Raises ContentError when course.yaml itself is broken.
    """
    plain = kept_or_read(folder, cache_folder, folder_signature, _read)
    findings = tuple(finding_from(finding) for finding in plain["findings"])
    return LoadedCourse(course_from(plain), findings)


def _read(folder: Path) -> dict[str, Any]:
    # First window: YAML and all that reads it is imported only when there is no cache.
    from huddinge_training.content.course_reader import COURSE_FILE, read_course  # noqa: PLC0415
    from huddinge_training.content.problems import content_error  # noqa: PLC0415

    read = read_course(folder)
    if read.plain is None:
        broken = next(f for f in read.findings if f.file == COURSE_FILE and f.is_error)
        raise content_error(broken, folder / COURSE_FILE)
    return {**read.plain, "findings": [plain_finding(finding) for finding in read.findings]}
