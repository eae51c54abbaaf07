"""Puts an answer into the words that the person chose, for those who want to see their data."""

from huddinge_training.domain.attempt import Answer
from huddinge_training.domain.response import places, way
from huddinge_training.domain.scenario import AnswerForm, Scenario
from huddinge_training.language import Message, Text, message


def answer_words(scenario: Scenario, answer: Answer) -> list[Message | str]:
    """A line for each choice in the answer; the answer itself where it fits no longer."""
    try:
        return _lines(scenario, answer)
    except KeyError:
        return [answer.response]


def _lines(scenario: Scenario, answer: Answer) -> list[Message | str]:
    if scenario.form is AnswerForm.CHOICE:
        return [_said(option.text) for _, option in way(scenario, answer.response)]
    put = places(scenario, answer.response)
    texts = {part.id: part.text for part in scenario.parts}
    titles = {str(group.id): group.title for group in scenario.groups}
    match scenario.form:
        case AnswerForm.ORDER:
            return [
                message("{number}. {text}", number=number + 1, text=texts[part_id])
                for number, part_id in enumerate(put)
            ]
        case AnswerForm.SORT:
            return [
                message("{group}: {text}", group=titles[group], text=texts[part_id])
                for part_id, group in put.items()
            ]
    return [_said(texts[part_id]) for part_id in put]


def _said(text: Text) -> Message:
    return Message("{text}", {"text": text})
