"""Makes the installer for Windows from a folder with the built program, by NSIS.

NSIS runs on Windows and on Linux; the built program itself has to come from Windows.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from huddinge_training.services.machine_settings import DEFAULT_PORT
from installer import BuildError
from installer.icon import write_icon

PUBLISHER = "The Huddinge training contributors"
SCRIPT = Path(__file__).with_suffix(".nsi")
PROGRAM = "huddinge-training.exe"
NUMBERS_OF_A_VERSION = 4
# Small and slow; a test takes zlib.
COMPRESSOR = "lzma"
PLACES_OF_NSIS = (
    r"C:\Program Files (x86)\NSIS\makensis.exe",
    r"C:\Program Files\NSIS\makensis.exe",
)


@dataclass(frozen=True, slots=True)
class Payload:
    """A folder with a program, and what the installer says of it."""

    folder: Path
    version: str
    publisher: str
    port: int
    icon: Path

    @property
    def files(self) -> list[PurePosixPath]:
        """All files, below the folder and in an order that no file system decides."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(PurePosixPath(path.relative_to(self.folder).as_posix()) for path in found)

    @property
    def kilobytes(self) -> int:
        """What Windows shows as the size, before it is packed."""
        return -(-sum((self.folder / file).stat().st_size for file in self.files) // 1024)


def build_windows(
    bundle: Path, output: Path, version: str, made_at: int, *, is_quick: bool
) -> Path:
    """The installer; ``is_quick`` packs less tightly. Raises BuildError.

    ``made_at`` is not needed: NSIS is told to keep no times.
    """
    del made_at
    installer = output / f"huddinge-training-{version}-windows.exe"
    payload = Payload(bundle, version, PUBLISHER, DEFAULT_PORT, write_icon("win32", bundle.parent))
    try:
        make_installer(payload, installer, "zlib" if is_quick else COMPRESSOR)
    except FileNotFoundError as error:
        raise BuildError("NSIS is not there. Get it from https://nsis.sourceforge.io/") from error
    except subprocess.CalledProcessError as error:
        raise BuildError(f"NSIS failed:\n{error.stdout}{error.stderr}") from error
    return installer


def numeric_version(version: str) -> str:
    """The four numbers that Windows wants, from a version that may have letters in it."""
    numbers = re.findall(r"\d+", version.partition("+")[0])[:NUMBERS_OF_A_VERSION]
    return ".".join([*numbers, *["0"] * (NUMBERS_OF_A_VERSION - len(numbers))])


def make_installer(payload: Payload, output: Path, compressor: str = COMPRESSOR) -> None:
    """Compiles the installer; raises CalledProcessError with what NSIS said."""
    with TemporaryDirectory() as lists:
        write_lists(payload, Path(lists))
        subprocess.run(
            command(payload, Path(lists), output, compressor),
            check=True,
            capture_output=True,
            text=True,
        )


def command(payload: Payload, lists: Path, output: Path, compressor: str) -> list[str]:
    """The command line of NSIS; a warning of its is an error."""
    defines = {
        "VERSION": payload.version,
        "NUMERIC_VERSION": numeric_version(payload.version),
        "PUBLISHER": payload.publisher,
        "PROGRAM": PROGRAM,
        "KILOBYTES": payload.kilobytes,
        "PORT": payload.port,
        "TARGET": target(),
        "COMPRESSOR": compressor,
        "ICON": payload.icon.resolve(),
        "OUTPUT": output.resolve(),
        "LISTS": lists.resolve(),
    }
    given = [f"-D{name}={value}" for name, value in defines.items()]
    return [makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, str(SCRIPT)]


def makensis() -> str:
    """NSIS in the path, or where its own installer puts it, which is in no path."""
    places = [place for place in PLACES_OF_NSIS if Path(place).is_file()]
    return shutil.which("makensis") or (places[0] if places else "makensis")


def target() -> str:
    """What the installer itself is made for: NSIS on Windows knows 32 bits only."""
    return "x86-unicode" if sys.platform == "win32" else "amd64-unicode"


def write_lists(payload: Payload, folder: Path) -> None:
    """What the script installs, takes away, and may not replace while it runs.

    By name, so that nothing is ever taken away that was not installed.
    """
    files = payload.files
    folders = sorted({parent for file in files for parent in file.parents} - {PurePosixPath()})
    install = []
    for place in [PurePosixPath(), *folders]:
        install.append(f"SetOutPath {_installed(place)}")
        install += [
            # A path on this machine, in which $ means nothing.
            f'File "{(payload.folder / file).resolve()}"'
            for file in files
            if file.parent == place
        ]
    uninstall = [f"Delete {_installed(file)}" for file in files]
    uninstall += [f"RMDir {_installed(place)}" for place in reversed(folders)]
    programs = [
        f'!insertmacro Program "{_escaped(file.name)}"'
        for file in files
        if file.parent == PurePosixPath() and file.suffix.lower() == ".exe"
    ]
    for name, lines in (("install", install), ("uninstall", uninstall), ("programs", programs)):
        (folder / f"{name}.nsh").write_text("\n".join([*lines, ""]), encoding="utf-8")


def _installed(place: PurePosixPath) -> str:
    inside = "" if place == PurePosixPath() else "\\" + _escaped(str(place)).replace("/", "\\")
    return f'"$INSTDIR{inside}"'


def _escaped(text: str) -> str:
    return text.replace("$", "$$")
