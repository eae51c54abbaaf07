"""What can be taken along: every document saves what it shows, and shows what it saves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from examples import make_profile
from services.playing import play

from huddinge_training.domain.person import Person
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language
from huddinge_training.services.documents import Document, put_into
from huddinge_training.services.receipts import taken_words
from huddinge_training.services.workspace import Workspace, default_sources

Make = Callable[[Workspace, Person, Language], Document]
DOTS = 40


def a_receipt(workspace: Workspace, _person: Person, language: Language) -> Document:
    module = workspace.loaded_course.course.modules[0]
    return workspace.receipt_pages.document(workspace.receipts.give(module), language)


def a_sheet(workspace: Workspace, _person: Person, language: Language) -> Document:
    module = next(m for m in workspace.loaded_course.course.modules if m.sheet is not None)
    return workspace.principle_sheets.document(module.id, language)


PAGES: dict[str, Make] = {
    "certificate": lambda workspace, person, language: workspace.certificates.document(
        person, language
    ),
    "receipt": a_receipt,
    "sheet": a_sheet,
    "goals": lambda workspace, _, language: workspace.principle_sheets.goals_document(language),
    "my data": lambda workspace, person, language: workspace.my_data.document(
        person, "html", language
    ),
}


@pytest.fixture
def workspace(data_dir: Path) -> Iterator[Workspace]:
    with Workspace.open(default_sources(data_dir)) as workspace:
        yield workspace


@pytest.fixture
def graduate(workspace: Workspace) -> Person:
    """Somebody who has done a module; the welcome before it has no repeats."""
    person = workspace.profiles.create(make_profile())
    module = workspace.loaded_course.course.modules[1]
    play(workspace.learning.open_module(person, module.id))
    return person


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_a_page_is_saved_as_it_is_shown(
    workspace: Workspace, graduate: Person, english: Language, make: Make, tmp_path: Path
) -> None:
    document = make(workspace, graduate, english)
    assert document.web_page is not None
    document.save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == document.web_page()
    assert "<h1" in document.web_page()


@pytest.mark.parametrize("name", ["certificate", "receipt", "sheet", "goals"])
def test_what_can_be_printed_is_a_pdf_and_pictures(
    workspace: Workspace, graduate: Person, english: Language, name: str, tmp_path: Path
) -> None:
    document = PAGES[name](workspace, graduate, english)
    assert document.file_name.endswith(".pdf")
    assert document.formats == ("pdf", "html")
    document.save(tmp_path / document.file_name)
    assert (tmp_path / document.file_name).read_bytes().startswith(b"%PDF")
    assert document.pictures is not None
    (picture,) = document.pictures(DOTS)
    assert picture.startswith(b"\x89PNG")


def test_dates_and_data_are_files_only(
    workspace: Workspace, graduate: Person, english: Language, tmp_path: Path
) -> None:
    calendar = workspace.certificates.calendar(graduate, english)
    assert (calendar.formats, calendar.web_page, calendar.pictures) == (("ics",), None, None)
    calendar.save(tmp_path / calendar.file_name)
    assert "BEGIN:VCALENDAR" in (tmp_path / "repeats.ics").read_text("utf-8")
    data = workspace.my_data.document(graduate, "json", english)
    data.save(tmp_path / data.file_name)
    assert (tmp_path / "my-data.json").read_text("utf-8").startswith("{")


def test_without_a_module_there_is_no_certificate_to_take_along(
    workspace: Workspace, english: Language
) -> None:
    newcomer = workspace.profiles.create(make_profile(employee_number="1"))
    with pytest.raises(TrainingError, match="no certificate yet"):
        workspace.certificates.document(newcomer, english)


def test_it_s_folder_gets_one_more_file_each_time(
    workspace: Workspace, graduate: Person, english: Language, tmp_path: Path
) -> None:
    document = PAGES["certificate"](workspace, graduate, english)
    for name in ("certificate.pdf", "certificate-2.pdf"):
        assert put_into(tmp_path, document.file_name, document.save) == tmp_path / name


def test_the_qr_code_of_a_receipt_is_square(workspace: Workspace) -> None:
    module = workspace.loaded_course.course.modules[0]
    squares = workspace.receipt_pages.squares(workspace.receipts.give(module))
    assert {len(row) for row in squares} == {len(squares)}


def test_what_became_of_a_receipt_is_a_sentence(
    workspace: Workspace, graduate: Person, english: Language
) -> None:
    module = workspace.loaded_course.course.modules[0]
    receipt = workspace.receipts.give(module)
    first, again = (workspace.receipts.take(receipt.whole, graduate) for _ in range(2))
    title = english.say(module.title)
    assert f"{graduate.profile.name} has done “{title}”" in english.say(taken_words(first))
    assert "Nothing has changed" in english.say(taken_words(again))
