"""The app for macOS, as far as it can be looked at on another system."""

from pathlib import Path

import pytest

from installer import BuildError
from installer.contents import is_needed
from installer.macos import build_macos, image_command, info, sign_command


def test_macos_is_told_both_languages_and_why_the_local_network_is_used() -> None:
    told = info()
    assert told["CFBundleLocalizations"] == ["sv", "en"]
    assert "lokala nätet" in told["NSLocalNetworkUsageDescription"]


def test_nothing_is_left_of_a_framework_that_is_not_used() -> None:
    unused = "PySide6/Qt/lib/QtQml.framework"
    assert not is_needed(f"{unused}/Versions/A/QtQml")
    assert not is_needed(f"{unused}/Versions/A/Resources/Info.plist")
    assert is_needed("PySide6/Qt/lib/QtGui.framework/Versions/A/Resources/Info.plist")


def test_only_a_real_identity_hardens_what_it_signs() -> None:
    assert "runtime" not in sign_command(Path("A.app"), "-")
    assert "runtime" in sign_command(Path("A.app"), "Developer ID Application: X")


def test_the_image_holds_the_folder() -> None:
    command = image_command(Path("image"), Path("out.dmg"), is_quick=True)
    assert command[:2] == ["hdiutil", "create"]
    assert command[-1] == "out.dmg"
    assert command[command.index("-srcfolder") + 1] == "image"


def test_without_its_tool_a_sentence_says_where_it_can_be_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BuildError, match="built on macOS"):
        build_macos(tmp_path / "Kompassen.app", tmp_path, "1.2", 0, is_quick=True)
