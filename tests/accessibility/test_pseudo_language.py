"""Every word of every screen comes from the catalogue or the course, whole, with room to grow."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility.pseudo import (
    SENTENCE,
    bracket_course,
    bracketed,
    make_resources,
    names_heard,
    outside,
    texts_seen,
)
from accessibility.room import NARROW, cut_buttons, cut_words, sticking_out
from accessibility.screens import SCREENS, Screen, shown, top
from ui.desktop import Desktop, closing_at_end, settle

from huddinge_training.domain.preferences import Preferences

# A damaged data folder and a bug are in the log.
pytestmark = pytest.mark.usefixtures("caplog")


# What is written by people and machines, not by the program.
PEOPLE = "|".join(re.escape(name) for name in ("Amina Öberg", "Amina Ö.", "Bo Ek", "Bo E.",
                                               "Åsa Öman", "Cim Al"))  # fmt: skip
DATA = [
    re.compile(PEOPLE),
    re.compile("Kompassen|Svenska|English|Språk / Language"),
    re.compile(r"([0-9A-Z]{4}-){4,}[0-9A-Z]{4}|([0-9A-Z] ){4}(, ([0-9A-Z] ?){4})+"),  # a receipt
    re.compile(r"\d+\.\d+\.\d+\.\d+ · \S+"),  # a network address
    re.compile(r"^([−+] )?(\d+\. |[A-D]\. )?"),  # marks of lists, and buttons for numbers
]
RUN_TOGETHER = re.compile(f"{SENTENCE}[\\s\\w]*{SENTENCE}")


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_resources(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def desktop(
    request: pytest.FixtureRequest, stage_copy: Callable[[str], Path], resources: Path
) -> Iterator[Desktop]:
    screen: Screen = request.param
    folder = stage_copy(screen.stage)
    bracket_course(folder / "cache")
    preferences = Preferences(language="sv", text_percent=120)
    with closing_at_end(shown(screen, folder, preferences, resources)) as desktop:
        yield desktop


def test_every_word_that_is_seen_comes_from_the_catalogue_or_the_course(desktop: Desktop) -> None:
    assert [seen for seen in texts_seen(top(desktop)) if not _is_known(seen[1])] == []


def test_so_does_every_word_that_is_read_out(desktop: Desktop) -> None:
    assert [heard for heard in names_heard(top(desktop)) if not _is_known(heard[1])] == []


def test_no_sentence_is_put_together_of_several(desktop: Desktop) -> None:
    """Lists and titles are told apart by signs; two texts with only a space are one sentence."""
    put_together = [
        seen for seen in texts_seen(top(desktop)) if RUN_TOGETHER.search(outside(seen[1]))
    ]
    assert put_together == []


@pytest.mark.parametrize("size", [(1120, 760), NARROW], ids=["usual", "narrow"])
def test_words_that_are_a_third_longer_find_room(desktop: Desktop, size: tuple[int, int]) -> None:
    window = top(desktop)
    desktop.window.resize(*size)
    if window is not desktop.window:
        width = min(size[0], window.width())
        window.resize(width, max(window.height(), window.heightForWidth(width)))
    settle()
    assert (cut_words(window), cut_buttons(window), sticking_out(window)) == ([], [], [])


def test_a_word_from_elsewhere_would_be_found() -> None:
    assert _is_known(f"A. {bracketed('Ett svar')} – {bracketed('ett till')} (3/5)")
    assert _is_known(bracketed(f"Hej {bracketed('du')}"))
    assert not _is_known("Continue")
    assert not _is_known(f"{bracketed('Fråga')} three")
    assert RUN_TOGETHER.search(outside(f"{bracketed('Du har')} {bracketed('tre kvar')}"))
    assert len(bracketed("x" * 100)) >= 135


def _is_known(text: str) -> bool:
    rest = outside(text)
    for datum in DATA:
        rest = datum.sub("", rest)
    return not re.search(r"[^\W\d_]", rest)
