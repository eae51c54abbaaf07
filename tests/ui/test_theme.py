"""Light and dark, and text from 100 to 200 %: from the tokens and nothing else."""

import gc
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.preferences import Theme as ThemeName
from huddinge_training.paths import bundled
from huddinge_training.ui.icons import Icons
from huddinge_training.ui.platform_wishes import Wishes
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.theme import FAMILY, Theme, load_tokens

RESOURCES = bundled("resources")
TOKENS = load_tokens(RESOURCES / "theme")


@pytest.mark.parametrize(("choice", "palette"), [("light", "light"), ("dark", "dark")])
def test_a_theme_takes_all_its_colours_from_the_tokens(
    qapp: QApplication, choice: ThemeName, palette: str
) -> None:
    presenter = Presenter(qapp, RESOURCES)
    look = presenter.present(Preferences(theme=choice)).theme.look
    assert look.colours == TOKENS[palette]
    assert look.is_dark is (palette == "dark")
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", qapp.styleSheet()))
    assert used <= set(TOKENS[palette].values())
    assert "$" not in qapp.styleSheet()
    assert qapp.palette().window().color() == QColor(TOKENS[palette]["bg"])


def test_the_bundled_font_is_used_at_every_size(qapp: QApplication) -> None:
    presenter = Presenter(qapp, RESOURCES)
    sizes = []
    for percent in (100, 150, 200):
        look = presenter.present(Preferences(text_percent=percent)).theme.look
        sizes.append(look.sizes)
        assert qapp.font().family() == FAMILY
        assert qapp.font().pixelSize() == look.sizes["body"]
    assert sizes[0]["body"] * 2 == pytest.approx(sizes[2]["body"], abs=1)
    assert all(a[name] < b[name] for a, b in pairwise(sizes) for name in a)
    assert min(sizes[0].values()) >= 12


def test_a_token_that_does_not_exist_stops_the_program(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "app.qss").write_text("QWidget { color: $no_such_token; }")
    (tmp_path / "high_contrast.qss").write_text("")
    (tmp_path / "tokens.json").write_text(json.dumps(TOKENS))
    with pytest.raises(KeyError, match="no_such_token"):
        Theme(tmp_path, load_tokens(tmp_path)).apply(qapp, Preferences(), Wishes())


def test_both_palettes_have_the_same_tokens() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()


def test_qt_speaks_swedish_in_its_own_dialogs_only_when_the_program_does(
    qapp: QApplication,
) -> None:
    gc.collect()  # the translators of windows that were closed before
    presenter = Presenter(qapp, RESOURCES)
    presenter.present(Preferences(language="sv"))
    assert qapp.translate("QPlatformTheme", "Cancel") == "Avbryt"
    presenter.present(Preferences(language="en"))
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_every_icon_of_the_program_can_be_drawn_in_the_colour_asked_for(
    qapp: QApplication,
) -> None:
    icons = Icons(RESOURCES / "icons")
    colour = QColor(TOKENS["light"]["poor"])
    for file in sorted((RESOURCES / "icons").glob("*.svg")):
        image = icons.pixmap(file.stem, colour, 16, 2.0).toImage()
        pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        inked = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
        assert inked == {colour.name()}, file.name
    assert icons.pixmap("house", colour, 32) is icons.pixmap("house", colour, 32)
    assert not icons.icon("house", colour, 32).isNull()
