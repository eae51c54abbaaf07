"""Home: every module with its state in words and picture, and one thing to do next."""

from dataclasses import replace
from datetime import timedelta

import pytest
from examples import TODAY, FakeClock
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from services.playing import written_by_another
from ui.desktop import Desktop, OpenDesktop
from ui.stages import (
    AMINA,
    EQUAL,
    FREE,
    VALUES,
    VISION,
    begin,
    complete,
    complete_everything,
    store_person,
)

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.person import Person
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources, Workspace

MODULES = (VISION, VALUES, EQUAL, FREE)


def is_at_second_question(visit: Visit) -> bool:
    return visit.attempt.item_number == 1


def picture(desktop: Desktop, module_id: str) -> bytes:
    sign = desktop.find(QLabel, f"sign_{module_id}")
    return bytes(sign.pixmap().toImage().constBits())


def opener(desktop: Desktop, module_id: str) -> str:
    return desktop.find(QPushButton, f"open_{module_id}").text()


def test_a_newcomer_has_everything_before_them(desktop: Desktop) -> None:
    assert [opener(desktop, module) for module in MODULES] == [desktop.say("Begin")] * 4
    due = TODAY + timedelta(days=90)
    assert desktop.app.presentation.language.date(due) in desktop.words("summary")
    assert desktop.find(QPushButton, "next").text() == desktop.say("Begin")
    assert not desktop.has("certificate")


def test_states_differ_in_word_picture_and_button(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete(sources, person, VISION)
    begin(sources, person, VALUES, until=is_at_second_question)
    desktop = open_desktop(sources)
    buttons = [opener(desktop, module) for module in MODULES]
    assert buttons == [desktop.say(word) for word in ("Repeat", "Continue", "Begin", "Begin")]
    states = [desktop.words(f"state_{module}") for module in MODULES]
    assert desktop.app.presentation.language.date(TODAY) in states[0]
    assert len({*states[:3]}) == 3
    assert len({picture(desktop, module) for module in MODULES}) == 3
    assert desktop.has("certificate")


def test_the_one_thing_to_do_is_what_was_begun(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    begin(sources, person, EQUAL, until=is_at_second_question)
    desktop = open_desktop(sources)
    title = desktop.workspace.loaded_course.course.module(ModuleId(EQUAL)).title
    assert title.sv in desktop.words("next_card")
    assert desktop.find(QPushButton, "next").text() == desktop.say("Continue")
    desktop.do("next")
    assert desktop.has("answer")
    assert "2" in desktop.words("place")


def test_all_done_offers_the_certificate_and_the_calendar(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete_everything(sources, person)
    desktop = open_desktop(sources)
    assert desktop.has("done_card")
    assert not desktop.has("next")
    assert desktop.has("certificate")
    assert desktop.has("calendar")


def test_a_module_that_is_done_again_stays_done(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete(sources, person, VISION)
    begin(sources, person, VISION, until=is_at_second_question)
    desktop = open_desktop(sources)
    assert opener(desktop, VISION) == desktop.say("Continue")
    assert desktop.app.presentation.language.date(TODAY) in desktop.words(f"state_{VISION}")


def test_a_repeat_waits_here_once_it_is_due(
    open_desktop: OpenDesktop, sources: Sources, person: Person, clock: FakeClock
) -> None:
    complete(sources, person, VALUES)
    early = open_desktop(sources)
    assert not early.has(f"follow_up_{VALUES}")
    early.close()
    clock.wait(days=29)
    desktop = open_desktop(sources)
    assert desktop.has(f"follow_up_{VALUES}")
    desktop.do(f"open_follow_up_{VALUES}")
    for _ in range(3):
        desktop.answer("a")
        desktop.do("go_on")
    assert desktop.words("page_heading") == desktop.say("The repeat is done")
    desktop.do("home")
    assert not desktop.has(f"follow_up_{VALUES}")


def test_who_wants_no_reminders_gets_none(
    open_desktop: OpenDesktop, sources: Sources, person: Person, clock: FakeClock
) -> None:
    complete(sources, person, VALUES)
    with Workspace.open(sources) as workspace:
        workspace.profiles.set_follow_ups(person, wanted=False)
    clock.wait(days=29)
    assert not open_desktop(sources).has(f"follow_up_{VALUES}")


def test_a_module_that_cannot_be_opened_is_a_sentence_here(desktop: Desktop) -> None:
    desktop.workspace.database.connection.execute("PRAGMA busy_timeout=10")
    with written_by_another(desktop.workspace.database):
        desktop.do("next")
        assert desktop.words("page_message")
    desktop.do("next")
    assert not desktop.has("summary")


@pytest.mark.parametrize("name", ["Bo", "Łucja-Maria von Ödegård", "عائشة النور"])
def test_the_first_name_is_greeted(open_desktop: OpenDesktop, sources: Sources, name: str) -> None:
    store_person(sources, replace(AMINA, name=name))
    desktop = open_desktop(sources)
    assert desktop.words("page_heading") == desktop.say(
        "Hello {name}", name=name.split(maxsplit=1)[0]
    )


def test_when_all_is_done_the_next_thing_is_a_repeat_that_is_due(
    open_desktop: OpenDesktop, sources: Sources, person: Person, clock: FakeClock
) -> None:
    complete_everything(sources, person)
    clock.wait(days=29)
    desktop = open_desktop(sources)
    first, *others = desktop.workspace.learning.overview(person).due_follow_ups
    assert not desktop.has("done_card")
    assert desktop.has(f"follow_up_{first.module_id}")
    assert {name for name in desktop.names() if name.startswith("open_follow_up_")} == {
        f"open_follow_up_{follow_up.module_id}" for follow_up in (first, *others)
    }
    assert desktop.find(QWidget, "follow_ups").height() < 400
    assert desktop.has("certificate")
    desktop.do(f"open_follow_up_{first.module_id}")
    assert desktop.has("answer")


def test_each_of_several_repeats_can_be_chosen(
    open_desktop: OpenDesktop, sources: Sources, person: Person, clock: FakeClock
) -> None:
    complete(sources, person, VISION, VALUES)
    clock.wait(days=29)
    desktop = open_desktop(sources)
    assert desktop.has("next_card")
    title = desktop.workspace.loaded_course.course.module(ModuleId(VISION)).title
    assert desktop.find(QPushButton, f"open_follow_up_{VISION}").text() == title.sv
    desktop.do(f"open_follow_up_{VISION}")
    assert desktop.title.startswith(title.sv)


def test_a_click_beside_the_button_of_a_row_opens_the_module(desktop: Desktop) -> None:
    row = desktop.find(QWidget, f"module_{VALUES}")
    desktop.click(f"module_{VALUES}", row.rect().center())
    title = desktop.workspace.loaded_course.course.module(ModuleId(VALUES)).title
    assert title.sv in desktop.words("place")
