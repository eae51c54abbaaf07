"""The course format as a JSON Schema, so that an editor can complete keys and explain them."""

from collections.abc import Iterator
from typing import Any

from huddinge_training.content import format_table
from huddinge_training.content.picture_table import GOALS, VALUES
from huddinge_training.content.scenario_table import SCENARIO
from huddinge_training.content.shape import (
    Choice,
    Day,
    Flag,
    Identifier,
    Leaf,
    ListOf,
    MapOf,
    Number,
    Record,
    Shape,
    Words,
)
from huddinge_training.content.shape_reader import LANGUAGES

FILES: tuple[Record | MapOf, ...] = (
    format_table.COURSE,
    format_table.MODULE,
    SCENARIO,
    format_table.RULES,
    format_table.CONTACTS,
    format_table.GLOSSARY,
    GOALS,
    VALUES,
    format_table.ORGANISATION,
)
TEXT = "text"


def schema() -> dict[str, Any]:
    """One schema of draft 2020-12 for every kind of file; each is also found by its name."""
    definitions = {named.name: _object(named) for file in FILES for named in _named(file)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kompassen: a file of a course",
        "anyOf": [{"$ref": f"#/$defs/{file.name}"} for file in FILES],
        "$defs": {**definitions, TEXT: _text()},
    }


def _named(shape: Shape) -> Iterator[Record | MapOf]:
    """The shape and all that stand in it, as far as they have a name of their own."""
    if isinstance(shape, Record | MapOf):
        yield shape
    if isinstance(shape, Record):
        for key in shape.keys:
            yield from _named(key.shape)
    elif isinstance(shape, ListOf | MapOf):
        yield from _named(shape.item)


def _object(shape: Record | MapOf) -> dict[str, Any]:
    if isinstance(shape, MapOf):
        return {
            "description": shape.about,
            "type": "object",
            "propertyNames": {"pattern": f"^{Identifier.pattern}$"},
            "additionalProperties": _reference(shape.item),
        }
    written: dict[str, Any] = {
        "description": shape.about,
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in shape.keys if key.required],
        "properties": {key.name: _value(key.shape) for key in shape.keys},
    }
    if shape.one_of:
        written["anyOf"] = [{"required": [name]} for name in shape.one_of]
    return written


def _value(shape: Shape) -> dict[str, Any]:
    """What stands after a key, with what it is for."""
    written = _bare_value(shape)
    return {**written, "description": shape.about} if shape.about else written


def _bare_value(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Record | MapOf):
        return _reference(shape)
    if isinstance(shape, ListOf):
        return {"type": "array", "minItems": shape.least, "items": _value(shape.item)}
    if isinstance(shape, Leaf):
        return _leaf(shape)
    return {"$ref": f"#/$defs/{TEXT}"}


def _reference(shape: Record | MapOf) -> dict[str, Any]:
    reference = {"$ref": f"#/$defs/{shape.name}"}
    if isinstance(shape, Record) and shape.shorthand:
        plain = next(_value(key.shape) for key in shape.keys if key.name == shape.shorthand)
        return {"anyOf": [plain, reference]}
    return reference


def _leaf(shape: Leaf) -> dict[str, Any]:
    match shape:
        case Words():
            return {"type": "string", "pattern": f"^{shape.pattern}$"}
        case Number():
            kind = "number" if shape.is_share else "integer"
            return {"type": kind, "minimum": shape.least, "maximum": shape.most}
        case Choice():
            return {"enum": [str(choice) for choice in shape.among]}
        case Day():
            return {"type": "string", "format": "date"}
        case Flag():
            return {"type": "boolean"}
    raise TypeError(shape)


def _text() -> dict[str, Any]:
    return {
        "description": "A text; a plain string is Swedish without a translation.",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "additionalProperties": False,
                "required": [LANGUAGES[0]],
                "properties": {code: {"type": "string"} for code in LANGUAGES},
            },
        ],
    }
