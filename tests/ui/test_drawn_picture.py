"""A drawing of buttons: one stop for Tab, arrows within, and a part is pressed where it is seen."""

from itertools import pairwise

import pytest
from accessibility.contrast import contrast
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.desktop import Key, ShowAlone, settle

from huddinge_training.ui.learner.compass import Compass
from huddinge_training.ui.learner.goal_picture import GoalPicture, GoalWords
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.drawn_part import DrawnPart, Fill
from huddinge_training.ui.widgets.drawn_picture import DrawnPicture, PartButton
from huddinge_training.ui.widgets.focus_ring import FocusRing

RING = ("Equal", "Rules", "Free", "Speech", "Money")
NEEDLE = ("Drive", "Care", "Courage", "Diversity")
NAMES = (*RING, *NEEDLE, "Dilemmas")
SIDE = 400
LEFT = Qt.MouseButton.LeftButton


def part(word: str, fill: Fill = Fill.EMPTY) -> DrawnPart:
    return DrawnPart(word.lower(), word, f"Part {word}", f"Part {word}, {fill.name}", fill)


def make_compass(presentation: Presentation, **fills: Fill) -> Compass:
    ring, needle = (
        [part(word, fills.get(word.lower(), Fill.EMPTY)) for word in words]
        for words in (RING, NEEDLE)
    )
    return Compass(presentation, "The compass", ring, needle, part("Dilemmas"))


def make_goals(presentation: Presentation, goals: int = 5, blocks: int = 3) -> GoalPicture:
    words = GoalWords(
        part("Vision"),
        part("Aim"),
        [part(f"Goal{number}") for number in range(goals)],
        part("Values"),
        [part(f"Foot{number}") for number in range(blocks)],
        part("Organisation"),
        part("Terms"),
    )
    return GoalPicture(presentation, "The goals", words)


@pytest.fixture
def compass(presentation: Presentation, show_alone: ShowAlone) -> Compass:
    """Alone in a window, with a field before and after it."""
    made = make_compass(presentation)
    holder = QWidget()
    column = QVBoxLayout(holder)
    for widget in (QLineEdit(), made, QLineEdit()):
        column.addWidget(widget)
    show_alone(holder).resize(SIDE + 40, SIDE + 140)
    settle()
    return made


@pytest.fixture
def pressed(compass: Compass) -> list[str]:
    """What has been pressed."""
    names: list[str] = []
    compass.part_chosen.connect(names.append)
    return names


def press(key: Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.part.id if isinstance(widget, PartButton) else ""


def middle(picture: DrawnPicture, part_id: str) -> QPoint:
    """A place inside the shape of a part."""
    number = [made.id for made in picture.parts].index(part_id)
    shape = picture.shapes(picture.width())[number]
    if shape.label is None:
        return shape.path.boundingRect().center().toPoint()
    ground = shape.label.ground(picture.parts[number].word, QFontMetricsF(picture.word_font()))
    return ground.boundingRect().center().toPoint()


# --- The keyboard ---------------------------------------------------------------------------


def test_tab_stops_once_and_goes_on(compass: Compass) -> None:
    fields = compass.window().findChildren(QLineEdit)
    fields[0].setFocus()
    press(Key.Key_Tab)
    assert focused() == "equal"
    press(Key.Key_Tab)
    assert fields[1].hasFocus()
    press(Key.Key_Backtab)
    assert focused() == "equal"


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (Key.Key_Right, NAMES),
        (Key.Key_Down, NAMES),
        (Key.Key_Left, (NAMES[0], *reversed(NAMES[1:]))),
        (Key.Key_Up, (NAMES[0], *reversed(NAMES[1:]))),
    ],
)
def test_arrows_come_by_every_part_and_round_again(
    compass: Compass, key: Key, order: tuple[str, ...]
) -> None:
    compass.buttons[0].setFocus()
    walked = []
    for _ in order:
        walked.append(focused())
        press(key)
    assert walked == [name.lower() for name in order]
    assert focused() == order[0].lower()


def test_tab_comes_back_to_where_one_was(compass: Compass) -> None:
    compass.buttons[0].setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Tab)
    press(Key.Key_Backtab)
    assert focused() == "free"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_press(compass: Compass, pressed: list[str], key: Key) -> None:
    compass.buttons[0].setFocus()
    press(Key.Key_Right)
    assert pressed == []
    press(key)
    assert pressed == ["rules"]


