"""Every screen in both languages, light and dark: names, roles, order, sizes, contrast."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import TypeVar

import pytest
from accessibility.contrast import contrast
from accessibility.screens import SCREENS, Screen, shown, top
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from ui.desktop import Desktop, Key, closing_at_end, settle

from huddinge_training.domain.preferences import Preferences, Theme
from huddinge_training.ui.widgets.labels import HeadingLabel
from huddinge_training.ui.widgets.line_breaks import unbroken
from huddinge_training.ui.widgets.option_card import OptionCard

Role = QAccessible.Role
WITHOUT_A_ROLE = (Role.NoRole, Role.Client, Role.Window)
SMALLEST_TARGET, SMALLEST_BUTTON, SMALLEST_OPTION = 24, 36, 44
TEXT_CONTRAST = 4.5
SAME_LINE = 12
WITH_COLUMNS = ("home_board",)

LOOKS: list[tuple[str, Theme]] = [("sv", "light"), ("sv", "dark"), ("en", "light"), ("en", "dark")]

W = TypeVar("W", bound=QWidget)

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


def look_id(case: tuple[Screen, tuple[str, Theme]]) -> str:
    screen, (language, theme) = case
    return f"{screen}-{language}-{theme}"


@pytest.fixture(scope="module", params=list(product(SCREENS, LOOKS)), ids=look_id)
def desktop(request: pytest.FixtureRequest, stage_copy: Callable[[str], Path]) -> Iterator[Desktop]:
    """A screen as one of its readers sees it."""
    screen, (language, theme) = request.param
    preferences = Preferences(language=language, theme=theme, text_percent=100)
    with closing_at_end(shown(screen, stage_copy(screen.stage), preferences)) as desktop:
        yield desktop


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What a screen reader can come to: everything but what is invisible."""
    if interface.state().invisible:
        return
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from tree(child)


def nodes_of(window: QWidget) -> list[QAccessibleInterface]:
    return list(tree(QAccessible.queryAccessibleInterface(window)))


def nodes(desktop: Desktop) -> list[QAccessibleInterface]:
    return nodes_of(top(desktop))


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def described(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    return f"{widget.objectName()} ({interface.role().name})"


def visible(kind: type[W], desktop: Desktop) -> list[W]:
    return [widget for widget in top(desktop).findChildren(kind) if widget.isVisible()]


def test_whatever_can_have_focus_has_a_name_and_a_role(desktop: Desktop) -> None:
    focusable = [node for node in nodes(desktop) if node.state().focusable]
    assert focusable
    assert [described(node) for node in focusable if node.role() in WITHOUT_A_ROLE] == []
    assert [described(node) for node in focusable if not name_of(node).strip()] == []


def test_headings_are_headings_and_there_is_one_to_begin_with(desktop: Desktop) -> None:
    headings = visible(HeadingLabel, desktop)
    interfaces = [QAccessible.queryAccessibleInterface(heading) for heading in headings]
    assert headings
    assert {interface.role() for interface in interfaces} == {Role.Heading}
    names = [name_of(interface) for interface in interfaces]
    assert names == [unbroken(heading.text()) for heading in headings]


def test_a_name_begins_with_the_words_that_are_seen(desktop: Desktop) -> None:
    wrong = [
        (button.objectName(), button.text(), name)
        for button in visible(QAbstractButton, desktop)
        if not (name := name_of(QAccessible.queryAccessibleInterface(button))).startswith(
            button.text().replace("&", "")
        )
    ]
    assert wrong == []


def test_every_field_has_a_visible_label(desktop: Desktop) -> None:
    labelled = {label.buddy() for label in visible(QLabel, desktop)}
    fields = [
        *visible(QLineEdit, desktop), *visible(QComboBox, desktop),
        *visible(QPlainTextEdit, desktop),
    ]  # fmt: skip
    assert [field.objectName() for field in fields if field not in labelled] == []


def test_everything_is_big_enough_to_hit(desktop: Desktop) -> None:
    too_small = []
    for widget in visible(QWidget, desktop):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton):
            least = SMALLEST_BUTTON if isinstance(widget, QPushButton) else SMALLEST_TARGET
            card = widget.property("ring_target")
            size = card.size() if isinstance(card, QWidget) else widget.size()
            if isinstance(card, OptionCard):
                least = SMALLEST_OPTION
            if size.height() < least or size.width() < SMALLEST_TARGET:
                too_small.append((widget.objectName(), size.toTuple()))
    assert too_small == []


