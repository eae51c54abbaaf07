"""Reads a YAML tree by a declared shape into plain data, and notes everything that is wrong.

Plain data means strings, numbers, lists and dictionaries that JSON can hold: a date becomes
its ISO form, a text a dictionary with ``sv`` and ``en``, shorthands are written out.
"""

from typing import Any

from huddinge_training.content.problems import FormatRule, Problems
from huddinge_training.content.shape import Choice, Identifier, Leaf, ListOf, MapOf, Record, Shape
from huddinge_training.content.suggestion import suggestion
from huddinge_training.content.yaml_source import Node
from huddinge_training.language import Message, message

LANGUAGES = ("sv", "en")


def tidy_text(text: str) -> str:
    """A text without the line breaks of its file: only paragraphs and list items (•) begin anew."""
    lines = [line.strip(" \t") for line in text.strip().splitlines()]
    joined = ""
    for line in lines:
        if not line:
            joined = joined.rstrip("\n") + "\n\n"
        elif not joined or joined.endswith("\n"):
            joined += line
        else:
            joined += ("\n" if line.startswith("•") else " ") + line
    return joined


class ShapeReader:
    """Reads nodes of one file; ``en`` may be missing, everything else that is asked for may not."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def read(self, node: Node, shape: Shape, key: str) -> Any:
        """The plain data of a node, as far as it could be read; ``key`` names it in findings."""
        if isinstance(shape, Record):
            return self._record(node, shape, key)
        if isinstance(shape, MapOf):
            return self._map(node, shape)
        if isinstance(shape, ListOf):
            return self._list(node, shape, key)
        if isinstance(shape, Leaf):
            return self._leaf(node, shape, key)
        return self._bilingual(node, key)

    def _record(self, node: Node, shape: Record, key: str) -> dict[str, Any]:
        value = node.value
        if isinstance(value, str) and shape.shorthand:
            value = {shape.shorthand: node}
        if not isinstance(value, dict):
            self._wrong(
                node,
                message("“{key}” must hold keys and values.", key=key),
                message("Choose among: {choices}.", choices=", ".join(k.name for k in shape.keys)),
            )
            return {}
        by_name = {k.name: k for k in shape.keys}
        for name in value.keys() - by_name.keys():
            self._problems.error(
                FormatRule.UNKNOWN_KEY,
                value[name].line,
                message("There is no key “{key}” here.", key=name),
                suggestion(name, by_name.keys() - value.keys() or by_name.keys()),
            )
        for name in by_name.keys() - value.keys():
            if by_name[name].required:
                self._missing(node, name)
        if shape.one_of and not value.keys() & set(shape.one_of):
            self._missing(node, " / ".join(shape.one_of))
        return {
            name: self.read(value[name], declared.shape, name)
            for name, declared in by_name.items()
            if name in value
        }

    def _map(self, node: Node, shape: MapOf) -> dict[str, Any]:
        """The entries without an error; the others are left out."""
        entries: dict[str, Any] = {}
        value = node.value if isinstance(node.value, dict) else {}
        for name, inner in value.items():
            errors_before = self._problems.error_count
            self._leaf(Node(inner.line, name), Identifier(), name)
            entry = self._record(inner, shape.item, name)
            if self._problems.error_count == errors_before:
                entries[name] = entry
        return entries

    def _list(self, node: Node, shape: ListOf, key: str) -> list[Any]:
        if not isinstance(node.value, list):
            self._wrong(
                node,
                message("“{key}” must be a list.", key=key),
                message("Write every item on a line of its own that begins with “- ”."),
            )
            return []
        if len(node.value) < shape.least:
            self._wrong(
                node,
                message(
                    "“{key}” has {found} items; it needs {least} or more.",
                    key=key,
                    found=len(node.value),
                    least=shape.least,
                ),
                message("Add what is missing."),
            )
        return [self.read(item, shape.item, key) for item in node.value]

    def _bilingual(self, node: Node, key: str) -> dict[str, str]:
        value = node.value
        if isinstance(value, str):
            value = {"sv": node}
        if not isinstance(value, dict):
            self._wrong(
                node,
                message("“{key}” must be a text in Swedish and English.", key=key),
                message("Write “sv:” and “en:” below it, with the texts in quotation marks."),
            )
            return {}
        for code, inner in value.items():
            if code not in LANGUAGES:
                self._problems.error(
                    FormatRule.UNKNOWN_KEY,
                    inner.line,
                    message("“{key}” has no language “{code}”.", key=key, code=code),
                    suggestion(code, LANGUAGES),
                )
        texts = {code: self._text(value[code], code) for code in LANGUAGES if code in value}
        if "sv" not in texts:
            self._missing(node, "sv")
        if not texts.get("en", ""):
            texts.pop("en", None)
            self._problems.warn(
                FormatRule.MISSING_TRANSLATION,
                node.line,
                message("“{key}” has no English translation; Swedish is shown instead.", key=key),
                message("Add “en:” with the translation."),
            )
        return texts

    def _text(self, node: Node, code: str) -> str:
        if not isinstance(node.value, str):
            self._wrong(
                node,
                message("“{key}” must be a text.", key=code),
                message("Write it in quotation marks."),
            )
            return ""
        text = tidy_text(node.value)
        if code == "sv" and not text:
            self._wrong(node, message("The Swedish text is empty."), message("Write it."))
        return text

    def _leaf(self, node: Node, shape: Leaf, key: str) -> str | int | float:
        try:
            return shape.plain(node.value)
        except ValueError:
            shown = _shown(node)
            words = message("“{key}” cannot be “{value}”.", key=key, value=shown)
            if not shown:
                words = message("“{key}” is empty.", key=key)
            hint = shape.expected
            if isinstance(shape, Choice) and shown:
                hint = suggestion(shown, shape.among)
            self._wrong(node, words, hint)
            return ""

    def _missing(self, node: Node, name: str) -> None:
        self._problems.error(
            FormatRule.MISSING_KEY,
            node.line,
            message("The key “{key}” is missing here.", key=name),
            message("Add it; docs/course-format.md shows an example."),
        )

    def _wrong(self, node: Node, words: Message, hint: Message) -> None:
        self._problems.error(FormatRule.WRONG_VALUE, node.line, words, hint)


def _shown(node: Node) -> str:
    """A value as it is shown in a finding: short, and nothing of what a whole list holds."""
    value = node.value
    if isinstance(value, dict | list):
        return "…"
    return "" if value is None else str(value)[:40]
