"""Rule L23: a picture has a text in its stead, or is decoration, and is drawn without words."""

import re
from pathlib import Path

from huddinge_training.content.lint.passages import module_place
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Place, Remarks, error
from huddinge_training.domain.course import Module
from huddinge_training.language import Text, message
from huddinge_training.paths import bundled

FEWEST_WORDS, MOST_WORDS = 5, 25
WORDS_OR_RASTER = re.compile(rb"<(text|tspan|image|foreignObject)\b")


def drawings() -> Path:
    """The folder of the illustrations."""
    return bundled("resources") / "illustrations"


def check(module: Module, folder: Path) -> Remarks:
    """L23 for the illustration of a module, whose file lies in the folder."""
    if module.illustration is None:
        return
    place = module_place(module).at("illustration")
    if module.illustration.alt is not None:
        yield from _alternative(module.illustration.alt, place.at("alt"))
    yield from _drawing(folder / module.illustration.file, place.at("file"))


def _alternative(alt: Text, place: Place) -> Remarks:
    for code, text in (("sv", alt.sv), ("en", alt.en or "")):
        count = len(words(text))
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            yield error(
                place.at(code),
                "L23",
                message(
                    "The words for the picture are {found} in “{code}”; there should be "
                    "{least} to {most}.",
                    found=count,
                    code=code,
                    least=FEWEST_WORDS,
                    most=MOST_WORDS,
                ),
                message("Say what can be seen, or write “decorative: true” instead of “alt”."),
            )


def _drawing(file: Path, place: Place) -> Remarks:
    try:
        drawing = file.read_bytes()
    except OSError:
        yield error(
            place,
            "L23",
            message("There is no picture “{file}”.", file=file.name),
            message("Put the file into resources/illustrations, or write another name."),
        )
        return
    if found := WORDS_OR_RASTER.search(drawing):
        yield error(
            place,
            "L23",
            message(
                "The picture “{file}” holds <{tag}>.", file=file.name, tag=found[1].decode("ascii")
            ),
            message("Draw it with shapes alone: words cannot be translated in a picture."),
        )
