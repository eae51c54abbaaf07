"""From where a plan's cases are taken: dilemmas, a module, or what is close to a role."""

from collections.abc import Sequence

from huddinge_training.domain.course import Course, ModuleId
from huddinge_training.language import Language
from huddinge_training.services.group_sessions import CaseChoice, GroupSessions

DILEMMAS = "dilemmas"
MODULE, ROLE = "module:", "role:"


def filters(course: Course, sessions: GroupSessions, language: Language) -> list[tuple[str, str]]:
    """The code of each with its words; only modules that have something to vote on."""
    say = language.say
    modules = [module for module in course.modules if sessions.choices(module.id)]
    return [
        (DILEMMAS, say("Principles that clash (dilemmas)")),
        *((MODULE + m.id, say("Module: {title}", title=m.title)) for m in modules),
        *((ROLE + r.id, say("Close to: {title}", title=r.title)) for r in course.roles),
    ]


def cases_of(code: str, sessions: GroupSessions) -> Sequence[CaseChoice]:
    """The cases that a filter leaves, dilemmas first."""
    if code.startswith(MODULE):
        return sessions.choices(ModuleId(code.removeprefix(MODULE)))
    if code.startswith(ROLE):
        role = code.removeprefix(ROLE)
        return [
            choice
            for choice in sessions.choices(role=role)
            if role in choice.scenario.roles or choice.scenario.is_for_everyone
        ]
    return [choice for choice in sessions.choices() if choice.scenario.boundary is not None]
