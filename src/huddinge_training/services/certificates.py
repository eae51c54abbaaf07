"""A person's certificate as PDF and web page, and the follow-ups as a calendar file."""

from pathlib import Path

from huddinge_training import __version__
from huddinge_training.domain.person import Person
from huddinge_training.errors import TrainingError
from huddinge_training.exports.calendar_file import write_calendar
from huddinge_training.exports.certificate import (
    CertificateData,
    CertificateLine,
    certificate_html,
    certificate_pictures,
    write_certificate_html,
    write_certificate_pdf,
)
from huddinge_training.language import Language, message
from huddinge_training.services.clock import Clock
from huddinge_training.services.documents import Document
from huddinge_training.services.learning import Learning


class Certificates:
    """Writes what a person takes away; raises TrainingError when there is nothing to take."""

    def __init__(self, learning: Learning, resources: Path, clock: Clock) -> None:
        self._learning = learning
        self._resources = resources
        self._clock = clock

    def save(self, person: Person, path: Path, language: Language) -> None:
        """The certificate; a name that ends in ``.pdf`` makes a PDF, any other a web page."""
        data = self.certificate(person)
        if path.suffix.lower() == ".pdf":
            write_certificate_pdf(path, data, language, self._resources)
        else:
            write_certificate_html(path, data, language)

    def document(self, person: Person, language: Language) -> Document:
        """The certificate to take along; raises TrainingError when there is none yet."""
        data = self.certificate(person)
        return Document(
            file_name=language.say("certificate.pdf"),
            formats=("pdf", "html"),
            save=lambda path: self.save(person, path, language),
            web_page=lambda: certificate_html(data, language),
            pictures=lambda dots: certificate_pictures(data, language, self._resources, dots),
        )

    def certificate(self, person: Person) -> CertificateData:
        """What the certificate of a person says."""
        course = self._learning.course
        completions = self._learning.completions(person)
        if not completions:
            raise TrainingError(
                message("There is no certificate yet. You get one when you have done a module.")
            )
        return CertificateData(
            name=person.profile.name,
            identifier=person.profile.employee_number or person.profile.email,
            lines=tuple(
                CertificateLine(
                    title=course.module(c.module_id).title,
                    edition=c.edition_id,
                    completed_on=c.completed_on,
                    valid_to=c.valid_to,
                )
                for c in completions
            ),
            total_modules=len(self._learning.overview(person).modules),
            issued_on=self._clock.today,
            head=self._learning.ledger_head(),
            app_version=__version__,
        )

    def calendar(self, person: Person, language: Language) -> Document:
        """The follow-ups to take along; they are dates for another program, not a page."""
        return Document(
            file_name=language.say("repeats.ics"),
            formats=("ics",),
            save=lambda path: self.save_calendar(person, path, language),
        )

    def save_calendar(self, person: Person, path: Path, language: Language) -> None:
        """The follow-ups that are not done, as an ``.ics`` file."""
        course = self._learning.course
        titles = {module.id: module.title for module in course.modules}
        planned = [
            (follow_up, titles[follow_up.module_id])
            for follow_up in self._learning.follow_ups(person)
            if follow_up.done_on is None and follow_up.module_id in titles
        ]
        if not planned:
            raise TrainingError(
                message("No repeats are planned yet. They are planned when a module is done.")
            )
        write_calendar(path, planned, self._clock.now(), language)
