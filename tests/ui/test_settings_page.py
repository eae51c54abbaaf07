"""Language, text size and appearance: every choice shows and is saved at once."""

import pytest
from PySide6.QtWidgets import QRadioButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop

from huddinge_training.services.workspace import Sources


@pytest.fixture
def settings(desktop: Desktop) -> Desktop:
    desktop.do("rail_settings")
    return desktop


def test_tab_comes_to_what_is_chosen_in_every_group(settings: Desktop) -> None:
    stops = []
    for _ in range(3):
        settings.press(Key.Key_Tab)
        stops.append(settings.focused)
    assert stops == ["language_sv", "text_120", "theme_automatic"]


def test_a_screen_reader_hears_what_can_be_set_on_arrival(settings: Desktop) -> None:
    heard = settings.read_on_arrival
    for part in ("Text size", "Appearance", "Motion"):
        assert settings.say(part) in heard
    assert settings.words("page_heading") not in heard


def test_arrows_choose_and_it_shows_at_once(settings: Desktop) -> None:
    settings.tab_to("text_120")
    settings.press(Key.Key_Right)
    assert settings.preferences.text_percent == 150
    assert settings.focused == "text_150"
    assert settings.find(QRadioButton, "text_150").isChecked()
    settings.press(Key.Key_Left)
    assert settings.preferences.text_percent == 120


@pytest.mark.parametrize(
    ("forward", "backward"), [(Key.Key_Right, Key.Key_Left), (Key.Key_Down, Key.Key_Up)]
)
def test_arrows_come_by_every_choice_of_a_group_though_it_wraps(
    settings: Desktop, forward: Key, backward: Key
) -> None:
    names = ["theme_automatic", "theme_light", "theme_dark", "theme_system"]
    settings.window.resize(360, 480)
    settings.tab_to(names[0])
    for name in (*names[1:], names[0]):
        settings.press(forward)
        assert (settings.focused, settings.is_on(name)) == (name, True)
    for name in reversed(names):
        settings.press(backward)
        assert settings.focused == name


def test_the_language_changes_every_word_and_comes_back_at_the_next_start(
    settings: Desktop, open_desktop: OpenDesktop, sources: Sources
) -> None:
    swedish = settings.words()
    settings.tab_to("language_sv")
    settings.press(Key.Key_Right)
    assert settings.words("page_heading") == "Settings"
    assert settings.words() != swedish
    assert settings.find(QRadioButton, "language_en").isChecked()
    settings.close()
    assert open_desktop(sources).words("page_heading") == "Hello Amina"


def test_a_dark_window_is_dark(settings: Desktop) -> None:
    def brightness() -> int:
        return settings.window.grab().toImage().pixelColor(400, 20).lightness()

    light = brightness()
    settings.tab_to("theme_automatic")
    settings.press(Key.Key_Right)
    settings.press(Key.Key_Right)
    assert settings.preferences.theme == "dark"
    assert brightness() < 60
    assert light > 200


def test_a_text_size_between_the_usual_ones_can_be_seen_and_left(settings: Desktop) -> None:
    settings.press(Key.Key_Plus, Modifier.ControlModifier)
    assert settings.find(QRadioButton, "text_130").isChecked()
    settings.tab_to("text_130")
    settings.press(Key.Key_Left)
    assert settings.preferences.text_percent == 120
    assert not settings.has("text_130")
