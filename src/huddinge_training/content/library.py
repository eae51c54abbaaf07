"""Loads a course from its folder: the part that works, and a list of what does not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huddinge_training.content.cache import CacheFile, signature
from huddinge_training.content.course_format import course_from
from huddinge_training.content.finding_record import finding_from, plain_finding
from huddinge_training.domain.course import Course
from huddinge_training.domain.finding import Finding
from huddinge_training.errors import ContentError
from huddinge_training.language import message


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """A course and what is wrong with its files; what has an error is not in the course."""

    course: Course
    findings: tuple[Finding, ...]


def load_course(folder: Path, cache_folder: Path | None = None) -> LoadedCourse:
    """The course in a folder, from the cache while its files are as they were.

    Raises ContentError when course.yaml itself is broken.
    """
    plain = _cached(folder, cache_folder) if cache_folder else _read(folder)
    findings = tuple(finding_from(finding) for finding in plain["findings"])
    return LoadedCourse(course_from(plain), findings)


def _cached(folder: Path, cache_folder: Path) -> dict[str, Any]:
    try:
        written_as = signature(folder)
    except OSError:
        return _read(folder)
    cache = CacheFile.of(folder, cache_folder)
    try:
        plain: dict[str, Any] = cache.read(written_as)
    except LookupError:
        plain = _read(folder)
        cache.write(written_as, plain)
    return plain


def _read(folder: Path) -> dict[str, Any]:
    # First window: YAML and all that reads it is imported only when there is no cache.
    from huddinge_training.content.course_reader import COURSE_FILE, read_course  # noqa: PLC0415

    read = read_course(folder)
    if read.plain is None:
        broken = next(f for f in read.findings if f.file == COURSE_FILE and f.is_error)
        raise ContentError(
            message("{problem} {advice}", problem=broken.words, advice=broken.hint),
            folder / COURSE_FILE,
            broken.line,
        )
    return {**read.plain, "findings": [plain_finding(finding) for finding in read.findings]}
