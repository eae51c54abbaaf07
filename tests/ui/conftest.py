"""A window over a data folder for every test, with a clock that the test decides."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from examples import FakeClock
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from ui.desktop import Desktop, OpenDesktop, ShowAlone, closing_at_end, settle, sources_of
from ui.forms import OpenForm, stand_before
from ui.stages import store_person

from huddinge_training.content.library import load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.presenter import Presenter


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course and organisation as they lie in a cache after a first start."""
    folder = tmp_path_factory.mktemp("cache")
    load_course(bundled("quizzes"), folder)
    load_organisation(bundled("resources") / "organisation.yaml", folder)
    return folder


@pytest.fixture
def clock() -> FakeClock:
    """A time that only passes when the test says so."""
    return FakeClock()


@pytest.fixture
def sources(data_dir: Path, clock: FakeClock, warm_cache: Path) -> Sources:
    """The shipped course over an empty data folder."""
    shutil.copytree(warm_cache, data_dir / "cache")
    return sources_of(data_dir, clock)


@pytest.fixture
def open_desktop(qapp: QApplication) -> Iterator[OpenDesktop]:
    """Starts the program over some sources; closed at the end of the test."""
    hook = sys.excepthook
    with ExitStack() as stack:
        yield lambda sources: stack.enter_context(closing_at_end(Desktop(sources)))
    sys.excepthook = hook


@pytest.fixture
def person(sources: Sources) -> Person:
    """Somebody who has said who they are, and done nothing yet."""
    return store_person(sources)


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources, person: Person) -> Desktop:
    """The home page of that person."""
    return open_desktop(sources)


@pytest.fixture
def open_form(open_desktop: OpenDesktop, sources: Sources) -> OpenForm:
    """Starts the program and goes to a scenario of a form, in a module that asks it."""

    def open_(form: str) -> Desktop:
        stand_before(sources, form)
        desktop = open_desktop(sources)
        desktop.click("next")
        return desktop

    return open_


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a page has had read out, the latest last; to be asked for before the window."""
    said: list[str] = []
    announce = Page.announce

    def remember(page: Page, text: str) -> None:
        said.append(text)
        announce(page, text)

    monkeypatch.setattr(Page, "announce", remember)
    return said


@pytest.fixture
def first_start(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The first start of all."""
    return open_desktop(sources)


@pytest.fixture
def presentation(qapp: QApplication) -> Presentation:
    """English, light, normal size: for a widget alone."""
    qapp.setStyle("Fusion")
    presenter = Presenter(qapp, bundled("resources"))
    return presenter.present(Preferences(language="en", theme="light"))


@pytest.fixture
def show_alone(qapp: QApplication) -> Iterator[ShowAlone]:
    """Puts a widget into a window of its own, and gives that window."""
    windows: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        windows.append(window)
        # A window without a size is never exposed.
        window.resize(window.sizeHint().expandedTo(QSize(320, 240)))
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowExposed(window)
        settle()
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def english() -> Language:
    """The language of the message ids."""
    return Language.load("en", Path())