def test_a_screen_reader_comes_by_the_words_in_the_order_in_which_they_stand(
    desktop: Desktop,
) -> None:
    bodies = [w for w in top(desktop).findChildren(QWidget, "page_body") if w.isVisible()]
    for body in bodies:
        words = [
            widget
            for node in tree(QAccessible.queryAccessibleInterface(body))
            if isinstance(widget := node.object(), QLabel) and widget.text()
        ]
        tops = [widget.mapTo(body, QPoint(0, 0)).y() for widget in words]
        jumps = [
            (words[number].text()[:30], words[number + 1].text()[:30])
            for number, (above, below) in enumerate(pairwise(tops))
            if below < above - SAME_LINE
        ]
        assert jumps == []


def test_the_menu_comes_before_the_page(desktop: Desktop) -> None:
    rail = desktop.window.rail
    if rail is not None:
        names = [node.object().objectName() for node in nodes_of(desktop.window)]
        assert names.index("rail") < names.index("page_heading")


# --- The keyboard --------------------------------------------------------------------------


def stops(window: QWidget, key: Key) -> list[QWidget]:
    """Where Tab comes by until it is at its first stop again."""
    found: list[QWidget] = []
    for _ in range(80):
        QTest.keyClick(window.windowHandle(), key)
        focused = QApplication.focusWidget()
        assert focused is not None
        if found and focused is found[0]:
            return found
        assert focused not in found, f"{focused.objectName()} is a trap"
        found.append(focused)
    raise AssertionError("Tab never comes back")


def test_tab_comes_by_everything_in_the_order_of_reading_and_back(desktop: Desktop) -> None:
    window = top(desktop)
    window.activateWindow()
    settle()
    forward = stops(window, Key.Key_Tab)
    backward = stops(window, Key.Key_Backtab)
    assert {id(widget) for widget in backward} == {id(widget) for widget in forward}
    wanted = {
        widget
        for widget in visible(QWidget, desktop)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not isinstance(widget, HeadingLabel)
        and not _is_other_of_group(widget)
    }
    missed = {widget.objectName() for widget in wanted} - {w.objectName() for w in forward}
    assert missed == set()
    assert [w.objectName() for w in forward if not w.isVisible()] == []
    on_page = [widget for widget in forward if desktop.page.isAncestorOf(widget)]
    _rotate_to_top(on_page)
    places = [_place(widget) for widget in on_page]
    assert places == sorted(places), [widget.objectName() for widget in on_page]


def _is_other_of_group(widget: QWidget) -> bool:
    """One of a group of radio buttons stands for all."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.buttons()[0] is not widget


def _place(widget: QWidget) -> tuple[int, ...]:
    """From top to bottom, then from left to right; where there are columns, one after another."""
    steps = [widget]
    while (above := steps[-1].parentWidget()) is not None:
        if above.objectName() in WITH_COLUMNS:
            return (*_corner(above), _corner(steps[-1])[1], *_corner(widget))
        steps.append(above)
    return _corner(widget)


def _corner(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    # What stands on one line may differ by some pixels.
    return (corner.y() // 12, corner.x())


def _rotate_to_top(widgets: list[QWidget]) -> None:
    """Begins with the highest, since Tab may begin anywhere."""
    if widgets:
        first = widgets.index(min(widgets, key=_place))
        widgets[:] = widgets[first:] + widgets[:first]


# --- What is painted ------------------------------------------------------------------------


def test_every_word_has_enough_contrast_where_it_stands(desktop: Desktop) -> None:
    window = top(desktop)
    window.setFocus()
    bodies = [w for w in window.findChildren(QWidget, "page_body") if w.isVisible()]
    faint = []
    for root in (*bodies, *window.findChildren(QWidget, "rail")):
        picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        widgets: list[QLabel | QPushButton] = [*root.findChildren(QLabel)]
        for widget in widgets + root.findChildren(QPushButton):
            if not widget.isVisible() or not widget.isEnabled() or not widget.text():
                continue
            area = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
            ratio = _painted_contrast(picture, area)
            if ratio < TEXT_CONTRAST:
                faint.append((widget.objectName(), widget.text()[:30], round(ratio, 2)))
    assert faint == []


def _painted_contrast(picture: QImage, area: QRect) -> float:
    """Between the commonest colour of a place and the one most unlike it."""
    part = picture.copy(area)
    colours = Counter(memoryview(part.constBits()).cast("I"))
    background = QColor.fromRgb(colours.most_common(1)[0][0]).name()
    return max(contrast(QColor.fromRgb(colour).name(), background) for colour in colours)
