"""Checks what a declared shape cannot say: that ids exist and are unique, that quotes are exact.

The plain data may be incomplete where the reader found errors; those are not noted again.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from huddinge_training.content.problems import FormatRule, Problems
from huddinge_training.content.suggestion import suggestion
from huddinge_training.content.yaml_source import Node, Step, line_of
from huddinge_training.domain.scenario import FOR_EVERYONE, Kind
from huddinge_training.language import message


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that has been read: its tree, its plain data, and what is wrong with it."""

    root: Node
    plain: Mapping[str, Any]
    problems: Problems

    def line(self, *path: Step) -> int:
        """The line of a value in the file."""
        return line_of(self.root, path)


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids that scenarios may point to; None where a broken file leaves them unknown."""

    roles: Collection[str]
    steps: Collection[str]
    rules: Collection[str] | None
    contacts: Collection[str] | None
    objectives: Mapping[str, bool] | None
    """The objectives of the module, and whether each is critical."""


def check_unique(file: ReadFile, *path: Step) -> None:
    """The items of a list, or their ids, are all different."""
    seen: set[str] = set()
    items: Any = file.plain
    for step in path:
        items = items.get(step, ()) if isinstance(items, Mapping) else items[step]
    for index, item in enumerate(items):
        id_ = item.get("id") if isinstance(item, dict) else item
        if id_ in seen:
            file.problems.error(
                FormatRule.EQUAL_IDS,
                file.line(*path, index, "id"),
                message("“{id}” stands here a second time.", id=id_),
                message("Give it another id, or take one of them away."),
            )
        elif id_:
            seen.add(id_)


def check_name(file: ReadFile, name: str) -> None:
    """The id is the name of the file or folder."""
    id_ = file.plain.get("id")
    if id_ and id_ != name:
        file.problems.error(
            FormatRule.MISPLACED,
            file.line("id"),
            message(
                "The id is “{id}”, but the name of the file or folder is “{name}”.",
                id=id_,
                name=name,
            ),
            message("Change one of them, so that they are equal."),
        )


def check_module(file: ReadFile, sources: Mapping[str, str | None], known: KnownIds) -> None:
    """Ids are unique and quotes exact; ``sources`` holds the texts, None where unreadable."""
    check_unique(file, "reading")
    check_unique(file, "objectives")
    for index, role in enumerate(file.plain.get("roles", ())):
        check_reference(file, role, known.roles, "roles", index)
    sheet = file.plain.get("sheet", {})
    for key, ids in (("rules", known.rules), ("ask", known.contacts)):
        for index, id_ in enumerate(sheet.get(key, ())):
            check_reference(file, id_, ids, "sheet", key, index)
    for index, reading in enumerate(file.plain.get("reading", ())):
        path = ("reading", index, "quote")
        quote = reading.get("quote", {})
        id_ = quote.get("source", "")
        check_reference(file, id_, sources, *path, "source")
        check_quote(file, quote.get("text", {}), id_, sources, *path, "text")
    picture = file.plain.get("illustration", {})
    if "decorative" in picture and ("alt" in picture) == picture["decorative"]:
        file.problems.error(
            FormatRule.CONTRADICTION,
            file.line("illustration", "decorative"),
            message("A picture either has words in “alt”, or is decorative."),
            message("Keep one of them."),
        )


def check_quote(
    file: ReadFile,
    text: Mapping[str, str],
    source_id: str,
    sources: Mapping[str, str | None],
    *path: Step,
) -> None:
    """The Swedish words stand in the source, as far as that can be read."""
    words, source = text.get("sv"), sources.get(source_id)
    if words and source is not None and not stands_in(words, source):
        file.problems.error(
            FormatRule.NOT_IN_SOURCE,
            file.line(*path, "sv"),
            message("The quote does not stand word for word in “{id}”.", id=source_id),
            message("Copy it from the source, or write it as our own words in “text”."),
        )


def stands_in(quote: str, source: str) -> bool:
    """Whether the words of the quote follow each other in the source; bullets do not count."""
    return (
        re.search(rf"(?<!\w){re.escape(_collapsed(quote))}(?!\w)", _collapsed(source)) is not None
    )


def _collapsed(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


def check_scenario(file: ReadFile, known: KnownIds) -> None:
    """Every id that it points to exists, and its objective goes with its kind."""
    plain = file.plain
    for index, role in enumerate(plain.get("roles", ())):
        check_reference(file, role, {*known.roles, FOR_EVERYONE}, "roles", index)
    for index, rule in enumerate(plain.get("rules", ())):
        check_reference(file, rule, known.rules, "rules", index)
    for index, ask in enumerate(plain.get("ask", ())):
        check_reference(file, ask.get("contact", ""), known.contacts, "ask", index, "contact")
    for index, step in enumerate(plain.get("steps", ())):
        check_reference(file, step.get("step", ""), known.steps, "steps", index, "step")
    objective = plain.get("objective", "")
    check_reference(file, objective, known.objectives, "objective")
    if plain.get("kind") == Kind.DILEMMA and (known.objectives or {}).get(objective):
        file.problems.error(
            FormatRule.CONTRADICTION,
            file.line("objective"),
            message("A dilemma cannot carry a critical objective, since it has no best answer."),
            message("Choose another objective, or another kind."),
        )


def check_reference(file: ReadFile, id_: str, known: Collection[str] | None, *path: Step) -> None:
    """The id is among the known ones, as far as they are known."""
    if known is not None and id_ and id_ not in known:
        file.problems.error(
            FormatRule.UNKNOWN_REFERENCE,
            file.line(*path),
            message("There is no “{id}” to point to.", id=id_),
            suggestion(id_, known),
        )
