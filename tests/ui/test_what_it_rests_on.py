"""After an answer: the rules with their age, whom to ask and how, and what has happened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from examples import MANAGER, RULE, TODAY, FakeClock, make_scenario, response_of
from ui.desktop import Desktop, OpenDesktop, ShowAlone, label_words
from ui.forms import open_case
from ui.stages import WELCOME, store_person

from huddinge_training.domain.scenario import Ask, Scenario
from huddinge_training.language import Text
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.learner.rule_box import RuleBox
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.labels import WrappedLabel

NINETEEN_MONTHS = timedelta(days=580)
WHEN, HOW = Text("När du är osäker.", "When you are unsure."), Text("Ring växeln.", "Call us.")
HERE = Text("Om det brådskar.", "If it is urgent.")


def has_real_case(scenario: Scenario) -> bool:
    return scenario.real_case is not None


def words_of(box: RuleBox) -> list[str]:
    return [label_words(label) for label in box.findChildren(WrappedLabel)]


# --- Rules and contacts ---------------------------------------------------------------------


def test_a_rule_that_was_checked_long_ago_says_so(
    open_desktop: OpenDesktop, sources: Sources, clock: FakeClock
) -> None:
    store_person(sources)
    desktop = open_desktop(sources)
    scenario = open_case(desktop, has_real_case)
    newest = max(rule.checked for rule in scenario.rules)
    desktop.close()
    for day, is_old in ((newest, False), (newest + NINETEEN_MONTHS, True)):
        clock.set_day(max(day, TODAY))
        desktop = open_desktop(sources)
        open_case(desktop, has_real_case)
        desktop.answer(response_of(scenario))
        assert desktop.has("old_rule") is is_old
        for rule in scenario.rules:
            assert rule.checked.isoformat() in desktop.words("rule_box")
        desktop.close()


def test_one_old_rule_is_enough(presentation: Presentation, show_alone: ShowAlone) -> None:
    box = RuleBox(presentation, make_scenario(), RULE.checked + NINETEEN_MONTHS)
    show_alone(box)
    assert "A rule here was checked more than 18 months ago and should be checked anew." in (
        words_of(box)
    )


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask(MANAGER), []),
        (Ask(replace(MANAGER, when=WHEN)), [WHEN]),
        (Ask(replace(MANAGER, when=WHEN, how=HOW)), [WHEN, HOW]),
        (Ask(replace(MANAGER, when=WHEN, how=HOW), when=HERE), [HERE, HOW]),
    ],
)
def test_a_contact_shows_when_to_ask_and_how_to_reach_it(
    presentation: Presentation, show_alone: ShowAlone, ask: Ask, expected: list[Text]
) -> None:
    box = RuleBox(presentation, make_scenario(ask=(ask,)), TODAY)
    show_alone(box)
    words = words_of(box)
    after = words[words.index("Your manager") + 1 :]
    assert after == [text.en for text in expected]


def test_the_contacts_of_the_course_say_when(desktop: Desktop) -> None:
    scenario = open_case(desktop, has_real_case)
    desktop.answer(response_of(scenario))
    words = desktop.words("rule_box")
    for ask in scenario.ask:
        assert ask.contact.title.sv in words
        when = ask.when or ask.contact.when
        assert when is None or when.sv in words


# --- From real life -------------------------------------------------------------------------


def test_what_has_happened_is_told_after_the_answer_with_year_and_source(
    desktop: Desktop,
) -> None:
    scenario = open_case(desktop, has_real_case)
    case = scenario.real_case
    assert case is not None
    assert not desktop.has("real_case")
    desktop.answer(response_of(scenario))
    words = desktop.words("real_case")
    for text in (case.title.sv, case.text.sv, str(case.year), case.source.sv):
        assert text in words


def test_a_scenario_without_one_tells_none(desktop: Desktop) -> None:
    scenario = open_case(desktop, lambda scenario: not has_real_case(scenario))
    desktop.answer(response_of(scenario))
    assert not desktop.has("real_case")


# --- The welcome ----------------------------------------------------------------------------


def test_the_welcome_walks_through_the_five_steps_before_the_question(desktop: Desktop) -> None:
    course = desktop.workspace.loaded_course.course
    assert course.modules[0].id == WELCOME
    assert desktop.words("next_card").strip().split("\n")[1] == course.modules[0].title.sv
    desktop.do("next")
    desktop.read_on()
    scenario = desktop.scenario_page.scenario
    steps = {step.id: step.title.sv for step in course.procedure}
    shown = desktop.words("walk_through")
    places = []
    for number, thought in enumerate(scenario.steps, start=1):
        title = desktop.say("{number}. {text}", number=number, text=steps[thought.step_id])
        places += [shown.index(title), shown.index(thought.thought.sv)]
    assert places == sorted(places)
    assert [thought.step_id for thought in scenario.steps] == list(steps)
    words = desktop.words("page_body")
    assert words.index(shown.split("\n")[0]) < words.index(scenario.question.sv)
    desktop.answer(response_of(scenario))
    assert desktop.has("walk_through")
    desktop.do("go_on")
    assert desktop.words("page_heading") == desktop.say("You are done")


def test_a_situation_without_steps_has_no_walk_through(desktop: Desktop) -> None:
    open_case(desktop, lambda scenario: not scenario.steps)
    assert not desktop.has("walk_through")
