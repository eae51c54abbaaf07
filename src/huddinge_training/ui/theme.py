"""Colours, type sizes and style sheet: from the tokens, or as the platform wishes them."""

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from huddinge_training.domain.preferences import Preferences
from huddinge_training.ui import contrast
from huddinge_training.ui.high_contrast import platform_colours
from huddinge_training.ui.platform_wishes import Wishes

FAMILY = "Source Sans 3"
SMALLEST_PERCENT, LARGEST_PERCENT, PERCENT_STEP = 100, 200, 10
SMALLEST_SYSTEM_PX = 40 / 3
SCALE = {"caption": 0.86, "body": 1.0, "reading": 1.15, "subtitle": 1.35, "title": 1.75}
SMALLEST_CAPTION_PX = 12


def load_tokens(theme_dir: Path) -> dict[str, dict[str, str]]:
    """The colour tokens of both palettes: ``{"light": {"bg": "#…", …}, "dark": {…}}``."""
    tokens: dict[str, dict[str, str]] = json.loads(
        (theme_dir / "tokens.json").read_text(encoding="utf-8")
    )
    return tokens


def load_fonts(fonts_dir: Path) -> None:
    """Registers the bundled font; where that fails the system's font serves."""
    for weight in ("Regular", "SemiBold"):
        for file in sorted(fonts_dir.glob(f"*_{weight}.ttf")) or sorted(
            fonts_dir.glob(f"*-{weight}.ttf")
        ):
            QFontDatabase.addApplicationFont(str(file))


@dataclass(frozen=True, slots=True)
class Look:
    """What a window looks like now: the colours, all sizes in pixels, and whether it may move.

    ``pictures`` are the colours of illustrations, which keep their own in high contrast.
    """

    is_dark: bool
    colours: dict[str, str]
    sizes: dict[str, int]
    pictures: dict[str, str]
    family: str = FAMILY
    is_high_contrast: bool = False
    is_still: bool = False

    def colour(self, token: str) -> QColor:
        """The colour of a token; raises KeyError for a token that does not exist."""
        return QColor(self.colours[token])


class Theme:
    """Applies a look to the whole application and keeps it for those who paint themselves."""

    def __init__(self, theme_dir: Path, tokens: dict[str, dict[str, str]]) -> None:
        self._tokens = tokens
        self._template = Template((theme_dir / "app.qss").read_text(encoding="utf-8"))
        self._borders = Template((theme_dir / "high_contrast.qss").read_text(encoding="utf-8"))
        self._palette = QPalette()
        self.look = Look(False, tokens["light"], {}, tokens["light"])

    def colours_of(self, *, is_dark: bool) -> dict[str, str]:
        """The colours of one palette, for what does not follow the window: the projector."""
        return self._tokens["dark" if is_dark else "light"]

    def apply(self, app: QApplication, preferences: Preferences, wishes: Wishes) -> None:
        """Sets font, palette and style sheet, where they are others than before."""
        self.look = self._look(preferences, wishes)
        sheet = self._sheet()
        font = QFont(self.look.family)
        font.setPixelSize(self.look.sizes["body"])
        palette = wishes.palette if self.look.is_high_contrast else None
        palette = palette or _palette(self.look)
        if (sheet, font, palette) == (app.styleSheet(), app.font(), self._palette):
            return
        self._palette = palette
        # Replaced in one go, Qt would style a widget anew for each one that it lies in.
        app.setStyleSheet("")
        app.setFont(font)
        app.setPalette(palette)
        app.setStyleSheet(sheet)

    def _look(self, preferences: Preferences, wishes: Wishes) -> Look:
        follows_system = preferences.theme == "system"
        is_dark = preferences.theme == "dark" or (
            preferences.theme in ("automatic", "system") and wishes.is_dark
        )
        colours = self._tokens["dark" if is_dark else "light"]
        if wishes.wants_contrast and wishes.palette is not None:
            colours = platform_colours(wishes.palette)
            is_dark = contrast.is_dark(QColor(colours["bg"]))
        return Look(
            is_dark=is_dark,
            colours=colours,
            sizes=_sizes(preferences.text_percent, wishes.size_px, is_exact=follows_system),
            pictures=self._tokens["dark" if is_dark else "light"],
            family=wishes.family if follows_system and wishes.family else FAMILY,
            is_high_contrast=wishes.wants_contrast,
            is_still=preferences.wants_less_motion or wishes.wants_less_motion,
        )

    def _sheet(self) -> str:
        sizes = self.look.sizes
        values = {
            **self.look.colours,
            **{f"{name}_px": size for name, size in sizes.items()},
            "button_px": max(24, round(sizes["body"] * 1.5)),
            "indicator_px": round(sizes["body"] * 1.2),
        }
        sheet = self._template.substitute(values)
        return sheet + self._borders.substitute(values) if self.look.is_high_contrast else sheet


def _sizes(text_percent: int, system_px: float, *, is_exact: bool) -> dict[str, int]:
    """Of the platform's own text, which is held to be too small on some; the scale of UX-03."""
    least = 0 if is_exact and system_px else SMALLEST_SYSTEM_PX
    base = max(system_px, least) * text_percent / 100
    sizes = {name: round(base * factor) for name, factor in SCALE.items()}
    sizes["caption"] = max(sizes["caption"], SMALLEST_CAPTION_PX)
    return sizes


def _palette(look: Look) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "surface2",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on_primary",
        QPalette.ColorRole.Link: "primary",
        QPalette.ColorRole.LinkVisited: "primary",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Accent: "primary",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("disabled"))
    return palette
