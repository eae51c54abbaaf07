"""Rules for what a scenario rests on: L15 rules, L16 whom to ask, L31 review."""

from datetime import date

from huddinge_training.content.lint.remark import Place, Remarks, error, warning
from huddinge_training.domain.course import Course
from huddinge_training.domain.scenario import Scenario
from huddinge_training.language import message

LONGEST_UNCHECKED_MONTHS = 18
SMALLEST_PANEL = 3
LEAST_AGREEMENT = 0.75


def check(scenario: Scenario, place: Place, today: date) -> Remarks:
    """L15, L16 and L31 for one scenario."""
    if not scenario.rules:
        yield error(
            place.at("rules"),
            "L15",
            message("The scenario names no rule; it needs at least 1."),
            message("Add “rules:” with the id of a rule in rules.yaml."),
        )
    if not scenario.ask:
        yield error(
            place.at("ask"),
            "L16",
            message("The scenario names nobody to ask; it needs at least 1."),
            message("Add “ask:” with the id of a contact in contacts.yaml."),
        )
    elif scenario.about_manager and all(ask.contact.is_manager for ask in scenario.ask):
        yield error(
            place.at("ask"),
            "L16",
            message("The scenario is about a manager, but only managers can be asked."),
            message("Add somebody who is not a manager, such as HR or the trade union."),
        )
    yield from _review(scenario, place.at("review"), today)


def check_rules(course: Course, today: date) -> Remarks:
    """L15 for rules.yaml: nothing was checked too long ago."""
    for rule in course.rules:
        months = 12 * (today.year - rule.checked.year) + today.month - rule.checked.month
        if (months, today.day) > (LONGEST_UNCHECKED_MONTHS, rule.checked.day):
            yield warning(
                Place("rules.yaml", (rule.id, "checked")),
                "L15",
                message(
                    "The rule was checked on {found}, more than {most} months ago.",
                    found=rule.checked,
                    most=LONGEST_UNCHECKED_MONTHS,
                ),
                message("Read the rule again and change the date."),
            )


def _review(scenario: Scenario, place: Place, today: date) -> Remarks:
    review = scenario.review
    if review.status != "reviewed":
        yield warning(
            place,
            "L31",
            message("No panel has reviewed the scenario yet."),
            message("Let at least {least} people grade the options.", least=SMALLEST_PANEL),
        )
        return
    if review.panel < SMALLEST_PANEL:
        yield error(
            place.at("panel"),
            "L31",
            message(
                "The panel had {found} people; it must have at least {least}.",
                found=review.panel,
                least=SMALLEST_PANEL,
            ),
            message("Ask more people to grade the options, or set the status to draft."),
        )
    if review.agreement < LEAST_AGREEMENT:
        yield error(
            place.at("agreement"),
            "L31",
            message(
                "The panel agreed to {found} per cent; it must be at least {least} per cent.",
                found=round(100 * review.agreement),
                least=round(100 * LEAST_AGREEMENT),
            ),
            message("Word the options more clearly, or make the scenario a dilemma."),
        )
    if review.next_on is None or review.next_on < today:
        yield warning(
            place.at("next"),
            "L31",
            message("The day of the next review has passed, or is not set."),
            message("Review the scenario again and set “next” to a day to come."),
        )
