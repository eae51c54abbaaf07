"""The palettes that Qt makes of the contrast themes of Windows."""

from dataclasses import replace

from PySide6.QtGui import QColor, QPalette
from ui.desktop import STILL

Role = QPalette.ColorRole
GROUNDS = (Role.Window, Role.Base, Role.Button, Role.AlternateBase)
INKS = (Role.WindowText, Role.Text, Role.ButtonText)


def palette(window: str, ink: str, highlight: str, on_highlight: str, faint: str) -> QPalette:
    """As Qt makes it of the colours of a contrast theme."""
    made = QPalette()
    for role in GROUNDS:
        made.setColor(role, QColor(window))
    for role in INKS:
        made.setColor(role, QColor(ink))
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(faint))
    made.setColor(Role.Highlight, QColor(highlight))
    made.setColor(Role.HighlightedText, QColor(on_highlight))
    return made


def same_colours(one: QPalette, other: QPalette) -> bool:
    """Whether the roles are alike that these themes decide."""
    roles = (*GROUNDS, *INKS, Role.Highlight, Role.HighlightedText)
    return [one.color(role) for role in roles] == [other.color(role) for role in roles]


# The four of Windows 11, and the first of those before.
CONTRAST_THEMES = {
    "Aquatic": palette("#202020", "#FFFFFF", "#8EE3F0", "#263B50", "#A6A6A6"),
    "Desert": palette("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3", "#676767"),
    "Dusk": palette("#2D3236", "#FFFFFF", "#A1BFDE", "#212D3B", "#A6A6A6"),
    "Night sky": palette("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B", "#A6A6A6"),
    "High contrast #1": palette("#000000", "#FFFF00", "#008000", "#FFFFFF", "#00FF00"),
}
YELLOW_ON_BLACK = CONTRAST_THEMES["High contrast #1"]
CONTRAST = replace(STILL, wants_contrast=True, palette=YELLOW_ON_BLACK)
