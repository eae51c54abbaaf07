"""Files are put in their place whole or not at all, and what stops them is said in words."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from exports.reports import sentence

from huddinge_training.errors import ExportCancelledError, ExportError
from huddinge_training.exports.safe_file import added, replacing, write_bytes, write_text


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_text(tmp_path / "new.txt", "Åäö\r\n")
    assert (tmp_path / "new.txt").read_bytes() == "Åäö\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("a much longer text that was there before")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with replacing(path) as draft:
        draft.write_text("new")
        assert path.read_text() == "old"
        assert draft.parent == tmp_path
    assert path.read_text() == "new"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, ExportCancelledError])
def test_a_failure_in_the_middle_keeps_the_old_file(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with pytest.raises(failure), replacing(path) as draft:
        draft.write_text("half")
        raise failure
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_whoever_could_not_read_the_old_file_cannot_read_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "private.txt"
    path.write_text("old")
    path.chmod(0o600)
    write_bytes(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "file.txt", tmp_path / "link.txt"
    path.write_text("old")
    link.symlink_to(path)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_relative_path_is_taken_from_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_bytes(Path("new.txt"), b"new")
    assert (tmp_path / "new.txt").read_bytes() == b"new"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(ExportError) as problem:
        write_bytes(folder / "new.txt", b"new")
    assert sentence(problem) == (
        f"The file could not be saved: there is no folder {folder}. Choose another folder."
    )


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    with pytest.raises(ExportError) as problem:
        write_bytes(file / "new.txt", b"new")
    assert f"there is no folder {file}" in sentence(problem)
    assert file.read_text() == "old"


@pytest.mark.parametrize("name", [".", "/"])
def test_a_folder_instead_of_a_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError) as problem:
        write_bytes(Path(name), b"new")
    assert sentence(problem) == (
        f"The file could not be saved: {Path(name).resolve()} is a folder. Add a name for the file."
    )


def test_a_device_is_left_alone() -> None:
    before = Path("/dev/full").stat()
    with pytest.raises(ExportError) as problem:
        write_bytes(Path("/dev/full"), b"new")
    assert "/dev/full is a device" in sentence(problem)
    assert Path("/dev/full").stat() == before


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem:
        write_bytes(tmp_path / ("å" * 200), b"new")
    assert "its name is too long" in sentence(problem)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("as_ordinary_user")
def test_a_write_protected_folder_is_said(open_folder: Path) -> None:
    folder = open_folder / "protected"
    folder.mkdir()
    (folder / "old.txt").write_text("old")
    folder.chmod(0o555)
    for name in ("old.txt", "new.txt"):
        with pytest.raises(ExportError) as problem:
            write_bytes(folder / name, b"new")
        assert sentence(problem) == (
            f"The file could not be saved: the folder {folder} is write-protected. "
            "Choose another folder."
        )
    assert [path.read_text() for path in folder.iterdir()] == ["old"]
    folder.chmod(0o777)


@pytest.mark.usefixtures("as_ordinary_user")
def test_a_write_protected_file_is_said(open_folder: Path) -> None:
    path = open_folder / "old.txt"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(ExportError) as problem:
        write_bytes(path, b"new")
    assert sentence(problem) == (
        f"The file could not be saved: {path} is write-protected. Choose another name."
    )
    assert [file.read_text() for file in open_folder.iterdir()] == ["old"]


def test_a_folder_that_the_system_protects_is_said_to_root_as_well() -> None:
    with pytest.raises(ExportError) as problem:
        write_bytes(Path("/sys/new.txt"), b"new")
    assert "the folder /sys is write-protected" in sentence(problem)


def test_a_file_that_is_open_in_another_program_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_draft: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    path = tmp_path / "old.txt"
    path.write_text("old")
    # So Windows does with a file that Excel holds; Linux lets a file be replaced.
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError) as problem:
        write_bytes(path, b"new")
    assert sentence(problem) == (
        f"The file could not be saved: {path} seems to be open in another program. "
        "Close it there, or choose another name."
    )
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    with pytest.raises(ExportError) as problem, replacing(path):
        Path("/dev/full").write_text("a device that is always full")
    assert sentence(problem) == (
        "The file could not be saved: the disk is full. Make room, or choose another disk."
    )
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_any_other_trouble_is_said_as_the_computer_says_it(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    with pytest.raises(ExportError) as problem, replacing(path):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    assert sentence(problem) == (
        f"The file {path} could not be saved. The computer says: Input/output error."
    )


def test_trouble_without_a_number_is_said_too(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as problem, replacing(tmp_path / "new.txt"):
        raise OSError("the cable is out")
    assert "The computer says: the cable is out." in sentence(problem)


def test_elsewhere_than_on_posix_a_folder_is_not_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.txt"
    with replacing(path) as draft:
        draft.write_text("new")
        monkeypatch.setattr("huddinge_training.exports.safe_file.IS_POSIX", False)
    assert path.read_text() == "new"


# --- Beside what is there, never over it ----------------------------------------------------------


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    paths = [added(tmp_path, "intyg.pdf", partial(write_text, text=text)) for text in "abc"]
    assert [path.name for path in paths] == ["intyg.pdf", "intyg-2.pdf", "intyg-3.pdf"]
    assert [path.read_text() for path in paths] == ["a", "b", "c"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(p.name for p in paths)


def test_the_writer_sees_the_ending_that_it_writes_for(tmp_path: Path) -> None:
    seen: list[str] = []

    def write(path: Path) -> None:
        seen.append(path.suffix)
        write_text(path, "x")

    added(tmp_path, "intyg.html", write)
    assert seen == [".html"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, ExportCancelledError])
def test_a_failure_while_writing_adds_nothing(tmp_path: Path, failure: type[BaseException]) -> None:
    def write(path: Path) -> None:
        path.write_text("half")
        raise failure

    with pytest.raises(failure):
        added(tmp_path, "intyg.pdf", write)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        added(tmp_path / "no", "intyg.pdf", partial(write_text, text="x"))
    assert "there is no folder" in sentence(caught)


@pytest.mark.parametrize("knows_second_names", [True, False])
def test_programs_at_once_each_get_a_name_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_second_names: bool
) -> None:
    if not knows_second_names:  # as on a memory stick

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", refuse)
    with ThreadPoolExecutor(8) as pool:
        paths = list(
            pool.map(
                lambda number: added(tmp_path, "intyg.pdf", partial(write_text, text=str(number))),
                range(24),
            )
        )
    assert len(set(paths)) == 24
    assert sorted(int(path.read_text()) for path in tmp_path.iterdir()) == list(range(24))
