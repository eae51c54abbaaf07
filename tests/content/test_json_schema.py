"""The JSON Schema says the same as the loader, since both come from one table."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from content.editing import ANSWERS, SORT, WAY

from huddinge_training.content.json_schema import schema
from huddinge_training.content.shape import Leaf

SCHEMA = schema()
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
FILES = {
    "course": ["course.yaml"],
    "rules": ["rules.yaml"],
    "contacts": ["contacts.yaml"],
    "glossary": ["glossary.yaml"],
    "module": ["nycklar/module.yaml"],
    "scenario": [
        *("nycklar/en-nyckel.yaml", "nycklar/en-van.yaml", "nycklar/en-planbok.yaml"),
        *ANSWERS,
    ],
}


def all_of(value: Any, key: str) -> Iterator[Any]:
    """Every value of a key, however deep it stands."""
    if isinstance(value, dict):
        yield from ([value[key]] if key in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from all_of(inner, key)


def fits(value: Any, wanted: dict[str, Any]) -> bool:
    """The part of JSON Schema that ours uses."""
    if "$ref" in wanted:
        return fits(value, DEFINITIONS[wanted["$ref"].removeprefix("#/$defs/")])
    kinds: dict[str, Any] = {
        "object": dict,
        "array": list,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
    }
    of_kind = isinstance(value, kinds.get(wanted.get("type", ""), object))
    if isinstance(value, dict) and of_kind:
        known, extra = wanted.get("properties", {}), wanted.get("additionalProperties", True)
        of_kind = all(
            fits(inner, known[key]) if key in known else bool(extra) and fits(inner, extra)
            for key, inner in value.items()
            if key in known or extra is not True
        )
    if isinstance(value, list) and of_kind:
        of_kind = all(fits(inner, wanted["items"]) for inner in value)
    return (
        of_kind
        and ("anyOf" not in wanted or any(fits(value, inner) for inner in wanted["anyOf"]))
        and ("enum" not in wanted or value in wanted["enum"])
        and ("pattern" not in wanted or bool(re.search(wanted["pattern"], str(value))))
        and ("minimum" not in wanted or wanted["minimum"] <= value <= wanted["maximum"])
        and ("required" not in wanted or set(wanted["required"]) <= set(value))
    )


@pytest.mark.parametrize(
    ("kind", "file"), [(kind, file) for kind, files in FILES.items() for file in files]
)
def test_every_file_of_the_example_fits(answers_folder: Path, kind: str, file: str) -> None:
    value = yaml.safe_load((answers_folder / file).read_text("utf-8"))

    assert fits(value, DEFINITIONS[kind])
    assert fits(value, SCHEMA)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("scenario", {}),
        ("module", {"id": "a"}),
        ("rules", {"a": {"title": "a"}}),
        ("reading", {"id": "a", "title": "a"}),
        ("review", {"status": "finished"}),
        ("review", {"status": "draft", "agreement": 2}),
        ("facilitator", {"questions": ["a"], "minuter": 3}),
        ("part", {"id": "a", "text": "a"}),
        ("part", {"id": "a", "text": "a", "feedback": "a", "applies": "yes"}),
        ("part", {"id": "a", "text": "a", "feedback": "a", "consequence": "a"}),
        ("group", {"id": "a"}),
        ("decision", {"id": "a", "scene": "a", "question": "a"}),
        ("option", {"id": "a", "text": "a", "consequence": "a", "feedback": "a", "next": "a b"}),
        ("step_thought", {"step": "a"}),
        ("reality", {"title": "a", "text": "a", "year": "2021"}),
        ("reality", {"title": "a", "text": "a", "year": 1521, "source": "a"}),
        ("sheet", {"rules": ["a"]}),
    ],
)
def test_what_the_loader_refuses_does_not_fit(kind: str, value: dict[str, Any]) -> None:
    assert not fits(value, DEFINITIONS[kind])


@pytest.mark.parametrize("missing", ["options", "parts"])
def test_a_scenario_needs_options_or_parts(answers_folder: Path, missing: str) -> None:
    file = WAY if missing == "options" else SORT
    value = yaml.safe_load((answers_folder / file).read_text("utf-8"))
    del value[missing]

    assert not fits(value, DEFINITIONS["scenario"])


def test_every_reference_leads_somewhere() -> None:
    references = set(all_of(SCHEMA, "$ref"))

    assert references <= {f"#/$defs/{name}" for name in DEFINITIONS}
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_editors_get_the_possible_values_and_what_keys_are_for() -> None:
    scenario = DEFINITIONS["scenario"]["properties"]

    assert scenario["kind"]["enum"] == ["regelfall", "bedomning", "dilemma"]
    assert scenario["sensitivity"]["enum"] == ["normal", "sensitive"]
    assert scenario["answer"]["enum"] == ["choice", "choose_all", "mark", "order", "sort"]
    assert "Vad gör du?" in scenario["question"]["description"]
    assert all(definition["description"] for definition in DEFINITIONS.values())


def test_an_unknown_kind_of_value_is_a_bug() -> None:
    from huddinge_training.content import json_schema

    class Colour(Leaf):
        def plain(self, value: object) -> str:
            return str(value)

        @property
        def expected(self) -> Any:
            return None

    with pytest.raises(TypeError):
        json_schema._leaf(Colour())


def test_the_organisation_has_a_schema_too() -> None:
    file = Path(__file__).parents[2] / "resources/organisation.yaml"

    assert fits(yaml.safe_load(file.read_text("utf-8")), DEFINITIONS["organisation"])
