"""Pictures on pages: drawn late, silent as decoration, and gone where words need the room."""

from dataclasses import replace
from datetime import timedelta

import pytest
from examples import TODAY, make_course, make_module
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from ui.desktop import Desktop, OpenDesktop, ShowAlone, settle
from ui.stages import EQUAL, VALUES, begin, complete_everything

from huddinge_training.domain.course import Illustration
from huddinge_training.domain.person import Person
from huddinge_training.language import Text
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.learner.cases_page import CasesPage
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.illustration import (
    IllustrationLabel,
    module_illustration,
    sign_illustration,
)
from huddinge_training.ui.widgets.picture_card import PictureCard


def is_last_answered(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number == len(visit.attempt.items) - 1 and len(visit.attempt.answers) > number


def pictures(desktop: Desktop) -> list[IllustrationLabel]:
    """The pictures that can be seen on the page."""
    return [p for p in desktop.page.findChildren(IllustrationLabel) if p.isVisible()]


# --- Where they are ---------------------------------------------------------------------------


def test_every_module_of_the_course_has_a_picture_of_its_own(desktop: Desktop) -> None:
    modules = desktop.workspace.loaded_course.course.modules
    files = [module.illustration.file for module in modules if module.illustration]
    assert len(files) == len(modules) == len({*files})
    shown = [module_illustration(desktop.app.presentation, module, factor=5) for module in modules]
    assert None not in shown


def test_home_shows_that_of_the_next_module_and_of_every_row(desktop: Desktop) -> None:
    rows = desktop.page.findChildren(QWidget, "module_list")[0]
    count = len(desktop.workspace.learning.overview(desktop.person).modules)
    assert len(pictures(desktop)) == 1 + count
    assert all(rows.isAncestorOf(picture) for picture in pictures(desktop)[1:])
    first, *_, last = pictures(desktop)
    assert not first.pixmap().isNull()
    assert last.pixmap().isNull()  # below the fold
    desktop.page.ensureWidgetVisible(last)
    settle()
    assert not last.pixmap().isNull()


def test_reading_begins_with_it_and_the_end_has_it_too(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    begin(sources, person, EQUAL, until=is_last_answered)
    desktop = open_desktop(sources)
    desktop.open_module(EQUAL)
    desktop.do("go_on")
    assert len(pictures(desktop)) == 1
    desktop.do("home")
    desktop.open_module(VALUES)
    assert len(pictures(desktop)) == 1
    desktop.do("go_on")
    assert pictures(desktop) == []


# --- What they say ------------------------------------------------------------------------------


def test_decoration_has_no_name_and_no_focus(desktop: Desktop) -> None:
    desktop.open_module(VALUES)
    (picture,) = pictures(desktop)
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.text(QAccessible.Text.Name) == ""
    assert not interface.state().focusable


def test_a_picture_with_words_says_them_in_the_readers_language(
    presentation: Presentation, show_alone: ShowAlone
) -> None:
    alt = Text("Två muggar står på bordet", "Two mugs stand on the table")
    module = make_module(illustration=Illustration("fri-fran-jav.svg", alt))
    picture = module_illustration(presentation, module)
    assert picture is not None
    show_alone(picture)
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.text(QAccessible.Text.Name) == "Two mugs stand on the table"
    assert interface.role() is QAccessible.Role.Graphic


@pytest.mark.parametrize("illustration", [None, Illustration("borta.svg")])
def test_without_a_picture_or_its_file_there_is_none(
    presentation: Presentation, illustration: Illustration | None
) -> None:
    assert module_illustration(presentation, make_module(illustration=illustration)) is None


def test_every_principle_has_a_sign(desktop: Desktop) -> None:
    for number in range(1, 6):
        desktop.find(QPushButton, f"drawn_princip-{number}").click()
        settle()
        (sign,) = desktop.find(QWidget, "part_card").findChildren(IllustrationLabel)
        assert sign.width() == sign.height()
        assert not sign.pixmap().isNull()
    desktop.find(QPushButton, "drawn_driv").click()
    settle()
    assert desktop.find(QWidget, "part_card").findChildren(IllustrationLabel) == []
    assert sign_illustration(desktop.app.presentation, "driv") is None


# --- Room ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "is_seen", "is_beside"), [
    (900, True, True), (420, True, False), (200, False, False),
])  # fmt: skip
def test_a_picture_stands_beside_the_words_above_them_or_not_at_all(
    presentation: Presentation, show_alone: ShowAlone, width: int, is_seen: bool, is_beside: bool
) -> None:
    picture = IllustrationLabel(presentation, "vantrum", 224)
    card = PictureCard(picture, "card")
    words = QLabel("Words")
    card.words.addWidget(words)
    window = show_alone(card)
    window.resize(width, 400)
    settle()
    assert picture.isVisible() is is_seen
    if is_seen:
        assert (picture.geometry().right() < words.geometry().left()) is is_beside


def test_its_place_is_kept_before_it_is_drawn(presentation: Presentation) -> None:
    picture = IllustrationLabel(presentation, "vantrum", 224)
    assert (picture.width(), picture.height()) == (224, 140)
    assert picture.pixmap().isNull()


# --- When there is nothing ----------------------------------------------------------------------


def test_no_more_cases_is_a_screen_with_a_way_on(
    presentation: Presentation, show_alone: ShowAlone
) -> None:
    page = CasesPage(presentation, make_course(), (), ())
    show_alone(page)
    asked: list[bool] = []
    page.went_home.connect(lambda: asked.append(True))
    card = page.findChildren(QWidget, "no_cases")[0]
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "No cases beyond your modules" in words
    card.findChildren(QPushButton, "home")[0].click()
    assert asked == [True]


def test_nothing_to_do_says_when_the_next_repeat_comes(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete_everything(sources, person)
    desktop = open_desktop(sources)
    day = desktop.app.presentation.language.date(TODAY + timedelta(days=28))
    assert day in desktop.words("next_repeat")
    assert len(desktop.find(QWidget, "done_card").findChildren(IllustrationLabel)) == 1


def test_whoever_wants_no_repeats_is_told_of_none(
    open_desktop: OpenDesktop, sources: Sources, person: Person
) -> None:
    complete_everything(sources, person)
    desktop = open_desktop(sources)
    desktop.workspace.profiles.set_follow_ups(person, wanted=False)
    desktop.learner.person = replace(person, wants_follow_ups=False)
    desktop.do("rail_home")
    assert desktop.has("done_card")
    assert not desktop.has("next_repeat")
