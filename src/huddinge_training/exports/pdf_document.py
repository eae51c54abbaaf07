"""Makes a tagged PDF (PDF/UA-1, PDF/A-2a) or pictures of words and a typst template."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from huddinge_training.exports.palette import palette
from huddinge_training.exports.showable import in_pdf


def pdf_of(template: str, words: object, made_on: date, resources: Path) -> bytes:
    """The PDF, with the fonts of ``resources`` alone; the same data makes the same bytes.

    ``words`` is made of dictionaries, tuples and strings; the template never takes them for
    markup.
    """
    standards = ["ua-1", "a-2a"]
    pdf: bytes = _compiled(template, words, made_on, resources, pdf_standards=standards)
    return pdf


def pictures_of(
    template: str, words: object, made_on: date, resources: Path, dots: int
) -> list[bytes]:
    """The same as one PNG a page, for a printer; ``dots`` is how many to an inch."""
    made = _compiled(template, words, made_on, resources, format="png", ppi=dots)
    return [made] if isinstance(made, bytes) else list(made)


def page_count(template: str, words: object, made_on: date, resources: Path) -> int:
    """How many pages it has."""
    # WORKAROUND: typst.query keeps 2 MB a call (typst 0.15.2); remove when it lets go of them.
    return len(pictures_of(template, words, made_on, resources, dots=1))


def _compiled(template: str, words: object, made_on: date, resources: Path, **settings: Any) -> Any:
    import typst  # noqa: PLC0415  80 MB, only for a file

    documents = resources / "documents"
    return typst.compile(
        documents / template,
        root=documents,
        font_paths=[resources / "fonts", documents],
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(_in_pdf(words)), "colours": json.dumps(palette())},
        timestamp=datetime.combine(made_on, time(), UTC),
        **settings,
    )


def _in_pdf(words: object) -> object:
    if isinstance(words, dict):
        return {name: _in_pdf(value) for name, value in words.items()}
    if isinstance(words, tuple):
        return [_in_pdf(value) for value in words]
    return in_pdf(str(words))
