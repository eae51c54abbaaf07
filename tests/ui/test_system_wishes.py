"""What the computer asks for is followed while the program runs, and nothing is lost by it."""

from dataclasses import replace

from accessibility.contrast_themes import CONTRAST, YELLOW_ON_BLACK, same_colours
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox
from ui.desktop import STILL, Desktop, Key, OpenDesktop
from ui.stages import VALUES

from huddinge_training.paths import bundled
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.theme import FAMILY, load_tokens

TOKENS = load_tokens(bundled("resources") / "theme")


def test_contrast_turned_on_while_the_program_runs_is_followed_and_nothing_is_lost(
    desktop: Desktop,
) -> None:
    desktop.open_module(VALUES)
    desktop.read_on()
    first = desktop.scenario_page.scenario.options[0].id
    desktop.mark(first)
    desktop.wish(CONTRAST)
    assert same_colours(desktop.qt.palette(), YELLOW_ON_BLACK)
    assert desktop.is_on(f"radio_{first}")
    assert desktop.focused == f"radio_{first}"
    assert _commonest(desktop.window.grab().toImage()) == "#000000"
    desktop.wish(STILL)
    assert not same_colours(desktop.qt.palette(), YELLOW_ON_BLACK)
    assert desktop.is_on(f"radio_{first}")
    assert _commonest(desktop.window.grab().toImage()) == TOKENS["light"]["bg"].lower()


def _commonest(image: QImage) -> str:
    """Of some points where the page has nothing on it but its ground."""
    right = [image.pixelColor(image.width() - 30, y).name() for y in range(20, 400, 20)]
    return max(set(right), key=right.count)


# --- Following the system ---------------------------------------------------------------------


def test_our_own_typeface_and_colours_are_the_default(desktop: Desktop) -> None:
    desktop.wish(replace(STILL, family="DejaVu Sans", size_px=22, is_dark=False))
    assert desktop.qt.font().family() == FAMILY
    assert desktop.app.presentation.theme.look.colours == TOKENS["light"]


def test_whoever_follows_the_system_has_its_typeface_size_and_colours(desktop: Desktop) -> None:
    desktop.wish(replace(STILL, family="DejaVu Sans", size_px=11, is_dark=True))
    desktop.do("rail_settings")
    desktop.tab_to("theme_automatic")
    desktop.press(Key.Key_Up)
    assert desktop.focused == "theme_system"
    assert desktop.preferences.theme == "system"
    assert desktop.is_on("text_100")
    assert (desktop.qt.font().family(), desktop.qt.font().pixelSize()) == ("DejaVu Sans", 11)
    assert desktop.app.presentation.theme.look.colours == TOKENS["dark"]
    desktop.wish(replace(STILL, family="Source Sans 3", size_px=18, is_dark=False))
    assert (desktop.qt.font().family(), desktop.qt.font().pixelSize()) == (FAMILY, 18)
    assert desktop.app.presentation.theme.look.colours == TOKENS["light"]
    assert desktop.focused == "theme_system"


def test_text_can_still_be_made_larger_than_the_system_s(desktop: Desktop) -> None:
    desktop.wish(replace(STILL, size_px=20))
    desktop.do("rail_settings")
    desktop.click("theme_system")
    desktop.click("text_150")
    assert desktop.qt.font().pixelSize() == 30
    assert desktop.preferences.theme == "system"


def test_the_system_turning_dark_is_followed_unless_light_or_dark_was_chosen(
    desktop: Desktop,
) -> None:
    before = desktop.page
    desktop.wish(replace(STILL, is_dark=True))
    assert desktop.page is not before
    assert desktop.app.presentation.theme.look.is_dark
    desktop.do("rail_settings")
    desktop.click("theme_light")
    before = desktop.page
    desktop.wish(STILL)
    assert desktop.page is before


def test_nothing_is_made_anew_when_nothing_of_it_shows(desktop: Desktop) -> None:
    before = desktop.page
    desktop.wish(replace(STILL, family="DejaVu Sans"))
    assert desktop.page is before


def test_it_comes_back_at_the_next_start(
    desktop: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    desktop.do("rail_settings")
    desktop.click("theme_system")
    desktop.click("less_motion", desktop.find(QCheckBox, "less_motion").rect().center())
    desktop.close()
    again = open_desktop(sources)
    assert (again.preferences.theme, again.preferences.wants_less_motion) == ("system", True)
