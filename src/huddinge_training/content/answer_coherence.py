"""Checks that what can be answered goes together: grades, ways through decisions, parts.

The plain data may be incomplete where the reader found errors; those are not noted again.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from huddinge_training.content.coherence import ReadFile, check_reference, check_unique
from huddinge_training.content.problems import FormatRule
from huddinge_training.content.yaml_source import Step
from huddinge_training.domain.scenario import AnswerForm, Kind
from huddinge_training.language import Message, message

MOST_DECISIONS = 3
CHOSEN = (AnswerForm.CHOOSE_ALL, AnswerForm.MARK)


def check_answer(file: ReadFile) -> None:
    """Notes what contradicts itself in the options, decisions, parts and groups of a scenario."""
    plain = file.plain
    for key in ("options", "decisions", "parts", "groups"):
        check_unique(file, key)
    form = plain.get("answer", AnswerForm.CHOICE)
    if form == AnswerForm.CHOICE:
        _check_choice(file)
    elif form:
        _check_parts(file, form)


def _contradicts(file: ReadFile, words: Message, hint: Message, *path: Step) -> None:
    file.problems.error(FormatRule.CONTRADICTION, file.line(*path), words, hint)


def _check_choice(file: ReadFile) -> None:
    for key in ("parts", "groups"):
        if key in file.plain:
            _contradicts(
                file,
                message("“{key}” is only for scenarios that are answered part by part.", key=key),
                message("Add “answer:”, or write “options” instead."),
                key,
            )
    is_dilemma = file.plain.get("kind") == Kind.DILEMMA
    for path, option in _options(file.plain):
        if is_dilemma and "grade" in option:
            _contradicts(
                file,
                message("A dilemma has no key, but this option is graded."),
                message("Take “grade” away, or choose another kind."),
                *path,
                "grade",
            )
        elif not is_dilemma and file.plain.get("kind") and "grade" not in option:
            _contradicts(
                file,
                message("This option has no grade."),
                message("Add “grade:”, or make the scenario a dilemma."),
                *path,
            )
    for index in range(len(file.plain.get("decisions", ()))):
        check_unique(file, "decisions", index, "options")
    _check_ways(file)


def _options(plain: Mapping[str, Any]) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Every option with the path that leads to it in the file."""
    for index, option in enumerate(plain.get("options", ())):
        yield ("options", index), option
    for number, decision in enumerate(plain.get("decisions", ())):
        for index, option in enumerate(decision.get("options", ())):
            yield ("decisions", number, "options", index), option


def _check_ways(file: ReadFile) -> None:
    """Every decision is reached, and no way has more than three (PED-18)."""
    decisions = {d["id"]: d for d in file.plain.get("decisions", ()) if "id" in d}
    for path, option in _options(file.plain):
        check_reference(file, option.get("next", ""), decisions, *path, "next")
    reached: set[str] = set()
    level = [file.plain]
    for _ in range(MOST_DECISIONS):
        ids = {o["next"] for d in level for o in d.get("options", ()) if "next" in o}
        level = [decisions[id_] for id_ in ids if id_ in decisions]
        reached |= ids
    if level:
        _contradicts(
            file,
            message("There is a way with more than {most} decisions.", most=MOST_DECISIONS),
            message("Let some option end the way: take its “next” away."),
            "decisions",
        )
    for index, decision in enumerate(file.plain.get("decisions", ())):
        if decision.get("id", "") not in {"", *reached}:
            _contradicts(
                file,
                message("No option leads to the decision “{id}”.", id=decision["id"]),
                message("Write its id as the “next” of an option, or take it away."),
                "decisions",
                index,
            )


def _check_parts(file: ReadFile, form: str) -> None:
    plain = file.plain
    for key in ("options", "decisions"):
        if key in plain:
            _contradicts(
                file,
                message("“{key}” and “answer: {form}” do not go together.", key=key, form=form),
                message("Write “parts”, or take “answer” away."),
                key,
            )
    if plain.get("kind") == Kind.DILEMMA:
        _contradicts(
            file,
            message("A dilemma has no key, so it cannot be answered part by part."),
            message("Write “options”, or choose another kind."),
            "kind",
        )
    if (form == AnswerForm.SORT) != ("groups" in plain):
        _contradicts(
            file,
            message("“groups” belongs to “answer: sort”, and to nothing else."),
            message("Add “groups”, or take it away."),
            "groups" if "groups" in plain else "answer",
        )
    needed = {"applies"} if form in CHOSEN else {"group"} if form == AnswerForm.SORT else set()
    groups = [group["id"] for group in plain.get("groups", ()) if "id" in group]
    for index, part in enumerate(plain.get("parts", ())):
        for key in ("applies", "group"):
            if (key in part) != (key in needed):
                _contradicts(
                    file,
                    message("“{key}” is missing here.", key=key)
                    if key in needed
                    else message("“{key}” means nothing in “answer: {form}”.", key=key, form=form),
                    message("“applies” goes with choose_all and mark, “group” with sort."),
                    "parts",
                    index,
                    *([key] if key in part else []),
                )
        if "group" in part and groups:
            check_reference(file, part["group"], groups, "parts", index, "group")
