"""What may be shown of counted votes, so that nobody's vote can be worked out (GRP-04, GRP-05).

Votes by phone are secret, typed counts are known to whoever types them. What is shown of both
together must therefore never tell more of the phones than the phones alone would.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from huddinge_training.domain.scenario import OptionId

FEWEST_VOTES = 5
FEWEST_FOR_COUNTS = 10
FEW = 1

Counts = Mapping[OptionId, int]


class Precision(StrEnum):
    """How exactly a result may be shown."""

    NOTHING = "nothing"
    STEPS = "steps"
    COUNTS = "counts"


class Step(StrEnum):
    """How many chose an option, where numbers would tell too much.

    NONE is nobody or a single one: a result in which everybody agrees looks like one in which
    one or two do not, so that even then nobody's vote is told.
    """

    NONE = "none"
    SOME = "some"
    MANY = "many"


class Cue(StrEnum):
    """How many chose the best option, for the facilitator's eyes only (GRP-01)."""

    FEW = "few"
    DIVIDED = "divided"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result as it may be shown; ``total`` is always known, the rest as ``precision`` says."""

    total: int
    precision: Precision
    steps: Mapping[OptionId, Step] | None = None
    counts: Counts | None = None


def is_mixed_wrongly(by_phone: int, typed: int) -> bool:
    """Whether a few phones vote beside cards: typed counts would lay them open."""
    return 0 < by_phone < FEWEST_VOTES and typed > 0


def precision_of(by_phone: int, typed: int) -> Precision:
    """How exactly so many votes may be shown: the phones decide where there are any."""
    secret = by_phone or typed
    if secret < FEWEST_VOTES:
        return Precision.NOTHING
    return Precision.STEPS if secret < FEWEST_FOR_COUNTS else Precision.COUNTS


def outcome(options: Sequence[OptionId], by_phone: Counts, typed: Counts) -> Outcome:
    """What may be shown; votes by phone that may not be counted are not in the total either."""
    phones, hands = _total(options, by_phone), _total(options, typed)
    if is_mixed_wrongly(phones, hands):
        return Outcome(hands, Precision.NOTHING)
    precision = precision_of(phones, hands)
    total = phones + hands
    if precision is Precision.NOTHING:
        return Outcome(total, precision)
    if precision is Precision.COUNTS:
        both = {o: by_phone.get(o, 0) + typed.get(o, 0) for o in options}
        return Outcome(total, precision, counts=both)
    # Never the sum: a typed number of one's own choice would move the border of a step.
    order = list(Step)
    steps = {
        option: max(
            step_of(by_phone.get(option, 0), phones),
            step_of(typed.get(option, 0), hands),
            key=order.index,
        )
        for option in options
    }
    return Outcome(total, precision, steps=steps)


def step_of(count: int, total: int) -> Step:
    """The step of an option; MANY is more than half."""
    if count <= FEW:
        return Step.NONE
    return Step.MANY if 2 * count > total else Step.SOME


def cue(best: OptionId, options: Sequence[OptionId], by_phone: Counts, typed: Counts) -> Cue | None:
    """Whether few, some or most chose the best option; None below the floor.

    Of phones and cards together only where both may be added; otherwise of the phones alone.
    """
    phones, hands = _total(options, by_phone), _total(options, typed)
    precision = precision_of(phones, hands)
    if precision is Precision.NOTHING or is_mixed_wrongly(phones, hands):
        return None
    chosen, total = by_phone.get(best, 0), phones
    if precision is Precision.COUNTS or not phones:
        chosen, total = chosen + typed.get(best, 0), phones + hands
    if 10 * chosen < 3 * total:
        return Cue.FEW
    return Cue.MOST if 10 * chosen > 7 * total else Cue.DIVIDED


def _total(options: Sequence[OptionId], counts: Counts) -> int:
    return sum(counts.get(option, 0) for option in options)
