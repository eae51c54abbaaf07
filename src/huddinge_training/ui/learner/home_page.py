"""Home: my modules in order, how far I am, and the one thing to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import Course
from huddinge_training.domain.person import Person
from huddinge_training.language import counted
from huddinge_training.services.overview import ModuleOverview, ModuleState, Overview
from huddinge_training.ui.learner.module_row import ModuleRow
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

STATE_ICONS = {
    ModuleState.NOT_STARTED: ("circle", "control"),
    ModuleState.IN_PROGRESS: ("circle-half", "primary"),
    ModuleState.DONE: ("check-circle-fill", "best"),
}
HOME_CHARACTERS = 84


class HomePage(Page):
    """The overview of one person; every module has its state in words and picture."""

    module_opened = Signal(str)
    follow_up_opened = Signal(FollowUp)
    certificate_asked = Signal()
    calendar_asked = Signal()
    cases_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        course: Course,
        person: Person,
        overview: Overview,
        notices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(presentation, characters=HOME_CHARACTERS)
        self._course = course
        self._overview = overview
        self._wants_follow_ups = person.wants_follow_ups
        first_name = person.profile.name.split()[0]
        self.add_heading(self.say("Hello {name}", name=first_name))
        self.add(paragraph(self._summary(), name="summary"))
        for notice in notices:
            self.add(InfoBar(presentation, "warning", notice))
        for follow_up in overview.due_follow_ups:
            self.add(self._follow_up_bar(follow_up))
        next_module = overview.next_module
        if next_module is not None:
            self.add(self._next_card(next_module))
        else:
            self.add(self._done_card())
        self.column.addSpacing(8)
        self.add(HeadingLabel(self.say("My introduction"), "subtitle"))
        self.add(self._module_list())
        if next_module is not None and overview.done_count:
            self.add(self._done_actions())
        self.add(
            button(
                self.say("More cases"), "more_cases", self.cases_asked.emit,
                icon=presentation.icon("cards", "text"), icon_size=presentation.icon_size,
            )
        )  # fmt: skip

    def _summary(self) -> str:
        left = [m for m in self._overview.modules if m.completion is None]
        if not left:
            return self.say("You have done all of your introduction.")
        return self.say(
            counted(
                "You have done {done} of {total} modules. About one minute is left. "
                "Be done by {day}.",
                "You have done {done} of {total} modules. About {count} minutes are left. "
                "Be done by {day}.",
                sum(m.minutes for m in left),
                done=self._overview.done_count,
                total=len(self._overview.modules),
                day=left[0].due_on,
            )
        )

    def _next_card(self, overview: ModuleOverview) -> QWidget:
        card = box("card", margin=24, spacing=8, name="next_card")
        is_begun = overview.state is ModuleState.IN_PROGRESS
        lead = self.say("Go on where you were") if is_begun else self.say("Next for you")
        inside(card).addWidget(paragraph(lead, "muted"))
        title = HeadingLabel(self.say(overview.module.title), "subtitle")
        inside(card).addWidget(title)
        inside(card).addWidget(paragraph(self.say(overview.module.summary)))
        inside(card).addWidget(paragraph(self._progress_words(overview), "muted"))
        inside(card).addSpacing(8)
        inside(card).addWidget(self._open_button(overview, role="primary", name="next"))
        return card

    def _done_card(self) -> QWidget:
        card = box("card", margin=24, name="done_card")
        inside(card).addWidget(HeadingLabel(self.say("You are done"), "subtitle"))
        inside(card).addWidget(
            paragraph(
                self.say(
                    "Save your certificate if you want one. After four weeks and after six months "
                    "you get a short repeat here."
                )
                if self._wants_follow_ups
                else self.say("Save your certificate if you want one.")
            )
        )
        inside(card).addWidget(self._done_actions())
        return card

    def _done_actions(self) -> QWidget:
        holder = QWidget()
        size = self.presentation.icon_size
        holder.setLayout(
            FlowLayout(
                button(
                    self.say("Certificate"), "certificate", self.certificate_asked.emit,
                    icon=self.presentation.icon("certificate", "text"), icon_size=size,
                ),
                button(
                    self.say("Repeats for my calendar"), "calendar",
                    self.calendar_asked.emit,
                    icon=self.presentation.icon("calendar-plus", "text"), icon_size=size,
                ),
            )
        )  # fmt: skip
        return holder

    def _follow_up_bar(self, follow_up: FollowUp) -> QWidget:
        module = self._course.module(follow_up.module_id)
        bar = InfoBar(
            self.presentation,
            "info",
            self.say(
                "Time for a short repeat of “{module}”: three situations, about five minutes.",
                module=module.title,
            ),
            f"follow_up_{module.id}",
        )
        bar.add(
            button(
                self.say("Do the repeat"),
                f"open_follow_up_{module.id}",
                lambda: self.follow_up_opened.emit(follow_up),
            )
        )
        return bar

    def _module_list(self) -> QFrame:
        frame = box("card", margin=0, spacing=0, name="module_list")
        for number, overview in enumerate(self._overview.modules):
            if number:
                line = QFrame()
                line.setProperty("role", "divider")
                inside(frame).addWidget(line)
            inside(frame).addWidget(self._module_row(overview))
        return frame

    def _module_row(self, overview: ModuleOverview) -> QWidget:
        icon_name, token = STATE_ICONS[overview.state]
        return ModuleRow(
            overview.module.id,
            self.presentation.pixmap(icon_name, token, 1.2),
            self.say(overview.module.title),
            self._progress_words(overview),
            self._open_button(overview, name=f"open_{overview.module.id}"),
        )

    def _open_button(
        self, overview: ModuleOverview, *, name: str, role: str = "secondary"
    ) -> QWidget:
        if overview.state is ModuleState.IN_PROGRESS:
            text = self.say("Continue")
        elif overview.state is ModuleState.DONE:
            text = self.say("Repeat")
        else:
            text = self.say("Begin")
        made = button(text, name, lambda: self.module_opened.emit(overview.module.id), role=role)
        made.setAccessibleName(f"{text}: {self.say(overview.module.title)}")
        return made

    def _progress_words(self, overview: ModuleOverview) -> str:
        if overview.state is ModuleState.IN_PROGRESS and overview.completion is not None:
            return self.say(
                "Done {day}. You are doing it again: {answered} of {total} answered",
                day=overview.completion.completed_on,
                answered=overview.answered,
                total=overview.total,
            )
        if overview.state is ModuleState.IN_PROGRESS:
            return self.say(
                counted(
                    "In progress: {answered} of {total} answered, about one minute left",
                    "In progress: {answered} of {total} answered, about {count} minutes left",
                    overview.minutes,
                    answered=overview.answered,
                    total=overview.total,
                )
            )
        if overview.completion is not None:
            return self.say("Done {day}", day=overview.completion.completed_on)
        return self.say(
            counted(
                "Not started, about one minute",
                "Not started, about {count} minutes",
                overview.minutes,
            )
        )
