"""A case is answered from another process, through the bus that screen readers use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from program.screen_reader import Node, ScreenReader, reading_the_screen
from ui.forms import FORMS
from ui.stages import AMINA, store_person

from huddinge_training.domain.course import Module
from huddinge_training.domain.scenario import Scenario
from huddinge_training.domain.selection import select_scenarios
from huddinge_training.language import Language
from huddinge_training.paths import bundled
from huddinge_training.services.workspace import Workspace, default_sources

pytestmark = [pytest.mark.needs_atspi, pytest.mark.needs_xvfb]


@pytest.fixture
def asked(data_dir: Path) -> tuple[Module, Scenario]:
    """A module that begins with an ordinary choice; stored is somebody who has to do it."""
    sources = default_sources(data_dir)
    with Workspace.open(sources) as workspace:
        course = workspace.loaded_course.course
        firsts = (
            (module, select_scenarios(module, AMINA.role, course.edition.id)[0])
            for module in course.modules
            if module.is_for(AMINA.role) and module.reading
        )
        module, scenario = next(pair for pair in firsts if FORMS["choice"](pair[1]))
    store_person(sources, language="sv")
    return module, scenario


@pytest.fixture
def reader(asked: object, data_dir: Path, tmp_path: Path) -> Iterator[ScreenReader]:
    """The running program, which has that person's home page on screen."""
    assert asked
    errors = tmp_path / "errors.txt"
    with reading_the_screen(data_dir, errors) as reader:
        yield reader
    assert "Traceback" not in errors.read_text(encoding="utf-8")


@pytest.fixture
def swedish() -> Language:
    return Language.load("sv", bundled("resources") / "locale")


def test_a_case_is_read_answered_and_its_feedback_heard_from_another_process(
    reader: ScreenReader, asked: tuple[Module, Scenario], swedish: Language
) -> None:
    module, scenario = asked
    reader.wait_for("heading", swedish.say("Hello {name}", name="Amina"))
    reader.come_to_the_front("Kompassen")
    reader.press("push button", f"{swedish.say('Begin')}: {module.title.sv}")
    for reading in module.reading:
        reader.wait_for("heading", reading.title.sv, "focused")
        reader.press("push button", swedish.say("Continue"))

    reader.wait_for("heading", scenario.title.sv, "focused")
    nodes = reader.look()
    options = {option.text.sv for option in scenario.options}
    radios = [node for node in nodes if node.role == "radio button"]
    assert {node.name for node in radios} == options
    assert not any("checked" in node.states for node in radios)
    assert any(scenario.scene.sv in node.name for node in nodes)
    assert all_can_be_named(nodes)

    chosen = scenario.options[-1]
    reader.press("radio button", chosen.text.sv)
    reader.wait_for("radio button", chosen.text.sv, "checked")
    assert reader.heard() == []
    reader.press("push button", swedish.say("Submit answer"))
    reader.wait_until(lambda: bool(reader.heard()), "announcement")
    (said,) = reader.heard()
    assert chosen.consequence.sv in said
    assert chosen.feedback.sv in said
    assert any("focused" in node.states and node.name == said for node in reader.look())


def all_can_be_named(nodes: list[Node]) -> bool:
    return all(node.name.strip() for node in nodes if "focusable" in node.states)
