"""The installer for Windows, compiled by NSIS and run under Wine with a stand-in for the program.

What Wine does not have is not shown here: rights that are lacking, and a firewall at work.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from wine import Wine

from huddinge_training.services.machine_settings import DEFAULT_PORT
from installer.windows import PROGRAM, Payload, make_installer, numeric_version, write_lists

ICON = Path("/usr/share/nsis/Contrib/Graphics/Icons/modern-install.ico")
KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\huddinge-training"
FOR_ALL = rf"HKLM\{KEY}"
FOR_ONE = rf"HKCU\{KEY}"
# Linux hands on the last byte of an exit code only.
IS_OPEN = 1618 % 256
NOT_WRITTEN = 1603 % 256
WRONG_SWITCH = 87

MakePayload = Callable[..., Payload]


@pytest.fixture
def make_payload(tmp_path: Path) -> MakePayload:
    """Makes a folder as PyInstaller would, with these files beside the program."""

    def make(version: str, *names: str, program: bytes = b"a program") -> Payload:
        folder = tmp_path / version
        for name, content in [(PROGRAM, program), *((name, b"text") for name in names)]:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return Payload(folder, version, "A publisher", DEFAULT_PORT, ICON)

    return make


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[[Payload], Path]:
    """Compiles an installer, quickly."""

    def compile_it(payload: Payload) -> Path:
        output = tmp_path / f"kompassen-{payload.version}.exe"
        make_installer(payload, output, compressor="zlib")
        return output

    return compile_it


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def rule(program: str, port: int) -> str:
    return (
        'netsh.exe" advfirewall firewall add rule name="Kompassen" dir=in action=allow '
        f'program="{program}" protocol=TCP localport={port} profile=private,domain'
    )


def no_rule(program: str) -> str:
    return f'netsh.exe" advfirewall firewall delete rule name="Kompassen" program="{program}"'


@pytest.mark.needs_nsis
@pytest.mark.needs_wine
def test_for_everybody_it_is_installed_upgraded_in_place_and_taken_away(
    wine: Wine, make_payload: MakePayload, compiled: Callable[[Payload], Path]
) -> None:
    folder = wine.disk / "Program Files" / "Kompassen"
    shortcut = wine.disk / "ProgramData/Microsoft/Windows/Start Menu/Programs/Kompassen.lnk"
    settings = wine.disk / "ProgramData" / "huddinge-training"
    program = rf"C:\Program Files\Kompassen\{PROGRAM}"
    wine.calls()

    old = make_payload("0.9.0", "_internal/only old/räksmörgås $1.txt", "_internal/in both.txt")
    assert wine.run(compiled(old), "/S", "/AllUsers", "/Port=9090") == 0

    assert files_in(folder) == [*map(str, old.files), "uninstall.exe"]
    assert shortcut.exists()
    uninstall = r'"C:\Program Files\Kompassen\uninstall.exe" /AllUsers'
    assert wine.registry(FOR_ALL) == {
        "DisplayIcon": program,
        "DisplayName": "Kompassen",
        "DisplayVersion": "0.9.0",
        "EstimatedSize": "0x1",
        "InstallLocation": r"C:\Program Files\Kompassen",
        "NoModify": "0x1",
        "NoRepair": "0x1",
        "Publisher": "A publisher",
        "QuietUninstallString": f"{uninstall} /S",
        "SessionPort": "9090",
        "UninstallString": uninstall,
    }
    assert wine.registry(FOR_ONE) == {}
    assert wine.calls() == [
        r'icacls.exe" "C:\ProgramData\huddinge-training" /setowner *S-1-5-32-544 /T',
        r'icacls.exe" "C:\ProgramData\huddinge-training" /inheritance:r /grant:r '
        "*S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX",
        no_rule(program),
        rule(program, 9090),
    ]

    decided = settings / "config.toml"
    decided.write_text("[phones]\nport = 9090\n")
    kept = folder / "_internal" / "put here by it.txt"
    kept.write_text("not ours")
    data = wine.user / "AppData" / "Local" / "huddinge-training" / "kompassen.db"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("a person's")
    new = make_payload("0.10.0", "_internal/in both.txt", "_internal/only new.txt")
    assert wine.run(compiled(new), "/S", "/AllUsers") == 0

    assert files_in(folder) == [
        "_internal/in both.txt", "_internal/only new.txt",
        "_internal/put here by it.txt", PROGRAM, "uninstall.exe",
    ]  # fmt: skip
    assert not (folder / "_internal" / "only old").exists()
    assert wine.registry(FOR_ALL)["DisplayVersion"] == "0.10.0"
    assert shortcut.exists()
    # The old version takes its own rule away, wherever it lies.
    assert [call for call in wine.calls() if call.startswith("netsh")] == [
        no_rule(program), no_rule(program), rule(program, 9090),
    ]  # fmt: skip

    kept.unlink()
    assert wine.run(folder / "uninstall.exe", "/AllUsers", "/S") == 0
    wine.wait_until_gone(folder)

    assert wine.registry(FOR_ALL) == {}
    assert not shortcut.exists()
    assert wine.calls() == [no_rule(program)]
    assert data.read_text() == "a person's"
    assert decided.exists()


@pytest.mark.needs_nsis
@pytest.mark.needs_wine
def test_for_one_person_nothing_of_the_computer_is_touched(
    wine: Wine, make_payload: MakePayload, compiled: Callable[[Payload], Path]
) -> None:
    folder = wine.user / "AppData" / "Local" / "Programs" / "Kompassen"
    shortcut = wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Kompassen.lnk"
    wine.calls()

    assert wine.run(compiled(make_payload("0.9.0", "old.txt")), "/S", "/CurrentUser") == 0
    assert wine.run(compiled(make_payload("0.10.0", "new.txt")), "/S", "/CurrentUser") == 0

    assert files_in(folder) == [PROGRAM, "new.txt", "uninstall.exe"]
    assert shortcut.exists()
    assert wine.registry(FOR_ONE)["DisplayVersion"] == "0.10.0"
    assert wine.registry(FOR_ALL) == {}

    left = folder / "a person's own.txt"
    left.write_text("not ours")
    assert wine.run(folder / "uninstall.exe", "/CurrentUser", "/S") == 0
    wine.wait_until_gone(folder / "uninstall.exe")

    assert files_in(folder) == [left.name]
    assert not shortcut.exists()
    assert wine.registry(FOR_ONE) == {}
    assert wine.calls() == []
    left.unlink()


@pytest.mark.needs_nsis
@pytest.mark.needs_wine
def test_while_the_program_is_open_nothing_is_changed_and_the_exit_code_says_so(
    wine: Wine, make_payload: MakePayload, compiled: Callable[[Payload], Path]
) -> None:
    folder = wine.user / "AppData" / "Local" / "Programs" / "Kompassen"
    program = wine.any_program.read_bytes()
    old = compiled(make_payload("0.9.0", "old.txt", program=program))
    new = compiled(make_payload("0.10.0", "new.txt", program=program))
    assert wine.run(old, "/S", "/CurrentUser") == 0

    with wine.start(folder / PROGRAM) as running:
        assert running.stdout is not None
        running.stdout.read(1)  # it is there when it says something
        assert wine.run(new, "/S", "/CurrentUser") == IS_OPEN
        # The way on which one hears of it: the copy that the uninstaller makes is not waited for.
        here = rf"C:\users\{wine.user.name}\AppData\Local\Programs\Kompassen"
        assert wine.run(folder / "uninstall.exe", "/S", f"_?={here}") == IS_OPEN
        assert files_in(folder) == [PROGRAM, "old.txt", "uninstall.exe"]
        running.communicate()

    assert wine.run(new, "/S", "/CurrentUser") == 0
    assert files_in(folder) == [PROGRAM, "new.txt", "uninstall.exe"]
    assert wine.run(folder / "uninstall.exe", "/CurrentUser", "/S", f"_?={here}") == 0
    assert PROGRAM not in files_in(folder)
    shutil.rmtree(folder)


@pytest.mark.needs_nsis
@pytest.mark.needs_wine
@pytest.mark.parametrize("port", ["x", "0", "65536"])
def test_a_port_that_there_is_not_changes_nothing(
    wine: Wine, make_payload: MakePayload, compiled: Callable[[Payload], Path], port: str
) -> None:
    installer = compiled(make_payload("0.9.0"))
    assert wine.run(installer, "/S", "/CurrentUser", f"/Port={port}") == WRONG_SWITCH
    assert wine.registry(FOR_ONE) == {}


@pytest.mark.needs_nsis
@pytest.mark.needs_wine
def test_a_file_that_cannot_be_written_ends_it_with_an_exit_code(
    wine: Wine, make_payload: MakePayload, compiled: Callable[[Payload], Path]
) -> None:
    folder = wine.user / "AppData" / "Local" / "Programs" / "Kompassen"
    (folder / "a.txt").mkdir(parents=True)  # in the way
    installer = compiled(make_payload("0.9.0", "a.txt"))
    assert wine.run(installer, "/S", "/CurrentUser") == NOT_WRITTEN
    assert wine.registry(FOR_ONE) == {}


@pytest.mark.needs_nsis
def test_the_same_files_make_the_same_installer(
    make_payload: MakePayload, compiled: Callable[[Payload], Path]
) -> None:
    payload = make_payload("0.9.0", "_internal/a.txt")
    first = compiled(payload).read_bytes()
    for file in payload.files:
        (payload.folder / file).touch()
    assert compiled(payload).read_bytes() == first


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("1.2.3rc4+local.7", "1.2.3.4")],
)
def test_windows_gets_four_numbers_of_a_version(version: str, numbers: str) -> None:
    assert numeric_version(version) == numbers


def test_only_what_was_installed_is_taken_away_folders_from_the_inside(
    make_payload: MakePayload, tmp_path: Path
) -> None:
    write_lists(make_payload("0.9.0", "_internal/deep/$x.txt"), tmp_path)
    assert (tmp_path / "uninstall.nsh").read_text("utf-8").splitlines() == [
        r'Delete "$INSTDIR\_internal\deep\$$x.txt"',
        rf'Delete "$INSTDIR\{PROGRAM}"',
        r'RMDir "$INSTDIR\_internal\deep"',
        r'RMDir "$INSTDIR\_internal"',
    ]
    assert (tmp_path / "programs.nsh").read_text("utf-8") == (f'!insertmacro Program "{PROGRAM}"\n')
