"""The first window does not wait for what only later work needs."""

import json
import subprocess
import sys
from pathlib import Path

from huddinge_training.content.library import load_course
from huddinge_training.paths import bundled
from huddinge_training.storage.database import Database

LATER = {"sqlite_utils", "yaml", "typst", "xlsxwriter", "nacl", "click"}
FIRST_WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from huddinge_training.app import App
from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.dialogs import QtDialogs

qt = QApplication([])
app = App(qt, default_sources(Path(sys.argv[1])), QtDialogs())
app.start()
qt.processEvents()
assert app.window.isVisible()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_the_first_window_imports_nothing_that_only_later_work_needs(data_dir: Path) -> None:
    Database.open(data_dir / "kompassen.db").close()
    load_course(bundled("quizzes"), data_dir / "cache")
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW, str(data_dir)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert "PySide6" in imported
    assert imported & LATER == set()
