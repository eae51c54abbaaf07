"""Opens the data folder and keeps what came of it: the workspace, or what stopped it."""

import logging
from collections.abc import Callable

from huddinge_training.domain.preferences import Preferences
from huddinge_training.errors import TrainingError
from huddinge_training.services.rescue import set_damaged_aside
from huddinge_training.services.workspace import Sources, Workspace

LOG = logging.getLogger(__name__)


class Opening:
    """Either ``workspace`` or ``problem`` is there; ``preferences`` are what could be read."""

    def __init__(self, find_sources: Callable[[], Sources]) -> None:
        """``find_sources`` says what to open, and raises TrainingError when that is unclear."""
        self._find_sources = find_sources
        self.problem: TrainingError | None = None
        self.preferences = Preferences()
        self.workspace: Workspace | None = None
        self.open()

    def open(self) -> None:
        """Tries to open the data, again if need be."""
        workspace = None
        try:
            workspace = Workspace.open(self._find_sources())
            owner = workspace.entrance.only_person
            self.preferences = workspace.load_preferences(owner.id if owner else None)
            _ = workspace.loaded_course
        except TrainingError as error:
            LOG.warning("the data could not be opened: %s", type(error).__name__)
            self.problem = error
            if workspace is not None:
                workspace.close()
            return
        self.workspace = workspace
        self.problem = None

    def begin_anew(self) -> None:
        """Sets a damaged database aside, which is kept, and opens an empty one."""
        try:
            sources = self._find_sources()
            set_damaged_aside(sources.paths, sources.clock)
        except TrainingError as error:
            self.problem = error
            return
        self.open()

    def close(self) -> None:
        """Closes the database."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
