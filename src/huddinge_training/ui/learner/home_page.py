"""Home: where I am, the one thing to do next, and all that can be opened from here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from huddinge_training.domain.completion import FollowUp
from huddinge_training.domain.course import Course
from huddinge_training.domain.person import Person
from huddinge_training.language import counted
from huddinge_training.services.overview import ModuleOverview, Overview
from huddinge_training.services.pictures import PicturePart, compass_parts
from huddinge_training.ui.learner.compass_stand import compass_stand
from huddinge_training.ui.learner.home_board import HomeBoard
from huddinge_training.ui.learner.module_row import ModuleRow
from huddinge_training.ui.learner.module_words import STATE_ICONS, opening_words, progress_words
from huddinge_training.ui.learner.next_card import DoneCard, NextCard, RepeatCard
from huddinge_training.ui.learner.part_place import PartPlace
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.illustration import module_illustration
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

HOME_CHARACTERS = 104
ROW_PICTURE_FACTOR = 5


class HomePage(Page):
    """The overview of one person; every module has its state in words and picture."""

    module_opened = Signal(str)
    follow_up_opened = Signal(FollowUp)
    certificate_asked = Signal()
    calendar_asked = Signal()
    cases_asked = Signal()
    goals_asked = Signal()

    def __init__(
        self,
        presentation: Presentation,
        course: Course,
        person: Person,
        overview: Overview,
        notices: tuple[str, ...] = (),
        *,
        is_guest: bool = False,
    ) -> None:
        """A guest has receipts instead of a certificate, and no day to be done by."""
        super().__init__(presentation, width=HOME_CHARACTERS)
        self._is_guest = is_guest
        self._course = course
        self._overview = overview
        self._place: PartPlace | None = None
        first_name = person.profile.name.split()[0]
        self.add_heading(self.say("Hello {name}", name=first_name))
        self.add(paragraph(self._summary(), name="summary"))
        self.read_on_arrival(self._summary())
        for notice in notices:
            self.add(InfoBar(presentation, "warning", notice))
        parts = compass_parts(course, overview)
        card = self._first_card(overview)
        if parts:
            self._add_board(card, parts)
        else:
            self.add(card)
        waiting = overview.due_follow_ups[1 if isinstance(card, RepeatCard) else 0 :]
        if len(waiting) == 1:
            self.add(self._follow_up_bar(waiting[0]))
        elif waiting:
            self.add(self._follow_ups_bar(waiting))
        self.column.addSpacing(8)
        self.add(HeadingLabel(self.say("My introduction"), "subtitle"))
        self.add(self._module_list())
        self.add(self._more())

    def draft(self) -> object:
        """The part whose text is shown."""
        return self._place.shown_id if self._place is not None else ""

    def restore(self, draft: object) -> None:
        """Shows it again."""
        if self._place is not None:
            self._place.show_part(str(draft))

    def _summary(self) -> str:
        left = [m for m in self._overview.modules if m.completion is None]
        if not left:
            return self.say("You have done all of your introduction.")
        if self._is_guest:
            return self.say(
                counted(
                    "You have done {done} of {total} modules. About one minute is left.",
                    "You have done {done} of {total} modules. About {count} minutes are left.",
                    sum(m.minutes for m in left),
                    done=self._overview.done_count,
                    total=len(self._overview.modules),
                )
            )
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

    def _first_card(self, overview: Overview) -> QWidget:
        """The one thing to do next, or that there is nothing to do."""
        if overview.next_module is not None:
            card = NextCard(self.presentation, overview.next_module)
            card.opened.connect(self.module_opened)
            self.as_default(card.go)
            return card
        if overview.due_follow_ups:
            first = overview.due_follow_ups[0]
            repeat = RepeatCard(self.presentation, self._course.module(first.module_id))
            repeat.opened.connect(lambda: self.follow_up_opened.emit(first))
            self.as_default(repeat.go)
            return repeat
        actions = QWidget()
        actions.setLayout(FlowLayout(*self._done_buttons()))
        return DoneCard(
            self.presentation, overview.next_repeat_on, actions, is_guest=self._is_guest
        )

    def _add_board(self, card: QWidget, parts: tuple[PicturePart, ...]) -> None:
        stand = compass_stand(self.presentation, parts)
        self.add(HomeBoard(card, stand))
        self._place = PartPlace(self, stand, parts)
        self._place.module_opened.connect(self.module_opened)
        self.add(self._place)

    def _done_buttons(self) -> list[QWidget]:
        size = self.presentation.icon_size
        if self._is_guest:
            return [
                button(
                    self.say("Your receipts"), "certificate", self.certificate_asked.emit,
                    icon=self.presentation.icon("certificate", "text"), icon_size=size,
                )
            ]  # fmt: skip
        return [
            button(
                self.say("Certificate"), "certificate", self.certificate_asked.emit,
                icon=self.presentation.icon("certificate", "text"), icon_size=size,
            ),
            button(
                self.say("Repeats for my calendar"), "calendar", self.calendar_asked.emit,
                icon=self.presentation.icon("calendar-plus", "text"), icon_size=size,
            ),
        ]  # fmt: skip

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

    def _follow_ups_bar(self, follow_ups: Sequence[FollowUp]) -> QWidget:
        """Several that wait take no more room than they need, however many modules there are."""
        frame = box("info", name="follow_ups")
        inside(frame).addWidget(
            paragraph(
                self.say(
                    "These short repeats are waiting too: three situations and about five "
                    "minutes each."
                )
            )
        )
        inside(frame).addLayout(FlowLayout(*map(self._follow_up_button, follow_ups)))
        return frame

    def _follow_up_button(self, follow_up: FollowUp) -> QPushButton:
        module = self._course.module(follow_up.module_id)
        return button(
            self.say(module.title),
            f"open_follow_up_{module.id}",
            lambda: self.follow_up_opened.emit(follow_up),
        )

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
        language = self.presentation.language
        module = overview.module
        text = opening_words(overview, language)
        opener = button(text, f"open_{module.id}", lambda: self.module_opened.emit(module.id))
        opener.setAccessibleName(f"{text}: {self.say(module.title)}")
        return ModuleRow(
            module.id,
            picture=module_illustration(self.presentation, module, ROW_PICTURE_FACTOR),
            sign=self.presentation.pixmap(*STATE_ICONS[overview.state]),
            title=self.say(module.title),
            state=progress_words(overview, language),
            opener=opener,
        )

    def _more(self) -> QWidget:
        """What is there beside the modules."""
        size = self.presentation.icon_size
        buttons: list[QWidget] = []
        if self._course.goals is not None:
            buttons.append(
                button(
                    self.say("The goals"), "goals", self.goals_asked.emit,
                    icon=self.presentation.icon("path", "text"), icon_size=size,
                )
            )  # fmt: skip
        buttons.append(
            button(
                self.say("More cases"), "more_cases", self.cases_asked.emit,
                icon=self.presentation.icon("cards", "text"), icon_size=size,
            )
        )  # fmt: skip
        is_told_above = self._overview.next_module is None and not self._overview.due_follow_ups
        if self._overview.done_count and not is_told_above:
            buttons += self._done_buttons()
        holder = QWidget()
        holder.setLayout(FlowLayout(*buttons))
        return holder
