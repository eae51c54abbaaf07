"""A kiosk: no file chooser ever; what one gets is shown, printed, or saved in IT's folder."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QPushButton
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, settle
from ui.sharing import BO, come_as_guest, come_in, decided, finish_module, store_people
from ui.stages import AMINA, EQUAL, PASSPHRASE, VISION, WELCOME, complete, set_passphrase

from huddinge_training.errors import TrainingError
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.kiosk.outline import Block, outline
from huddinge_training.ui.printing import paint_pages, print_pictures

UI = Path(__file__).parent.parent.parent / "src" / "huddinge_training" / "ui"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """IT's folder."""
    folder = tmp_path / "kvitton"
    folder.mkdir()
    return folder


@pytest.fixture
def kiosk(sources: Sources, folder: Path) -> Sources:
    """A kiosk with a folder and a printer, and somebody who has done a module."""
    amina, _ = store_people(sources, AMINA, BO)
    complete(sources, amina, VISION)
    return decided(sources, is_kiosk=True, kiosk_save_folder=folder, kiosk_prints=True)


@pytest.fixture
def desktop(open_desktop: OpenDesktop, kiosk: Sources) -> Desktop:
    """Amina at it."""
    desktop = open_desktop(kiosk)
    come_in(desktop, AMINA)
    return desktop


def ask_for_certificate(desktop: Desktop) -> None:
    desktop.learner.certificate_asked.emit()
    settle()


def no_dialog(desktop: Desktop) -> bool:
    return desktop.dialogs.suggested == []


# --- Shown -----------------------------------------------------------------------------------


def test_a_certificate_is_shown_on_the_screen(desktop: Desktop) -> None:
    ask_for_certificate(desktop)
    assert no_dialog(desktop)
    words = desktop.words()
    assert "Amina Öberg" in words
    assert "2 mars 2026" in words
    assert desktop.words("page_heading") in desktop.title
    assert desktop.words("page_heading") != "Kompassen"


def test_back_leads_to_where_one_was(desktop: Desktop) -> None:
    title = desktop.title
    ask_for_certificate(desktop)
    assert desktop.title != title
    desktop.do("back")
    assert desktop.title == title


def test_it_speaks_the_language_of_the_window(desktop: Desktop) -> None:
    ask_for_certificate(desktop)
    desktop.app.appearance.change(replace(desktop.preferences, language="en"))
    settle()
    assert "2 March 2026" in desktop.words()


def test_my_data_and_a_page_to_print_are_shown_too(desktop: Desktop) -> None:
    desktop.do("rail_my_data")
    desktop.do("save_html")
    assert "00123" in desktop.words()
    assert not desktop.has("print")
    desktop.do("back")
    desktop.do("rail_home")
    desktop.learner.show_cases()
    settle()
    desktop.do(f"sheet_{EQUAL}")
    assert desktop.has("print")
    assert no_dialog(desktop)


def test_without_a_certificate_it_is_said(open_desktop: OpenDesktop, kiosk: Sources) -> None:
    desktop = open_desktop(kiosk)
    come_in(desktop, BO)
    ask_for_certificate(desktop)
    assert desktop.has("page_message")
    assert not desktop.has("save_in_folder")


def test_a_guest_s_receipt_is_shown(open_desktop: OpenDesktop, kiosk: Sources) -> None:
    desktop = open_desktop(kiosk)
    come_as_guest(desktop)
    finish_module(desktop, WELCOME)
    desktop.do(f"take_{WELCOME}")
    assert desktop.say("Receipt") == desktop.words("page_heading")
    assert no_dialog(desktop)


# --- Saved -----------------------------------------------------------------------------------


def test_it_is_saved_in_it_s_folder_and_never_over_another(desktop: Desktop, folder: Path) -> None:
    ask_for_certificate(desktop)
    for _ in range(3):
        desktop.do("save_in_folder")
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["intyg-2.pdf", "intyg-3.pdf", "intyg.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF") for file in folder.iterdir())
    assert str(folder / "intyg-3.pdf") in desktop.words("page_message")
    assert no_dialog(desktop)


def test_what_is_no_page_is_saved_at_once(desktop: Desktop, folder: Path) -> None:
    desktop.learner.calendar_asked.emit()
    settle()
    (file,) = folder.iterdir()
    assert file.suffix == ".ics"
    assert desktop.has("page_message")
    assert no_dialog(desktop)


def test_a_folder_that_is_gone_is_said(desktop: Desktop, folder: Path) -> None:
    ask_for_certificate(desktop)
    shutil.rmtree(folder)
    desktop.do("save_in_folder")
    assert str(folder) in desktop.words("page_message")


