"""Answers a scenario of any form on its page, with whatever hands press what is there."""

from itertools import islice
from typing import Protocol

from huddinge_training.domain.response import Response, every_response, places, way
from huddinge_training.domain.scenario import AnswerForm, Decision, Scenario

MOST_RESPONSES = 50


class Hands(Protocol):
    """Whoever sits in front of the page; widgets are known by their object names."""

    def has(self, name: str) -> bool:
        """Whether it can be seen."""

    def is_on(self, name: str) -> bool:
        """Whether a radio button or check box is chosen."""

    def words(self, name: str) -> str:
        """What can be read in it."""

    def do(self, name: str) -> None:
        """Presses a button or a check box."""

    def mark(self, choice: str) -> None:
        """Chooses the radio button with the name ``radio_…``."""


def answer(hands: Hands, scenario: Scenario, response: Response) -> None:
    """Puts a whole response in, and confirms it."""
    put_in(hands, scenario, response)
    hands.do("answer")


def put_in(hands: Hands, scenario: Scenario, response: Response) -> None:
    """Chooses, sorts, moves or decides as the response says; only confirming is left.

    What an earlier visit has left on the page is changed where it is another.
    """
    if scenario.form is AnswerForm.CHOICE:
        take_way(hands, scenario, response)
    elif scenario.form is AnswerForm.ORDER:
        _move(hands, response)
    elif scenario.form is AnswerForm.SORT:
        for part, group in places(scenario, response).items():
            hands.mark(f"{part}_{group}")
    else:
        chosen = places(scenario, response)
        for part_id in (part.id for part in scenario.parts):
            if hands.is_on(f"check_{part_id}") is not (part_id in chosen):
                hands.do(f"check_{part_id}")


def take_way(hands: Hands, scenario: Scenario, response: Response) -> None:
    """Chooses, or decides time after time as far as the response goes, from the beginning."""
    while hands.has("step_back"):
        hands.do("step_back")
    for decision, option in way(scenario, response):
        hands.mark(choice_name(decision, option.id))
        if scenario.is_branching:
            hands.do("answer")


def choice_name(decision: Decision, option_id: str) -> str:
    """What the widgets of an option are called after their prefix."""
    return f"{decision.id}_{option_id}" if decision.id else option_id


def chosen_names(scenario: Scenario, response: Response) -> set[str]:
    """The radio buttons and check boxes that are chosen by a response; none in an order."""
    if scenario.form is AnswerForm.CHOICE:
        taken = way(scenario, response)
        return {f"radio_{choice_name(decision, option.id)}" for decision, option in taken}
    if scenario.form is AnswerForm.ORDER:
        return set()
    put = places(scenario, response).items()
    if scenario.form is AnswerForm.SORT:
        return {f"radio_{part}_{group}" for part, group in put}
    return {f"check_{part}" for part, _ in put}


def some_responses(scenario: Scenario) -> list[Response]:
    """The first of all that there are, since there are many orders and ways to sort."""
    return list(islice(every_response(scenario), MOST_RESPONSES))


def number_of(hands: Hands, part_id: str) -> int:
    """Where a step stands, from 1."""
    return int(hands.words(f"place_{part_id}").rstrip("."))


def _move(hands: Hands, response: Response) -> None:
    for place, part_id in enumerate(response.split(","), start=1):
        while number_of(hands, part_id) > place:
            hands.do(f"up_{part_id}")
