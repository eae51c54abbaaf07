"""Where a long word may break: paths and hashes, not the long words of Swedish."""

import pytest

from huddinge_training.ui.widgets.line_breaks import HERE, HYPHEN, PIECE, breakable, unbroken


def pieces(text: str) -> list[str]:
    return breakable(text).replace(HERE, " ").split()


@pytest.mark.parametrize(
    "text",
    ["", "Hej du.", "förvaltningen", "a/b och c:d", "internationalisering", "Fråga 3 av 8"],
)
def test_ordinary_words_stay_whole(text: str) -> None:
    assert breakable(text) == text


def test_a_path_breaks_after_its_separators() -> None:
    path = "/home/amina/.local/share/huddinge-training/kompassen.db"
    assert pieces(path) == [
        "/", "home/", "amina/.", "local/", "share/", "huddinge-", "training/",
        "kompassen.", "db",
    ]  # fmt: skip
    windows = r"C:\Users\Amina\AppData\Local\huddinge-training"
    assert max(map(len, pieces(windows))) <= 10


@pytest.mark.parametrize("word", [f"12:{'0f' * 32}", "Å" * 300, "a" * 300 + "@huddinge.se"])
def test_what_has_no_separators_breaks_anywhere(word: str) -> None:
    assert max(map(len, pieces(word))) <= PIECE + len("huddinge.se")
    assert unbroken(breakable(word)) == word


@pytest.mark.parametrize(
    "word",
    [
        "utbildnings-förvaltningen",
        "jämställdhets-integrerings-arbetet",
        "informations-säkerheten",
        "kommunikations-chef",
        "visselblåsar-funktionen",
        "disqualifi-cation",
    ],
)
def test_a_long_compound_gets_a_hyphen_where_its_parts_meet(word: str) -> None:
    assert breakable(word.replace("-", "")) == word.replace("-", HYPHEN)
