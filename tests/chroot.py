"""A bare Debian in a folder, with nothing in it but what a package declares."""

import functools
import os
import subprocess
import urllib.request
from pathlib import Path

DEBOOTSTRAP = Path("/usr/sbin/debootstrap")
MIRROR, MIRROR_SECONDS = "http://deb.debian.org/debian/", 20
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
PERSON = "anna"
LONGEST_SECONDS = 300


def release() -> tuple[str, str]:
    """The system of this machine and the name of its release, both as os-release has them."""
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    return fields.get("ID", ""), fields.get("VERSION_CODENAME", "")


@functools.cache
def can_be_made() -> bool:
    """Only by root, of the release of its own machine, and with a mirror in reach."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and DEBOOTSTRAP.exists() and release()[0] == "debian" and _is_in_reach(MIRROR)


def _is_in_reach(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=MIRROR_SECONDS):
            return True
    except OSError:
        return False


class Chroot:
    """A Debian of the same release as this machine's, for the C library that was built with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _, name = release()
        command = [str(DEBOOTSTRAP), "--variant=minbase", name, str(folder), MIRROR]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr
        # As / is; a folder of the tests' own is closed to everybody else.
        folder.chmod(0o755)
        self.as_root("useradd", "--create-home", PERSON)

    def as_root(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Runs a command inside, as the one who installs."""
        return self._run([], command, {})

    def as_person(self, *command: str, **environ: str) -> "subprocess.CompletedProcess[str]":
        """Runs a command inside, as whoever uses the computer."""
        return self._run([f"--userspec={PERSON}"], command, environ)

    def started(self, *command: str, **environ: str) -> "subprocess.Popen[str]":
        """Starts a command inside, as whoever uses the computer."""
        return subprocess.Popen(
            ["chroot", f"--userspec={PERSON}", str(self.folder), *command],
            env=self._environment(environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _run(
        self, options: list[str], command: tuple[str, ...], environ: dict[str, str]
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["chroot", *options, str(self.folder), *command],
            env=self._environment(environ),
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_SECONDS,
        )

    def _environment(self, environ: dict[str, str]) -> dict[str, str]:
        """Nothing of ours but a network proxy, without which no package can be fetched."""
        ours = {name: value for name, value in os.environ.items() if name.endswith("_proxy")}
        known = {"PATH": PATH, "LANG": "C.UTF-8", "HOME": f"/home/{PERSON}",
                 "DEBIAN_FRONTEND": "noninteractive"}  # fmt: skip
        return {**ours, **known, **environ}
