"""Our own pictures: one hand, few colours, nothing that QtSvg cannot draw, in light and dark."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from accessibility.contrast import contrast
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.preferences import Preferences
from huddinge_training.paths import bundled
from huddinge_training.ui.illustrations import Illustrations
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.theme import Look, load_tokens

FOLDER = bundled("resources") / "illustrations"
FILES = sorted(FOLDER.glob("*.svg"))
TOKENS = load_tokens(bundled("resources") / "theme")
LIGHT, DARK = (Look(name == "dark", TOKENS[name], {}, TOKENS[name]) for name in ("light", "dark"))

PLACES = {"tomt-bibliotek", "kvall-pa-kontoret", "verkstad", "tappad-trad", "vantrum"}
SIGNS = {f"princip-{number}" for number in range(1, 6)}
PICTURES = [file for file in FILES if file.stem not in SIGNS]

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
ROOT_ATTRIBUTES = {"viewBox", "stroke-width", "stroke-linecap", "stroke-linejoin"}
SHAPE_ATTRIBUTES = set(
    "class d fill-rule points x y width height rx ry r cx cy x1 y1 x2 y2 transform".split()
)
COLOURS = {
    "line": "muted",
    "main": "primary",
    "soft": "selected",
    "warm": "acceptable_bg",
    "ground": "surface2",
}

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def colours_of(root: ElementTree.Element) -> set[str]:
    """The colours that a drawing takes; ``main-line`` is a stroke in the colour of ``main``."""
    classes = {name for element in root.iter() for name in element.get("class", "").split()}
    return {name.removesuffix("-line") for name in classes}


def drawn(file: Path, look: Look, width: int) -> QImage:
    return Illustrations(FOLDER).pixmap(file.stem, look, width).toImage()


def inks(image: QImage) -> dict[str, int]:
    """How many pixels each colour covers wholly."""
    found: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() == 255:
                found[pixel.name()] = found.get(pixel.name(), 0) + 1
    return found


def test_every_module_every_principle_and_every_place_has_its_picture() -> None:
    modules = {file.parent.name for file in bundled("quizzes").glob("*/module.yaml")}
    assert {file.stem for file in FILES} == modules | PLACES | SIGNS


@every_file
def test_a_drawing_is_small_and_uses_only_what_qt_draws(file: Path) -> None:
    assert file.stat().st_size <= 12 * 1024
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        allowed = ROOT_ATTRIBUTES if element is root else SHAPE_ATTRIBUTES
        assert set(element.attrib) <= allowed
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()


@every_file
def test_all_drawings_are_by_the_same_hand(file: Path) -> None:
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    is_sign = file.stem in SIGNS
    assert root.attrib == {
        "viewBox": "0 0 64 64" if is_sign else "0 0 320 200",
        "stroke-width": "4" if is_sign else "3",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }


@every_file
def test_a_drawing_has_at_most_four_colours_all_of_them_by_class(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3}|rgb|hsl|currentColor|url\(|href", text)
    colours = colours_of(ElementTree.fromstring(text))
    assert colours <= COLOURS.keys()
    assert len(colours) <= 4
    if file.stem in SIGNS:
        assert colours == {"main", "soft"}


def test_the_colours_stand_as_tokens_in_one_place() -> None:
    rules = (FOLDER / "hand.css").read_text(encoding="utf-8")
    assert "#" not in rules
    assert set(re.findall(r"^\.(\S+)", rules, re.MULTILINE)) == {
        *COLOURS,
        "main-line",
        "soft-line",
    }
    assert set(re.findall(r"\$(\w+)", rules)) == set(COLOURS.values())


@every_file
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_a_drawing_shows_every_colour_it_names_and_no_black(
    qapp: QApplication, file: Path, look: Look
) -> None:
    found = inks(drawn(file, look, 320))
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    for name in colours_of(root):
        assert found.get(look.colour(COLOURS[name]).name(), 0) > 30, name
    assert "#000000" not in found  # what QtSvg takes where it is given no colour


@every_file
def test_a_drawing_leaves_the_card_room_and_keeps_inside_it(qapp: QApplication, file: Path) -> None:
    image = drawn(file, LIGHT, 320)
    covered = sum(inks(image).values()) / (image.width() * image.height())
    assert 0.05 < covered < 0.7
    right, bottom = image.width() - 1, image.height() - 1
    rim = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    rim += [(x, y) for x in (0, right) for y in range(bottom + 1)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in rim)


@every_file
def test_light_and_dark_are_the_same_drawing_in_other_colours(
    qapp: QApplication, file: Path
) -> None:
    light, dark = drawn(file, LIGHT, 160), drawn(file, DARK, 160)
    assert light != dark
    assert light.convertToFormat(QImage.Format.Format_Alpha8) == dark.convertToFormat(
        QImage.Format.Format_Alpha8
    )


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("token", ["muted", "primary"])
def test_what_carries_the_shape_is_seen_on_the_card(look: Look, token: str) -> None:
    assert contrast(look.colours[token], look.colours["surface"]) >= 3


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.stem)
def test_lines_and_main_shapes_are_there_when_the_picture_is_small(
    qapp: QApplication, file: Path
) -> None:
    image = drawn(file, LIGHT, 120)
    strong = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 127
        and contrast(image.pixelColor(x, y).name(), LIGHT.colours["surface"]) >= 3
    ]
    assert len(strong) > 0.05 * image.width() * image.height()
    assert max(x for x, _ in strong) - min(x for x, _ in strong) > 0.8 * image.width()


def test_a_picture_has_the_asked_width_and_is_drawn_once(qapp: QApplication) -> None:
    illustrations = Illustrations(FOLDER)
    pixmap = illustrations.pixmap("valkommen", LIGHT, 160, 2.0)
    assert (pixmap.width(), pixmap.height()) == (320, 200)
    assert pixmap.deviceIndependentSize().toTuple() == (160.0, 100.0)
    assert illustrations.pixmap("valkommen", LIGHT, 160, 2.0) is pixmap
    assert illustrations.pixmap("valkommen", DARK, 160, 2.0) is not pixmap


def test_a_module_without_a_picture_is_known_beforehand(qapp: QApplication) -> None:
    illustrations = Illustrations(FOLDER)
    assert illustrations.has("karnvarden")
    assert not illustrations.has("a-module-of-our-own")
    with pytest.raises(FileNotFoundError):
        illustrations.pixmap("a-module-of-our-own", LIGHT, 160)


def test_pages_get_pictures_in_the_theme_that_is_on(qapp: QApplication) -> None:
    presenter = Presenter(qapp, bundled("resources"))
    seen = []
    for look, preferences in (
        (LIGHT, Preferences(theme="light")),
        (DARK, Preferences(theme="dark")),
    ):
        presentation = presenter.present(preferences)
        assert presentation.illustrations.has("verkstad")
        found = inks(presentation.illustration("verkstad", 200).toImage())
        assert QColor(look.colours["primary"]).name() in found
        seen.append(found)
    assert seen[0].keys() != seen[1].keys()
    presenter.close()
