"""Scenarios of every form: answered with either hand, and every part says why afterwards."""

from collections.abc import Callable

import pytest
from examples import response_of
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QWidget
from ui.answering import Hands, chosen_names, put_in
from ui.desktop import Desktop, Key
from ui.forms import FORMS, PARTS, OpenForm
from ui.mouse import Mouse

from huddinge_training.domain.response import Response, misplaced, places
from huddinge_training.domain.scenario import AnswerForm, Grade, Part, Scenario
from huddinge_training.language import counted

PAGE_MARGIN = 48
HANDS: dict[str, Callable[[Desktop], Hands]] = {"keyboard": lambda desktop: desktop, "mouse": Mouse}


def is_answered(desktop: Desktop) -> bool:
    return desktop.has("rule_box")


def stored(desktop: Desktop) -> list[Response]:
    """The answers on disk of the module that is gone through."""
    learning = desktop.workspace.learning
    module = learning.overview(desktop.person).next_module
    assert module is not None
    answers = learning.stored_answers(desktop.person, module.module.id)
    return [a.response for a in answers]


@pytest.mark.parametrize("hands", HANDS)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_answered_by_keyboard_alone_and_by_mouse(
    open_form: OpenForm, form: str, hands: str
) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    response = response_of(scenario, Grade.POOR)
    before = stored(desktop)
    put_in(HANDS[hands](desktop), scenario, response)
    assert not is_answered(desktop)
    assert stored(desktop) == before
    HANDS[hands](desktop).do("answer")
    assert is_answered(desktop)
    assert desktop.chosen() == chosen_names(scenario, response)
    assert stored(desktop) == [*before, response]
    assert not desktop.has("answer")
    HANDS[hands](desktop).do("go_on")
    assert not is_answered(desktop)
    HANDS[hands](desktop).do("back")
    assert is_answered(desktop)
    assert desktop.chosen() == chosen_names(scenario, response)


@pytest.mark.parametrize("form", PARTS)
def test_every_part_says_why_once_it_is_answered(open_form: OpenForm, form: str) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    shown = desktop.words("page_body")
    assert not [part.id for part in scenario.parts if part.feedback.sv in shown]
    assert not desktop.has("outcome")
    desktop.answer(response_of(scenario))
    for part in scenario.parts:
        assert part.feedback.sv in desktop.words(f"explanation_{part.id}")
        assert (
            desktop.find(QFrame, f"explanation_{part.id}")
            .accessibleName()
            .endswith(part.feedback.sv)
        )


@pytest.mark.parametrize("grade", list(Grade))
@pytest.mark.parametrize("form", PARTS)
def test_the_outcome_has_the_focus_and_is_announced(
    announced: list[str], open_form: OpenForm, form: str, grade: Grade
) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    response = response_of(scenario, grade)
    desktop.answer(response)
    slips = len(misplaced(scenario, response))
    words = counted(
        "One part belongs somewhere else. Read why below.",
        "{count} parts belong somewhere else. Read why below.",
        slips,
    )
    expected = (
        desktop.app.presentation.language.say(words)
        if slips
        else desktop.say("Everything is where it belongs.")
    )
    assert desktop.words("outcome_words") == expected
    assert desktop.find(QFrame, "outcome").property("grade") == grade.value
    assert desktop.focused == "outcome"
    assert announced[-1] == expected


@pytest.mark.parametrize("form", PARTS)
def test_every_part_says_where_it_belongs_and_where_it_was_put(
    open_form: OpenForm, form: str
) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    response = response_of(scenario, Grade.POOR)
    desktop.answer(response)
    for part in scenario.parts:
        verdict = desktop.words(f"explanation_{part.id}").strip().split("\n")[0]
        assert verdict == expected_verdict(desktop, scenario, response, part)


def expected_verdict(desktop: Desktop, scenario: Scenario, response: Response, part: Part) -> str:
    say, put = desktop.say, places(scenario, response)
    if scenario.form is AnswerForm.ORDER:
        number, own = scenario.parts.index(part) + 1, int(put[part.id]) + 1
        if part in misplaced(scenario, response):
            words = "Number {number} – you had it as number {own}"
            return say(words, number=number, own=own)
        return say("Number {number}", number=number)
    if scenario.form is AnswerForm.SORT:
        titles = {str(group.id): group.title.sv for group in scenario.groups}
        right, own_group = titles[part.group or ""], titles[put[part.id]]
        if right == own_group:
            return say("{group} – as you chose", group=right)
        return say("{group} – you chose {own}", group=right, own=own_group)
    yes, no = (
        ("This matters", "This matters less")
        if scenario.form is AnswerForm.MARK
        else ("Belongs here", "Does not belong here")
    )
    verdict = say(yes if part.applies else no)
    if part.id in put:
        return say("{verdict} – you chose it", verdict=verdict)
    return say("{verdict} – you did not choose it", verdict=verdict)


@pytest.mark.parametrize("form", PARTS)
def test_an_answer_part_by_part_cannot_be_changed(open_form: OpenForm, form: str) -> None:
    desktop = open_form(form)
    scenario = desktop.scenario_page.scenario
    desktop.answer(response_of(scenario, Grade.POOR))
    shown, chosen = desktop.words("page_body"), desktop.chosen()
    for part in scenario.parts:
        desktop.click(f"part_{part.id}", QPoint(5, 5))
        for name in (f"check_{part.id}", *(f"radio_{part.id}_{g.id}" for g in scenario.groups)):
            if desktop.has(name):
                desktop.click(name)
        assert not desktop.has(f"up_{part.id}")
    for key in (Key.Key_A, Key.Key_1, Key.Key_Space):
        desktop.press(key)
    assert (desktop.words("page_body"), desktop.chosen()) == (shown, chosen)


@pytest.mark.parametrize("form", FORMS)
def test_below_the_last_button_the_page_ends(open_form: OpenForm, form: str) -> None:
    desktop = open_form(form)
    desktop.answer(response_of(desktop.scenario_page.scenario))
    body, button = (desktop.find(QWidget, name) for name in ("page_body", "go_on"))
    below = body.height() - button.mapTo(body, QPoint(0, button.height())).y()
    assert body.height() > desktop.page.viewport().height()
    assert 0 <= below <= PAGE_MARGIN
