"""What the computer asks for is followed, at once: contrast always, the rest where it is chosen."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from accessibility.contrast import contrast as ratio
from accessibility.contrast_themes import (
    CONTRAST,
    CONTRAST_THEMES,
    YELLOW_ON_BLACK,
    palette,
    same_colours,
)
from accessibility.screens import SCREENS, Screen, shown, top
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from ui.desktop import STILL, closing_at_end

from huddinge_training.domain.preferences import THEMES, Preferences
from huddinge_training.paths import bundled
from huddinge_training.ui import contrast
from huddinge_training.ui.high_contrast import platform_colours
from huddinge_training.ui.platform_wishes import PlatformWishes, Wishes, read_wishes
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.theme import load_tokens

Role = QPalette.ColorRole
TOKENS = load_tokens(bundled("resources") / "theme")


# --- Contrast --------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_high_contrast_shows_the_computer_s_own_colours_whatever_is_chosen(
    qapp: QApplication, theme: str
) -> None:
    wishes = PlatformWishes(qapp, lambda _: CONTRAST)
    presenter = Presenter(qapp, bundled("resources"), wishes)
    look = presenter.present(Preferences(theme=theme)).theme.look  # type: ignore[arg-type]
    assert same_colours(qapp.palette(), YELLOW_ON_BLACK)
    assert look.is_high_contrast
    assert set(look.colours.values()) <= {"#000000", "#ffff00", "#00ff00", "#008000", "#ffffff"}
    ours = {colour.lower() for tokens in TOKENS.values() for colour in tokens.values()}
    foreign = ours - set(look.colours.values())
    assert [colour for colour in foreign if colour in qapp.styleSheet().lower()] == []
    presenter.close()


def test_qt_s_own_palette_is_taken_and_comes_back_when_contrast_is_wanted(
    qapp: QApplication,
) -> None:
    qapp.setPalette(QPalette())
    platform = QPalette(qapp.palette())
    presenter = Presenter(qapp, bundled("resources"))
    presenter.present(Preferences(theme="dark"))
    assert not same_colours(qapp.palette(), platform)
    wishes = replace(read_wishes(qapp), wants_contrast=True, palette=platform)
    Presenter(qapp, bundled("resources"), PlatformWishes(qapp, lambda _: wishes)).present(
        Preferences(theme="dark")
    )
    assert same_colours(qapp.palette(), platform)


INKS = ("text", "muted", "primary", "primary_hover", "best", "acceptable", "poor", "info")
GROUNDS = (
    "bg", "surface", "surface2", "selected",
    "best_bg", "acceptable_bg", "poor_bg", "info_bg",
)  # fmt: skip


@pytest.mark.parametrize("name", CONTRAST_THEMES)
def test_words_can_be_read_in_every_contrast_theme(name: str) -> None:
    colours = platform_colours(CONTRAST_THEMES[name])
    assert colours.keys() == TOKENS["light"].keys()
    pairs = [*product(INKS, GROUNDS), ("on_primary", "primary"), ("on_primary", "primary_hover")]
    faint = {(a, b): ratio(colours[a], colours[b]) for a, b in pairs}
    assert min(faint.values()) >= 4.5, faint
    assert ratio(colours["on_stage"], colours["stage"]) >= 4.5
    lines = product(("control", "border", "focus"), GROUNDS)
    assert min(ratio(colours[a], colours[b]) for a, b in lines) >= 3


def test_a_palette_that_does_not_stand_out_is_mended_with_its_own_ink() -> None:
    """Fusion's blue on its grey has 3.2, and its white on that blue 3.7."""
    fusion = palette("#EFEFEF", "#000000", "#308CC6", "#FFFFFF", "#BEBEBE")
    colours = platform_colours(fusion)
    assert colours["primary"] == colours["text"] == colours["disabled"] == "#000000"
    assert colours["on_primary"] == "#efefef"


def test_the_two_formulas_of_contrast_agree() -> None:
    for one, other in (("#000000", "#FFFFFF"), ("#123456", "#F6F4EE"), ("#7E4C06", "#FAEED6")):
        assert contrast.contrast(QColor(one), QColor(other)) == pytest.approx(ratio(one, other))


def _commonest(image: QImage) -> str:
    """Of some points where the page has nothing on it but its ground."""
    heights = range(20, min(400, image.height()), 20)
    right = [image.pixelColor(image.width() - 30, y).name() for y in heights]
    return max(set(right), key=right.count)


# --- Every screen in high contrast ---------------------------------------------------------------

# A damaged data folder and a bug are in the log.
in_the_log = pytest.mark.usefixtures("caplog")


@in_the_log
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_every_screen_is_drawn_in_the_colours_of_the_contrast_theme_alone(
    screen: Screen, stage_copy: Callable[[str], Path]
) -> None:
    desktop = shown(screen, stage_copy(screen.stage), Preferences(text_percent=100))
    with closing_at_end(desktop):
        desktop.wish(CONTRAST)
        window = top(desktop)
        labels = [
            label
            for label in window.findChildren(QLabel)
            if label.isVisible() and label.text() and label.isEnabled()
        ]
        assert labels
        ink = {label.palette().color(label.foregroundRole()).name() for label in labels}
        assert ink <= {"#ffff00"}
        framed = [w for w in window.findChildren(QLineEdit) if w.isVisible()]
        assert {w.palette().color(Role.Base).name() for w in framed} <= {"#000000"}
        picture = window.grab().toImage()
        assert _commonest(picture) == "#000000"


# --- What Qt says of the platform -------------------------------------------------------------


def test_the_platform_is_asked_through_qt(qapp: QApplication) -> None:
    wishes = read_wishes(qapp)
    assert wishes.family
    assert wishes.size_px > 5
    assert not wishes.wants_contrast
    assert wishes.palette is None


def test_whoever_asks_hears_only_of_what_has_changed(qapp: QApplication) -> None:
    given = [STILL]
    wishes = PlatformWishes(qapp, lambda _: given[0])
    heard: list[Wishes] = []
    wishes.changed.connect(lambda: heard.append(wishes.now))
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert heard == []
    given[0] = CONTRAST
    accessibility = hints.accessibility()
    accessibility.contrastPreferenceChanged.emit(accessibility.contrastPreference())
    assert heard == [CONTRAST]
    wishes.close()
    given[0] = STILL
    wishes_now = wishes.now
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert wishes.now is wishes_now