# --- The mouse ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_click_presses_the_part_that_is_seen_there(
    compass: Compass, pressed: list[str], name: str
) -> None:
    QTest.mouseClick(compass, LEFT, pos=middle(compass, name.lower()))
    assert (pressed, focused()) == ([name.lower()], name.lower())


def test_a_click_between_the_parts_presses_nothing(compass: Compass, pressed: list[str]) -> None:
    QTest.mouseClick(compass, LEFT, pos=QPoint(3, 3))
    assert pressed == []


def test_whoever_lets_go_elsewhere_has_pressed_nothing(
    compass: Compass, pressed: list[str]
) -> None:
    QTest.mousePress(compass, LEFT, pos=middle(compass, "rules"))
    QTest.mouseRelease(compass, LEFT, pos=middle(compass, "free"))
    assert pressed == []
    QTest.mouseRelease(compass, LEFT, pos=middle(compass, "rules"))
    assert pressed == []


def test_the_part_below_the_mouse_can_be_seen(compass: Compass) -> None:
    before = compass.grab().toImage()
    QTest.mouseMove(compass, middle(compass, "rules"))
    assert compass.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert compass.grab().toImage() != before
    QTest.mouseMove(compass, QPoint(3, 3))
    assert compass.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert compass.grab().toImage() == before


# --- What a screen reader finds ---------------------------------------------------------------


def test_every_part_is_a_button_with_a_name_in_a_group(compass: Compass) -> None:
    group = QAccessible.queryAccessibleInterface(compass)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "The compass"
    parts = [group.child(number) for number in range(group.childCount())]
    assert [p.role() for p in parts] == [QAccessible.Role.Button] * len(NAMES)
    assert [p.text(QAccessible.Text.Name) for p in parts] == [f"Part {n}, EMPTY" for n in NAMES]
    assert all(p.state().focusable for p in parts)


def test_a_screen_reader_can_press(compass: Compass, pressed: list[str], qtbot: QtBot) -> None:
    interface = QAccessible.queryAccessibleInterface(compass.buttons[3])
    interface.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: pressed == ["speech"])


# --- What is painted ---------------------------------------------------------------------------


def colours(picture: DrawnPicture, part_id: str) -> set[str]:
    """The colours of a part; those that are nearly the same count once."""
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    number = [made.id for made in picture.parts].index(part_id)
    path = picture.shapes(picture.width())[number].path
    box = path.boundingRect().toRect()
    found: dict[str, int] = {}
    for x in range(box.left(), box.right(), 2):
        for y in range(box.top(), box.bottom(), 2):
            if path.contains(QPoint(x, y).toPointF()):
                name = QColor(image.pixel(x, y)).name().upper()
                found[name] = found.get(name, 0) + 1
    return {name for name, count in found.items() if count > sum(found.values()) / 25}


@pytest.mark.parametrize("part_id", ["rules", "care"])
def test_empty_half_and_full_differ_also_without_colour(
    presentation: Presentation, part_id: str
) -> None:
    look = presentation.theme.look.colours
    seen = {}
    for fill in Fill:
        compass = make_compass(presentation, **{part_id: fill})
        compass.resize(SIDE, SIDE)
        seen[fill] = colours(compass, part_id)
    assert seen[Fill.EMPTY] == {look["surface2"]}
    assert seen[Fill.HALF] >= {look["selected"], look["primary"]}  # a pattern of both
    assert look["primary"] in seen[Fill.FULL]
    assert look["selected"] not in seen[Fill.FULL]


def test_an_empty_part_has_the_outline_of_a_control(presentation: Presentation) -> None:
    compass = make_compass(presentation)
    compass.resize(SIDE, SIDE)
    image = compass.grab().toImage()
    edge = compass.shapes(SIDE)[0].path.boundingRect()
    x = round(edge.center().x())
    line = {QColor(image.pixel(x, y)).name() for y in range(round(edge.top()) + 4)}
    look = presentation.theme.look.colours
    for ground in ("surface", "surface2"):
        assert max(contrast(colour, look[ground]) for colour in line) >= 3


