"""Steps put in order by buttons: the focus stays on the step, and its new number is said."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from ui.answering import number_of
from ui.desktop import Desktop, Key
from ui.forms import OpenForm, shown_parts

SMALLEST = (360, 480)


@pytest.fixture
def order(announced: list[str], open_form: OpenForm) -> Desktop:
    """Steps, not in order, and what is announced from here on."""
    desktop = open_form("order")
    announced.clear()
    return desktop


def said(desktop: Desktop, part_id: str, number: int) -> str:
    parts = desktop.scenario_page.scenario.parts
    (text,) = (part.text.sv for part in parts if part.id == part_id)
    words = "Now number {number} of {total}: {text}"
    return desktop.say(words, number=number, total=len(parts), text=text)


def is_in_sight(desktop: Desktop) -> bool:
    focus, area = desktop.focus, desktop.page.viewport()
    assert focus is not None
    return area.rect().contains(focus.rect().translated(focus.mapTo(area, QPoint(0, 0))))


def test_the_steps_are_numbered_from_top_to_bottom_and_not_in_order(order: Desktop) -> None:
    shown = shown_parts(order)
    assert [number_of(order, part) for part in shown] == list(range(1, len(shown) + 1))
    assert shown != [part.id for part in order.scenario_page.scenario.parts]


def test_a_step_moves_with_the_focus_on_it_and_says_its_number(
    order: Desktop, announced: list[str]
) -> None:
    first, *others = shown_parts(order)
    order.tab_to(f"down_{first}")
    for number in range(2, len(others) + 1):
        order.press(Key.Key_Space)
        assert shown_parts(order).index(first) + 1 == number == number_of(order, first)
        assert order.focused == f"down_{first}"
        assert announced[-1] == said(order, first, number)
    assert shown_parts(order) == [*others[:-1], first, others[-1]]
    order.press(Key.Key_Space)
    assert shown_parts(order) == [*others, first]
    # Down is dead here, so the focus goes to the button beside it and not to the menu.
    assert order.focused == f"up_{first}"
    assert announced[-1] == said(order, first, len(others) + 1)
    order.press(Key.Key_Space)
    assert order.focused == f"up_{first}"
    assert number_of(order, first) == len(others)


def test_the_first_cannot_go_up_nor_the_last_down(order: Desktop) -> None:
    def dead() -> list[str]:
        buttons = [b for b in order.page.findChildren(QPushButton) if not b.isEnabled()]
        return sorted(button.objectName() for button in buttons)

    first, *_, last = shown_parts(order)
    assert dead() == [f"down_{last}", f"up_{first}"]
    order.click(f"down_{first}")
    second, *_ = shown_parts(order)
    assert dead() == [f"down_{last}", f"up_{second}"]
    order.click(f"up_{last}")
    *_, now_last = shown_parts(order)
    assert now_last != last
    assert dead() == [f"down_{now_last}", f"up_{second}"]


def test_tab_follows_the_steps_as_they_stand_now(order: Desktop) -> None:
    parts = shown_parts(order)
    order.click(f"down_{parts[1]}")
    order.click(f"up_{parts[-1]}")
    parts = shown_parts(order)
    order.tab_to(f"down_{parts[0]}")
    stops = []
    while order.focused != "answer":
        stops.append(order.focused)
        order.press(Key.Key_Tab)
    expected = [f"{way}_{part}" for part in parts for way in ("up", "down")]
    assert stops == expected[1:-1]


def test_what_is_moved_stays_in_sight_in_the_smallest_window(order: Desktop) -> None:
    order.window.resize(*SMALLEST)
    first, *others = shown_parts(order)
    order.tab_to(f"down_{first}")
    for _ in others:
        order.press(Key.Key_Space)
        assert is_in_sight(order)
    for _ in others:
        order.press(Key.Key_Space)
        assert is_in_sight(order)
    assert number_of(order, first) == 1


def test_clicks_move_too_and_the_focus_stays(order: Desktop) -> None:
    parts = shown_parts(order)
    order.click(f"up_{parts[2]}")
    assert shown_parts(order) == [parts[0], parts[2], parts[1], *parts[3:]]
    assert order.focused == f"up_{parts[2]}"
