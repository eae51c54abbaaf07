"""How far a person is, module by module: what the home page shows."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import Module
from huddinge_training.domain.record import Completion
from huddinge_training.domain.scenario import Scenario


class ModuleState(Enum):
    """How far a person is in a module."""

    NOT_STARTED = auto()
    IN_PROGRESS = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class ModuleOverview:
    """A module on a person's home page."""

    module: Module
    state: ModuleState
    minutes: int
    answered: int
    total: int
    due_on: date
    completion: Completion | None


@dataclass(frozen=True, slots=True)
class MoreCases:
    """The cases of a module that it does not ask the person, to be tried at will."""

    module: Module
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The home page: the modules in order, what is next, and the follow-ups that wait."""

    modules: tuple[ModuleOverview, ...]
    due_follow_ups: tuple[FollowUp, ...]
    next_repeat_on: date | None = None

    @property
    def next_module(self) -> ModuleOverview | None:
        """The one thing to do next: what is begun, or else the first that is not done.

        A module that is only done again waits until every module has been done once.
        """
        undone = [m for m in self.modules if m.completion is None]
        begun = [m for m in undone if m.state is ModuleState.IN_PROGRESS]
        again = [m for m in self.modules if m.state is ModuleState.IN_PROGRESS]
        return next(iter(begun + undone + again), None)

    @property
    def done_count(self) -> int:
        """How many modules are done, also those that are being repeated."""
        return sum(m.completion is not None for m in self.modules)
