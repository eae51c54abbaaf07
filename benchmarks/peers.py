"""Programs that ours is compared with, each in an environment of its own under ``build/peers``."""

import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "build" / "peers"
# Pinned, so that two runs compare with the same.
PACKAGES = {"anki": "aqt[qt6]==26.9.3", "otree": "otree==6.0.15"}


def peer(program: str) -> Path:
    """The program, installed from PyPI the first time; raises SystemExit without a network."""
    folder = FOLDER / program
    path = folder / "bin" / program
    if not path.exists():
        sys.stderr.write(f"installing {PACKAGES[program]}\n")
        venv.create(folder, with_pip=True, clear=True)
        python = str(folder / "bin" / "python")
        command = [python, "-m", "pip", "install", "-q", PACKAGES[program]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{PACKAGES[program]} could not be installed:\n{done.stderr}")
    return path
