"""Rules for a module as a whole: L27 second chances, L28 minutes, L30 the same old wrongdoer."""

import re
from collections import Counter

from huddinge_training.content.lint.passages import module_place
from huddinge_training.content.lint.readability import sentences, words
from huddinge_training.content.lint.remark import Remarks, error, warning
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.duration import module_minutes
from huddinge_training.domain.response import reachable_grades
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.domain.selection import LONGEST_MINUTES, select_scenarios
from huddinge_training.language import message

FEWEST_ITEMS = 2
MOST_ALIKE = 0.5
FEWEST_FOR_PERSONAS = 4

CAPITALISED = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+")
NOT_A_NAME = frozenset(("Huddinge", "Stockholm", "Sverige", "Teams"))


def check(module: Module, course: Course) -> Remarks:
    """L27, L28 and L30 for one module."""
    yield from _second_chances(module)
    yield from _minutes(module, course)
    yield from _personas(module)


def _second_chances(module: Module) -> Remarks:
    for index, objective in enumerate(module.objectives):
        items = sum(
            scenario.objective == objective.id and Grade.BEST in reachable_grades(scenario)
            for scenario in module.scenarios
        )
        if objective.critical and items < FEWEST_ITEMS:
            yield error(
                module_place(module).at("objectives", index),
                "L27",
                message(
                    "The critical objective {id} has {found} graded scenarios; "
                    "it needs at least {least}.",
                    id=objective.id,
                    found=items,
                    least=FEWEST_ITEMS,
                ),
                message("Write another scenario on it, so that one can try again in a new case."),
            )


def _minutes(module: Module, course: Course) -> Remarks:
    minutes = {
        role.id: module_minutes(module, select_scenarios(module, role.id, course.edition.id))
        for role in course.roles
        if module.is_for(role.id)
    }
    too_long = [role for role, needed in minutes.items() if needed > LONGEST_MINUTES]
    if too_long:
        yield warning(
            module_place(module),
            "L28",
            message(
                "The module takes {found} minutes for {roles}; the limit is {most}.",
                found=max(minutes.values()),
                roles=", ".join(too_long),
                most=LONGEST_MINUTES,
            ),
            message("Shorten the reading, the scenes or the feedback."),
        )


def _personas(module: Module) -> Remarks:
    """L30 as far as a program can see it: the same name, or always the manager.

    Gender and role are left to the eyes of those who review.
    """
    count = len(module.scenarios)
    if count < FEWEST_FOR_PERSONAS:
        return
    managers = sum(scenario.about_manager for scenario in module.scenarios)
    if managers / count > MOST_ALIKE:
        yield warning(
            module_place(module),
            "L30",
            message(
                "The manager is the one it is about in {found} of {all} scenarios; "
                "the limit is half of them.",
                found=managers,
                all=count,
            ),
            message("Let somebody else be tempted in some of them."),
        )
    names = Counter(name for scenario in module.scenarios for name in names_in(scenario))
    for name, found in sorted(names.items()):
        if found / count > MOST_ALIKE:
            yield warning(
                module_place(module),
                "L30",
                message(
                    "The name {name} stands in {found} of {all} scenarios; "
                    "the limit is half of them.",
                    name=name,
                    found=found,
                    all=count,
                ),
                message("Give the people in some of them other names."),
            )


def names_in(scenario: Scenario) -> set[str]:
    """The capitalised words that do not begin a sentence: people, and a few places."""
    names: set[str] = set()
    scenes = [scenario.scene.sv, *(decision.scene.sv for decision in scenario.decisions)]
    for sentence in sentences("\n".join(scenes)):
        names.update(word for word in words(sentence)[1:] if CAPITALISED.fullmatch(word))
    return names - NOT_A_NAME
