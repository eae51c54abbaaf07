"""The way in: without a word the window opens, with one the command line does its work."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Runs the program; returns its exit code."""
    arguments = sys.argv[1:]
    if "--self-test" in arguments:
        from huddinge_training.self_test import run as run_self_test  # noqa: PLC0415

        return run_self_test(arguments)
    data_dir, rest = _split_data_dir(arguments)
    if rest:
        from huddinge_training.cli import run_command  # noqa: PLC0415  keeps the start short

        return run_command(arguments)
    # Until the first window is painted nothing is thrown away; then the program turns it on again.
    gc.disable()
    from huddinge_training.app import run  # noqa: PLC0415  Qt is not needed on the command line

    return run(data_dir)


def _split_data_dir(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """The data folder when nothing else is asked; the command line reads it for itself."""
    if len(arguments) == 1 and arguments[0].startswith("--data-dir="):
        return Path(arguments[0].partition("=")[2]), []
    if len(arguments) == 2 and arguments[0] == "--data-dir":
        return Path(arguments[1]), []
    return None, arguments


if __name__ == "__main__":
    sys.exit(main())
