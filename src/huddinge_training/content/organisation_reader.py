"""Reads organisation.yaml into plain data, and lists what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huddinge_training.content.format_table import ORGANISATION
from huddinge_training.content.problems import FormatRule, Problems, UnusableFileError
from huddinge_training.content.shape_reader import ShapeReader
from huddinge_training.content.yaml_source import Node, line_of, read_yaml
from huddinge_training.domain.finding import Finding
from huddinge_training.language import message


@dataclass(frozen=True, slots=True)
class ReadOrganisation:
    """The plain data, to be used only without findings; and the findings, by line."""

    plain: dict[str, Any]
    findings: tuple[Finding, ...]


def read_organisation(file: Path) -> ReadOrganisation:
    """Reads the file; never raises for what stands in it."""
    problems = Problems(file.name)
    plain: dict[str, Any] = {}
    try:
        root = read_yaml(file, problems)
        plain = ShapeReader(problems).read(root, ORGANISATION, file.name)
        _check_codes(plain, root, problems)
    except UnusableFileError:
        pass
    return ReadOrganisation(plain, tuple(sorted(problems.findings)))


def _check_codes(plain: dict[str, Any], root: Node, problems: Problems) -> None:
    """No code stands for two departments or for two units."""
    departments: set[str] = set()
    units: set[str] = set()
    for index, department in enumerate(plain.get("forvaltningar", ())):
        path = ("forvaltningar", index)
        _check_code(department.get("code"), departments, line_of(root, (*path, "code")), problems)
        for number, unit in enumerate(department.get("enheter", ())):
            line = line_of(root, (*path, "enheter", number, "code"))
            _check_code(unit.get("code"), units, line, problems)


def _check_code(code: str | None, seen: set[str], line: int, problems: Problems) -> None:
    if code and code in seen:
        problems.error(
            FormatRule.EQUAL_IDS,
            line,
            message("The code “{code}” stands here a second time.", code=code),
            message("Give each a code of its own."),
        )
    seen.add(code or "")
