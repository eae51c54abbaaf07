"""Goes through the first module with Orca, by hand: prints every key and what Orca says to it.

``.venv/bin/python tests/by_hand/orca_session.py``, with the packages orca, xvfb, xdotool and
dbus. It takes a minute and makes no sound: what is said is read from Orca's own log. No test,
since Orca's words are Orca's; what it said last stands in ``docs/skarmlasare.md``.
"""

import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

SPEECH = re.compile(r"^(\S+) - SPEECH OUTPUT: '(.*?)' ?\{", re.DOTALL | re.MULTILINE)
SECONDS_A_KEY = "3"
# From home through both texts to the case, its second option, the feedback and on.
KEYS = (
    "Tab", "space", "Tab", "space", "Tab", "space",
    "Tab", "Down", "space", "Tab", "space", "Tab", "Tab", "Escape", "F6",
)  # fmt: skip


def go_through(folder: Path) -> None:
    """Presses the keys, inside a session bus that is there for this alone."""
    log = folder / "orca.log"
    orca = subprocess.Popen(["orca", "--replace", f"--debug-file={log}"])
    xdotool("sleep", SECONDS_A_KEY)
    program = subprocess.Popen(
        [sys.executable, "-m", "huddinge_training", "--data-dir", str(folder / "data")]
    )
    pressed = [(moment(), "(home)")]
    xdotool("search", "--sync", "--onlyvisible", "--name", "Kompassen", "windowfocus")
    xdotool("sleep", SECONDS_A_KEY)
    for key in KEYS:
        pressed.append((moment(), key))
        xdotool("key", key, "sleep", SECONDS_A_KEY)
    program.terminate()
    program.wait()
    orca.kill()  # a request it does not always hear
    orca.wait()
    tell(pressed, SPEECH.findall(log.read_text(encoding="utf-8", errors="replace")))


def xdotool(*words: str) -> None:
    """Whoever sits at the keyboard, and waits until Orca has spoken."""
    subprocess.run(["xdotool", *words], check=True)


def moment() -> str:
    """The time of day as Orca's log writes it."""
    return datetime.now().astimezone().strftime("%H:%M:%S.%f")


def tell(pressed: list[tuple[str, str]], said: list[tuple[str, str]]) -> None:
    """Every key, and below it what was said until the next one, but for the key's own name."""
    ends = [when for when, _ in pressed[1:]] + ["99"]
    for (start, key), end in zip(pressed, ends, strict=True):
        sys.stdout.write(f"{key}\n")
        for when, words in said:
            if start <= when < end and words != f"{key.lower()} ":
                sys.stdout.write(f"    {words.strip()}\n")


def main() -> None:
    """Prepares somebody who has done nothing, a screen and a bus."""
    from program.screen_reader import virtual_screen
    from ui.stages import store_person

    from huddinge_training.services.workspace import default_sources

    with tempfile.TemporaryDirectory() as name, virtual_screen() as display:
        store_person(default_sources(Path(name) / "data"), language="sv")
        run = Path(name) / "run"
        run.mkdir(mode=0o700)
        subprocess.run(
            ["dbus-run-session", "--", sys.executable, __file__, name],
            env={
                **os.environ,
                "DISPLAY": display,
                "GSETTINGS_BACKEND": "memory",
                "HOME": name,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "QT_QPA_PLATFORM": "xcb",
                "XDG_RUNTIME_DIR": str(run),
            },
            stderr=subprocess.DEVNULL,
            check=True,
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        go_through(Path(sys.argv[1]))
    else:
        main()