def test_the_chosen_part_is_marked(presentation: Presentation) -> None:
    compass = make_compass(presentation, rules=Fill.FULL)
    compass.resize(SIDE, SIDE)
    for part_id in ("equal", "rules"):
        before = compass.grab().toImage()
        compass.show_chosen(part_id)
        assert compass.grab().toImage() != before
    compass.show_chosen("")
    assert compass.grab().toImage() == make_shown(presentation)


def make_shown(presentation: Presentation) -> QImage:
    compass = make_compass(presentation, rules=Fill.FULL)
    compass.resize(SIDE, SIDE)
    return compass.grab().toImage()


def test_the_ring_goes_around_the_shape_of_the_part(
    compass: Compass, presentation: Presentation
) -> None:
    window = compass.window()
    ring = FocusRing(window, presentation.theme)
    compass.buttons[1].setFocus()
    settle()
    assert ring.isVisible()
    focus = QColor(presentation.theme.look.colours["focus"])
    image = window.grab().toImage()
    corner = compass.mapTo(window, QPoint(0, 0))
    near = QRect(corner, compass.size()).adjusted(-8, -8, 8, 8)
    painted = [
        QPoint(x, y)
        for x in range(near.left(), near.right())
        for y in range(near.top(), near.bottom())
        if window.rect().contains(x, y) and QColor(image.pixel(x, y)) == focus
    ]
    path = compass.buttons[1].outline()
    place = compass.buttons[1].mapTo(window, QPoint(0, 0))
    assert len(painted) > 2 * (path.boundingRect().width() + path.boundingRect().height())
    assert not any(path.contains((point - place).toPointF()) for point in painted)


def test_the_ring_changes_its_shape_with_the_part(
    compass: Compass, presentation: Presentation
) -> None:
    ring = FocusRing(compass.window(), presentation.theme)
    pictures = []
    for button in compass.buttons:
        button.setFocus()
        settle()
        pictures.append(ring.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


# --- Room ---------------------------------------------------------------------------------------


def test_every_word_has_room_from_the_narrowest_on(presentation: Presentation) -> None:
    for picture in (make_compass(presentation), make_goals(presentation)):
        narrowest = picture.narrowest()
        assert narrowest is not None
        assert all(picture.has_room(width) for width in range(narrowest, picture.widths[1], 20))


def test_the_compass_scales_from_280_pixels(presentation: Presentation) -> None:
    assert make_compass(presentation).narrowest() == 280


def test_a_word_that_never_has_room_leaves_no_drawing(presentation: Presentation) -> None:
    long = part("Kommunikationsavdelningen" * 3)
    compass = Compass(presentation, "The compass", [long] * 5, [long] * 4, part("Dilemmas"))
    assert compass.narrowest() is None


@pytest.mark.parametrize(("ring", "needle"), [(3, 3), (5, 4), (8, 6)])
def test_an_edition_may_have_more_or_fewer_parts(
    presentation: Presentation, ring: int, needle: int
) -> None:
    words = [part(f"P{number}") for number in range(ring)]
    values = [part(f"V{number}") for number in range(needle)]
    compass = Compass(presentation, "The compass", words, values, part("Dilemmas"))
    assert_apart(compass, SIDE)


@pytest.mark.parametrize(("goals", "blocks"), [(3, 1), (5, 3), (10, 4)])
def test_an_edition_may_have_more_or_fewer_goals(
    presentation: Presentation, goals: int, blocks: int
) -> None:
    assert_apart(make_goals(presentation, goals, blocks), 640)


def assert_apart(picture: DrawnPicture, width: int) -> None:
    """No two parts lie over each other, and all lie in the drawing."""
    picture.resize(width, picture.height_of(width))
    shapes = picture.shapes(width)
    assert len(shapes) == len(picture.parts)
    for number, shape in enumerate(shapes):
        assert picture.rect().contains(shape.path.boundingRect().toRect())
        for other in shapes[number + 1 :]:
            overlap = shape.path.intersected(other.path).boundingRect()
            assert overlap.width() * overlap.height() < 4


def test_it_is_never_higher_than_its_widest(presentation: Presentation) -> None:
    compass = make_compass(presentation)
    compass.setMaximumWidth(300)
    assert compass.heightForWidth(900) == 300
