"""The program's own window over a workspace of the benchmark's choice, with a new person in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from prepared import add_person
from PySide6.QtWidgets import QApplication
from walk import Walk

from huddinge_training.app import App
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.storage.database import Database
from huddinge_training.ui.dialogs import QtDialogs

OpenWorkspace = Callable[[Sources], Workspace]


def in_memory(sources: Sources) -> Workspace:
    """A workspace that no disk is waited for in."""
    return Workspace(sources, Database.in_memory())


@contextmanager
def window(qt: QApplication, sources: Sources, opened: OpenWorkspace) -> Iterator[Walk]:
    """The window on the home page, until the block ends."""

    def with_person(sources: Sources) -> Workspace:
        workspace = opened(sources)
        add_person(workspace)
        return workspace

    with patch.object(Workspace, "open", with_person):
        app = App(qt, sources, QtDialogs())
    app.start()
    app.warm_up()
    try:
        yield Walk(app)
    finally:
        app.window.close()
        app.close()
