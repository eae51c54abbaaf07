"""What a led session has on paper: the leader's guide, cards to vote with, and the summary."""

from pathlib import Path

from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import GroupPlan
from huddinge_training.domain.session_facts import SessionFacts
from huddinge_training.domain.unit import Organisation
from huddinge_training.errors import TrainingError
from huddinge_training.exports.facilitator_guide import (
    guide_html,
    guide_pictures,
    write_guide_html,
    write_guide_pdf,
)
from huddinge_training.exports.session_summary import (
    SummaryData,
    summary_html,
    summary_pictures,
    write_summary_html,
    write_summary_pdf,
)
from huddinge_training.exports.vote_cards import (
    cards_html,
    cards_pictures,
    write_cards_html,
    write_cards_pdf,
)
from huddinge_training.language import Language, message
from huddinge_training.services.documents import Document


class SessionDocuments:
    """Makes the documents of sessions; keeps none of them."""

    def __init__(self, course: Course, organisation: Organisation, resources: Path) -> None:
        self._course = course
        self._organisation = organisation
        self._resources = resources

    def guide(self, plan: GroupPlan, language: Language) -> Document:
        """The guide for the leader; nothing in it says who is expected.

        Raises TrainingError where a case of the plan is no longer in the course.
        """
        self._require_cases(plan)
        course, resources = self._course, self._resources

        def save(path: Path) -> None:
            if _is_pdf(path):
                write_guide_pdf(path, course, plan, language, resources)
            else:
                write_guide_html(path, course, plan, language)

        return Document(
            file_name=language.say("guide.pdf"),
            formats=("pdf", "html"),
            save=save,
            web_page=lambda: guide_html(course, plan, language),
            pictures=lambda dots: guide_pictures(course, plan, language, resources, dots),
        )

    def vote_cards(self, language: Language) -> Document:
        """The cards A–D for those without a phone, four on a page."""
        made_on, resources = self._course.edition.valid_from, self._resources

        def save(path: Path) -> None:
            if _is_pdf(path):
                write_cards_pdf(path, made_on, language, resources)
            else:
                write_cards_html(path, language)

        return Document(
            file_name=language.say("vote-cards.pdf"),
            formats=("pdf", "html"),
            save=save,
            web_page=lambda: cards_html(language),
            pictures=lambda dots: cards_pictures(made_on, language, resources, dots),
        )

    def summary(
        self,
        facts: SessionFacts,
        language: Language,
        *,
        has_list: bool = True,
        fingerprint: str = "",
    ) -> Document:
        """What a session came to; without ``has_list`` it names only the leader.

        ``fingerprint`` is that of the package to HR, where there is one.
        """
        resources = self._resources
        data = SummaryData(facts, self._course, self._unit(facts.unit_code), fingerprint, has_list)

        def save(path: Path) -> None:
            if _is_pdf(path):
                write_summary_pdf(path, data, language, resources)
            else:
                write_summary_html(path, data, language)

        return Document(
            file_name=(
                language.say("session-summary.pdf")
                if has_list
                else language.say("summary-to-put-up.pdf")
            ),
            formats=("pdf", "html"),
            save=save,
            web_page=lambda: summary_html(data, language),
            pictures=lambda dots: summary_pictures(data, language, resources, dots),
        )

    def _unit(self, code: str) -> str:
        unit = self._organisation.unit(code)
        return f"{unit.name}, {unit.department}" if unit else code

    def _require_cases(self, plan: GroupPlan) -> None:
        try:
            for case in plan.cases:
                self._course.module(case.module_id).scenario(case.scenario_id)
        except KeyError as error:
            raise TrainingError(
                message(
                    "A case of the plan is not in this edition of the course. "
                    "Choose another case in the plan."
                )
            ) from error


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"
