"""A Windows of our own, by Wine, in a folder of its own."""

import os
import re
import subprocess
import threading
import time
from pathlib import Path

PATIENCE_SECONDS = 60
WINE = "/usr/lib/wine/wine64"
# What would change the system for real, and is recorded instead.
RECORDED = ("netsh", "icacls")
CALLS = "calls.txt"
RECORDER = rf"""
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
OutFile "${{OUTPUT}}"
Section
  FileOpen $0 "C:\{CALLS}" a
  FileSeek $0 0 END
  FileWriteUTF16LE $0 "$CMDLINE$\n"
  FileClose $0
SectionEnd
"""


class Wine:
    """A Windows whose firewall and access lists only note down what they are told."""

    def __init__(self, folder: Path) -> None:
        self._environ = {
            **os.environ,
            "HOME": str(folder),
            "WINEPREFIX": str(folder / "prefix"),
            "WINEDEBUG": "-all",
            # Neither .NET nor a browser, which Wine would go and ask for.
            "WINEDLLOVERRIDES": ";".join(
                ["mscoree,mshtml=", *(f"{name}.exe=n" for name in RECORDED)]
            ),
        }
        self.disk = folder / "prefix" / "drive_c"
        self.run("wineboot", "--init")
        # Wine says that it is Windows 7 otherwise.
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        system = self.disk / "windows" / "system32"
        self.any_program = system / "cmd.exe"
        script = folder / "recorder.nsi"
        script.write_text(RECORDER, encoding="utf-8")
        for name in RECORDED:
            target = system / f"{name}.exe"
            target.unlink(missing_ok=True)
            subprocess.run(["makensis", "-V1", f"-DOUTPUT={target}", script], check=True)
        [self.user] = [path for path in (self.disk / "users").iterdir() if path.name != "Public"]

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """A program that goes on until its input is closed."""
        return subprocess.Popen(
            [WINE, *map(str, command)],
            env=self._environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *command: object) -> int:
        """The exit code, or as much of it as Linux hands on."""
        with self.start(*command) as process:
            process.communicate(timeout=PATIENCE_SECONDS)
            return process.returncode

    def registry(self, key: str) -> dict[str, str]:
        """The values of a key, empty where there is no such key."""
        with self.start("reg", "query", key) as process:
            out, _ = process.communicate(timeout=PATIENCE_SECONDS)
        lines = re.findall(r"^ +(\S+) +REG_\w+ +(.*?)\r?$", out.decode("utf-8"), re.M)
        return dict(lines)

    def calls(self) -> list[str]:
        """What the recorded programs were told since the last time."""
        file = self.disk / CALLS
        if not file.exists():
            return []
        told = file.read_text(encoding="utf-16-le").splitlines()
        file.unlink()
        return [line.rpartition("\\system32\\")[2] for line in told]

    def wait_until_gone(self, path: Path) -> None:
        """An uninstaller goes on in a copy of itself, so that it can delete itself."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while path.exists():
            assert time.monotonic() < deadline, f"{path} is still there"
            threading.Event().wait(0.02)

    def close(self) -> None:
        """Ends what runs in this Windows, and nothing else."""
        server = WINE.replace("wine64", "wineserver64")
        subprocess.run([server, "-k"], env=self._environ, check=False)