def test_where_nothing_is_allowed_it_is_only_shown(
    open_desktop: OpenDesktop, kiosk: Sources
) -> None:
    bare = decided(kiosk, is_kiosk=True)
    desktop = open_desktop(bare)
    come_in(desktop, AMINA)
    ask_for_certificate(desktop)
    assert "Amina Öberg" in desktop.words()
    assert not desktop.has("print")
    assert not desktop.has("save_in_folder")
    desktop.do("back")
    desktop.learner.calendar_asked.emit()
    settle()
    assert desktop.has("page_message")
    assert no_dialog(desktop)


def test_hr_s_export_lies_in_it_s_folder(
    open_desktop: OpenDesktop, kiosk: Sources, folder: Path
) -> None:
    set_passphrase(kiosk)
    desktop = open_desktop(kiosk)
    for _ in range(2):
        desktop.do("rail_hr")
        desktop.fill("passphrase", PASSPHRASE)
        desktop.do("unlock")
        desktop.wait_for("export")
        desktop.do("export")
        desktop.wait_for("page_message")
    assert len(list(folder.iterdir())) == 2
    assert {file.suffix for file in folder.iterdir()} == {".xlsx"}
    assert no_dialog(desktop)


# --- Printed ---------------------------------------------------------------------------------


def test_it_is_printed_without_a_question(desktop: Desktop) -> None:
    ask_for_certificate(desktop)
    desktop.do("print")
    ((page,),) = desktop.dialogs.printed
    picture = QImage.fromData(page)
    assert picture.width() / picture.height() == pytest.approx(210 / 297, abs=0.01)
    assert picture.width() > 2000
    assert desktop.has("page_message")
    assert no_dialog(desktop)


def test_the_pages_fill_the_paper(desktop: Desktop, tmp_path: Path) -> None:
    ask_for_certificate(desktop)
    desktop.do("print")
    (pages,) = desktop.dialogs.printed
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paint_pages(printer, [*pages, *pages])
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(TrainingError, match="could not be printed"):
        paint_pages(printer, [])


def test_without_a_printer_it_is_said(qapp: object) -> None:
    with pytest.raises(TrainingError, match="no printer"):
        print_pictures(QPrinterInfo(), [], "intyg.pdf")


# --- One place decides -------------------------------------------------------------------------


def test_file_choosers_are_opened_in_one_place_alone() -> None:
    asks = re.compile(r"dialogs\.(save|open)_file\(")
    asking = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if asks.search(path.read_text("utf-8"))
    }
    assert asking == {"saving.py", "dialogs.py"}


def test_no_file_is_looked_for_on_a_kiosk(open_desktop: OpenDesktop, kiosk: Sources) -> None:
    set_passphrase(kiosk)
    desktop = open_desktop(kiosk)
    desktop.do("rail_hr")
    desktop.fill("passphrase", PASSPHRASE)
    desktop.do("unlock")
    desktop.wait_for("people")
    desktop.do("people")
    desktop.dialogs.opened = kiosk.paths.database
    desktop.do("take_session")
    refused = "Files cannot be opened on this computer. Use another one, or ask IT."
    assert desktop.words("page_message").strip() == desktop.say(refused)


def test_nothing_opens_a_browser() -> None:
    words = ("QDesktopServices", "openExternalLinks", "setOpenExternalLinks", "webbrowser")
    opening = [
        path.name for path in UI.rglob("*.py") if any(w in path.read_text("utf-8") for w in words)
    ]
    assert opening == []


def test_elsewhere_a_file_chooser_asks(open_desktop: OpenDesktop, sources: Sources) -> None:
    amina, _ = store_people(sources, AMINA, BO)
    complete(sources, amina, VISION)
    desktop = open_desktop(sources)
    come_in(desktop, AMINA)
    ask_for_certificate(desktop)
    assert desktop.dialogs.suggested == ["intyg.pdf"]
    assert not desktop.has("save_in_folder")


# --- What a web page says ------------------------------------------------------------------------


def test_an_outline_is_what_a_page_says() -> None:
    page = """<!DOCTYPE html><html><head><title>No</title><style>p { color: red }</style></head>
    <body><p class="sign"><svg><title>No</title></svg>Sign</p><h1>The <b>title</b></h1>
    <p>Some
       text.</p><p> </p><h2>Part</h2><dl><div><dt>Name</dt><dd>Åsa</dd></div></dl>
    <ul><li>One &amp; two</li></ul>
    <table><thead><tr><th>Module</th><th>Done</th><th></th></tr></thead>
    <tbody><tr><th>Values</th><td>today</td><td>yes</td></tr></tbody></table></body></html>"""
    assert outline(page) == (
        "The title",
        (
            Block("text", "Some text."),
            Block("heading", "Part", level=2),
            Block("row", "Åsa", "Name"),
            Block("text", "One & two"),
            Block("row", "Done: today · yes", "Values"),
        ),
    )


def test_ctrl_plus_works_on_a_document_too(desktop: Desktop) -> None:
    ask_for_certificate(desktop)
    before = desktop.find(QPushButton, "back").font().pixelSize()
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    assert desktop.find(QPushButton, "back").font().pixelSize() >= before
    assert "Amina Öberg" in desktop.words()
