"""The second start reads no YAML; a cache that is stale or broken is made again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from content.editing import SCENARIO, edit

from huddinge_training.content import course_reader
from huddinge_training.content.library import LoadedCourse, load_course
from huddinge_training.errors import ContentError

LOADS = """
import sys
from pathlib import Path
from huddinge_training.content.library import load_course
from huddinge_training.content.organisation_file import load_organisation
course = load_course(Path(sys.argv[1]), Path(sys.argv[3])).course
units = load_organisation(Path(sys.argv[2]), Path(sys.argv[3])).units
print(len(course.modules), len(units), "yaml" in sys.modules, "difflib" in sys.modules)
"""


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were read as YAML since the test began."""
    folders: list[Path] = []
    read_course = course_reader.read_course

    def remember(folder: Path) -> course_reader.ReadCourse:
        folders.append(folder)
        return read_course(folder)

    monkeypatch.setattr(course_reader, "read_course", remember)
    return folders


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "data" / "cache"


def test_the_second_load_reads_no_yaml(course_folder: Path, cache: Path, reads: list[Path]) -> None:
    first = load_course(course_folder, cache)
    second = load_course(course_folder, cache)

    assert first == second == load_course(course_folder)
    assert reads == [course_folder, course_folder]


def test_the_second_start_does_not_even_import_yaml(course_folder: Path, cache: Path) -> None:
    organisation = course_folder.parent / "organisation.yaml"
    organisation.write_text(
        "forvaltningar: [{code: A, name: A, enheter: [{code: A-1, name: B}]}]", "utf-8"
    )
    command = [sys.executable, "-c", LOADS, str(course_folder), str(organisation), str(cache)]

    outputs = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]

    assert outputs == ["1 1 True True\n", "1 1 False False\n"]


def test_findings_are_kept_as_well(course_folder: Path, cache: Path, reads: list[Path]) -> None:
    edit(course_folder, SCENARIO, "version: 1", "version: ett")

    first = load_course(course_folder, cache)
    second = load_course(course_folder, cache)

    assert first.findings
    assert first == second
    assert len(reads) == 1


def test_a_changed_new_or_deleted_file_makes_the_cache_anew(
    course_folder: Path, cache: Path, reads: list[Path]
) -> None:
    load_course(course_folder, cache)

    edit(course_folder, SCENARIO, "Om chefen är borta", "Om chefen är sjuk")
    assert "sjuk" in str(load_course(course_folder, cache).course)

    os.utime(course_folder / SCENARIO, ns=(1, 1))
    load_course(course_folder, cache)

    (course_folder / "notes.txt").write_text("x", "utf-8")
    load_course(course_folder, cache)

    (course_folder / SCENARIO).unlink()
    assert len(load_course(course_folder, cache).course.modules[0].scenarios) == 2
    assert len(reads) == 5


def test_hidden_files_and_folders_far_down_do_not_matter(
    course_folder: Path, cache: Path, reads: list[Path]
) -> None:
    load_course(course_folder, cache)

    (course_folder / ".swp").write_text("x", "utf-8")
    (course_folder / "nycklar/a/b").mkdir(parents=True)
    (course_folder / "nycklar/a/b/c.yaml").write_text("x", "utf-8")
    load_course(course_folder, cache)

    assert len(reads) == 1


@pytest.mark.parametrize("damage", ["", "{}", "half", "bytes"])
def test_a_broken_cache_is_made_again(
    course_folder: Path, cache: Path, reads: list[Path], damage: str
) -> None:
    whole = load_course(course_folder, cache)
    (file,) = cache.iterdir()
    written = file.read_bytes()
    damaged = {"half": written[:2000], "bytes": bytes(reversed(written))}
    file.write_bytes(damaged.get(damage, damage.encode()))

    assert load_course(course_folder, cache) == whole
    assert file.read_bytes() == written
    assert len(reads) == 2


def test_two_courses_keep_out_of_each_other_s_way(
    course_folder: Path, cache: Path, reads: list[Path]
) -> None:
    other = course_folder.rename(course_folder.parent / "other")
    for _ in range(2):
        load_course(other, cache)
    other.rename(course_folder)
    load_course(course_folder, cache)

    assert len(list(cache.iterdir())) == 2
    assert len(reads) == 2


def test_a_cache_that_cannot_be_written_is_no_problem(course_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("", "utf-8")

    loaded = load_course(course_folder, file)

    assert isinstance(loaded, LoadedCourse)
    assert loaded == load_course(course_folder)


def test_a_cache_is_never_half_written(
    course_folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(self: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full_disk)

    assert load_course(course_folder, cache).course.modules
    assert list(cache.iterdir()) == []


def test_a_folder_that_is_not_there_is_no_course(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(ContentError):
        load_course(tmp_path / "nowhere", cache)


def test_what_is_kept_is_plain_json(course_folder: Path, cache: Path) -> None:
    load_course(course_folder, cache)

    (file,) = cache.iterdir()
    body = file.read_text("utf-8").partition("\n")[2]
    assert json.loads(body)["course"]["id"] == "exempel"
