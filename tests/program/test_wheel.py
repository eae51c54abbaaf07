"""The wheel takes the bundled folders along, and an installed program finds them there."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("LICENSE", "README.md", "pyproject.toml", "quizzes", "resources", "setup.py", "src")


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout, unpacked as pip would; made in a copy, for builds leave traces."""
    checkout = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        if (ROOT / part).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(ROOT / part, checkout / part, ignore=ignored)
        else:
            shutil.copy(ROOT / part, checkout / part)
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"],
        cwd=checkout,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    [wheel] = (checkout / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize("name", ["quizzes", "resources"])
def test_the_bundled_folders_come_along_whole(unpacked: Path, name: str) -> None:
    assert files_below(unpacked / "huddinge_training" / name) == files_below(ROOT / name)


def test_every_module_comes_along(unpacked: Path) -> None:
    modules = {path.relative_to(ROOT / "src") for path in (ROOT / "src").rglob("*.py")}
    assert {module for module in modules if not (unpacked / module).is_file()} == set()


def test_the_installed_program_looks_inside_the_package(unpacked: Path, tmp_path: Path) -> None:
    program = (
        "from huddinge_training.paths import PACKAGE, bundled\n"
        "print(bundled('resources') == PACKAGE / 'resources', PACKAGE)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == f"True {unpacked / 'huddinge_training'}"


def test_the_wheel_knows_its_version_and_its_command(unpacked: Path) -> None:
    [info] = unpacked.glob("*.dist-info")
    assert "Version: 0.1.0" in (info / "METADATA").read_text("utf-8")
    commands = (info / "entry_points.txt").read_text("utf-8")
    assert "huddinge-training = huddinge_training.__main__:main" in commands
