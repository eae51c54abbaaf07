"""kill -9 in the middle of a switch: nothing of one person is ever with the other."""

from pathlib import Path

from program.switching import Seen, kill_in_a_switch, mixed_up
from PySide6.QtWidgets import QApplication
from ui.desktop import Desktop, closing_at_end
from ui.sharing import BO, come_in, store_people
from ui.stages import AMINA

from huddinge_training.services.workspace import default_sources
from huddinge_training.ui.entrance.chooser_page import ChooserPage

ROUNDS = 3
SEED = 700


def test_after_every_kill_it_is_asked_who_is_here_and_everybody_has_their_own(
    data_dir: Path, qapp: QApplication
) -> None:
    assert qapp is not None
    sources = default_sources(data_dir)
    people = store_people(sources, AMINA, BO)
    numbers = [person.profile.employee_number for person in people]
    seen = Seen()
    for number in range(ROUNDS):
        kill_in_a_switch(data_dir, SEED + number, numbers, seen)
        assert sum(map(len, seen.answers.values())) or sum(seen.done.values())
        with closing_at_end(Desktop(sources)) as desktop:
            assert isinstance(desktop.page, ChooserPage)
            assert mixed_up(desktop.workspace, people, seen) == []
            for profile in (AMINA, BO):
                come_in(desktop, profile)
                name = profile.name.split()[0]
                assert desktop.words("page_heading") == desktop.say("Hello {name}", name=name)
                assert desktop.person.profile == profile
                desktop.do("rail_switch")
