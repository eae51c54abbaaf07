"""The goals (målbild): reached from home and from the module, walked, read, and printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, Key, OpenDesktop, settle
from ui.stages import VISION, begin, complete

from huddinge_training.domain.person import Person
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.learner.goal_picture import GoalPicture
from huddinge_training.ui.learner.goals_page import GoalsPage
from huddinge_training.ui.widgets.drawn_part import Fill

SOURCE = (Path(__file__).parents[2] / "quizzes" / "source" / "huddinge-2019-12-12.txt").read_text(
    "utf-8"
)
FIVE = ("bra-att-leva-och-bo", "utbildning", "fler-i-jobb", "god-omsorg", "ekosystem")
THREE = ("attraktiv-arbetsgivare", "sund-ekonomi", "kvalitetsutveckling")
ORDER = (
    "vision", "hallbart-huddinge", *FIVE, "gemensamma-varden", *THREE,
    "effektiv-organisation", "kort-och-lang-sikt",
)  # fmt: skip


def is_at_second_question(visit: Visit) -> bool:
    return visit.attempt.item_number == 1


@pytest.fixture
def goals(desktop: Desktop) -> Desktop:
    """The page, opened from home with the keyboard."""
    desktop.do("goals")
    return desktop


def picture(desktop: Desktop) -> GoalPicture:
    (found,) = desktop.page.findChildren(GoalPicture)
    return found


def fills(desktop: Desktop) -> set[Fill]:
    return {part.fill for part in picture(desktop).parts}


def collapsed(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


# --- There and back ------------------------------------------------------------------------------


def test_home_leads_there_and_back(goals: Desktop) -> None:
    assert type(goals.page) is GoalsPage
    assert goals.title.startswith(goals.say("The goals"))
    goals.do("back")
    assert goals.has("next_card")


@pytest.mark.parametrize("screens", [0, 1, 2])
def test_every_reading_of_the_module_leads_there_and_back(desktop: Desktop, screens: int) -> None:
    desktop.open_module(VISION)
    for _ in range(screens):
        desktop.do("go_on")
    place = desktop.words("place")
    desktop.do("goals")
    assert isinstance(desktop.page, GoalsPage)
    desktop.do("back")
    assert desktop.words("place") == place


def test_no_other_module_leads_there(desktop: Desktop) -> None:
    desktop.open_module("karnvarden")
    assert not desktop.has("goals")


def test_whoever_comes_from_the_module_is_not_sent_to_it(desktop: Desktop) -> None:
    desktop.open_module(VISION)
    desktop.do("goals")
    desktop.do("drawn_vision")
    assert desktop.has("part_card")
    assert not desktop.has("open_part")


def test_whoever_comes_from_home_can_open_the_module(goals: Desktop) -> None:
    goals.do("drawn_vision")
    goals.do("open_part")
    assert "1" in goals.words("place")


# --- The parts -----------------------------------------------------------------------------------


def test_the_arrows_go_from_the_vision_down_to_what_carries_it(goals: Desktop) -> None:
    goals.tab_to("drawn_vision")
    walked = []
    for _ in ORDER:
        walked.append(goals.focused.removeprefix("drawn_"))
        goals.press(Key.Key_Right)
    assert tuple(walked) == ORDER
    assert goals.focused == "drawn_vision"


def test_every_part_opens_what_the_source_says_word_for_word(goals: Desktop) -> None:
    goals.tab_to("drawn_vision")
    for part in picture(goals).parts:
        goals.press(Key.Key_Return)
        assert part.word in goals.words("part_card")
        assert collapsed(goals.words("quote_text")) in collapsed(SOURCE)
        assert "12 december 2019" in goals.words("quote_origin")
        goals.press(Key.Key_Right)


@pytest.mark.parametrize("part_id", [*FIVE, *THREE])
def test_every_goal_stands_in_the_source_and_has_a_question_of_ours(
    goals: Desktop, part_id: str
) -> None:
    goals.find(QPushButton, f"drawn_{part_id}").click()
    settle()
    part = next(p for p in picture(goals).parts if p.id == part_id)
    assert part.word in SOURCE
    assert goals.words("question").endswith("?")


def test_in_english_it_says_that_it_is_a_translation(goals: Desktop) -> None:
    goals.app.appearance.change(replace(goals.preferences, language="en"))
    settle()
    goals.do("drawn_vision")
    assert "one of the three most popular municipalities" in goals.words("quote_text")
    assert "Our translation." in goals.words("quote")


def test_a_screen_reader_finds_named_buttons(goals: Desktop) -> None:
    group = QAccessible.queryAccessibleInterface(picture(goals))
    assert group.text(QAccessible.Text.Name) == "Målbilden"
    parts = [group.child(number) for number in range(group.childCount())]
    assert {part.role() for part in parts} == {QAccessible.Role.Button}
    names = [part.text(QAccessible.Text.Name) for part in parts]
    assert names[2] == "Bra att leva och bo, ej påbörjad"
    assert len({*names}) == len(ORDER)


def test_the_module_colours_it_in(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    desktop = open_desktop(sources)
    desktop.do("goals")
    assert fills(desktop) == {Fill.EMPTY}
    desktop.close()
    begin(sources, person, VISION, until=is_at_second_question)
    desktop = open_desktop(sources)
    desktop.do("goals")
    assert fills(desktop) == {Fill.HALF}
    desktop.close()
    complete(sources, person, VISION)
    desktop = open_desktop(sources)
    desktop.do("goals")
    assert fills(desktop) == {Fill.FULL}


def test_it_stays_open_in_another_language(goals: Desktop) -> None:
    goals.do("drawn_vision")
    goals.app.appearance.change(replace(goals.preferences, language="en"))
    settle()
    assert goals.has("part_card")
    assert goals.focused == "drawn_vision"


def test_without_room_the_parts_are_a_list_in_groups(goals: Desktop) -> None:
    goals.window.resize(400, 700)
    settle()
    assert not picture(goals).isVisible()
    rows = [b for b in goals.page.findChildren(QPushButton) if b.objectName().startswith("row_")]
    assert tuple(row.objectName().removeprefix("row_") for row in rows) == ORDER
    goals.do("row_sund-ekonomi")
    assert "Sund ekonomi" in goals.words("part_card")


# --- On paper ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_it_is_saved_as_a_page_to_print(goals: Desktop, tmp_path: Path, ending: str) -> None:
    goals.dialogs.path = tmp_path / f"mal.{ending}"
    goals.do("sheet")
    written = (tmp_path / f"mal.{ending}").read_bytes()
    assert written.startswith(b"%PDF" if ending == "pdf" else b"<!DOCTYPE html>")
    assert str(tmp_path / f"mal.{ending}") in goals.words("page_message")
    assert goals.dialogs.suggested == ["malbilden.pdf"]


def test_what_stops_it_is_said_on_the_page(goals: Desktop, tmp_path: Path) -> None:
    goals.dialogs.path = tmp_path / "missing" / "mal.pdf"
    goals.do("sheet")
    assert "mapp" in goals.words("page_message")
