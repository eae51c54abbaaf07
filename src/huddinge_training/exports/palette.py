"""The light colours of the theme, for documents: they are made to be printed."""

import json

from huddinge_training.paths import bundled


def palette() -> dict[str, str]:
    """The tokens of the light theme and their colours."""
    tokens = json.loads((bundled("resources") / "theme" / "tokens.json").read_text("utf-8"))
    return {str(name): str(colour) for name, colour in tokens["light"].items()}
