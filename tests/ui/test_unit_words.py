"""The sentences on what a unit's meetings came to."""

import pytest
from examples import make_course, make_module, make_scenario

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.scenario import OptionId, ScenarioId
from huddinge_training.domain.unit_figures import UnitFigures
from huddinge_training.language import Language, Text
from huddinge_training.paths import bundled
from huddinge_training.ui.facilitator.unit_words import figure_words

KEYS = ModuleId("nycklar")
COURSE = make_course(
    make_module(KEYS, scenarios=[make_scenario("nyckeln", title=Text("Nyckeln", "The key"))])
)
COUNTS = {OptionId("a"): 20, OptionId("c"): 4}
FIGURES = UnitFigures(
    2,
    27,
    {
        PlannedCase(KEYS, ScenarioId("nyckeln")): COUNTS,
        PlannedCase(KEYS, ScenarioId("borta")): {OptionId("a"): 3},
    },
)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sv", ("2 träffar med 27 röster efter samtalet.", "Nyckeln: A 20, B 0, C 4")),
        ("en", ("2 meetings with 27 votes after the talk.", "The key: A 20, B 0, C 4")),
    ],
)
def test_all_votes_and_those_of_each_case_that_the_course_has_are_told(
    code: str, words: tuple[str, ...]
) -> None:
    language = Language.load(code, bundled("resources") / "locale")
    assert figure_words(FIGURES, COURSE, language) == words
