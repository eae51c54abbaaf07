"""Data that cannot be opened: a sentence, what to do, and nothing overwritten."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from ui.desktop import Desktop, Key, Modifier, OpenDesktop, closing_at_end
from ui.stages import store_person

from huddinge_training.errors import TrainingError
from huddinge_training.language import message
from huddinge_training.paths import data_paths
from huddinge_training.services.workspace import Sources
from huddinge_training.storage.failures import write_protected

GARBAGE = b"this is not a database, " * 400

# That the data could not be opened is in the log.
pytestmark = pytest.mark.usefixtures("caplog", "qapp")


def make_newer(sources: Sources) -> None:
    store_person(sources)
    with closing(sqlite3.connect(sources.paths.database)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('kompassen', 'm999_from_the_future', '2099-01-01')"
        )


def test_a_damaged_file_can_be_set_aside_and_is_kept_as_it_was(
    sources: Sources, open_desktop: OpenDesktop
) -> None:
    sources.paths.database.write_bytes(GARBAGE)
    desktop = open_desktop(sources)
    assert str(sources.paths.database) in desktop.words("problem")
    assert not desktop.has("rail")
    desktop.do("new_start")
    assert desktop.words("page_heading") == desktop.say("Welcome to Kompassen")
    (kept,) = [f for f in sources.paths.folder.glob("*damaged*") if f.suffix == ".db"]
    assert kept.read_bytes() == GARBAGE


def test_what_stops_a_new_start_is_said_instead(sources: Sources) -> None:
    sources.paths.database.write_bytes(GARBAGE)
    is_gone: list[bool] = []

    def find_sources() -> Sources:
        if is_gone:
            raise TrainingError(message("The disk is gone."))
        return sources

    with closing_at_end(Desktop(sources, find_sources=find_sources)) as desktop:
        is_gone.append(True)
        desktop.do("new_start")
        assert "The disk is gone." in desktop.words("problem")
        assert sources.paths.database.read_bytes() == GARBAGE


def test_trying_again_changes_nothing_while_the_file_is_damaged(
    sources: Sources, open_desktop: OpenDesktop
) -> None:
    sources.paths.database.write_bytes(GARBAGE)
    desktop = open_desktop(sources)
    desktop.do("retry")
    assert desktop.has("problem")
    assert desktop.focused == "page_heading"
    assert sources.paths.database.read_bytes() == GARBAGE


def test_a_newer_file_is_left_alone_and_offers_no_new_start(
    sources: Sources, open_desktop: OpenDesktop
) -> None:
    make_newer(sources)
    before = sources.paths.database.read_bytes()
    desktop = open_desktop(sources)
    assert desktop.has("problem")
    assert not desktop.has("new_start")
    desktop.do("retry")
    assert sources.paths.database.read_bytes() == before


def test_a_protected_folder_is_a_sentence_and_offers_no_new_start(sources: Sources) -> None:
    def find_sources() -> Sources:
        raise write_protected(sources.paths.database)  # nothing is protected from root

    with closing_at_end(Desktop(sources, find_sources=find_sources)) as desktop:
        assert str(sources.paths.folder) in desktop.words("problem")
        assert not desktop.has("new_start")


def test_a_folder_that_cannot_be_made_is_a_sentence_until_it_can(
    sources: Sources, open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    desktop = open_desktop(replace(sources, paths=data_paths(in_the_way / "data")))
    assert desktop.has("problem")
    in_the_way.unlink()
    desktop.do("retry")
    assert desktop.words("page_heading") == desktop.say("Welcome to Kompassen")
    assert not desktop.has("problem")


def test_a_locked_file_opens_once_the_other_program_is_done(
    sources: Sources, open_desktop: OpenDesktop
) -> None:
    store_person(sources, language="en")
    with closing(sqlite3.connect(sources.paths.database)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        desktop = open_desktop(sources)
        assert desktop.has("problem")
        assert not desktop.has("new_start")
    desktop.do("retry")
    assert desktop.words("page_heading") == "Hello Amina"


def test_a_course_that_is_not_there_is_named(
    sources: Sources, open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    desktop = open_desktop(replace(sources, quizzes=tmp_path / "none"))
    assert str(tmp_path / "none") in desktop.words("problem")


def test_settings_of_it_that_are_broken_are_read_again(sources: Sources) -> None:
    broken = [True]

    def find_sources() -> Sources:
        if broken:
            raise TrainingError(message("IT's settings cannot be read."))
        return sources

    with closing_at_end(Desktop(sources, find_sources=find_sources)) as desktop:
        for _ in range(2):
            assert "IT's settings" in desktop.words("problem")
            desktop.do("retry")
        broken.clear()
        desktop.do("retry")
        assert desktop.words("page_heading") == desktop.say("Welcome to Kompassen")


def test_the_page_can_be_read_in_larger_text(sources: Sources, open_desktop: OpenDesktop) -> None:
    sources.paths.database.write_bytes(GARBAGE)
    desktop = open_desktop(sources)
    desktop.press(Key.Key_Plus, Modifier.ControlModifier)
    desktop.press(Key.Key_F1)
    assert desktop.has("problem")
    assert not desktop.has("help_dialog")
    assert desktop.preferences.text_percent == 130
