"""The page of a principle is saved in the form that its name asks for."""

from pathlib import Path

import pytest
from examples import MANAGER, RULE, make_course, make_module

from huddinge_training.domain.course import ModuleId, Sheet
from huddinge_training.errors import ExportError
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.principle_sheets import PrincipleSheets

KEYS, BARE = ModuleId("nycklar"), ModuleId("bar")
COURSE = make_course(make_module(KEYS, sheet=Sheet((RULE,), (MANAGER,))), make_module(BARE))


@pytest.fixture
def sheets() -> PrincipleSheets:
    """The pages of the example course."""
    return PrincipleSheets(COURSE, bundled("resources"))


def test_a_pdf_is_a_pdf_and_anything_else_a_page(
    sheets: PrincipleSheets, tmp_path: Path, english: Language
) -> None:
    for name in ("sida.PDF", "sida.html"):
        sheets.save(KEYS, tmp_path / name, english)
    assert (tmp_path / "sida.PDF").read_bytes().startswith(b"%PDF-")
    assert "Module nycklar" in (tmp_path / "sida.html").read_text("utf-8")


def test_a_module_without_a_page_has_nothing_to_save(
    sheets: PrincipleSheets, tmp_path: Path, english: Language
) -> None:
    for name in ("sida.pdf", "sida.html"):
        with pytest.raises(ValueError, match=BARE):
            sheets.save(BARE, tmp_path / name, english)
    assert list(tmp_path.glob("sida*")) == []


def test_a_place_that_cannot_be_written_is_a_sentence(
    sheets: PrincipleSheets, tmp_path: Path, english: Language
) -> None:
    with pytest.raises(ExportError, match="no folder"):
        sheets.save(KEYS, tmp_path / "no" / "sida.html", english)
