"""Reads the YAML files of a course into one piece of plain data, and lists what is wrong.

What has an error is left out, with a finding: a scenario, a module, a rule, a contact, a word.
The rest works. Only without ``course.yaml`` is there no course.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from huddinge_training.content import format_table
from huddinge_training.content.answer_coherence import check_answer
from huddinge_training.content.coherence import (
    KnownIds,
    ReadFile,
    check_module,
    check_name,
    check_scenario,
    check_unique,
)
from huddinge_training.content.content_hash import edition_hash, module_hash, scenario_hash
from huddinge_training.content.picture_coherence import check_picture
from huddinge_training.content.picture_table import GOALS, VALUES
from huddinge_training.content.problems import FormatRule, Problems, UnusableFileError
from huddinge_training.content.scenario_table import SCENARIO
from huddinge_training.content.shape import MapOf, Shape
from huddinge_training.content.shape_reader import ShapeReader
from huddinge_training.content.yaml_source import decoded, read_bytes, read_yaml
from huddinge_training.domain.finding import Finding
from huddinge_training.language import message

COURSE_FILE = "course.yaml"
MODULE_FILE = "module.yaml"
DICTIONARIES = (format_table.RULES, format_table.CONTACTS, format_table.GLOSSARY)
PICTURES = (GOALS, VALUES)


@dataclass(frozen=True, slots=True)
class ReadCourse:
    """What ``course_format.course_from`` needs, None without a course.yaml; and the findings."""

    plain: dict[str, Any] | None
    findings: tuple[Finding, ...]


def read_course(folder: Path) -> ReadCourse:
    """Reads the course in a folder; never raises for what stands in its files."""
    reader = _CourseReader(folder)
    try:
        plain = reader.read()
    except UnusableFileError:
        plain = None
    findings = (finding for problems in reader.problems for finding in problems.findings)
    return ReadCourse(plain, tuple(sorted(findings)))


class _CourseReader:
    """Walks through the folder; every file that is opened gets its problems."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problems] = []
        self._scenario_files: dict[str, str] = {}

    def read(self) -> dict[str, Any]:
        """The plain data of the course; raises UnusableFileError without a course.yaml."""
        course = self._file(COURSE_FILE, format_table.COURSE)
        if course.problems.error_count:
            raise UnusableFileError(COURSE_FILE)
        for key in ("sources", "roles", "modules", "procedure"):
            check_unique(course, key)
        self._note_unused_files(course.plain["modules"])
        entries, ids = self._dictionaries()
        known = KnownIds(
            roles=[role["id"] for role in course.plain["roles"]],
            steps=[step["id"] for step in course.plain["procedure"]],
            rules=ids["rules"],
            contacts=ids["contacts"],
            objectives=None,
        )
        sources = self._sources(course)
        pictures = self._pictures(sources, course.plain["modules"])
        modules = []
        for index, name in enumerate(dict.fromkeys(course.plain["modules"])):
            if (self._folder / name / MODULE_FILE).is_file():
                modules += self._module(name, known, sources)
            else:
                course.problems.error(
                    FormatRule.UNKNOWN_REFERENCE,
                    course.line("modules", index),
                    message("There is no {name}/module.yaml.", name=name),
                    message("Add the file, or take the module away here."),
                )
        return {
            "course": course.plain,
            **entries,
            **pictures,
            "modules": modules,
            "hash": edition_hash(
                course.plain,
                entries["rules"],
                entries["glossary"],
                pictures,
                [module["hash"] for module in modules],
            ),
        }

    def _file(self, name: str, shape: Shape) -> ReadFile:
        problems = Problems(name)
        self.problems.append(problems)
        root = read_yaml(self._folder / name, problems)
        return ReadFile(root, ShapeReader(problems).read(root, shape, name), problems)

    def _dictionaries(self) -> tuple[dict[str, Any], dict[str, list[str] | None]]:
        """The entries without errors, and all ids; a file that is missing has none."""
        entries: dict[str, Any] = {}
        ids: dict[str, list[str] | None] = {}
        for shape in DICTIONARIES:
            entries[shape.name], ids[shape.name] = self._dictionary(shape)
        return entries, ids

    def _dictionary(self, shape: MapOf) -> tuple[Mapping[str, Any], list[str] | None]:
        name = f"{shape.name}.yaml"
        if not (self._folder / name).exists():
            return {}, []
        try:
            file = self._file(name, shape)
        except UnusableFileError:
            return {}, None
        return file.plain, list(file.root.value) if isinstance(file.root.value, dict) else []

    def _sources(self, course: ReadFile) -> dict[str, str | None]:
        sources: dict[str, str | None] = {}
        for source in course.plain["sources"]:
            problems = Problems(source["file"])
            self.problems.append(problems)
            try:
                data = read_bytes(self._folder / source["file"], problems)
                sources[source["id"]] = decoded(data, problems)
            except UnusableFileError:
                sources[source["id"]] = None
        return sources

    def _pictures(
        self, sources: Mapping[str, str | None], modules: list[str]
    ) -> dict[str, dict[str, Any]]:
        """The pictures that have a file without errors."""
        pictures = {}
        for shape in PICTURES:
            name = f"{shape.name}.yaml"
            if not (self._folder / name).exists():
                continue
            try:
                file = self._file(name, shape)
            except UnusableFileError:
                continue
            check_picture(file, sources, modules)
            if not file.problems.error_count:
                pictures[shape.name] = dict(file.plain)
        return pictures

    def _module(
        self, name: str, known: KnownIds, sources: Mapping[str, str | None]
    ) -> list[dict[str, Any]]:
        """The module in a list, or an empty list when it is left out."""
        try:
            module = self._file(f"{name}/{MODULE_FILE}", format_table.MODULE)
        except UnusableFileError:
            self._scenarios(name, known)
            return []
        check_name(module, name)
        check_module(module, sources, known)
        objectives = {
            o["id"]: o.get("critical", False)
            for o in module.plain.get("objectives", ())
            if "id" in o
        }
        scenarios = self._scenarios(name, replace(known, objectives=objectives or None))
        if not scenarios:
            module.problems.error(
                FormatRule.NOTHING_LEFT,
                1,
                message("The module has no scenario that works, so it is left out."),
                message("Add a scenario beside it, or mend those that are there."),
            )
        if module.problems.error_count:
            return []
        return [
            {
                "written": module.plain,
                "hash": module_hash(module.plain, [scenario["hash"] for scenario in scenarios]),
                "scenarios": scenarios,
            }
        ]

    def _scenarios(self, module_name: str, known: KnownIds) -> list[dict[str, Any]]:
        scenarios = []
        for path in sorted((self._folder / module_name).glob("[!.]*.yaml")):
            if path.name == MODULE_FILE:
                continue
            name = f"{module_name}/{path.name}"
            try:
                file = self._file(name, SCENARIO)
            except UnusableFileError:
                continue
            check_name(file, path.stem)
            check_scenario(file, known)
            check_answer(file)
            self._check_unique_scenario(file, name)
            if not file.problems.error_count:
                scenarios.append({"written": file.plain, "hash": scenario_hash(file.plain)})
        return scenarios

    def _check_unique_scenario(self, file: ReadFile, name: str) -> None:
        id_ = file.plain.get("id") or name
        first = self._scenario_files.setdefault(id_, name)
        if first != name:
            file.problems.error(
                FormatRule.EQUAL_IDS,
                file.line("id"),
                message("“{id}” is already the id of {file}.", id=id_, file=first),
                message("Give this scenario another id and file name."),
            )

    def _note_unused_files(self, modules: list[str]) -> None:
        """Files that nobody would miss, since their name or place is not what was meant."""
        shapes = (*DICTIONARIES, *PICTURES)
        used = {COURSE_FILE, *(f"{shape.name}.yaml" for shape in shapes)}
        for path in sorted(self._folder.glob("[!.]*")):
            if path.is_dir():
                is_used = path.name in modules or not (path / MODULE_FILE).is_file()
                name = f"{path.name}/{MODULE_FILE}"
            else:
                is_used = path.name in used or path.suffix not in (".yaml", ".yml")
                name = path.name
            if not is_used:
                self._warn_of_unused(name)
        for module in modules:
            for path in sorted((self._folder / module).glob("[!.]*.yml")):
                self._warn_of_unused(f"{module}/{path.name}")

    def _warn_of_unused(self, name: str) -> None:
        problems = Problems(name)
        problems.warn(
            FormatRule.UNUSED_FILE,
            1,
            message("Nothing reads this file."),
            message(
                "A module must be listed in course.yaml, and a scenario must lie in the folder "
                "of its module with a name that ends in .yaml."
            ),
        )
        self.problems.append(problems)
