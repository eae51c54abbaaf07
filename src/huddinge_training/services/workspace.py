"""Everything that one data folder offers: the course, the people, and the services over them."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from huddinge_training.content.library import LoadedCourse, load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.domain.course import RoleId
from huddinge_training.domain.person import Person, PersonId, Profile
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import StorageError
from huddinge_training.language import Message, message
from huddinge_training.paths import DataPaths, bundled, data_paths, machine_settings_file
from huddinge_training.services.clock import Clock
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.entrance import Entrance
from huddinge_training.services.learning import Learning
from huddinge_training.services.machine_settings import MachineSettings, load_machine_settings
from huddinge_training.services.pins import Pins
from huddinge_training.services.profiles import Profiles
from huddinge_training.storage.database import Database
from huddinge_training.storage.preferences import PreferencesStore

if TYPE_CHECKING:
    from huddinge_training.services.certificates import Certificates
    from huddinge_training.services.group_packages import GroupPackages
    from huddinge_training.services.group_sessions import GroupSessions
    from huddinge_training.services.hr_access import HrDoor
    from huddinge_training.services.hr_reports import HrReports
    from huddinge_training.services.my_data import MyData
    from huddinge_training.services.principle_sheets import PrincipleSheets
    from huddinge_training.services.questions import Questions
    from huddinge_training.services.receipt_pages import ReceiptPages
    from huddinge_training.services.receipts import Receipts
    from huddinge_training.services.session_documents import SessionDocuments
    from huddinge_training.services.session_folder import SessionFolder


@dataclass(frozen=True)
class Sources:
    """Where a workspace takes everything from; the same ones give a second connection."""

    paths: DataPaths
    settings: MachineSettings
    clock: Clock
    quizzes: Path
    resources: Path


def default_sources(data_dir: Path | None, settings: MachineSettings | None = None) -> Sources:
    """The real clock, and the program's own course and resources where IT names no others."""
    decided = settings or MachineSettings()
    return Sources(
        paths=data_paths(data_dir, decided.data_dir),
        settings=decided,
        clock=Clock(),
        quizzes=decided.course_folder or bundled("quizzes"),
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
        paths = sources.paths
        database = Database.open(paths.database, rights=paths.rights)
        # A cache that cannot be kept is made again at every start.
        with suppress(OSError):
            paths.rights.make_folder(paths.cache)
        return cls(sources, database)

    def for_guest(self, role: RoleId, name: str) -> "tuple[Workspace, Person]":
        """A workspace in memory with one nameless person in it, gone when it is closed."""
        workspace = Workspace(self.sources, Database.in_memory())
        workspace.loaded_course = self.loaded_course
        return workspace, workspace.profiles.admit_guest(role, name)

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
    def entrance(self) -> Entrance:
        """Who can come in."""
        return Entrance(self.database, self.sources.settings, self.device)

    @cached_property
    def device(self) -> DeviceKeeper:
        """This computer as a device."""
        return DeviceKeeper(self.database)

    @cached_property
    def pins(self) -> Pins:
        """The PINs before profiles."""
        return Pins(self.database, self.sources.clock)

    @cached_property
    def receipts(self) -> "Receipts":
        """Receipts of guests."""
        from huddinge_training.services.receipts import Receipts  # noqa: PLC0415

        return Receipts(
            self.database,
            self.loaded_course.course,
            self.sources.settings,
            self.device,
            self.sources.clock,
        )

    @cached_property
    def receipt_pages(self) -> "ReceiptPages":
        """The pages of receipts."""
        from huddinge_training.services.receipt_pages import ReceiptPages  # noqa: PLC0415

        return ReceiptPages(self.loaded_course.course, self.sources.resources)

    @cached_property
    def my_data(self) -> "MyData":
        """What is known about a person."""
        from huddinge_training.services.my_data import MyData  # noqa: PLC0415

        return MyData(
            self.database,
            self.loaded_course.course,
            self.organisation,
            self.learning,
            self.pins,
        )

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

        return Questions(self.sources.paths, self.sources.clock)

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

    @cached_property
    def group_sessions(self) -> "GroupSessions":
        """Led sessions."""
        from huddinge_training.services.group_sessions import GroupSessions  # noqa: PLC0415

        return GroupSessions(self.database, self.loaded_course.course, self.sources.clock)

    @cached_property
    def group_packages(self) -> "GroupPackages":
        """Led sessions as files, and those of other computers."""
        from huddinge_training.services.group_packages import GroupPackages  # noqa: PLC0415

        course = self.loaded_course.course
        return GroupPackages(self.database, course, self.device, self.sources.clock)

    @cached_property
    def session_folder(self) -> "SessionFolder | None":
        """IT's folder through which sessions come to HR, if there is one."""
        folder = self.sources.settings.session_folder
        if folder is None:
            return None
        from huddinge_training.services.session_folder import SessionFolder  # noqa: PLC0415

        return SessionFolder(folder, self.group_packages)

    @cached_property
    def session_documents(self) -> "SessionDocuments":
        """Guides, vote cards and summaries of led sessions."""
        from huddinge_training.services.session_documents import (  # noqa: PLC0415
            SessionDocuments,
        )

        return SessionDocuments(
            self.loaded_course.course, self.organisation, self.sources.resources
        )

    def register(
        self, profile: Profile, preferences: Preferences, *, is_protected: bool = False
    ) -> Person:
        """A new person with these preferences; both are saved, or neither.

        Raises RejectedInputError with what is wrong in which field.
        """
        with self.database.atomic():
            person = self.profiles.create(profile, is_protected=is_protected)
            self._preferences.save_of(person.id, preferences)
        return person

    def load_preferences(self, person_id: PersonId | None = None) -> Preferences:
        """How a person wants the program to be, or how it is while nobody has come in."""
        return self._preferences.load_of(person_id) if person_id else self._preferences.load()

    def save_preferences(self, preferences: Preferences, person_id: PersonId | None = None) -> None:
        """Remembers how a person wants the program to be, or how it is for nobody in particular."""
        if person_id:
            self._preferences.save_of(person_id, preferences)
        else:
            self._preferences.save(preferences)

    def save_window(self, geometry: str) -> None:
        """Remembers where the window is."""
        self._preferences.save_window(geometry)
