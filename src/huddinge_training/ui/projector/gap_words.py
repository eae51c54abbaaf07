"""Why the room sees one result, or none, where two votes were held."""

from huddinge_training.domain.gap import Gap
from huddinge_training.language import message

NOTHING_SHOWN = (Gap.FEW, Gap.FEW_AND_OTHERS)
GAPS = {
    Gap.OTHERS_IN_FIRST: message(
        "Only the second vote is shown, because not exactly the same phones voted both times. "
        "Side by side, the results could tell how somebody voted."
    ),
    Gap.OTHERS_IN_SECOND: message(
        "Only the first vote is shown, because not exactly the same phones voted both times. "
        "Side by side, the results could tell how somebody voted."
    ),
    Gap.FEW_IN_FIRST: message(
        "Only the second vote is shown, because there were too few votes in the first."
    ),
    Gap.FEW_IN_SECOND: message(
        "Only the first vote is shown, because there were too few votes in the second."
    ),
    Gap.FEW: message("Too few votes to show the result. Talk instead about which options you see."),
    Gap.FEW_AND_OTHERS: message(
        "No result can be shown. One vote had too few votes, and not exactly the same phones "
        "voted both times. Talk instead about which options you see."
    ),
}
