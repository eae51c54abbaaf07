"""A row that wraps: nothing is wider than its page, nothing lies on something else."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from ui.desktop import ShowAlone, settle

from huddinge_training.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def buttons(show_alone: ShowAlone) -> list[QPushButton]:
    """Four of about the same size."""
    row = QWidget()
    buttons = [QPushButton(f"Knapp nummer {number}") for number in range(4)]
    row.setLayout(FlowLayout(*buttons))
    show_alone(row)
    return buttons


def layout_of(buttons: list[QPushButton]) -> FlowLayout:
    row = buttons[0].parentWidget()
    assert row is not None
    layout = row.layout()
    assert isinstance(layout, FlowLayout)
    return layout


def lines(buttons: list[QPushButton]) -> list[int]:
    tops = [button.y() for button in buttons]
    return [tops.count(top) for top in sorted(set(tops))]


def resized(buttons: list[QPushButton], width: int) -> list[int]:
    window = buttons[0].window()
    window.setFixedWidth(width)
    window.resize(width, window.sizeHint().height())
    settle()
    return lines(buttons)


def test_the_row_wraps_where_it_has_to(buttons: list[QPushButton]) -> None:
    one = buttons[0].sizeHint().width()
    assert resized(buttons, one * 5) == [4]
    assert resized(buttons, round(one * 2.5)) == [2, 2]
    assert resized(buttons, one + 10) == [1, 1, 1, 1]


def test_nothing_overlaps_and_nothing_sticks_out(buttons: list[QPushButton]) -> None:
    one = buttons[0].sizeHint().width()
    for width in (one * 5, round(one * 2.5), one + 10, one // 2):
        resized(buttons, width)
        for number, button in enumerate(buttons):
            assert button.geometry().right() < width
            others = buttons[number + 1 :]
            assert not any(button.geometry().intersects(other.geometry()) for other in others)


def test_the_height_follows_from_the_width(buttons: list[QPushButton]) -> None:
    layout = layout_of(buttons)
    one = buttons[0].sizeHint()
    assert layout.hasHeightForWidth()
    assert layout.heightForWidth(one.width() * 5) == one.height()
    assert layout.heightForWidth(one.width()) == 4 * one.height() + 3 * layout.spacing()
    assert layout.minimumSize().width() <= one.width()


def test_a_hidden_button_leaves_no_gap(buttons: list[QPushButton]) -> None:
    resized(buttons, buttons[0].sizeHint().width() * 5)
    before = buttons[1].x()
    buttons[0].hide()
    settle()
    assert buttons[1].x() < before


def test_items_can_be_taken_out(buttons: list[QPushButton]) -> None:
    layout = layout_of(buttons)
    assert layout.count() == 4
    assert layout.itemAt(4) is None
    assert layout.takeAt(9) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is buttons[0]
    assert layout.count() == 3
