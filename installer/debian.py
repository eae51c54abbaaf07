"""What Debian knows of the libraries of the machine that builds: nothing on another system."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path


def owners_of(libraries: Iterable[str]) -> dict[str, str]:
    """The package that each library belongs to, by the library's name."""
    patterns = [f"*/{library}" for library in libraries]
    if not patterns or shutil.which("dpkg-query") is None:
        return {}
    done = subprocess.run(
        ["dpkg-query", "--search", *patterns], capture_output=True, text=True, check=False
    )
    owners: dict[str, str] = {}
    for line in done.stdout.splitlines():
        package, _, path = line.partition(": ")
        # The first one that was found is the one that is loaded.
        owners.setdefault(Path(path).name, package.partition(":")[0])
    return owners


def linked_with(file: Path | str) -> list[str]:
    """The libraries that a file names, and not what these name in their turn."""
    done = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    return re.findall(r"NEEDED\s+(\S+)", done.stdout)


def version_of(package: str) -> str:
    """The version that is installed on this machine."""
    asked = ["dpkg-query", "--show", "--showformat=${Version}", package]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    return done.stdout.strip()
