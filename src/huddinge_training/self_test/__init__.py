"""``--self-test``: whether all that the program needs is there, tried in a folder of its own.

An installer is accepted only when the built program says so of itself; IT can ask any time.
Nothing of the user's is read or written.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from huddinge_training.cli.arguments import asked_language
from huddinge_training.cli.console import Console
from huddinge_training.errors import TrainingError
from huddinge_training.language import Language, Message, message
from huddinge_training.paths import bundled


def run(arguments: list[str]) -> int:
    """Does every check and says how it went; 1 when one of them fails.

    Of the ``arguments`` only the language counts.
    """
    # Before Qt: there may be no screen, and nobody is to see windows come and go.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    language = Language.load(asked_language(arguments, os.environ), bundled("resources") / "locale")
    console = Console(language, sys.stdout, sys.stderr)
    # What is tried on purpose is no news: a damaged file, for the page that says so.
    logging.getLogger().setLevel(logging.ERROR)
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        for words, check in _checks(Path(name)):
            said, is_good = _outcome(check)
            failed += not is_good
            state = message("ok") if is_good else message("failed")
            console.result(f"{console.say(state)}  {console.say(words)}: {console.say(said)}")
            console.flush()
    if failed:
        console.problem(
            message("The program is not whole. Install it again, or give IT what is said above.")
        )
        return 1
    console.result(message("Everything is there and works."))
    return 0


def _checks(folder: Path) -> tuple[tuple[Message, Callable[[], Message]], ...]:
    from huddinge_training.self_test import pages, parts, records  # noqa: PLC0415  after Qt's word

    kept = records.Records(folder / "records")
    return (
        (message("Parts of the program"), parts.import_all),
        (message("Course"), kept.load_course),
        (message("Record"), kept.write_record),
        (message("HR’s report"), kept.export),
        (message("Ledger"), kept.verify),
        (message("Certificate as PDF"), kept.make_certificate),
        (message("Phones"), parts.serve_phones),
        (message("Pages"), lambda: pages.open_all(folder / "pages")),
    )


def _outcome(check: Callable[[], Message]) -> tuple[Message, bool]:
    """What a check said, and whether it is good; what a broken installation lacks is said too."""
    try:
        return check(), True
    except TrainingError as error:
        return error.words, False
    except (ImportError, OSError) as error:
        return message("{kind}: {error}", kind=type(error).__name__, error=error), False
