"""kill -9 in the middle of a module: the same screen again, with every confirmed answer."""

import os
import random
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication
from ui.answering import chosen_names
from ui.desktop import Desktop, closing_at_end
from ui.stages import FREE, begin, store_person

from huddinge_training.services.overview import ModuleState
from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.learner.scenario_page import ScenarioPage

TESTS = Path(__file__).parent.parent
LEARNER = Path(__file__).with_name("scripted_learner.py")
ROUNDS = 3
SEED = 100
MOST_LINES = 70


@dataclass
class Seen:
    """What the killed program had shown."""

    screen: str = ""
    was_stepping: bool = False
    answers: list[tuple[str, str]] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """Takes in one line of what the program said."""
        word, _, rest = line.rstrip("\n").partition(" ")
        self.was_stepping = word == "step"
        if word == "screen":
            self.screen = rest
        elif word == "answer":
            scenario, response = rest.split()
            self.answers.append((scenario, response))
        elif word == "done":
            self.answers.clear()
            self.screen = ""


def killed(data_dir: Path, seed: int, seen: Seen) -> None:
    """Runs the learner for some random while and kills it."""
    learner = subprocess.Popen(
        [sys.executable, LEARNER, data_dir, str(seed)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(TESTS)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert learner.stdout is not None
    for _ in range(random.Random(seed).randrange(2, MOST_LINES)):
        line = learner.stdout.readline()
        assert line.endswith("\n"), "the learner ended by itself"
        seen.hear(line)
    learner.kill()
    # What it said between the last line and the kill counts as well; half a line does not.
    rest, _ = learner.communicate(timeout=30)
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n"):
            seen.hear(line)


def is_question(desktop: Desktop) -> bool:
    return isinstance(desktop.page, ScenarioPage)


def number_on_screen(desktop: Desktop) -> int:
    """Which question of the module is shown, from 1."""
    found = re.search(r"\d+", desktop.words("place"))
    assert found is not None
    return int(found[0])


def chosen_on_screen(desktop: Desktop, known: int) -> list[tuple[str, set[str]]]:
    """Goes on to the last answered question and back through the module, and reads each."""
    while not is_question(desktop):
        desktop.do("go_on")
    while number_on_screen(desktop) < known:
        desktop.do("go_on")
    found: list[tuple[str, set[str]]] = []
    while is_question(desktop):
        if not desktop.has("answer"):
            found.insert(0, (str(desktop.scenario_page.scenario.id), desktop.chosen()))
        desktop.do("back")
    return found


def test_what_was_confirmed_is_on_screen_after_every_kill(
    data_dir: Path, qapp: QApplication
) -> None:
    assert qapp is not None
    sources = default_sources(data_dir)
    person = store_person(sources)
    # Where not every answer is one choice.
    begin(sources, person, FREE, until=lambda visit: visit.attempt.item_number == 0)
    seen = Seen()
    for number in range(ROUNDS):
        killed(data_dir, SEED + number, seen)
        with closing_at_end(Desktop(sources)) as desktop:
            home = desktop.title
            module = desktop.workspace.learning.overview(person).next_module
            assert module is not None
            stored = desktop.workspace.learning.stored_answers(person, module.module.id)
            is_new = module.state is ModuleState.NOT_STARTED
            desktop.do("next")
            if seen.screen and not seen.was_stepping:
                assert seen.screen in ({home} if is_new else {home, desktop.title})
            if stored:
                assert chosen_on_screen(desktop, len(stored)) == [
                    (a.scenario_id, chosen_names(module.module.scenario(a.scenario_id), a.response))
                    for a in stored
                ]
                answers = [(str(a.scenario_id), str(a.response)) for a in stored]
                # An answer may have been on disk, but not yet on screen.
                assert answers[: len(seen.answers)] == seen.answers
                assert len(answers) <= len(seen.answers) + 1
                seen.answers = answers
            else:
                # The last step of a module records it and deletes its answers.
                assert not seen.answers or (is_new and seen.was_stepping)
                seen.answers = []
