"""One person's way through a module: read, answer, go back, resume; refuses illegal steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from huddinge_training.domain.canonical import digest
from huddinge_training.domain.course import Module
from huddinge_training.domain.response import NOTHING, Response, grade_of, is_whole
from huddinge_training.domain.scenario import (
    AnswerForm,
    Decision,
    ObjectiveId,
    Option,
    Part,
    Scenario,
    ScenarioId,
)

RETRY_DISTANCE = 2


class Purpose(StrEnum):
    """Why scenarios are gone through: the module, a short repeat later, or one case more."""

    MODULE = "module"
    FOLLOW_UP = "follow_up"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, tied to the scenario exactly as it was worded then."""

    scenario_id: ScenarioId
    scenario_hash: str
    response: Response


def unchanged(module: Module, answers: Iterable[Answer]) -> list[Answer]:
    """The answers to scenarios that are still worded as they were when they were answered."""
    current = {scenario.id: scenario.content_hash for scenario in module.scenarios}
    return [a for a in answers if current.get(a.scenario_id) == a.scenario_hash]


class Attempt:
    """The state of an attempt, computed from its plan and the answers so far.

    ``place`` counts screens: first the reading, then one for each scenario, and the
    last one is the end page. Answers can only be added, at the first open scenario.
    """

    def __init__(
        self,
        module: Module,
        plan: Sequence[Scenario],
        answers: Iterable[Answer] = (),
        *,
        purpose: Purpose = Purpose.MODULE,
        seed: str = "",
        place: int = 0,
        begun: Answer | None = None,
    ) -> None:
        """``answers`` are those kept from earlier, all to scenarios of this module.

        ``begun`` is an answer that was not finished; it counts only for the scenario that is
        open now, as it is worded now.
        """
        self.module = module
        self.purpose = purpose
        self.seed = seed
        self.answers: list[Answer] = []
        self._pending = list(plan)
        self._retries: dict[ScenarioId, ObjectiveId] = {}
        self._put_off: set[ScenarioId] = set()
        self._met: set[ObjectiveId] = set()
        self._critical = {o.id: o for o in module.critical_objectives}
        self._ask_about_every_critical_objective()
        for answer in answers:
            self._take(answer)
        self.place = max(0, min(place, self.reading_count + len(self.answers)))
        self._begun = begun

    @property
    def reading_count(self) -> int:
        """The number of reading screens; only the module itself has any."""
        return len(self.module.reading) if self.purpose is Purpose.MODULE else 0

    @property
    def items(self) -> tuple[Scenario, ...]:
        """The scenarios in order: those answered, then those still to come."""
        answered = (self.module.scenario(answer.scenario_id) for answer in self.answers)
        return (*answered, *self._pending)

    @property
    def item_number(self) -> int | None:
        """The index of the scenario on screen, or None on a reading screen or the end page."""
        number = self.place - self.reading_count
        return number if 0 <= number < len(self.items) else None

    @property
    def is_at_end(self) -> bool:
        """Whether the place is the end page."""
        return self.place == self.reading_count + len(self.items)

    @property
    def is_complete(self) -> bool:
        """Every scenario answered, every critical objective met (PED-11)."""
        return not self._pending and not self.unmet_objectives

    @property
    def unmet_objectives(self) -> tuple[ObjectiveId, ...]:
        """The critical objectives that wait for a good enough answer; only the module has any."""
        if self.purpose is not Purpose.MODULE:
            return ()
        return tuple(id_ for id_ in self._critical if id_ not in self._met)

    def answer_of(self, number: int) -> Answer | None:
        """The answer to the item with this index, or None while it is open."""
        return self.answers[number] if number < len(self.answers) else None

    @property
    def begun(self) -> Response:
        """How far the answer to the open scenario had come, or nothing."""
        begun = self._begun
        if begun is None or not self._pending:
            return NOTHING
        scenario = self._pending[0]
        is_same = (begun.scenario_id, begun.scenario_hash) == (scenario.id, scenario.content_hash)
        return begun.response if is_same else NOTHING

    def options(self, number: int, decision: Decision | None = None) -> tuple[Option, ...]:
        """The options of an item, or of a decision in it, shuffled the same every time (L07)."""
        scenario = self.items[number]
        at = f"{self.seed}:{number}:{scenario.id}:{decision.id if decision else ''}"
        options = decision.options if decision else scenario.options
        return tuple(sorted(options, key=lambda option: digest(f"{at}:{option.id}")))

    def parts(self, number: int) -> tuple[Part, ...]:
        """The parts of an item as they are shown: shuffled, but the sentences of a text.

        Steps to be put in order never stand in the right one to begin with.
        """
        scenario = self.items[number]
        if scenario.form is AnswerForm.MARK:
            return scenario.parts
        at = f"{self.seed}:{number}:{scenario.id}"
        shown = tuple(sorted(scenario.parts, key=lambda part: digest(f"{at}:{part.id}")))
        if scenario.form is AnswerForm.ORDER and shown == scenario.parts:
            return (*shown[1:], shown[0])
        return shown

    def prepared_answer(self, response: Response) -> Answer:
        """The answer to the item on screen, to be saved before it is taken.

        Raises ValueError when nothing is asked here or the response is not whole, KeyError
        for an unknown option, part or group.
        """
        answer = self.begun_answer(response)
        if not is_whole(self._pending[0], response):
            raise ValueError("something is missing in the response")
        return answer

    def begun_answer(self, response: Response) -> Answer:
        """The same for a response that may still have to be finished."""
        number = self.item_number
        if number is None or number != len(self.answers):
            raise ValueError("there is no open question on this screen")
        scenario = self._pending[0]
        is_whole(scenario, response)
        return Answer(scenario.id, scenario.content_hash, response)

    def keep(self, begun: Answer) -> None:
        """Remembers an answer that is not finished."""
        self._begun = begun

    def take(self, answer: Answer) -> None:
        """Adds a saved answer; what comes later may change by it."""
        self._begun = None
        self._take(answer)

    def answer(self, response: Response) -> Answer:
        """Answers the item on screen; raises ValueError on an illegal step."""
        answer = self.prepared_answer(response)
        self.take(answer)
        return answer

    def go_on(self) -> None:
        """One screen forward; raises ValueError past an open question or the end."""
        if self.item_number == len(self.answers):
            raise ValueError("the question on this screen is not answered")
        if self.is_at_end:
            raise ValueError("this is the last screen")
        self.place += 1

    def go_back(self) -> None:
        """One screen back; raises ValueError on the first one."""
        if self.place == 0:
            raise ValueError("this is the first screen")
        self.place -= 1

    def _take(self, answer: Answer) -> None:
        scenario = self.module.scenario(answer.scenario_id)
        grade = grade_of(scenario, answer.response)
        self.answers.append(answer)
        for index, pending in enumerate(self._pending):
            if pending.id == scenario.id:
                del self._pending[index]
                break
        self._retries.pop(scenario.id, None)
        objective = self._critical.get(scenario.objective)
        if objective is None or self.purpose is not Purpose.MODULE:
            return
        if objective.is_met_by(grade):
            self._met.add(objective.id)
            self._drop_retries(objective.id)
        elif objective.id not in self._met:
            self._plan_retry(scenario)

    def _drop_retries(self, objective: ObjectiveId) -> None:
        unneeded = {item for item, reason in self._retries.items() if reason == objective}
        self._pending = [s for s in self._pending if s.id not in unneeded]
        for item in unneeded:
            del self._retries[item]

    def _plan_retry(self, failed: Scenario) -> None:
        """A different scenario on the same objective comes at least two items later (PED-12).

        What has been put off once is not put off again, or it would never come.
        """
        on_it = [pending.objective == failed.objective for pending in self._pending]
        if any(on_it[RETRY_DISTANCE - 1 :]):
            return
        if any(on_it) and self._pending[0].id not in {*self._retries, *self._put_off}:
            retry = self._pending.pop(0)
            self._put_off.add(retry.id)
        else:
            soon = {pending.id for pending in self._pending} | {failed.id}
            variants = [s for s in self._on(failed.objective) if s.id not in soon]
            if any(on_it) and not variants:
                return
            retry = self._least_used(variants or [failed])
            self._retries[retry.id] = failed.objective
        fillers = [] if self._pending else self._fillers(failed, retry)
        if fillers:
            filler = self._least_used(fillers)
            self._pending.append(filler)
            self._retries[filler.id] = failed.objective
        self._pending.insert(RETRY_DISTANCE - 1, retry)

    def _ask_about_every_critical_objective(self) -> None:
        """A plan that was made for another state of the module may lack one."""
        pending = {scenario.objective for scenario in self._pending}
        for objective in self.unmet_objectives:
            if objective not in pending:
                self._pending.append(self._least_used(self._on(objective)))

    def _on(self, objective: ObjectiveId) -> list[Scenario]:
        return [s for s in self.module.scenarios if s.objective == objective]

    def _fillers(self, failed: Scenario, retry: Scenario) -> list[Scenario]:
        """What may come in between, where nothing else is left to ask."""
        others = [s for s in self.module.scenarios if s.objective != failed.objective]
        return others or [s for s in self.module.scenarios if s.id not in (failed.id, retry.id)]

    def _least_used(self, candidates: Sequence[Scenario]) -> Scenario:
        """The candidate never asked, or else the one asked longest ago."""
        last_asked = {answer.scenario_id: n for n, answer in enumerate(self.answers, start=1)}
        return min(candidates, key=lambda s: (last_asked.get(s.id, 0), s.id))
