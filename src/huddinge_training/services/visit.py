"""An attempt that is open on screen; every step is saved before it is shown."""

from typing import Protocol

from huddinge_training.domain.attempt import Answer, Attempt, Purpose
from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import Module, ProcedureStep
from huddinge_training.domain.person import Person
from huddinge_training.domain.response import Response
from huddinge_training.errors import TrainingError
from huddinge_training.language import Message


class Keeper(Protocol):
    """What keeps the steps of a visit; each of them raises StorageError when it cannot."""

    def save_answer(self, number: int, answer: Answer) -> None:
        """Stores a whole answer; when this returns it is on disk."""

    def keep_begun(self, answer: Answer) -> None:
        """Stores how far an answer has come."""

    def save_place(self, place: int) -> None:
        """Stores which screen is shown."""

    def record(self, visit: "Visit") -> None:
        """Records what the visit completed."""


class NothingKept:
    """Keeps nothing: for cases that are tried beside the modules."""

    def save_answer(self, number: int, answer: Answer) -> None:
        """Leaves no trace."""

    def keep_begun(self, answer: Answer) -> None:
        """Leaves no trace."""

    def save_place(self, place: int) -> None:
        """Leaves no trace."""

    def record(self, visit: "Visit") -> None:
        """Leaves no trace."""


class Visit:
    """A person at an attempt, with the page that belongs to its place."""

    def __init__(
        self,
        keeper: Keeper,
        person: Person,
        attempt: Attempt,
        *,
        procedure: tuple[ProcedureStep, ...] = (),
        notice: Message | None = None,
        follow_up: FollowUp | None = None,
    ) -> None:
        self._keeper = keeper
        self.person = person
        self.attempt = attempt
        self.procedure = procedure
        self.notice = notice
        self.follow_up = follow_up
        self.is_recorded = False

    @property
    def module(self) -> Module:
        """The module that is gone through."""
        return self.attempt.module

    @property
    def is_practice(self) -> bool:
        """Whether it is one case more, of which nothing is kept."""
        return self.attempt.purpose is Purpose.PRACTICE

    def answer(self, response: Response) -> None:
        """Confirms a whole response; when this returns, it survives a power cut."""
        answer = self.attempt.prepared_answer(response)
        self._keeper.save_answer(len(self.attempt.answers), answer)
        self.attempt.take(answer)

    def keep(self, response: Response) -> None:
        """Keeps how far the answer has come, so that one can leave in the middle of it."""
        answer = self.attempt.begun_answer(response)
        self._keeper.keep_begun(answer)
        self.attempt.keep(answer)

    def go_on(self) -> None:
        """One screen forward; on the last one the completion is recorded."""
        self.attempt.go_on()
        if self.is_recorded:
            return
        try:
            if self.attempt.is_at_end and self.attempt.is_complete:
                self._keeper.record(self)
                self.is_recorded = True
            else:
                self._keeper.save_place(self.attempt.place)
        except TrainingError:
            self.attempt.go_back()
            raise

    def go_back(self) -> None:
        """One screen back; raises ValueError on the first one."""
        self.attempt.go_back()
        if self.is_recorded:
            return
        try:
            self._keeper.save_place(self.attempt.place)
        except TrainingError:
            self.attempt.go_on()
            raise
