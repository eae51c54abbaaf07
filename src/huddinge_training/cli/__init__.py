"""The command line: reads what is asked for, hands it to the services, says how it went."""

import os
import sys

from huddinge_training.cli.arguments import asked_language, read_arguments
from huddinge_training.cli.console import Console
from huddinge_training.errors import RejectedInputError, TrainingError
from huddinge_training.language import Language, message
from huddinge_training.paths import bundled

DONE, FOUND, INTERRUPTED = 0, 1, 130


def run_command(arguments: list[str]) -> int:
    """Runs one command and returns the exit code; the only place where a TrainingError ends.

    0 is done; 1 is a finding, a fault or a problem that was said; 2 is wrong usage.
    """
    code = asked_language(arguments, os.environ)
    language = Language.load(code, bundled("resources") / "locale")
    console = Console(language, sys.stdout, sys.stderr)
    try:
        options = read_arguments(arguments, language)
        exit_code: int = options.run(options, console)
        console.flush()
    except SystemExit as leaving:  # argparse has said what it had to say
        return int(leaving.code or DONE)
    except RejectedInputError as error:
        for words in error.problems.values():
            console.problem(words)
        return FOUND
    except TrainingError as error:
        console.problem(error)
        return FOUND
    except KeyboardInterrupt:
        console.problem(message("Stopped. Nothing was saved half."))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has closed it; nobody is left to be told.
        console.silence()
        return FOUND
    return exit_code
