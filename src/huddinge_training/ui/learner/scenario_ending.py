"""What a scenario ends with, whatever is answered: the rules, a real case, something to ponder."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huddinge_training.domain.scenario import Scenario
from huddinge_training.ui.learner.rule_box import RuleBox, dilemma_ending, real_case_box
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar


class ScenarioEnding(QWidget):
    """Stands below what the answer itself led to."""

    def __init__(self, presentation: Presentation, scenario: Scenario, today: date) -> None:
        super().__init__()
        self._presentation = presentation
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        if scenario.boundary is not None:
            self._column.addWidget(dilemma_ending(presentation, scenario))
        self._column.addWidget(RuleBox(presentation, scenario, today))
        if scenario.real_case is not None:
            self._column.addWidget(real_case_box(presentation, scenario.real_case))
        if scenario.reflection is not None:
            words = presentation.language.say(scenario.reflection)
            self._column.addWidget(InfoBar(presentation, "info", words, "reflection"))

    def say_that_more_comes(self) -> None:
        """The answer made the module longer (PED-12)."""
        say = self._presentation.language.say
        words = say("You get another situation on the same thing a little later.")
        self._column.addWidget(InfoBar(self._presentation, "info", words, "comes_again"))
