"""The tokens in the platform's own colours, for who has asked the platform for more contrast."""

from PySide6.QtGui import QColor, QPalette

from huddinge_training.ui.contrast import GRAPHIC, TEXT, contrast

Role = QPalette.ColorRole

GROUNDS = ("bg", "surface", "surface2", "selected", "stage")
TINTS = ("best_bg", "acceptable_bg", "poor_bg", "info_bg")
VOTES = ("vote_a", "vote_b", "vote_c", "vote_d")
INKS = (
    "text",
    "on_stage",
    "muted",
    "control",
    "border",
    "best",
    "acceptable",
    "poor",
    "info",
    *VOTES,
)


def platform_colours(palette: QPalette) -> dict[str, str]:
    """A colour for every token, from the palette alone.

    One ground and one ink: what the tokens tell apart by tint or hue is told by borders, icons
    and words. Where the palette's highlight does not stand out, its ink serves instead.
    """
    ground, ink = palette.color(Role.Window), palette.color(Role.WindowText)
    marked, on_marked = palette.color(Role.Highlight), palette.color(Role.HighlightedText)
    if contrast(marked, ground) < TEXT or contrast(marked, on_marked) < TEXT:
        marked, on_marked = ink, ground
    faint = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText)
    if contrast(faint, ground) < GRAPHIC:
        faint = ink
    colours: dict[str, QColor] = {
        **dict.fromkeys((*GROUNDS, *TINTS), ground),
        **dict.fromkeys(INKS, ink),
        **dict.fromkeys(("primary", "primary_hover", "focus"), marked),
        "on_primary": on_marked,
        "disabled": faint,
    }
    return {token: colour.name() for token, colour in colours.items()}
