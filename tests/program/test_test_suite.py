"""The rules that tests/conftest.py puts on every test do fail the test that breaks them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = "[pytest]\nmarkers =\n  needs_xvfb: x\n  needs_poppler: x\nfilterwarnings = error\n"
PRELUDE = "import logging, pathlib, threading\nimport pytest\n\n"


def results_of(folder: Path, program: str, **environ: str) -> tuple[str, str]:
    """The last line and the whole output of a pytest that runs this program."""
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    (folder / "pytest.ini").write_text(SETTINGS)
    (folder / "test_it.py").write_text(PRELUDE + program)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:pytest_cov"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "test_it.py"],
        cwd=folder, capture_output=True, check=False, timeout=60,
        env={**os.environ, "CI": "", **environ},
    )  # fmt: skip
    output = done.stdout.decode()
    return output.strip().splitlines()[-1], output


def test_a_thread_left_running_fails_its_test(tmp_path: Path) -> None:
    program = (
        "def test_leaves_one():\n"
        "    threading.Thread(target=threading.Event().wait, name='stray', daemon=True).start()\n"
        "def test_waits():\n"
        "    thread = threading.Thread(target=print); thread.start(); thread.join()\n"
    )
    summary, output = results_of(tmp_path, program)
    assert summary.startswith("2 passed, 1 error")
    assert "left running: <Thread(stray" in output


def test_a_qt_thread_at_work_fails_its_test(tmp_path: Path) -> None:
    program = (
        "from PySide6.QtCore import QThread, QThreadPool\n"
        "gate = threading.Event()\n"
        "class Worker(QThread):\n"
        "    def run(self): gate.wait(20)\n"
        "worker = Worker()\n"
        "def test_leaves_a_thread(): worker.start()\n"
        "def test_waits_for_it():\n"
        "    gate.set(); worker.wait(); gate.clear()\n"
        "def test_leaves_a_job(): QThreadPool.globalInstance().start(lambda: gate.wait(20))\n"
        "def test_lets_it_go(): gate.set()\n"
    )
    summary, output = results_of(tmp_path, program)
    assert summary.startswith("4 passed, 2 errors")
    assert output.count("left running: ") >= 2
    assert "with 1 at work" in output


def test_an_unexpected_log_line_fails_its_test(tmp_path: Path) -> None:
    program = (
        "def test_logs(): logging.getLogger('x').warning('the disk is full')\n"
        "def test_looks(caplog): logging.getLogger('x').warning('the disk is full')\n"
        "def test_informs(): logging.getLogger('x').info('started')\n"
    )
    summary, output = results_of(tmp_path, program)
    assert summary.startswith("3 passed, 1 error")
    assert "unexpected in the log: WARNING x: the disk is full" in output


def test_no_test_sees_the_home_of_whoever_runs_it(tmp_path: Path) -> None:
    program = (
        "import os\n"
        "def test_home(tmp_path):\n"
        "    assert [path.name for path in pathlib.Path.home().iterdir()] == ['run']\n"
        "    assert str(pathlib.Path.home()).startswith(str(tmp_path.parent))\n"
        "    assert os.environ['XDG_DATA_HOME'].startswith(os.environ['HOME'])\n"
    )
    assert results_of(tmp_path, program)[0].startswith("1 passed")


SKIPPING = (
    "@pytest.mark.needs_poppler\ndef test_pdf(): pass\n"
    "@pytest.mark.xfail(strict=True)\ndef test_known(): assert False\n"
)


@pytest.mark.skipif(os.name == "nt", reason="an empty PATH is no place to start from on Windows")
def test_a_missing_program_skips_its_test_and_fails_it_with_ci(tmp_path: Path) -> None:
    summary, _ = results_of(tmp_path, SKIPPING, PATH="")
    assert summary.startswith("1 skipped, 1 xfailed")
    summary, output = results_of(tmp_path, SKIPPING, PATH="", CI="true")
    assert summary.startswith("1 xfailed, 1 error")
    assert "With CI=true nothing may be skipped: " in output
    assert "poppler-utils cannot be found" in output


def test_a_file_that_skips_itself_fails_with_ci(tmp_path: Path) -> None:
    program = "pytest.skip('not today', allow_module_level=True)\n"
    assert "1 skipped" in results_of(tmp_path, program)[0]
    summary, output = results_of(tmp_path, program, CI="true")
    assert "1 error" in summary
    assert "not today" in output
