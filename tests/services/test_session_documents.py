"""The documents of a session are saved in the form that their name asks for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from examples import make_organisation
from exports.sessions import make_facts, make_plan, make_session_course

from huddinge_training.domain.group_plan import PlannedCase
from huddinge_training.domain.scenario import ScenarioId
from huddinge_training.errors import ExportError, TrainingError
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.documents import Document
from huddinge_training.services.session_documents import SessionDocuments

RESOURCES = bundled("resources")
Make = Callable[[SessionDocuments, Language], Document]
EACH: dict[str, Make] = {
    "Nycklarna": lambda documents, language: documents.guide(make_plan(), language),
    "Vote cards": lambda documents, language: documents.vote_cards(language),
    "Summary of a session": lambda documents, language: documents.summary(make_facts(), language),
}
each_document = pytest.mark.parametrize(("said", "make"), EACH.items(), ids=EACH)


@pytest.fixture
def documents() -> SessionDocuments:
    """The documents of sessions on the example course."""
    return SessionDocuments(make_session_course(), make_organisation(), RESOURCES)


@each_document
def test_a_pdf_is_a_pdf_and_anything_else_a_page(
    said: str, make: Make, documents: SessionDocuments, tmp_path: Path, english: Language
) -> None:
    document = make(documents, english)
    for name in ("fil.PDF", "fil.html"):
        document.save(tmp_path / name)
    assert (tmp_path / "fil.PDF").read_bytes().startswith(b"%PDF-")
    assert said in (tmp_path / "fil.html").read_text("utf-8")
    assert document.file_name.endswith(".pdf")
    assert document.formats == ("pdf", "html")


@each_document
def test_it_can_be_read_on_the_screen_and_printed(
    said: str, make: Make, documents: SessionDocuments, english: Language
) -> None:
    document = make(documents, english)
    assert document.web_page is not None
    assert document.pictures is not None
    assert said in document.web_page()
    assert all(picture.startswith(b"\x89PNG") for picture in document.pictures(20))


@each_document
def test_a_place_that_cannot_be_written_is_a_sentence(
    said: str, make: Make, documents: SessionDocuments, tmp_path: Path, english: Language
) -> None:
    assert said
    for name in ("fil.pdf", "fil.html"):
        with pytest.raises(ExportError, match="no folder"):
            make(documents, english).save(tmp_path / "no" / name)


def test_the_files_have_swedish_names_for_swedish_readers(documents: SessionDocuments) -> None:
    swedish = Language.load("sv", RESOURCES / "locale")
    assert [make(documents, swedish).file_name for make in EACH.values()] == [
        "handledning.pdf",
        "rostkort.pdf",
        "sammanfattning.pdf",
    ]


def test_a_plan_of_another_edition_says_what_to_do(
    documents: SessionDocuments, english: Language
) -> None:
    plan = make_plan(PlannedCase(make_plan().cases[0].module_id, ScenarioId("borta")))
    with pytest.raises(TrainingError, match="not in this edition"):
        documents.guide(plan, english)


def test_a_unit_has_its_name_where_the_organisation_knows_it(
    documents: SessionDocuments, english: Language
) -> None:
    for code, said in (("SK-1", "Ängsskolan, Skolförvaltningen"), ("X-9", "X-9")):
        web_page = documents.summary(make_facts(unit_code=code), english).web_page
        assert web_page is not None
        assert said in web_page()


def test_the_copy_to_put_up_has_no_list_and_the_fingerprint_only_where_there_is_one(
    documents: SessionDocuments, english: Language
) -> None:
    leaders = documents.summary(make_facts(), english, fingerprint="3f9a 12c4").web_page
    to_put_up = documents.summary(make_facts(), english, has_list=False).web_page
    assert leaders is not None
    assert to_put_up is not None
    assert [text in leaders() for text in ("Åsa Öman", "3f9a 12c4")] == [True, True]
    assert [text in to_put_up() for text in ("Åsa Öman", "3f9a 12c4")] == [False, False]
