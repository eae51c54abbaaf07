"""Every pair of tokens that can meet is told apart well enough, in both palettes."""

from itertools import product

import pytest
from accessibility.contrast import contrast

from huddinge_training.paths import bundled
from huddinge_training.ui.theme import load_tokens

TOKENS = load_tokens(bundled("resources") / "theme")
PALETTES = sorted(TOKENS)
SURFACES = ("bg", "surface", "surface2")
STATES = ("best", "acceptable", "poor", "info")
VOTES = ("vote_a", "vote_b", "vote_c", "vote_d")

TEXT_PAIRS = [
    *product(("text", "muted", "primary", *STATES), SURFACES),
    *((text, f"{state}_bg") for state in STATES for text in ("text", "muted", state)),
    ("text", "selected"), ("primary", "selected"), ("muted", "selected"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"),
]  # fmt: skip
CONTROL_PAIRS = [
    *product(("control", "focus", "primary", *STATES, *VOTES), SURFACES),
    *((state, f"{state}_bg") for state in STATES),
    ("primary", "selected"), ("focus", "selected"),
]  # fmt: skip


def test_the_formula_gives_the_known_ratios() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_words_can_be_read(palette: str, text: str, ground: str) -> None:
    assert contrast(TOKENS[palette][text], TOKENS[palette][ground]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("line", "ground"), CONTROL_PAIRS)
def test_controls_and_the_ring_can_be_seen(palette: str, line: str, ground: str) -> None:
    assert contrast(TOKENS[palette][line], TOKENS[palette][ground]) >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_the_ring_needs_its_gap_beside_a_filled_button(palette: str) -> None:
    """UX-13: focus on primary alone is hardly to be seen; the gap of surface is."""
    colours = TOKENS[palette]
    assert contrast(colours["focus"], colours["primary"]) < 3
    assert contrast(colours["surface"], colours["primary"]) >= 3
    assert contrast(colours["focus"], colours["surface"]) >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_the_grades_differ_also_in_grey(palette: str) -> None:
    """Not by colour alone: word and icon carry them; still no two are one grey with text."""
    grades = [TOKENS[palette][grade] for grade in ("best", "acceptable", "poor")]
    assert len(set(grades)) == 3
