"""What a scenario rests on: the rules with their check dates, whom to ask, what has happened."""

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout

from huddinge_training.domain.scenario import Ask, RealCase, Rule, Scenario
from huddinge_training.services.content_check import is_old
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import box, inside
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class RuleBox(QFrame):
    """The rules in plain words and *Vem kan jag fråga?*, always in the same place."""

    def __init__(self, presentation: Presentation, scenario: Scenario, today: date) -> None:
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
            column.addWidget(paragraph(_origin(presentation, rule), "caption"))
            column.addSpacing(8)
        if any(is_old(rule, today) for rule in scenario.rules):
            old = say("A rule here was checked more than 18 months ago and should be checked anew.")
            column.addWidget(paragraph(old, "strong", name="old_rule"))
            column.addSpacing(8)
        column.addSpacing(8)
        column.addWidget(HeadingLabel(say("Who can I ask?"), "strong"))
        for ask in scenario.ask:
            _add_ask(column, presentation, ask)


def _origin(presentation: Presentation, rule: Rule) -> str:
    return presentation.language.say(
        "{title}. Checked {day}.", title=rule.title, day=rule.checked.isoformat()
    )


def _add_ask(column: QVBoxLayout, presentation: Presentation, ask: Ask) -> None:
    """Who, when in this situation or else in general, and how where it is filled in."""
    say = presentation.language.say
    column.addWidget(paragraph(say(ask.contact.title)))
    for text in (ask.when or ask.contact.when, ask.contact.how):
        if text is not None:
            column.addWidget(paragraph(say(text), "caption"))
    column.addSpacing(8)


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


def real_case_box(presentation: Presentation, case: RealCase) -> QFrame:
    """*Ur verkligheten*: something that has happened, with year and source."""
    say = presentation.language.say
    frame = box("card", spacing=4, name="real_case")
    title = say("From real life: {title}", title=case.title)
    inside(frame).addWidget(HeadingLabel(title, "strong"))
    inside(frame).addWidget(paragraph(say(case.text), "reading"))
    origin = say("{year}. Source: {source}", year=str(case.year), source=case.source)
    inside(frame).addWidget(paragraph(origin, "caption"))
    return frame
