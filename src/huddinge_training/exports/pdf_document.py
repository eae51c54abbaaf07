"""Makes a tagged PDF (PDF/UA-1, PDF/A-2a) of words and a typst template."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

from huddinge_training.exports.palette import palette
from huddinge_training.exports.showable import in_pdf


def pdf_of(template: str, words: object, made_on: date, resources: Path) -> bytes:
    """The PDF, with the fonts of ``resources`` alone; the same data makes the same bytes.

    ``words`` is made of dictionaries, tuples and strings; the template never takes them for
    markup.
    """
    import typst  # noqa: PLC0415  80 MB, only for a file

    documents = resources / "documents"
    pdf: bytes = typst.compile(
        documents / template,
        root=documents,
        font_paths=[resources / "fonts", documents],
        ignore_system_fonts=True,
        sys_inputs={"words": json.dumps(_in_pdf(words)), "colours": json.dumps(palette())},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.combine(made_on, time(), UTC),
    )
    return pdf


def _in_pdf(words: object) -> object:
    if isinstance(words, dict):
        return {name: _in_pdf(value) for name, value in words.items()}
    if isinstance(words, tuple):
        return [_in_pdf(value) for value in words]
    return in_pdf(str(words))
