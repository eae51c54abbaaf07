"""The contrast of two colours, as WCAG 2.2 computes it."""

from PySide6.QtGui import QColor

TEXT, GRAPHIC = 4.5, 3.0
"""The least for words, and for what is no word but has to be seen."""


def contrast(one: QColor, other: QColor) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(colour: QColor) -> bool:
    """Whether white stands out more on it than black does."""
    return contrast(colour, QColor("white")) > contrast(colour, QColor("black"))


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
