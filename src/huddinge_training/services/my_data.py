"""All that the program knows about a person, with its purpose (GDPR article 15, PRIV-07)."""

from dataclasses import dataclass
from pathlib import Path

from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan
from huddinge_training.domain.person import Person
from huddinge_training.domain.plan_title import title_in
from huddinge_training.domain.record import Mode
from huddinge_training.domain.unit import Organisation
from huddinge_training.language import Language, Message, Text, message
from huddinge_training.services.answer_words import answer_words
from huddinge_training.services.documents import Document
from huddinge_training.services.learning import Learning
from huddinge_training.services.pins import Pins
from huddinge_training.storage.access_log import AccessLogStore
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.progress import ProgressStore

MODES = {
    Mode.SOLO: message("on your own"),
    Mode.GROUP: message("in a group"),
    Mode.IMPORTED: message("recorded elsewhere"),
}


@dataclass(frozen=True, slots=True)
class DataSection:
    """A part of a person's data: what it is for, and its labels and values."""

    id: str
    title: Message
    purpose: Message
    rows: tuple[tuple[Message | Text, Message | str], ...]


class MyData:
    """Collects a person's data from every store, for the screen and for a file."""

    def __init__(
        self,
        database: Database,
        course: Course,
        organisation: Organisation,
        learning: Learning,
        pins: Pins,
    ) -> None:
        self._ledger = LedgerStore(database)
        self._progress = ProgressStore(database)
        self._access_log = AccessLogStore(database)
        self._led = GroupSessionStore(database)
        self._course = course
        self._organisation = organisation
        self._learning = learning
        self._pins = pins

    def sections(self, person: Person) -> tuple[DataSection, ...]:
        """Profile, records, what is going on, planned repeats, and what HR has exported."""
        return (
            self._profile(person),
            self._records(person),
            self._corrections(person),
            self._in_progress(person),
            self._follow_ups(person),
            *self._meetings(person),
            self._exports(),
        )

    def document(self, person: Person, file_format: str, language: Language) -> Document:
        """The same to take along, as a web page ("html") or as data ("json")."""
        from huddinge_training.exports.my_data_page import (  # noqa: PLC0415  only for a file
            my_data_html,
        )

        name = language.say("my-data")
        return Document(
            file_name=f"{name}.{file_format}",
            formats=(file_format,),
            save=lambda path: self.save(person, path, file_format, language),
            web_page=lambda: my_data_html(self.sections(person), language),
        )

    def save(self, person: Person, path: Path, file_format: str, language: Language) -> None:
        """Writes the same as a web page ("html") or as data ("json"); raises ExportError."""
        from huddinge_training.exports.my_data_page import (  # noqa: PLC0415  only for a file
            write_my_data_html,
            write_my_data_json,
        )

        write = write_my_data_html if file_format == "html" else write_my_data_json
        write(path, self.sections(person), language)

    def _profile(self, person: Person) -> DataSection:
        profile = person.profile
        unit = self._organisation.unit(profile.unit_code)
        role = next((r.title for r in self._course.roles if r.id == profile.role), None)
        where: Message | str = unit.name if unit else profile.unit_code
        if profile.unit_missing:
            where = message("Missing from the list")
        rows: list[tuple[Message | Text, Message | str]] = [
            (message("Name"), profile.name),
            (message("Employee number"), profile.employee_number or message("None")),
            (message("Work e-mail"), profile.email or message("None")),
            (message("Work"), Message("{text}", {"text": role}) if role else profile.role),
            (message("Unit"), where),
            (message("Profile made"), message("{day}", day=person.created_on)),
            (
                message("Reminders of repeats"),
                message("Yes") if person.wants_follow_ups else message("No"),
            ),
            (
                message("Protected identity"),
                message("Yes") if person.is_protected else message("No"),
            ),
            (
                message("PIN before the profile"),
                message("Yes") if self._pins.has_pin(person) else message("No"),
            ),
        ]
        return DataSection(
            "profile",
            message("Your profile"),
            message("So that HR can see who has done the introduction, and in which unit."),
            tuple(rows),
        )

    def _records(self, person: Person) -> DataSection:
        rows = tuple(
            (
                self._module_title(completion.module_id),
                message(
                    "done {day}, edition {edition}, unit {unit}; "
                    "assigned {assigned}, due {due}, {mode}",
                    day=completion.completed_on,
                    edition=completion.edition_id,
                    unit=completion.unit_code or "–",
                    assigned=completion.assigned_on,
                    due=completion.due_on,
                    mode=MODES[completion.mode],
                ),
            )
            for completion in self._ledger.completions_of(person.id)
        )
        return DataSection(
            "records",
            message("What you have done"),
            message("The record that HR sees: module, date, edition and unit. Never your answers."),
            rows or ((message("Modules"), message("Nothing yet")),),
        )

    def _corrections(self, person: Person) -> DataSection:
        names = {
            "name": message("name"),
            "employee_number": message("employee number"),
            "email": message("work e-mail"),
            "role": message("work"),
            "unit_missing": message("unit missing"),
        }
        rows = tuple(
            (
                message("Corrected {day}", day=correction.corrected_on),
                message(
                    "unit, from {before} to {after}",
                    before=correction.unit_before or "–",
                    after=correction.unit_after or "–",
                )
                if field == "unit_code"
                else names[field],
            )
            for correction in self._ledger.corrections_of(person.id)
            for field in correction.fields
        )
        return DataSection(
            "corrections",
            message("Corrections"),
            message("That something was corrected, and when, so that the record can be trusted."),
            rows or ((message("Corrections"), message("None")),),
        )

    def _in_progress(self, person: Person) -> DataSection:
        scenarios = {s.id: s for module in self._course.modules for s in module.scenarios}
        rows: list[tuple[Message | Text, Message | str]] = []
        for attempt in self._progress.attempts_of(person.id):
            begun = (attempt.begun,) if attempt.begun is not None else ()
            for answer in (*attempt.answers, *begun):
                scenario = scenarios.get(answer.scenario_id)
                if scenario is None:
                    unknown = message("{scenario}", scenario=answer.scenario_id)
                    rows.append((unknown, answer.response))
                else:
                    rows += [(scenario.title, words) for words in answer_words(scenario, answer)]
        return DataSection(
            "answers",
            message("Your answers in modules and repeats that are not done"),
            message(
                "So that you can go on where you were. They stay on this computer, "
                "HR does not see them, and they are deleted when the module is done."
            ),
            tuple(rows) or ((message("Answers"), message("None")),),
        )

    def _follow_ups(self, person: Person) -> DataSection:
        rows = tuple(
            (
                self._module_title(follow_up.module_id),
                message("done {day}", day=follow_up.done_on)
                if follow_up.done_on
                else message("planned {day}", day=follow_up.due_on),
            )
            for follow_up in self._learning.follow_ups(person)
        )
        return DataSection(
            "follow_ups",
            message("Repeats"),
            message("So that the program can remind you of a short repeat."),
            rows or ((message("Repeats"), message("None")),),
        )

    def _meetings(self, person: Person) -> tuple[DataSection, ...]:
        """Of those who lead alone: nobody else has any."""
        of_nobody = self._led.ids_of_nobody()
        planned, begun = self._led.plans(person.id), self._led.sessions(person.id)
        rows = [
            (
                message("Planned, seen by whoever leads here")
                if plan.id in of_nobody
                else message("Planned"),
                self._meeting_title(plan),
            )
            for plan in planned
        ]
        rows += [
            (
                message("Not ended, seen by whoever leads here")
                if held.id in of_nobody
                else message("Not ended"),
                self._meeting_title(held.plan),
            )
            for held in begun
        ]
        if not rows:
            return ()
        purpose = message("So that you can lead them. No colleague at this computer sees them.")
        if of_nobody:
            purpose = message(
                "So that you can lead them. Those that say so are seen by whoever leads at this "
                "computer, until somebody opens them. No colleague sees the others."
            )
        return (DataSection("meetings", message("Meetings you lead"), purpose, tuple(rows)),)

    def _exports(self) -> DataSection:
        exports = [entry for entry in self._access_log.entries() if entry.kind == "export"]
        last = exports[-1].happened_at.astimezone().date() if exports else None
        return DataSection(
            "access",
            message("Who has used it"),
            message("HR's exports on this computer are logged, so that you can see them."),
            (
                (message("Number of exports"), str(len(exports))),
                (message("Latest"), message("{day}", day=last) if last else message("None")),
            ),
        )

    def _meeting_title(self, plan: GroupPlan) -> Message:
        return Message("{text}", {"text": title_in(self._course, plan.title, plan.cases)})

    def _module_title(self, module_id: str) -> Message | Text:
        for module in self._course.modules:
            if module.id == module_id:
                return module.title
        return message("{module}", module=module_id)
