"""Puts a unit's figures into sentences."""

from huddinge_training.domain.course import Course
from huddinge_training.domain.unit_figures import UnitFigures
from huddinge_training.language import Language
from huddinge_training.services.room_signs import letter_of


def figure_words(figures: UnitFigures, course: Course, language: Language) -> tuple[str, ...]:
    """A sentence of all, and one a case; cases that the course no longer has are left out."""
    say = language.say
    lines = [
        say(
            "{sessions} meetings with {votes} votes after the talk.",
            sessions=figures.sessions,
            votes=figures.votes,
        )
    ]
    for case, counts in figures.counts.items():
        try:
            scenario = course.module(case.module_id).scenario(case.scenario_id)
        except KeyError:
            continue
        votes = ", ".join(
            f"{letter_of(place)} {counts.get(option.id, 0)}"
            for place, option in enumerate(scenario.options)
        )
        lines.append(say("{title}: {votes}", title=scenario.title, votes=votes))
    return tuple(lines)
