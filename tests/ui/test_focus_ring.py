"""The ring: always around what has the keyboard, and what has it can be seen."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from ui.desktop import Desktop, Key, settle

from huddinge_training.ui.widgets.focus_ring import GAP, WIDTH, FocusRing, ring_target


def around(desktop: Desktop, widget: QWidget) -> QRect:
    corner = widget.mapTo(desktop.window, QPoint(0, 0))
    reach = GAP + WIDTH
    return QRect(corner, widget.size()).adjusted(-reach, -reach, reach, reach)


def ring(desktop: Desktop) -> FocusRing:
    return desktop.window.ring


def test_it_goes_along_with_tab_and_is_not_around_the_heading(desktop: Desktop) -> None:
    assert not ring(desktop).isVisible()
    for _ in range(6):
        desktop.press(Key.Key_Tab)
        assert desktop.focus is not None
        assert ring(desktop).isVisible()
        assert ring(desktop).geometry() == around(desktop, desktop.focus)
    while desktop.focused != "page_heading":
        desktop.press(Key.Key_F6)
    assert not ring(desktop).isVisible()


def test_it_follows_when_the_page_scrolls_and_the_window_grows(desktop: Desktop) -> None:
    desktop.window.resize(700, 480)
    settle()
    desktop.tab_to("open_karnvarden")
    focused = desktop.find(QWidget, "open_karnvarden")
    before = ring(desktop).geometry()
    bar = desktop.page.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    settle()
    assert ring(desktop).geometry() == around(desktop, focused) != before
    desktop.window.resize(1000, 700)
    settle()
    assert ring(desktop).geometry() == around(desktop, focused)


def test_what_has_the_focus_is_scrolled_into_view(desktop: Desktop) -> None:
    desktop.window.resize(400, 480)
    settle()
    for _ in range(12):
        desktop.press(Key.Key_Tab)
        focused = desktop.focus
        assert focused is not None
        if desktop.page.isAncestorOf(focused):
            viewport = desktop.page.viewport()
            place = QRect(focused.mapTo(viewport, QPoint(0, 0)), focused.size())
            assert viewport.rect().contains(place), focused.objectName()


def test_it_goes_around_the_whole_card_of_an_option(desktop: Desktop) -> None:
    desktop.do("next")
    desktop.read_on()
    desktop.mark("b")
    card = desktop.find(QWidget, "option_b")
    assert desktop.focus is not None
    assert ring_target(desktop.focus) is card
    assert ring(desktop).geometry() == around(desktop, card)


def test_it_leaves_with_what_it_was_around(desktop: Desktop) -> None:
    desktop.tab_to("next")
    desktop.find(QWidget, "next").hide()
    settle()
    assert ring(desktop).geometry() != around(desktop, desktop.page)
    desktop.tab_to("rail_settings")
    desktop.press(Key.Key_Space)
    assert not ring(desktop).isVisible()


def test_it_is_drawn_in_the_colours_of_focus_and_surface(desktop: Desktop) -> None:
    desktop.tab_to("next")
    look = desktop.app.presentation.theme.look
    picture = ring(desktop).grab().toImage()
    middle = picture.height() // 2
    colours = [picture.pixelColor(x, middle).name() for x in range(GAP + WIDTH + 1)]
    assert look.colour("focus").name() in colours
    assert look.colour("surface").name() in colours


def test_it_takes_no_clicks(desktop: Desktop) -> None:
    desktop.tab_to("next")
    desktop.click("next")
    assert desktop.has("go_on")


def test_the_five_steps_have_a_ring_of_their_own(desktop: Desktop) -> None:
    desktop.press(Key.Key_F1)
    desktop.tab_to("close_help")
    dialog = desktop.find(QWidget, "help_dialog")
    (own,) = dialog.findChildren(FocusRing)
    assert own.isVisible()
    assert not ring(desktop).isVisible()
