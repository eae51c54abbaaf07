"""What a scenario rests on: the rules with their check dates, and whom to ask."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.scenario import Ask, Scenario
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class RuleBox(QFrame):
    """The rules in plain words and *Vem kan jag fråga?*, always in the same place."""

    def __init__(self, presentation: Presentation, scenario: Scenario) -> None:
        super().__init__()
        say = presentation.language.say
        self.setProperty("role", "rule")
        self.setObjectName("rule_box")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(HeadingLabel(say("The rule"), "strong"))
        for rule in scenario.rules:
            column.addWidget(paragraph(say(rule.plain), "reading"))
            column.addWidget(
                paragraph(
                    say(
                        "{title}. Checked {day}.",
                        title=rule.title,
                        day=rule.checked.isoformat(),
                    ),
                    "caption",
                )
            )
            column.addSpacing(8)
        column.addWidget(HeadingLabel(say("Who can I ask?"), "strong"))
        for ask in scenario.ask:
            column.addWidget(paragraph(_ask_words(presentation, ask), "reading"))


def _ask_words(presentation: Presentation, ask: Ask) -> str:
    say = presentation.language.say
    if ask.when is None:
        return say(ask.contact.title)
    return f"{say(ask.contact.title)} – {say(ask.when)}"


def dilemma_ending(presentation: Presentation, scenario: Scenario) -> QFrame:
    """The perspectives of a dilemma and where the legal limit goes; it has no key."""
    say = presentation.language.say
    frame = box("card", spacing=4, name="dilemma_ending")
    column = inside(frame)
    column.addWidget(
        paragraph(say("There is no right answer here. This is what is at stake:"), "strong")
    )
    for perspective in scenario.perspectives:
        column.addSpacing(4)
        column.addWidget(paragraph(say(perspective.who), "strong"))
        column.addWidget(paragraph(say(perspective.stake), "reading"))
    if scenario.boundary is not None:
        column.addSpacing(12)
        column.addWidget(HeadingLabel(say("Where the legal limit goes"), "strong"))
        column.addWidget(paragraph(say(scenario.boundary), "reading"))
    return frame
