"""Which way of answering goes with which scenario."""

from huddinge_training.domain.attempt import Attempt
from huddinge_training.domain.scenario import AnswerForm
from huddinge_training.ui.learner.answering.area import AnswerArea
from huddinge_training.ui.learner.answering.choice_area import ChoiceArea
from huddinge_training.ui.learner.answering.order_area import OrderArea
from huddinge_training.ui.learner.answering.sort_area import SortArea
from huddinge_training.ui.learner.answering.tick_area import TickArea
from huddinge_training.ui.learner.answering.way_area import WayArea
from huddinge_training.ui.presentation import Presentation


def area_for(presentation: Presentation, attempt: Attempt, number: int) -> AnswerArea:
    """The area in which the item with this index is answered."""
    scenario = attempt.items[number]
    match scenario.form:
        case AnswerForm.ORDER:
            return OrderArea(presentation, attempt, number)
        case AnswerForm.SORT:
            return SortArea(presentation, attempt, number)
        case AnswerForm.CHOOSE_ALL | AnswerForm.MARK:
            return TickArea(presentation, attempt, number)
    if scenario.is_branching:
        return WayArea(presentation, attempt, number)
    return ChoiceArea(presentation, attempt, number)
