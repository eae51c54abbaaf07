"""The app for macOS, as far as it can be looked at on another system."""

import plistlib
from pathlib import Path

import pytest

from huddinge_training import __version__
from installer import BuildError
from installer.macos import build_macos, image_command, lay_out, sign_command

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A tiny program with a link in it."""
    folder = tmp_path / "bundle" / "huddinge-training"
    (folder / "lib").mkdir(parents=True)
    (folder / "huddinge-training").write_bytes(b"a program")
    (folder / "lib" / "a").write_bytes(b"a")
    (folder / "lib" / "b").symlink_to("a")
    return folder


def test_an_app_holds_the_program_its_icon_and_what_macos_asks(
    bundle: Path, tmp_path: Path
) -> None:
    app = lay_out(bundle, tmp_path / "image", __version__)
    with (app / "Contents" / "Info.plist").open("rb") as file:
        info = plistlib.load(file)
    assert info["CFBundleShortVersionString"] == __version__
    assert info["CFBundleLocalizations"] == ["sv", "en"]
    assert (app / "Contents" / "MacOS" / info["CFBundleExecutable"]).read_bytes() == b"a program"
    assert (app / "Contents" / "MacOS" / "lib" / "b").is_symlink()
    icon = app / "Contents" / "Resources" / info["CFBundleIconFile"]
    assert icon.read_bytes().startswith(b"icns")


def test_only_a_real_identity_hardens_what_it_signs() -> None:
    assert "runtime" not in sign_command(Path("A.app"), "-")
    assert "runtime" in sign_command(Path("A.app"), "Developer ID Application: X")


def test_the_image_holds_the_folder() -> None:
    command = image_command(Path("image"), Path("out.dmg"), is_quick=True)
    assert command[:2] == ["hdiutil", "create"]
    assert command[-1] == "out.dmg"
    assert command[command.index("-srcfolder") + 1] == "image"


def test_without_its_tool_a_sentence_says_where_it_can_be_built(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BuildError, match="built on macOS"):
        build_macos(bundle, tmp_path, __version__, 0, is_quick=True)
