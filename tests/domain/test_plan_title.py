"""Titles of plans: those of the cases are in both languages, one's own stays as it is."""

from examples import make_course, make_module, make_scenario

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.plan_title import title_in, title_of
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.language import Text

KEYS = ModuleId("nycklar")
FIRST = make_scenario("a", title=Text("Nyckeln", "The key"))
SECOND = make_scenario("b", title=Text("Gåvan", "The gift"))
COURSE = make_course(make_module(KEYS, scenarios=[FIRST, SECOND]))
CASES = [PlannedCase(KEYS, ScenarioId("a")), PlannedCase(KEYS, ScenarioId("b"))]


def test_cases_name_a_plan_in_both_languages_whichever_it_was_made_in() -> None:
    both = Text("Nyckeln · Gåvan", "The key · The gift")
    assert title_of([FIRST, SECOND]) == both
    assert title_in(COURSE, both.sv, CASES) == title_in(COURSE, str(both.en), CASES) == both


def test_a_title_of_ones_own_stays_also_when_a_case_is_gone() -> None:
    assert title_in(COURSE, "Vår träff", CASES) == Text("Vår träff")
    gone = [*CASES, PlannedCase(KEYS, ScenarioId("borta"))]
    assert title_in(COURSE, "Nyckeln · Gåvan · Borta", gone) == Text("Nyckeln · Gåvan · Borta")
