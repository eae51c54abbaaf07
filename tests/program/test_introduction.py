"""The introduction from end to end: a new employee at the window, HR's file, and its proof."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from examples import TODAY, FakeClock, response_of
from openpyxl import load_workbook
from program.running import PASSPHRASE, Done, run
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from services.tampering import CHANGE, recompute, tamper
from ui.desktop import Desktop, Key, closing_at_end, sources_of
from ui.stages import FREE, WELCOME
from ui.stages import PASSPHRASE as PHRASE

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.language import message
from huddinge_training.ui.learner.end_page import EndPage
from huddinge_training.ui.learner.reading_page import ReadingPage
from huddinge_training.ui.learner.scenario_page import ScenarioPage


@pytest.fixture
def new_employee(qapp: QApplication, data_dir: Path) -> Iterator[Desktop]:
    """The real window at its first start, over the shipped course."""
    assert qapp is not None
    hook = sys.excepthook
    with closing_at_end(Desktop(sources_of(data_dir, FakeClock()))) as desktop:
        yield desktop
    sys.excepthook = hook


def play(desktop: Desktop, choose: Callable[[Scenario], Response] = response_of) -> list[Scenario]:
    """Goes through the module on screen by keyboard; returns what was asked, in order."""
    asked = []
    while not isinstance(desktop.page, EndPage):
        if isinstance(desktop.page, ScenarioPage):
            asked.append(desktop.page.scenario)
            desktop.answer(choose(desktop.page.scenario))
        else:
            assert isinstance(desktop.page, ReadingPage)
        desktop.do("go_on")
    return asked


def personal_number() -> str:
    """A number with a right check digit, made here so that none stands in a file."""
    nine = "850709" + "980"
    total = sum(sum(divmod(int(digit) * (2 - index % 2), 10)) for index, digit in enumerate(nine))
    return f"{nine[:6]}-{nine[6:]}{-total % 10}"


def say_who_i_am(desktop: Desktop) -> None:
    desktop.fill("name", "Åsa Öst")
    desktop.fill("employee_number", personal_number())
    desktop.tab_to("role")
    desktop.write("Gru")
    desktop.fill("unit_search", "björk")
    desktop.press(Key.Key_Return)
    desktop.do("go_on")
    refusal = message(
        "This looks like a personal identity number. "
        "The program does not want it: write your employee number instead."
    )
    assert desktop.words("employee_number_problem") == desktop.say(refusal.msgid)
    assert desktop.focused == "employee_number"
    assert desktop.find(QLineEdit, "name").text() == "Åsa Öst"
    assert desktop.find(QComboBox, "role").currentData() == "skola"
    assert "Björkängsskolan" in desktop.words("unit_chosen")
    desktop.fill("employee_number", "00417")
    desktop.do("go_on")


def as_hr(data_dir: Path, *arguments: object) -> Done:
    return run(*arguments, "--data-dir", data_dir, environ={PASSPHRASE: PHRASE})


def do_two_modules(desktop: Desktop) -> None:
    """The welcome with the best answers, another with a poor one where it matters."""
    desktop.do("next")
    play(desktop)
    assert desktop.words("page_heading") == desktop.say("You are done")
    desktop.do("home")
    assert desktop.find(QPushButton, f"open_{WELCOME}").text() == desktop.say("Repeat")

    module = desktop.workspace.loaded_course.course.module(ModuleId(FREE))
    critical = {objective.id for objective in module.critical_objectives}
    failed: list[Scenario] = []

    def once_poor(scenario: Scenario) -> Response:
        if not failed and scenario.objective in critical:
            failed.append(scenario)
            return response_of(scenario, Grade.POOR)
        return response_of(scenario)

    desktop.do(f"open_{FREE}")
    asked = play(desktop, once_poor)
    place = asked.index(failed[0])
    later = [s for s in asked[place + 2 :] if s.objective == failed[0].objective]
    assert later, "another scenario on the same objective, two items later or more"
    assert failed[0] not in later


def read_back(report: Path) -> None:
    """HR's workbook has the person in both modules, with dates."""
    header, *rows = load_workbook(report).worksheets[3].iter_rows(values_only=True)
    table: list[dict[Any, Any]] = [dict(zip(header, row, strict=True)) for row in rows]
    assert {row["Employee number"] for row in table} == {"00417"}
    assert {row["Name"] for row in table} == {"Åsa Öst"}
    assert {row["Unit"] for row in table} == {"Björkängsskolan"}
    done_on = {
        row["Module id"]: row["Completed on"].date()
        for row in table
        if row["Status"] == "Completed"
    }
    assert done_on == {WELCOME: TODAY, FREE: TODAY}


def test_a_new_employee_does_two_modules_and_hr_gets_a_record_that_can_be_proved(
    new_employee: Desktop, data_dir: Path, tmp_path: Path
) -> None:
    desktop = new_employee
    desktop.tab_to("text_120")
    desktop.press(Key.Key_Right)
    assert desktop.preferences.text_percent == 150
    desktop.do("go_on")
    say_who_i_am(desktop)
    desktop.do("start")
    do_two_modules(desktop)
    certificate = desktop.dialogs.path = tmp_path / "intyg.pdf"
    desktop.do("certificate")
    assert certificate.read_bytes().startswith(b"%PDF")
    desktop.close()

    assert as_hr(data_dir, "hr", "init").code == 0
    report, table = tmp_path / "rapport.xlsx", tmp_path / "rapport.csv"
    for file, more in ((report, ["--names"]), (table, [])):
        format_ = file.suffix.removeprefix(".")
        done = as_hr(data_dir, "export", "--format", format_, "--output", file, *more)
        assert done.code == 0, done.err
    read_back(report)

    proofs = (report, certificate, table)
    against = [word for proof in proofs for word in ("--against", proof)]
    assert as_hr(data_dir, "verify", *against).code == 0
    for harm, words, enough in (
        (changed, "Entry 1 has been changed after it was written.", proofs[:1]),
        (recomputed, "The ledger has been rewritten", proofs),
        (shortened, "The ledger has been cut short", proofs),
    ):
        copy = Path(shutil.copytree(data_dir, tmp_path / harm.__name__))
        harm(copy / "kompassen.db")
        for proof in enough:
            found = as_hr(copy, "verify", "--against", proof)
            assert (found.code, words in found.out) == (1, True), found


def changed(path: Path) -> None:
    tamper(path, CHANGE.replace("sequence = 3", "sequence = 1"))


def recomputed(path: Path) -> None:
    changed(path)
    recompute(path)
    assert as_hr(path.parent, "verify").code == 0  # the chain alone cannot show it


def shortened(path: Path) -> None:
    tamper(path, "DELETE FROM ledger WHERE sequence > 1")
    assert as_hr(path.parent, "verify").code == 0
