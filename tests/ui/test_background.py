"""Work off the GUI thread: progress, cancel, errors as sentences, and nothing left running."""

import logging
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from ui.desktop import settle

from huddinge_training.errors import TrainingError
from huddinge_training.language import message
from huddinge_training.ui.background import Background, Job, Report

WORDS = message("The disk is full.")
SECRET = "Amina Öberg 00123"


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()
    settle()


class Listener(QObject):
    """What a job has said, as a page hears it."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, done: int, total: int) -> None:
        self._note((done, total))

    def _on_succeeded(self, result: object) -> None:
        self._note(("succeeded", result))

    def _on_failed(self, error: object) -> None:
        self._note(("failed", error))

    def _on_cancelled(self) -> None:
        self._note("cancelled")

    def _note(self, said: object) -> None:
        self.heard.append(said)
        self.threads.add(threading.get_ident())


def test_a_job_works_elsewhere_and_its_signals_come_here(
    background: Background, qtbot: QtBot
) -> None:
    def work(report: Report) -> object:
        report(1, 2)
        report(2, 2)
        return threading.get_ident()

    job = background.start(work)
    listener = Listener(job)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    assert listener.heard[:2] == [(1, 2), (2, 2)]
    succeeded = listener.heard[2]
    assert isinstance(succeeded, tuple)
    assert succeeded[0] == "succeeded"
    assert succeeded[1] != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_a_job_that_fails_at_once_is_heard(background: Background, qtbot: QtBot) -> None:
    def work(_report: Report) -> object:
        raise TrainingError(WORDS)

    for _ in range(50):
        listener = Listener(background.start(work))
        qtbot.waitUntil(partial(bool, listener.heard))
        (said,) = listener.heard
        assert isinstance(said, tuple)
        assert isinstance(said[1], TrainingError)
        assert said[1].words == WORDS


def test_a_bug_in_a_job_is_a_sentence_here_and_its_place_in_the_log(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_report: Report) -> object:
        raise KeyError(SECRET)

    listener = Listener(background.start(work))
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    (said,) = listener.heard
    assert isinstance(said, tuple)
    assert isinstance(said[1], TrainingError)
    assert "KeyError" in caplog.text
    assert "test_background.py" in caplog.text
    assert SECRET not in caplog.text
    assert caplog.records[0].levelno == logging.CRITICAL


def test_a_job_stops_at_its_next_report_once_it_is_cancelled(
    background: Background, qtbot: QtBot
) -> None:
    go = threading.Event()

    def work(report: Report) -> object:
        report(0, 2)
        go.wait(10)
        report(1, 2)
        return "too late"

    job = background.start(work)
    listener = Listener(job)
    qtbot.waitUntil(lambda: listener.heard == [(0, 2)])
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: listener.heard == [(0, 2), "cancelled"])


def test_closing_cancels_what_runs_and_waits_for_it(qtbot: QtBot) -> None:
    background = Background()
    has_begun, is_done = threading.Event(), threading.Event()

    def work(report: Report) -> object:
        has_begun.set()
        try:
            while not is_done.wait(0.01):
                report(0, 1)
        finally:
            is_done.set()
        return None

    background.start(work)
    qtbot.waitUntil(has_begun.is_set)
    background.close()
    assert is_done.is_set()
    settle()


def test_what_was_only_asked_for_does_not_begin_after_closing(qtbot: QtBot) -> None:
    background = Background()
    has_begun = threading.Event()
    background.start(lambda _report: has_begun.set())
    background.close()
    settle()
    assert not has_begun.is_set()


def test_jobs_wait_for_each_other(background: Background, qtbot: QtBot) -> None:
    order: list[str] = []
    jobs = [
        background.start(lambda _report, name=name: order.append(name))  # type: ignore[misc]
        for name in "abc"
    ]
    listeners = [Listener(job) for job in jobs]
    qtbot.waitUntil(lambda: all(listener.heard for listener in listeners))
    assert order == ["a", "b", "c"]
