"""The organisation is read from its file, or refused with the line that is wrong."""

from pathlib import Path

import pytest
from content.editing import say

from huddinge_training.content import organisation_reader
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.errors import ContentError

TEXT = """\
example: true
forvaltningar:
  - code: SK
    name: Skolförvaltningen
    enheter:
      - {code: SK-1, name: Ängsskolan}
      - {code: SK-2, name: Zetterskolan}
  - code: IT
    name: Digitala förvaltningen
    enheter: []
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "organisation.yaml"
    path.write_text(TEXT, "utf-8")
    return path


def test_units_know_their_department(file: Path) -> None:
    organisation = load_organisation(file)

    assert organisation.is_example
    assert [(u.code, u.name, u.department) for u in organisation.units] == [
        ("SK-2", "Zetterskolan", "Skolförvaltningen"),
        ("SK-1", "Ängsskolan", "Skolförvaltningen"),
    ]


def test_an_organisation_is_real_unless_it_says_that_it_is_made_up(file: Path) -> None:
    file.write_text(TEXT.replace("example: true\n", ""), "utf-8")

    assert not load_organisation(file).is_example


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("SK-2", "SK-1", 7, "The code “SK-1” stands here a second time."),
        ("code: IT", "code: SK", 8, "The code “SK” stands here a second time."),
        ("name: Ängsskolan", "namn: Ängsskolan", 6, "There is no key “namn” here."),
        ("code: SK-1", "code: 17", 6, "“code” cannot be “17”."),
        ("forvaltningar:", "enheter:", 1, "The key “forvaltningar” is missing here."),
        ("example: true", "example: 'true", 1, "This line cannot be read."),
        (TEXT, "", 1, "The file is empty."),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    file: Path, old: str, new: str, line: int, words: str
) -> None:
    file.write_text(TEXT.replace(old, new, 1), "utf-8")

    with pytest.raises(ContentError) as caught:
        load_organisation(file)

    assert (caught.value.file, caught.value.line) == (file, line)
    assert words in say(caught.value.words)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        load_organisation(tmp_path / "organisation.yaml", tmp_path / "cache")


def test_the_second_load_comes_from_the_cache(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_organisation(file, tmp_path / "cache")
    monkeypatch.delattr(organisation_reader, "read_organisation")

    second = load_organisation(file, tmp_path / "cache")

    assert first.units == second.units
    assert first.is_example == second.is_example


def test_the_bundled_organisation_is_an_example() -> None:
    bundled = Path(__file__).parents[2] / "resources/organisation.yaml"

    assert load_organisation(bundled).is_example
