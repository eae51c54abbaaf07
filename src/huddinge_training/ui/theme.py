"""Colours, type sizes and style sheet, from the tokens; light, dark, and text at 100–200 %."""

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

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
    """What a window looks like now: the palette and all sizes in pixels."""

    is_dark: bool
    colours: dict[str, str]
    sizes: dict[str, int]

    def colour(self, token: str) -> QColor:
        """The colour of a token; raises KeyError for a token that does not exist."""
        return QColor(self.colours[token])


class Theme:
    """Applies a look to the whole application and keeps it for those who paint themselves."""

    def __init__(self, theme_dir: Path, tokens: dict[str, dict[str, str]]) -> None:
        self._tokens = tokens
        self._template = Template((theme_dir / "app.qss").read_text(encoding="utf-8"))
        self.look = Look(is_dark=False, colours=tokens["light"], sizes={})

    def apply(self, app: QApplication, choice: str, text_percent: int) -> None:
        """Sets font, palette and style sheet; ``choice`` is "system", "light" or "dark"."""
        is_dark = choice == "dark" or (
            choice == "system" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        colours = self._tokens["dark" if is_dark else "light"]
        base = max(_system_font_px(), SMALLEST_SYSTEM_PX) * text_percent / 100
        sizes = {name: round(base * factor) for name, factor in SCALE.items()}
        sizes["caption"] = max(sizes["caption"], SMALLEST_CAPTION_PX)
        self.look = Look(is_dark, colours, sizes)
        font = QFont(FAMILY)
        font.setPixelSize(sizes["body"])
        app.setFont(font)
        app.setPalette(_palette(self.look))
        app.setStyleSheet(
            self._template.substitute(
                colours,
                **{f"{name}_px": size for name, size in sizes.items()},
                button_px=max(24, round(sizes["body"] * 1.5)),
                indicator_px=round(sizes["body"] * 1.2),
                target_px=24,
            )
        )


def _system_font_px() -> float:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pixelSize() > 0:
        return font.pixelSize()
    return font.pointSizeF() * 96 / 72


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
