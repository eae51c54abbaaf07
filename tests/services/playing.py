"""Goes through a module as a person would, and makes the data file refuse to be written."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from examples import BEST

from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.services.learning import Visit
from huddinge_training.storage.database import Database

Choice = Callable[[Scenario], OptionId]


def best(scenario: Scenario) -> OptionId:
    """The option that is always right in the examples."""
    return BEST


def answer_next(visit: Visit, option: OptionId = BEST) -> Scenario:
    """Reads as far as the next question, answers it, and stays on its screen."""
    while visit.attempt.item_number is None or visit.attempt.answer_of(visit.attempt.item_number):
        visit.go_on()
    scenario = visit.attempt.items[visit.attempt.item_number]
    visit.answer(option)
    return scenario


def play(visit: Visit, choose: Choice = best) -> list[Scenario]:
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
