"""What every test gets: a home of its own, silence in the log, and nothing left running.

Qt is not imported here: the tests outside ui/, accessibility/ and program/ run without it.
"""

import functools
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

GRACE_SECONDS = 2.0


# --- Programs of the system --------------------------------------------------------------


def _one_of(*programs: str) -> bool:
    return any(shutil.which(program) for program in programs)


@functools.cache
def _has_atspi() -> bool:
    """Whether the system's own Python (not ours, which has no gi) can speak to the bus."""
    bus = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    if not (
        shutil.which("dbus-run-session") and bus.exists() and Path("/usr/bin/python3").exists()
    ):
        return False
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run(["/usr/bin/python3", "-I", "-c", asks], capture_output=True, check=False)
    return done.returncode == 0


def _can_make_a_debian() -> bool:
    from chroot import can_be_made  # only when it is wanted: it looks for a mirror

    return can_be_made()


NEEDS: dict[str, tuple[Callable[[], bool], str]] = {
    "needs_atspi": (_has_atspi, "at-spi2-core, dbus, gir1.2-atspi-2.0 and python3-gi"),
    "needs_debootstrap": (_can_make_a_debian, "root on Debian, debootstrap and a mirror"),
    "needs_chromium": (lambda: _one_of("chromium", "chromium-browser"), "chromium"),
    "needs_libreoffice": (lambda: _one_of("soffice", "libreoffice"), "libreoffice-calc-nogui"),
    "needs_nsis": (lambda: _one_of("makensis"), "nsis"),
    "needs_poppler": (lambda: _one_of("pdftotext"), "poppler-utils"),
    "needs_wine": (lambda: _one_of("/usr/lib/wine/wine64"), "wine64"),
    "needs_xvfb": (lambda: _one_of("Xvfb") and _one_of("xdotool"), "xvfb and xdotool"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test whose program is not on this machine."""
    for name, (is_there, packages) in NEEDS.items():
        if item.get_closest_marker(name) and not is_there():
            pytest.skip(f"{packages} cannot be found; python3 bootstrap.py test installs it")


# --- With CI=true nothing may be skipped -------------------------------------------------


def _skip_is_failure() -> bool:
    return os.environ.get("CI", "").lower() in ("true", "1")


def _as_failure(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"With CI=true nothing may be skipped: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Makes a skipped test a failed one; an expected failure stays what it is."""
    report = yield
    if _skip_is_failure() and report.skipped and not hasattr(report, "wasxfail"):
        _as_failure(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips itself."""
    report = yield
    if _skip_is_failure() and report.skipped:
        _as_failure(report)
    return report


# --- A home of its own -------------------------------------------------------------------


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test reads or writes the files of whoever runs it."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name, inside in (
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
        ("PROGRAMDATA", "ProgramData"),
    ):
        monkeypatch.setenv(name, str(folder / inside))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)  # Qt warns of any other mode
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("HUDDINGE_TRAINING_CONFIG", str(folder / "no-settings-of-the-machine.toml"))
    return folder


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty folder for the program's data, as given with --data-dir."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def type_text(qapp: object) -> "Callable[[QWidget, str], None]":
    """Types any text into a widget: QTest.keyClicks aborts at an ä or ö (qasciikey.cpp)."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def type_into(widget: "QWidget", text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(letter.upper()) if letter.isascii() else 0
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_into


# --- Nothing left running, nothing unexpected in the log -----------------------------------


def _running_threads() -> set[threading.Thread]:
    """Python's own threads; one that Qt started shows up as a dummy, and stays for ever."""
    return {
        thread
        for thread in threading.enumerate()
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    }


def _running_in_qt() -> list[str]:
    """Qt's threads and thread pools that are at work, as far as Python made them."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QThread, QThreadPool

    app = QCoreApplication.instance()
    main_thread = app.thread() if app is not None else QThread.currentThread()
    running = []
    for thing in [QThreadPool.globalInstance(), *shiboken6.getAllValidWrappers()]:
        if isinstance(thing, QThreadPool) and thing.activeThreadCount():
            running.append(f"{thing!r} with {thing.activeThreadCount()} at work")
        elif isinstance(thing, QThread) and thing != main_thread and thing.isRunning():
            running.append(repr(thing))
    return running


@pytest.fixture(autouse=True)
def nothing_left_running(home: Path) -> Iterator[None]:
    """Fails the test that leaves a thread behind; whoever starts one has a close()."""
    before = _running_threads()
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    for thread in _running_threads() - before:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [repr(thread) for thread in _running_threads() - before]
    while (in_qt := _running_in_qt()) and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    left += in_qt
    if left:
        pytest.fail("left running: " + ", ".join(left))


class _Remembers(logging.Handler):
    """Keeps the log lines that a user's log would show as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_unexpected_in_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test that logs a warning, unless it asks for `caplog` and looks for itself."""
    handler = _Remembers()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log: " + "; ".join(handler.lines))
