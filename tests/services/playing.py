"""Goes through a module as a person would, and makes the data file refuse to be written."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from examples import response_of

from huddinge_training.domain.response import Response
from huddinge_training.domain.scenario import Scenario
from huddinge_training.services.visit import Visit
from huddinge_training.storage.database import Database

Choice = Callable[[Scenario], Response]


def read_on(visit: Visit) -> Scenario:
    """Reads as far as the next question, and says which one it is."""
    while visit.attempt.item_number is None or visit.attempt.answer_of(visit.attempt.item_number):
        visit.go_on()
    return visit.attempt.items[visit.attempt.item_number]


def answer_next(visit: Visit, response: Response | None = None) -> Scenario:
    """Answers the next question, with the best there is unless told, and stays on its screen."""
    scenario = read_on(visit)
    visit.answer(response_of(scenario) if response is None else response)
    return scenario


def play(visit: Visit, choose: Choice = response_of) -> list[Scenario]:
    """Goes on to the end page; returns the scenarios in the order in which they came."""
    asked = []
    while not visit.attempt.is_at_end:
        number = visit.attempt.item_number
        if number is not None and visit.attempt.answer_of(number) is None:
            scenario = visit.attempt.items[number]
            asked.append(scenario)
            visit.answer(choose(scenario))
        visit.go_on()
    return asked


@contextmanager
def written_by_another(database: Database) -> Iterator[None]:
    """Another program holds the right to write meanwhile."""
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def count(database: Database, table: str) -> int:
    """How many rows a table has."""
    (number,) = database.read(int, f"SELECT count(*) FROM {table}")
    return number
