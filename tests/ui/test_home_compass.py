"""The compass on the home page: coloured in by what is done; its parts open their texts."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.stages import EQUAL, FREE, VALUES, begin, complete, complete_everything

from huddinge_training.domain.person import Person
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.learner.compass import Compass
from huddinge_training.ui.widgets.drawn_part import Fill

DILEMMAS = "nar-principer-krockar"
SOURCE = (Path(__file__).parents[2] / "quizzes" / "source" / "huddinge-2019-12-12.txt").read_text(
    "utf-8"
)


def is_at_second_question(visit: Visit) -> bool:
    return visit.attempt.item_number == 1


def compass(desktop: Desktop) -> Compass:
    (found,) = desktop.page.findChildren(Compass)
    return found


def fills(desktop: Desktop) -> dict[str, Fill]:
    return {part.id: part.fill for part in compass(desktop).parts}


def spoken(desktop: Desktop, part_id: str) -> str:
    """What a screen reader says of a part."""
    button = desktop.find(QPushButton, f"drawn_{part_id}")
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def press(desktop: Desktop, name: str) -> None:
    desktop.find(QPushButton, name).click()
    settle()


def collapsed(text: str) -> str:
    return " ".join(text.split())


# --- What is done colours it in -----------------------------------------------------------------


def test_it_is_empty_for_a_newcomer(desktop: Desktop) -> None:
    assert set(fills(desktop).values()) == {Fill.EMPTY}
    assert len(fills(desktop)) == 5 + 4 + 1


def test_principles_values_and_middle_follow_their_modules(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete(sources, person, EQUAL)
    begin(sources, person, FREE, until=is_at_second_question)
    begin(sources, person, VALUES, until=is_at_second_question)
    shown = fills(open_desktop(sources))
    assert {id_ for id_, fill in shown.items() if fill is Fill.FULL} == {"princip-1"}
    half = {id_ for id_, fill in shown.items() if fill is Fill.HALF}
    assert half == {"princip-3", "driv", "omtanke", "mod", "mangfald"}


def test_all_done_is_all_filled(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete_everything(sources, person)
    assert set(fills(open_desktop(sources)).values()) == {Fill.FULL}


def test_the_middle_is_the_module_of_the_dilemmas(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete(sources, person, DILEMMAS)
    shown = fills(open_desktop(sources))
    assert [id_ for id_, fill in shown.items() if fill is Fill.FULL] == [DILEMMAS]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sv", ("Princip 1, Jämlikt bemötande, klar", "Princip 3, Fria från jäv, pågår",
                "Mod, ej påbörjad", "När principer krockar, ej påbörjad")),
        ("en", ("Principle 1, Equal treatment, completed",
                "Principle 3, Free from bias, in progress",
                "Courage, not started", "When principles collide, not started")),
    ],
)  # fmt: skip
def test_every_part_is_said_with_its_state(
    open_desktop: OpenDesktop,
    sources: Sources,
    person: Person,
    language: str,
    names: tuple[str, ...],
) -> None:
    complete(sources, person, EQUAL)
    begin(sources, person, FREE, until=is_at_second_question)
    desktop = open_desktop(sources)
    desktop.app.appearance.change(replace(desktop.preferences, language=language))
    settle()
    ids = ("princip-1", "princip-3", "mod", DILEMMAS)
    assert tuple(spoken(desktop, id_) for id_ in ids) == names


# --- A part opens its text ----------------------------------------------------------------------


def test_every_part_opens_what_the_source_says_word_for_word(desktop: Desktop) -> None:
    desktop.tab_to("drawn_princip-1")
    seen = []
    for part in compass(desktop).parts:
        assert desktop.focused == f"drawn_{part.id}"
        desktop.press(Key.Key_Return)
        assert part.word in desktop.words("part_card")
        quote = desktop.words("quote_text")
        assert collapsed(quote) in collapsed(SOURCE.replace("•", " "))
        seen.append(quote)
        desktop.press(Key.Key_Right)
    assert len({*seen}) == len(seen)


def test_tab_goes_on_to_the_text_and_from_there_to_the_module(desktop: Desktop) -> None:
    desktop.tab_to("drawn_princip-1")
    desktop.press(Key.Key_Right)
    desktop.press(Key.Key_Space)
    desktop.press(Key.Key_Tab)
    assert desktop.focused == "open_part"
    desktop.press(Key.Key_Space)
    course = desktop.workspace.loaded_course.course
    rules = next(m for m in course.modules if m.principle == 2)
    assert rules.title.sv in desktop.words("place")


def test_reading_about_a_part_begins_nothing(desktop: Desktop) -> None:
    press(desktop, "drawn_driv")
    overview = desktop.workspace.learning.overview(desktop.person)
    assert overview.next_module is not None
    assert overview.next_module.answered == 0
    assert set(fills(desktop).values()) == {Fill.EMPTY}


def test_the_same_part_once_more_closes_its_text(desktop: Desktop) -> None:
    press(desktop, "drawn_mod")
    assert desktop.has("part_card")
    press(desktop, "drawn_mod")
    assert not desktop.has("part_card")


def test_closing_leads_back_to_the_part(desktop: Desktop) -> None:
    desktop.tab_to("drawn_princip-1")
    desktop.press(Key.Key_Left)
    desktop.press(Key.Key_Return)
    desktop.do("close_part")
    assert not desktop.has("part_card")
    assert desktop.focused == f"drawn_{DILEMMAS}"


def test_another_part_takes_the_place_of_the_first(desktop: Desktop) -> None:
    press(desktop, "drawn_mod")
    press(desktop, "drawn_princip-5")
    (card,) = desktop.found("part_card")
    assert "Offentliga medel" in desktop.words("part_card")
    assert card.isVisible()


def test_the_text_is_announced(announced: list[str], desktop: Desktop) -> None:
    press(desktop, "drawn_driv")
    assert announced == [f"Driv. {desktop.words('quote_text')}"]


def test_it_stays_open_in_another_language_and_size(desktop: Desktop) -> None:
    desktop.tab_to("drawn_princip-1")
    desktop.press(Key.Key_Right)
    desktop.press(Key.Key_Return)
    swedish = desktop.words("part_card")
    desktop.app.appearance.change(replace(desktop.preferences, language="en"))
    settle()
    assert desktop.words("part_card") != swedish
    assert "Laws and rules" in desktop.words("part_card")
    assert desktop.focused == "drawn_princip-2"
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert desktop.has("part_card")


def test_a_click_on_the_drawing_opens_the_part_that_is_seen_there(desktop: Desktop) -> None:
    picture = compass(desktop)
    hub = picture.shapes(picture.width())[-1].path.boundingRect().center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=hub)
    settle()
    assert "När principer krockar" in desktop.words("part_card")


# --- Where there is no room ---------------------------------------------------------------------


def test_a_narrow_window_shows_the_same_parts_as_a_list(desktop: Desktop) -> None:
    wide = [part.name for part in compass(desktop).parts]
    desktop.app.appearance.change(replace(desktop.preferences, text_percent=200))
    desktop.window.resize(360, 640)
    settle()
    assert not compass(desktop).isVisible()
    rows = [b for b in desktop.page.findChildren(QPushButton) if b.objectName().startswith("row_")]
    assert {row.accessibleName() for row in rows} == {*wide}
    assert all(row.accessibleName().startswith(row.text()) for row in rows)


def test_the_list_is_walked_with_tab_and_opens_the_same_texts(desktop: Desktop) -> None:
    desktop.app.appearance.change(replace(desktop.preferences, text_percent=200))
    desktop.window.resize(360, 640)
    settle()
    desktop.tab_to("next")
    order = []
    while not desktop.focused.startswith("open_"):
        desktop.press(Key.Key_Tab)
        order.append(desktop.focused)
    assert order[0] == "row_princip-1"
    assert len([name for name in order if name.startswith("row_")]) == 10
    desktop.tab_to("row_driv")
    desktop.press(Key.Key_Return)
    assert "Driv" in desktop.words("part_card")
    desktop.do("close_part")
    assert desktop.focused == "row_driv"


def test_a_wide_window_has_the_drawing_back(desktop: Desktop) -> None:
    desktop.window.resize(360, 640)
    settle()
    desktop.window.resize(1120, 760)
    settle()
    assert compass(desktop).isVisible()
    assert not desktop.has("part_list")


def test_card_and_compass_stand_side_by_side_where_both_have_room(desktop: Desktop) -> None:
    desktop.window.resize(1120, 760)
    settle()
    card = desktop.find(QWidget, "next_card")
    stand = compass(desktop).parentWidget()
    assert stand is not None
    assert card.geometry().right() < stand.geometry().left()
    desktop.window.resize(700, 760)
    settle()
    assert card.geometry().bottom() < stand.geometry().top()
