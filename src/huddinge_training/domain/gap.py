"""Why a result is not there to see, in words that tell neither how many nor who."""

from collections.abc import Sequence
from enum import StrEnum

from huddinge_training.domain.ballot import Ballot, Stage


class Loss(StrEnum):
    """What a crash has taken: votes of which nothing, something or the result was known."""

    VOTES = "votes"
    TOLD = "told"
    SHOWN = "shown"


class Gap(StrEnum):
    """Why only one of two votes is shown, or neither."""

    OTHERS_IN_FIRST = "others_in_first"
    OTHERS_IN_SECOND = "others_in_second"
    FEW_IN_FIRST = "few_in_first"
    FEW_IN_SECOND = "few_in_second"
    FEW = "few"
    FEW_AND_OTHERS = "few_and_others"


OTHERS_IN = (Gap.OTHERS_IN_FIRST, Gap.OTHERS_IN_SECOND)
FEW_IN = (Gap.FEW_IN_FIRST, Gap.FEW_IN_SECOND)


def gap_of(rounds: Sequence[Ballot], barred: Sequence[bool]) -> Gap | None:
    """What is missing of both votes; ``barred`` are those that others took part in.

    None before anything has been shown, and where a vote was not held or is still to be shown.
    """
    asked = [ballot.stage is Stage.REVEALED for ballot in rounds]
    shown = [ballot.is_shown for ballot in rounds]
    if not any(asked) or all(shown):
        return None
    if not any(shown):
        return Gap.FEW_AND_OTHERS if any(barred) else Gap.FEW
    hidden = shown.index(False)
    if barred[hidden]:
        return OTHERS_IN[hidden]
    return FEW_IN[hidden] if asked[hidden] else None
