"""Everything that one data folder offers: the course, the people, and the services over them."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from huddinge_training.content.library import LoadedCourse, load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.domain.person import Person, Profile
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import StorageError
from huddinge_training.language import Message, message
from huddinge_training.paths import DataPaths, bundled, data_paths, machine_settings_file
from huddinge_training.services.clock import Clock
from huddinge_training.services.learning import Learning
from huddinge_training.services.machine_settings import MachineSettings, load_machine_settings
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.preferences import PreferencesStore

if TYPE_CHECKING:
    from huddinge_training.services.certificates import Certificates
    from huddinge_training.services.hr_access import HrDoor
    from huddinge_training.services.hr_reports import HrReports
    from huddinge_training.services.my_data import MyData
    from huddinge_training.services.principle_sheets import PrincipleSheets
    from huddinge_training.services.questions import Questions


@dataclass(frozen=True)
class Sources:
    """Where a workspace takes everything from; the same ones give a second connection."""

    paths: DataPaths
    settings: MachineSettings
    clock: Clock
    quizzes: Path
    resources: Path


def default_sources(data_dir: Path | None, settings: MachineSettings | None = None) -> Sources:
    """The course and the resources that the program ships with, and the real clock."""
    decided = settings or MachineSettings()
    return Sources(
        paths=data_paths(data_dir or decided.data_dir),
        settings=decided,
        clock=Clock(),
        quizzes=bundled("quizzes"),
        resources=bundled("resources"),
    )


def open_sources(data_dir: Path | None) -> Sources:
    """The same, by IT's settings for this computer; raises TrainingError for broken ones."""
    return default_sources(data_dir, load_machine_settings(machine_settings_file()))


class Workspace:
    """The services of one data folder, made when they are first used; one thread each.

    What only HR, certificates or files need is imported when it is asked for, since the
    first window must not wait for it.
    """

    def __init__(self, sources: Sources, database: Database) -> None:
        self.sources = sources
        self.database = database
        self._preferences = PreferencesStore(database)

    @classmethod
    def open(cls, sources: Sources) -> Self:
        """Opens the database, which is made if it is not there; raises StorageError."""
        return cls(sources, Database.open(sources.paths.database))

    @classmethod
    def open_existing(cls, sources: Sources) -> Self:
        """The same, where there is a database already; raises StorageError where there is none."""
        if not sources.paths.database.exists():
            raise StorageError(
                message(
                    "There is no data in {folder}. Write the right folder after --data-dir.",
                    folder=sources.paths.folder,
                )
            )
        return cls.open(sources)

    def close(self) -> None:
        """Closes the database."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What whoever keeps this computer should know."""
        return self.database.warnings

    @cached_property
    def loaded_course(self) -> LoadedCourse:
        """The course and what is wrong with its files; raises ContentError without any course."""
        return load_course(self.sources.quizzes, self.sources.paths.cache)

    @cached_property
    def organisation(self) -> Organisation:
        """IT's organisation file, or else the shipped example; raises ContentError."""
        file = self.sources.settings.organisation_file
        return load_organisation(
            file or self.sources.resources / "organisation.yaml", self.sources.paths.cache
        )

    @cached_property
    def learning(self) -> Learning:
        """What a learner can do."""
        return Learning(self.database, self.loaded_course.course, self.sources.clock)

    @cached_property
    def profiles(self) -> Profiles:
        """Who is here."""
        return Profiles(self.database, self.sources.clock)

    @cached_property
    def my_data(self) -> "MyData":
        """What is known about a person."""
        from huddinge_training.services.my_data import MyData  # noqa: PLC0415

        return MyData(self.database, self.loaded_course.course, self.organisation, self.learning)

    @cached_property
    def certificates(self) -> "Certificates":
        """Certificates and calendar files."""
        from huddinge_training.services.certificates import Certificates  # noqa: PLC0415

        return Certificates(self.learning, self.sources.resources, self.sources.clock)

    @cached_property
    def principle_sheets(self) -> "PrincipleSheets":
        """The pages to print."""
        from huddinge_training.services.principle_sheets import PrincipleSheets  # noqa: PLC0415

        return PrincipleSheets(self.loaded_course.course, self.sources.resources)

    @cached_property
    def questions(self) -> "Questions":
        """Questions about scenarios."""
        from huddinge_training.services.questions import Questions  # noqa: PLC0415

        return Questions(self.sources.paths.folder, self.sources.clock)

    @cached_property
    def hr_door(self) -> "HrDoor":
        """HR's passphrase."""
        from huddinge_training.services.hr_access import HrDoor  # noqa: PLC0415

        return HrDoor(self.database, self.sources.settings, self.sources.clock)

    @cached_property
    def hr_reports(self) -> "HrReports":
        """HR's reports."""
        from huddinge_training.services.hr_reports import HrReports  # noqa: PLC0415

        return HrReports(
            self.database, self.loaded_course.course, self.organisation, self.sources.clock
        )

    def register(self, profile: Profile, preferences: Preferences) -> Person:
        """A new person, who from now on is the one here; both are saved, or neither.

        Raises RejectedInputError with what is wrong in which field.
        """
        with self.database.atomic():
            person = self.profiles.create(profile)
            self.save_preferences(replace(preferences, current_person_id=person.id))
        return person

    def load_preferences(self) -> Preferences:
        """How the program should look here."""
        return self._preferences.load()

    def save_preferences(self, preferences: Preferences) -> None:
        """Remembers how the program should look."""
        self._preferences.save(preferences)
