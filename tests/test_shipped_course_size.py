"""The course that is shipped holds what was promised: scenarios of every kind, for every role."""

import re
from collections import Counter

import pytest
from test_shipped_course import MODULES, SCENARIOS, course

from huddinge_training.content.lint.privacy import ADDRESS, TELEPHONE
from huddinge_training.domain.course import Module, ModuleId
from huddinge_training.domain.scenario import FOR_EVERYONE, AnswerForm, Kind, Scenario
from huddinge_training.language import Text

PRINCIPLES = range(1, 6)
# An English A is an article.
LETTERS = {"sv": re.compile(r"\b[A-E]\b(?!-)"), "en": re.compile(r"\b[B-E]\b(?!-)")}


def scenarios() -> list[Scenario]:
    """Every scenario of the course."""
    return [scenario for module in course().modules for scenario in module.scenarios]


def dilemmas(module: Module) -> int:
    """How many of its scenarios have no key."""
    return sum(scenario.kind is Kind.DILEMMA for scenario in module.scenarios)


def is_whole(text: Text | None) -> bool:
    """Whether something stands there in both languages."""
    return text is not None and bool(text.sv.strip()) and bool((text.en or "").strip())


def test_the_welcome_walks_through_the_five_steps() -> None:
    welcome = course().modules[0]
    steps = [step.id for step in course().procedure]
    (worked,) = welcome.scenarios

    assert welcome.id == "valkommen"
    assert len(steps) == 5
    assert [step.step_id for step in worked.steps] == steps
    assert all(is_whole(step.thought) for step in worked.steps)
    assert [s.id for s in scenarios() if s.steps] == [worked.id]


@pytest.mark.parametrize(
    ("module_id", "fewest"),
    [("vision-och-mal", 4), ("karnvarden", 8), ("for-dig-som-ar-chef", 8)],
)
def test_a_module_has_enough_scenarios(module_id: str, fewest: int) -> None:
    assert len(course().module(ModuleId(module_id)).scenarios) >= fewest


def test_there_is_a_module_for_each_of_the_five_principles() -> None:
    assert sorted(m.principle for m in course().modules if m.principle) == [*PRINCIPLES]


@pytest.mark.parametrize("number", PRINCIPLES)
def test_a_principle_can_be_trained_in_many_ways(number: int) -> None:
    (module,) = (m for m in course().modules if m.principle == number)
    forms = Counter(scenario.form for scenario in module.scenarios)

    assert len(module.scenarios) >= 12
    assert dilemmas(module) >= 2
    assert sum(scenario.is_branching for scenario in module.scenarios) >= 1
    assert forms.total() - forms[AnswerForm.CHOICE] >= 1


def test_where_principles_clash_there_are_dilemmas() -> None:
    assert dilemmas(course().module(ModuleId("nar-principer-krockar"))) >= 6


def test_managers_have_a_module_of_their_own() -> None:
    module = course().module(ModuleId("for-dig-som-ar-chef"))

    assert [role.id for role in course().roles if module.is_for(role.id)] == ["chef"]


def test_there_are_at_least_85_scenarios_in_every_form() -> None:
    assert len(SCENARIOS) == len(scenarios()) >= 85
    assert {scenario.form for scenario in scenarios()} == set(AnswerForm)


def test_every_role_has_scenarios_of_its_own() -> None:
    own = Counter(role for scenario in scenarios() for role in set(scenario.roles))
    roles = [role.id for role in course().roles if role.id != FOR_EVERYONE]

    assert {role: own[role] for role in roles if own[role] < 4} == {}


def test_things_that_have_happened_are_told_with_year_and_source() -> None:
    cases = [scenario.real_case for scenario in scenarios() if scenario.real_case]

    assert len(cases) >= 12
    for case in cases:
        assert 1900 < case.year <= course().edition.valid_from.year
        assert all(is_whole(text) for text in (case.title, case.text, case.source))


def test_every_principle_has_a_page_to_print() -> None:
    for module in (module for module in course().modules if module.principle):
        assert module.sheet is not None, module.id
        assert 5 <= len(module.sheet.rules) <= 7, module.id
        assert 3 <= len(module.sheet.contacts) <= 5, module.id


def test_how_to_reach_somebody_is_left_to_the_municipality() -> None:
    for contact in course().contacts:
        assert contact.how is None, contact.id
        assert is_whole(contact.when), contact.id
        for text in (contact.title, contact.when):
            for said in (text.sv, text.en or "") if text else ():
                assert not TELEPHONE.search(said)
                assert not ADDRESS.search(said)


@pytest.mark.parametrize(("module", "scenario"), SCENARIOS)
def test_no_option_is_spoken_of_by_its_letter(module: Module, scenario: Scenario) -> None:
    """They are shuffled, so that a letter means nothing."""
    options = [option for decision in scenario.all_decisions for option in decision.options]
    texts = [text for o in options for text in (o.text, o.consequence, o.feedback)]
    texts += [text for part in scenario.parts for text in (part.text, part.feedback)]

    assert [text for text in texts if LETTERS["sv"].search(text.sv)] == []
    assert [text for text in texts if LETTERS["en"].search(text.en or "")] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_opened_by_its_words_in_both_languages(module: Module) -> None:
    assert is_whole(module.title)
    assert is_whole(module.summary)
    assert len(module.takeaways) == 2
