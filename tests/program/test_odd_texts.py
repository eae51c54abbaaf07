"""Names, numbers, units and titles of every kind come out of an export as they went in."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from examples import make_profile
from openpyxl import load_workbook
from program.running import PASSPHRASE, rows_of

from huddinge_training.cli import run_command
from huddinge_training.services.workspace import Workspace, open_sources

ROOT = Path(__file__).parents[2]
PASSPHRASE_OF_HR = "fyra små gröna ord"
TITLE = "=cmd|' /C calc'!A0"
UNITS = ("=HYPERLINK(1)", '@"Enheten"; med, allt', "+46 växeln", "−minus", "🎈 Äventyret", "مدرسة")
NAMES = (
    'Åsa "Ninni" Öman',
    "Ö'Brien; Bo, m.fl.",
    "Zoë 👩‍🚀 Äng",
    "مريم عبد الله",
    "x" + "Lång" * 74 + "å" * 3,
    "Eva =1+1",
)
NUMBERS = ("0007", "007", "7", "1E5", "00001e5", "demo-1")


@pytest.fixture
def data_dir_of_hr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data in which every text is an odd one."""
    quizzes = Path(shutil.copytree(ROOT / "quizzes", tmp_path / "quizzes"))
    module = quizzes / "karnvarden" / "module.yaml"
    lines = module.read_text("utf-8").splitlines()
    title = json.dumps({"sv": TITLE, "en": TITLE}, ensure_ascii=False)
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    module.write_text("\n".join(lines), "utf-8")
    organisation = tmp_path / "organisation.yaml"
    units = [{"code": f"E-{n}", "name": name} for n, name in enumerate(UNITS)]
    departments = [{"code": "F", "name": "=F()", "enheter": units}]
    organisation.write_text(json.dumps({"forvaltningar": departments}, ensure_ascii=False), "utf-8")
    config = tmp_path / "config.toml"
    config.write_text(f"[organisation]\nfile = {json.dumps(str(organisation))}\n", "utf-8")
    monkeypatch.setenv("HUDDINGE_TRAINING_CONFIG", str(config))
    monkeypatch.setenv(PASSPHRASE, PASSPHRASE_OF_HR)
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.setattr(
        "huddinge_training.services.workspace.bundled",
        lambda name: quizzes if name == "quizzes" else ROOT / name,
    )
    folder = tmp_path / "data"
    with Workspace.open(open_sources(folder)) as workspace:
        workspace.hr_door.set_up(PASSPHRASE_OF_HR)
        for place, (name, number) in enumerate(zip(NAMES, NUMBERS, strict=True)):
            profile = make_profile(name, employee_number=number, unit_code=f"E-{place}")
            workspace.profiles.create(profile)
    return folder


ENTERED = {(name, number, unit) for name, number, unit in zip(NAMES, NUMBERS, UNITS, strict=True)}


def export(data_dir: Path, file_format: str, file: Path) -> Path:
    """The file that an export with names makes."""
    options = ["--data-dir", str(data_dir), "--format", file_format, "--output", str(file)]
    assert run_command(["export", "--names", *options]) == 0
    return file


def test_the_system_profile_is_what_was_entered(data_dir_of_hr: Path, tmp_path: Path) -> None:
    rows = rows_of(export(data_dir_of_hr, "csv-system", tmp_path / "rapport.csv"))
    assert {(r["namn"], r["anstallningsnummer"], r["enhet"]) for r in rows} == ENTERED
    assert TITLE in {row["modul"] for row in rows}
    assert {row["forvaltning"] for row in rows} == {"=F()"}


def test_excel_gets_an_apostrophe_before_formulas_and_nothing_else(
    data_dir_of_hr: Path, tmp_path: Path
) -> None:
    rows = rows_of(export(data_dir_of_hr, "csv", tmp_path / "rapport.csv"))
    guarded = {
        (name, number, f"'{unit}" if unit[0] in "=+@" else unit) for name, number, unit in ENTERED
    }
    assert {(r["namn"], r["anstallningsnummer"], r["enhet"]) for r in rows} == guarded
    assert f"'{TITLE}" in {row["modul"] for row in rows}


def test_json_is_what_was_entered(data_dir_of_hr: Path, tmp_path: Path) -> None:
    file = export(data_dir_of_hr, "json", tmp_path / "rapport.json")
    rows = json.loads(file.read_text("utf-8"))["rows"]
    assert {(r["namn"], r["anstallningsnummer"], r["enhet"]) for r in rows} == ENTERED
    assert TITLE in {row["modul"] for row in rows}


def test_a_workbook_holds_texts_and_no_formula(data_dir_of_hr: Path, tmp_path: Path) -> None:
    file = export(data_dir_of_hr, "xlsx", tmp_path / "rapport.xlsx")
    texts = [
        str(cell.value)
        for sheet in load_workbook(file)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "s"
    ]
    for entered in ENTERED:
        assert set(entered) <= set(texts)
    assert TITLE in texts
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            assert b"<f>" not in package.read(name)
            assert b"<f " not in package.read(name)


def test_the_unit_can_be_asked_for_by_its_odd_name(data_dir_of_hr: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    options = ["--data-dir", str(data_dir_of_hr), "--format", "csv", "--output", str(file)]
    assert run_command(["export", *options, "--unit", UNITS[0]]) == 0
    assert {row["anstallningsnummer"] for row in rows_of(file)} == {NUMBERS[0]}
