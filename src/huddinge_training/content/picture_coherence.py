"""Checks that the two pictures quote their source word for word, and point to modules there are.

A part without words of its own in the source bears the source's name for it instead.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from huddinge_training.content.coherence import ReadFile, check_quote, check_reference
from huddinge_training.content.problems import FormatRule
from huddinge_training.content.yaml_source import Step
from huddinge_training.language import message

MODULES = ("module", "core_values_module", "dilemmas_module")


def check_picture(
    file: ReadFile, sources: Mapping[str, str | None], modules: Collection[str]
) -> None:
    """Every id exists once, and every quote and name of the source is exact."""
    for key in MODULES:
        check_reference(file, file.plain.get(key, ""), modules, key)
    source_id = file.plain.get("source", "")
    check_reference(file, source_id, sources, "source")
    seen: set[str] = set()
    for path, statement in _statements(file.plain):
        id_ = statement.get("id", "")
        if id_ in seen:
            file.problems.error(
                FormatRule.EQUAL_IDS,
                file.line(*path, "id"),
                message("“{id}” stands here a second time.", id=id_),
                message("Give it another id, or take one of them away."),
            )
        elif id_:
            seen.add(id_)
        quoted = "text" if "text" in statement else "name"
        check_quote(file, statement.get(quoted, {}), source_id, sources, *path, quoted)


def _statements(plain: Mapping[str, Any]) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Every part and every group of parts, with where it stands."""
    for key, value in plain.items():
        if isinstance(value, dict):
            yield (key,), value
            for index, part in enumerate(value.get("parts", ())):
                yield (key, "parts", index), part
