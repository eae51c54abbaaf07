"""The end of a module or a repeat: you are done, what to take with you, and what is next."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.domain.attempt import Purpose
from huddinge_training.services.overview import ModuleOverview
from huddinge_training.services.visit import Visit
from huddinge_training.ui.learner.next_card import NextCard
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import module_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph


class EndPage(Page):
    """Says that it is recorded, shows the takeaways, and leads home; no score (PED-15)."""

    went_home = Signal()
    certificate_asked = Signal()
    calendar_asked = Signal()
    sheet_asked = Signal(str)
    cases_asked = Signal()
    module_opened = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        visit: Visit,
        next_module: ModuleOverview | None = None,
        repeat_on: date | None = None,
    ) -> None:
        """``next_module`` is what to do next, ``repeat_on`` the day this module comes again."""
        super().__init__(presentation)
        is_repeat = visit.attempt.purpose is Purpose.FOLLOW_UP
        lead = paragraph(self.say(visit.module.title), "muted")
        title = self.say("The repeat is done") if is_repeat else self.say("You are done")
        picture = module_illustration(presentation, visit.module)
        if picture is not None:
            self.add_head(title, picture, lead)
        else:
            self.add(lead)
            self.add_heading(title)
        if not is_repeat:
            recorded = self.say(
                "It is saved. HR sees that you are done and the date, not your answers. "
                "Your answers have been deleted."
            )
            self.add(InfoBar(presentation, "info", recorded, "recorded"))
            self.read_on_arrival(recorded)
        if visit.module.takeaways:
            card = box("card", margin=24, spacing=12, name="takeaways")
            title = self.say("Two things to take with you")
            inside(card).addWidget(HeadingLabel(title, "subtitle"))
            for takeaway in visit.module.takeaways:
                inside(card).addWidget(paragraph(self.say(takeaway), "reading"))
            self.add(card)
        if repeat_on is not None:
            words = self.say("A short repeat of this module comes on {day}.", day=repeat_on)
            self.add(paragraph(words, name="repeat_on"))
        if next_module is not None:
            follows = NextCard(presentation, next_module, with_picture=False)
            follows.opened.connect(self.module_opened)
            self.as_default(follows.go)
            self.add(follows)
        role = "primary" if next_module is None else "secondary"
        home = button(self.say("To my modules"), "home", self.went_home.emit, role=role)
        if next_module is None:
            self.as_default(home)
        buttons: list[QWidget] = [home]
        if not is_repeat:
            buttons += [
                button(self.say("Certificate"), "certificate", self.certificate_asked.emit),
                button(
                    self.say("Repeats for my calendar"),
                    "calendar",
                    self.calendar_asked.emit,
                ),
            ]
            if visit.module.sheet is not None:
                buttons.append(
                    button(
                        self.say("One page to print"),
                        "sheet",
                        lambda: self.sheet_asked.emit(visit.module.id),
                    )
                )
        buttons.append(button(self.say("More cases"), "more_cases", self.cases_asked.emit))
        self.add(FlowLayout(*buttons))
