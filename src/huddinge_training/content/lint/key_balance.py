"""Rules for the best options of many scenarios together: L06 their length, L07 their place."""

from collections import Counter
from collections.abc import Iterable

from huddinge_training.content.lint.passages import COURSE_PLACE, module_place
from huddinge_training.content.lint.remark import Remarks, warning
from huddinge_training.domain.course import Course, Module
from huddinge_training.domain.scenario import Grade, Option, Scenario
from huddinge_training.language import message

FEWEST_FOR_LENGTH = 6
MOST_EXTREME = 0.45
FEWEST_FOR_PLACE = 9
LEAST_SHARE = 0.20
MOST_SHARE = 0.47


def check_module(module: Module) -> Remarks:
    """L06: the best option is neither usually the longest nor usually the shortest."""
    keyed = list(with_one_best(module.scenarios))
    if len(keyed) < FEWEST_FOR_LENGTH:
        return
    longest = shortest = 0
    for options, best in keyed:
        lengths = [len(option.text.sv) for option in options]
        longest += lengths[best] == max(lengths)
        shortest += lengths[best] == min(lengths)
    limits = {"all": len(keyed), "most": round(100 * MOST_EXTREME)}
    if longest / len(keyed) > MOST_EXTREME:
        yield warning(
            module_place(module),
            "L06",
            message(
                "The best option is the longest in {found} of {all} decisions; "
                "the limit is {most} per cent.",
                found=longest,
                **limits,
            ),
            message("Shorten some best options, or lengthen others."),
        )
    if shortest / len(keyed) > MOST_EXTREME:
        yield warning(
            module_place(module),
            "L06",
            message(
                "The best option is the shortest in {found} of {all} decisions; "
                "the limit is {most} per cent.",
                found=shortest,
                **limits,
            ),
            message("Lengthen some best options, or shorten others."),
        )


def check_course(course: Course) -> Remarks:
    """L07: in a fixed order, as on paper, the best option stands now here, now there.

    The positions are those of the most usual number of options.
    """
    scenarios = [scenario for module in course.modules for scenario in module.scenarios]
    keyed = list(with_one_best(scenarios))
    if len(keyed) < FEWEST_FOR_PLACE:
        return
    positions = Counter(best for _, best in keyed)
    usual = Counter(len(options) for options, _ in keyed).most_common(1)[0][0]
    for position in range(usual):
        share = positions[position] / len(keyed)
        if not LEAST_SHARE <= share <= MOST_SHARE:
            yield warning(
                COURSE_PLACE.at("modules"),
                "L07",
                message(
                    "The best option stands as number {number} in {found} per cent of {all} "
                    "scenarios; it should be {least} to {most} per cent.",
                    number=position + 1,
                    found=round(100 * share),
                    all=len(keyed),
                    least=round(100 * LEAST_SHARE),
                    most=round(100 * MOST_SHARE),
                ),
                message("Change the order of the options in some scenarios."),
            )


def with_one_best(
    scenarios: Iterable[Scenario],
) -> Iterable[tuple[tuple[Option, ...], int]]:
    """The options of every decision that has exactly one best, with its position."""
    for scenario in scenarios:
        for decision in scenario.all_decisions:
            options = decision.options
            best = [i for i, option in enumerate(options) if option.grade is Grade.BEST]
            if len(best) == 1:
                yield options, best[0]
