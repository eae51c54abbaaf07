"""Reads YAML into a tree that remembers the line of every key and value.

Stricter than YAML itself: one document with keys and values at its root, no key twice,
no aliases, no tags, no deep nesting. The tree is built from parser events, since the
composer of libyaml can be made to overflow the stack.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import yaml

from huddinge_training.content.problems import FormatRule, Problems, UnusableFileError
from huddinge_training.language import Message, message

LARGEST_FILE = 1_000_000
DEEPEST_NESTING = 20

Scalar = str | int | float | bool | date | None
Step = str | int


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its line; in a mapping, the line of its key."""

    line: int
    value: "Scalar | dict[str, Node] | list[Node]"

    def child(self, step: Step) -> "Node | None":
        """What stands at a key or at a place in a list, if anything does."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None


def read_bytes(file: Path, problems: Problems) -> bytes:
    """The bytes of a file of at most 1 MB; raises UnusableFileError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        problems.error(
            FormatRule.UNREADABLE,
            1,
            message("The file cannot be opened."),
            message("Check that it is there and that you may read it."),
        )
        raise UnusableFileError(problems.file) from error
    if len(data) > LARGEST_FILE:
        problems.give_up(
            FormatRule.UNREADABLE,
            1,
            message("The file is larger than {most} bytes.", most=LARGEST_FILE),
            message("Split it into smaller files, or take out what does not belong in it."),
        )
    return data


def decoded(data: bytes, problems: Problems) -> str:
    """The text of a file in UTF-8; raises UnusableFileError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.error(
            FormatRule.UNREADABLE,
            data.count(b"\n", 0, error.start) + 1,
            message("The file is not in UTF-8."),
            message("Save it again with the encoding UTF-8."),
        )
        raise UnusableFileError(problems.file) from error


def read_yaml(file: Path, problems: Problems) -> Node:
    """The tree of a file; raises UnusableFileError when there is none to be had."""
    return parse_yaml(decoded(read_bytes(file, problems), problems), problems)


def parse_yaml(text: str, problems: Problems) -> Node:
    """The tree of a text; what is wrong but can be stepped over is only noted."""
    try:
        root = _TreeBuilder(text, problems).root()
    except yaml.YAMLError as error:
        _note_broken_yaml(error, text, problems)
        raise UnusableFileError(problems.file) from error
    if not isinstance(root.value, dict):
        problems.give_up(
            FormatRule.BROKEN_YAML,
            root.line,
            message("The file does not begin with a key."),
            message("Write keys and values: “id: …” on a line of its own."),
        )
    return root


def line_of(root: Node, path: Sequence[Step]) -> int:
    """The line of the value at the end of the path, or of the last step that is there."""
    node = root
    for step in path:
        inner = node.child(step)
        if inner is None:
            break
        node = inner
    return node.line


def _note_broken_yaml(error: yaml.YAMLError, text: str, problems: Problems) -> None:
    lines = text.split("\n")
    line = 1
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark
        if error.context_mark is not None and "quoted" in str(error.context):
            mark = error.context_mark
        line = min(mark.line + 1, len(lines)) if mark is not None else 1
    words = message("This line cannot be read.")
    hint = message(
        "Look for a missing quotation mark, colon or bracket here or on the line before. "
        "A text with a colon in it must stand in quotation marks."
    )
    if "\t" in lines[line - 1]:
        words = message("There is a tab on this line.")
        hint = message("Indent with spaces.")
    elif not isinstance(error, yaml.MarkedYAMLError):
        words = message("The file holds a character that is not allowed.")
        hint = message("Take out invisible control characters; write the text anew if needed.")
    problems.error(FormatRule.BROKEN_YAML, line, words, hint)


class _TreeBuilder:
    """Builds the tree of one document from the events of PyYAML's parser."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self._problems = problems
        self._depth = 0

    def root(self) -> Node:
        """The root of the only document; raises YAMLError or UnusableFileError."""
        self._next()
        if self._loader.check_event(yaml.StreamEndEvent):
            self._stop(1, message("The file is empty."), message("Fill it in, or delete it."))
        self._next()
        root = self._node()
        self._next()
        if not self._loader.check_event(yaml.StreamEndEvent):
            line = self._line(self._next())
            self._stop(
                line,
                message("A second document begins here."),
                message("Take away the line “---”; a file holds one document."),
            )
        return root

    def _next(self) -> Any:
        return self._loader.get_event()

    @staticmethod
    def _line(event: Any) -> int:
        return int(event.start_mark.line) + 1

    def _stop(self, line: int, words: Message, hint: Message) -> NoReturn:
        self._problems.error(FormatRule.BROKEN_YAML, line, words, hint)
        raise UnusableFileError(self._problems.file)

    def _node(self) -> Node:
        event = self._next()
        line = self._line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, self._scalar(event, line))
        if isinstance(event, yaml.AliasEvent):
            self._stop(
                line,
                message("An alias (*{name}) stands here.", name=event.anchor),
                message("Write the value itself; a course file has no aliases."),
            )
        self._depth += 1
        if self._depth > DEEPEST_NESTING:
            self._stop(
                line,
                message("The file is nested deeper than {most} levels.", most=DEEPEST_NESTING),
                message("Check the indentation and the brackets."),
            )
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(line, self._mapping() if is_mapping else self._sequence())
        self._depth -= 1
        return node

    def _sequence(self) -> list[Node]:
        items = []
        while not self._loader.check_event(yaml.SequenceEndEvent):
            items.append(self._node())
        self._next()
        return items

    def _mapping(self) -> dict[str, Node]:
        pairs: dict[str, Node] = {}
        while not self._loader.check_event(yaml.MappingEndEvent):
            key = self._node()
            value = self._node()
            if not isinstance(key.value, str):
                self._problems.error(
                    FormatRule.BROKEN_YAML,
                    key.line,
                    message("A key on this line is not a word."),
                    message("Put the key in quotation marks."),
                )
            elif key.value in pairs:
                self._problems.error(
                    FormatRule.BROKEN_YAML,
                    key.line,
                    message("The key “{key}” stands here a second time.", key=key.value),
                    message(
                        "Keep one of them; the first is on line {line}.", line=pairs[key.value].line
                    ),
                )
            else:
                pairs[key.value] = Node(key.line, value.value)
        self._next()
        return pairs

    def _scalar(self, event: Any, line: int) -> Scalar:
        tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        try:
            if event.tag not in (None, "!"):
                raise ValueError(f"a tag: {event.tag}")
            event.value.encode("utf-8")
            value: Scalar = self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            self._problems.error(
                FormatRule.BROKEN_YAML,
                line,
                message("The value “{value}” cannot be read.", value=event.value[:40]),
                message("Put it in quotation marks, or write it in another way."),
            )
            return None
        return value
