"""Opens the data for HR: it must be there, and so must the passphrase."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from huddinge_training.cli.console import Console
from huddinge_training.cli.passphrase import given_passphrase
from huddinge_training.services.workspace import Workspace, open_sources


@contextmanager
def hr_workspace(options: argparse.Namespace, console: Console) -> Iterator[Workspace]:
    """The workspace, unlocked; raises TrainingError."""
    with Workspace.open_existing(open_sources(options.data_dir)) as workspace:
        for warning in workspace.warnings:
            console.problem(warning)
        workspace.hr_door.unlock(given_passphrase(options, console))
        yield workspace
