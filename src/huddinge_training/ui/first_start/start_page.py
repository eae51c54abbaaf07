"""Third and last screen: what waits, how long it takes, and the button that begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from huddinge_training.language import counted
from huddinge_training.services.overview import Overview
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph


class StartPage(Page):
    """Minutes, number of situations, what HR sees, and that one can pause (PED-03)."""

    started = Signal()
    follow_ups_chosen = Signal(bool)

    def __init__(
        self, presentation: Presentation, overview: Overview, *, wants_follow_ups: bool
    ) -> None:
        super().__init__(presentation, is_centred=True)
        step = QLabel(self.say("Step {number} of {total}", number=3, total=3))
        step.setProperty("role", "muted")
        self.add(step)
        self.add_heading(self.say("Ready to start"))
        self.add(
            paragraph(
                self.say(
                    counted(
                        "Your introduction has one module with {scenarios} situations from work. "
                        "It takes about {minutes} min in all.",
                        "Your introduction has {count} modules with {scenarios} situations from "
                        "work. It takes about {minutes} min in all. One module at a time is fine.",
                        len(overview.modules),
                        scenarios=sum(m.total for m in overview.modules),
                        minutes=sum(m.minutes for m in overview.modules),
                    )
                ),
                "reading",
            )
        )
        card = box("card", spacing=8, name="module_titles")
        for module in overview.modules:
            inside(card).addWidget(
                paragraph(
                    self.say(
                        counted(
                            "{module}: about one minute",
                            "{module}: about {count} minutes",
                            module.minutes,
                            module=module.module.title,
                        )
                    )
                )
            )
        self.add(card)
        self.add(
            InfoBar(
                presentation,
                "info",
                self.say(
                    "You can close the program at any time. Your answers are saved one by one, "
                    "and you go on where you were. HR sees that you are done and the date, "
                    "not your answers. With F1 you get the five steps that help you think."
                ),
            )
        )
        repeats = Check(presentation.theme, self.say("Remind me here of a short repeat later"))
        repeats.setObjectName("wants_follow_ups")
        repeats.setChecked(wants_follow_ups)
        repeats.toggled.connect(self.follow_ups_chosen)
        self.add(repeats)
        start = button(self.say("Start"), "start", self.started.emit, role="primary")
        self.add(FlowLayout(self.as_default(start)))
