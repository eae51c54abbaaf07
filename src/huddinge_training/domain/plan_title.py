"""The title of a plan: of one's own, or that of its cases in the language of whoever reads it."""

from collections.abc import Iterable

from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import Text

BETWEEN = " · "


def title_of(scenarios: Iterable[Scenario]) -> Text:
    """The titles of the cases, one after the other."""
    titles = [scenario.title for scenario in scenarios]
    return Text(
        BETWEEN.join(title.sv for title in titles),
        BETWEEN.join(title.in_language("en") for title in titles),
    )


def shown_title(title: str, scenarios: Iterable[Scenario]) -> Text:
    """A title that is kept: where it only names the cases, in both languages."""
    of_cases = title_of(scenarios)
    return of_cases if title in (of_cases.sv, of_cases.en) else Text(title)


def title_in(course: Course, title: str, cases: Iterable[PlannedCase]) -> Text:
    """The same by the cases' ids; those that the course no longer has name nothing."""
    scenarios = []
    for case in cases:
        try:
            scenarios.append(course.module(case.module_id).scenario(case.scenario_id))
        except KeyError:
            continue
    return shown_title(title, scenarios)
