"""Rules L33 to L36 look at what is answered part by part; each lets the good pass."""

from dataclasses import replace
from typing import Any

import pytest
from content.linted import answered, found_in, found_of, key, rules, sentence
from examples import PART_BY_PART

from huddinge_training.domain.scenario import AnswerForm, Group, GroupId, Part, PartId, Scenario
from huddinge_training.language import Text

ALL, MARK, ORDER, SORT = (answered(form) for form in PART_BY_PART)
CHOSEN = pytest.mark.parametrize("scenario", [ALL, MARK], ids=["choose_all", "mark"])


def with_parts(scenario: Scenario, *changes: dict[str, Any]) -> Scenario:
    """The scenario with its first parts changed."""
    changed = [
        replace(part, **change) for part, change in zip(scenario.parts, changes, strict=False)
    ]
    return replace(scenario, parts=(*changed, *scenario.parts[len(changed) :]))


def with_count(scenario: Scenario, count: int) -> Scenario:
    """The scenario with so many parts; those that are new have words of their own."""

    def more(number: int) -> Part:
        model = scenario.parts[number % 2]
        return replace(
            model,
            id=PartId(f"p{number}"),
            text=Text(f"{model.text.sv} Nu {number}.", "More."),
            feedback=Text(f"{model.feedback.sv} Nu {number}, eftersom det går.", "More."),
        )

    extra = [more(number) for number in range(len(scenario.parts), count)]
    return replace(scenario, parts=(*scenario.parts, *extra)[:count])


@pytest.mark.parametrize("form", PART_BY_PART)
def test_each_form_of_the_example_is_without_a_remark(form: AnswerForm) -> None:
    assert found_in(answered(form)) == []


@pytest.mark.parametrize(
    ("form", "least", "most"),
    [
        (AnswerForm.CHOOSE_ALL, 4, 6),
        (AnswerForm.MARK, 5, 9),
        (AnswerForm.ORDER, 3, 6),
        (AnswerForm.SORT, 5, 8),
    ],
)
def test_l33_there_are_as_many_parts_as_one_can_hold_in_mind(
    form: AnswerForm, least: int, most: int
) -> None:
    scenario = answered(form)

    for count in range(1, most + 2):
        remarks = [
            r for r in found_of("L33", with_count(scenario, count)) if "parts;" in r.words.msgid
        ]
        assert rules(remarks) == ([] if least <= count <= most else ["L33 E"])
        assert all(r.place.path == ("parts",) for r in remarks)


@CHOSEN
@pytest.mark.parametrize("few", ["apply", "do not apply"])
@pytest.mark.parametrize(("count", "expected"), [(0, ["L33 E"]), (1, ["L33 E"]), (2, [])])
def test_l33_something_applies_and_something_does_not(
    scenario: Scenario, few: str, count: int, expected: list[str]
) -> None:
    changes = [
        {"applies": (number < count) is (few == "apply")} for number in range(len(scenario.parts))
    ]

    remarks = found_of("L33", with_parts(scenario, *changes))

    assert rules(remarks) == expected
    assert all(r.place.path == ("parts",) for r in remarks)


def test_l33_steps_and_cases_need_not_apply() -> None:
    assert [part.applies for part in (*ORDER.parts, *SORT.parts)] == [False] * 8
    assert found_of("L33", ORDER) == found_of("L33", SORT) == []


def groups(count: int) -> tuple[Group, ...]:
    """So many groups with titles of their own."""
    return tuple(Group(GroupId(f"g{n}"), Text(f"Hög {n}", f"Heap {n}")) for n in range(count))


@pytest.mark.parametrize(("count", "expected"), [(2, []), (4, []), (5, ["L33 E"])])
def test_l33_there_are_at_most_four_groups(count: int, expected: list[str]) -> None:
    parts = [{"group": GroupId(f"g{n % count}")} for n in range(5)]

    remarks = found_of("L33", replace(with_parts(SORT, *parts), groups=groups(count)))

    assert rules(remarks) == expected
    assert all(r.place.path == ("groups",) for r in remarks)


def test_l33_every_group_gets_a_part() -> None:
    (remark,) = found_of("L33", replace(SORT, groups=(*SORT.groups, *groups(1))))

    assert remark.place.path == ("groups", 2)
    assert "“g0”" in sentence([remark])


@pytest.mark.parametrize("form", PART_BY_PART)
@pytest.mark.parametrize(("count", "expected"), [(2, 1), (3, 0), (22, 0), (23, 1)])
def test_l34_a_part_says_one_thing(form: AnswerForm, count: int, expected: int) -> None:
    text = Text("Hon " + "går " * (count - 2) + "nu.", "She goes.")

    remarks = found_of("L34", with_parts(answered(form), {"text": text}))

    assert (
        rules([r for r in remarks if r.place.path == ("parts", 0, "text")]) == ["L34 W"] * expected
    )


@CHOSEN
@pytest.mark.parametrize(
    ("applying", "others", "expected"),
    [
        (20, 20, []),
        (20, 25, []),
        (25, 20, []),
        (19, 25, ["L34 W"]),
        (26, 20, ["L34 W"]),
    ],
)
def test_l34_what_applies_is_as_long_as_what_does_not(
    scenario: Scenario, applying: int, others: int, expected: list[str]
) -> None:
    """From 0.8 to 1.25 times."""

    def of_length(count: int) -> Text:
        return Text("Hon går " + "x" * (count - 8), "She goes.")

    texts = [{"text": of_length(applying if part.applies else others)} for part in scenario.parts]

    remarks = found_of("L34", with_parts(scenario, *texts))

    assert rules(remarks) == expected
    assert all(r.place.path == ("parts",) for r in remarks)


@CHOSEN
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Jag gör så här.", "Jag gör så där."], []),
        (["Jag gör alltid så.", "Jag gör så där."], ["L35 W"]),
        (["Jag gör så här.", "Jag gör aldrig så."], ["L35 W"]),
        (["Jag gör alltid så.", "Jag gör aldrig så."], []),
    ],
)
def test_l35_absolutes_stand_in_both_kinds_or_in_none(
    scenario: Scenario, texts: list[str], expected: list[str]
) -> None:
    """Of the first two parts one applies and one does not."""
    assert scenario.parts[0].applies is not scenario.parts[1].applies
    changed = with_parts(scenario, *({"text": Text(text, "So.")} for text in texts))

    assert rules(found_of("L35", changed)) == expected


def test_l35_absolutes_in_steps_and_cases_give_nothing_away() -> None:
    always = {"text": Text("Hon gör alltid så.", "She always does.")}

    assert found_of("L35", with_parts(ORDER, always)) == []
    assert found_of("L35", with_parts(SORT, always)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("Jag frågar först dem.", "I ask."), ["L35 E"]),
        (Text("Jag ringer därefter dit.", "I call."), ["L35 E"]),
        (Text("Jag ringer dit.", "I call last."), ["L35 E"]),
        (Text("Sedan ringer jag dit.", "Then I call."), ["L35 E", "L35 E"]),
        (Text("Jag ringer till slutstationen.", "I call the lasting ones."), []),
    ],
)
def test_l35_a_step_does_not_give_its_place_away(text: Text, expected: list[str]) -> None:
    assert rules(found_of("L35", with_parts(ORDER, {"text": text}))) == expected


def test_l35_elsewhere_one_may_say_first() -> None:
    first = {"text": Text("Jag frågar först dem.", "I ask them first.")}

    assert found_of("L35", with_parts(ALL, first)) == []


def test_l35_a_case_does_not_name_its_group() -> None:
    (remark,) = found_of(
        "L35", with_parts(SORT, {}, {"text": Text("Den är i receptionen.", "There.")})
    )

    assert remark.place.path == ("parts", 1, "text")
    # The name of another group is a temptation and gives nothing away.
    other = {"text": Text("Den är i receptionen.", "There.")}
    assert found_of("L35", with_parts(SORT, other)) == []


def feedback(count: int) -> dict[str, Text]:
    """Feedback of so many words, with a reason."""
    return {"feedback": Text("Ja " * (count - 1) + "eftersom.", "So.")}


@pytest.mark.parametrize("form", PART_BY_PART)
@pytest.mark.parametrize(("count", "expected"), [(5, 1), (6, 0), (35, 0), (36, 1)])
def test_l36_feedback_of_a_part_has_a_length(form: AnswerForm, count: int, expected: int) -> None:
    remarks = found_of("L36", with_parts(answered(form), feedback(count)))

    assert rules(remarks) == ["L36 E"] * expected
    assert all(r.place.path == ("parts", 0, "feedback") for r in remarks)


@pytest.mark.parametrize("form", PART_BY_PART)
def test_l36_no_two_parts_have_the_same_feedback(form: AnswerForm) -> None:
    words = "Det är så här, eftersom det är så."
    same = ({"feedback": Text(text, "So.")} for text in (words, words.upper()))

    (remark,) = found_of("L36", with_parts(answered(form), *same))

    assert remark.place.path == ("parts", 1, "feedback")
    assert "Part 1" in sentence([remark])


@pytest.mark.parametrize(
    ("reasons", "expected"), [(4, []), (2, []), (1, ["L36 E"]), (0, ["L36 E"])]
)
def test_l36_half_of_the_feedback_gives_a_reason(reasons: int, expected: list[str]) -> None:
    words = ("därför att", "eftersom", "så att", "för att")
    feedbacks = [
        {"feedback": Text(f"Nummer {n} är här nu {words[n] if n < reasons else 'och'} så.", "So.")}
        for n in range(4)
    ]

    remarks = found_of("L36", with_parts(ALL, *feedbacks))

    assert rules(remarks) == expected
    assert all(r.place.path == ("parts",) for r in remarks)


@pytest.mark.parametrize("form", PART_BY_PART)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (Text("Fel, eftersom hon inte var där nu.", "So it is."), "sv"),
        (Text("Rätt, eftersom hon var där i dag.", "So it is."), "sv"),
        (Text("Det är så, eftersom hon är där.", "Correct. So it is."), "en"),
    ],
)
def test_l14_feedback_of_a_part_judges_nobody(form: AnswerForm, text: Text, code: str) -> None:
    (remark,) = found_of("L14", with_parts(answered(form), {"feedback": text}))

    assert remark.place.path == ("parts", 0, "feedback", code)


def test_one_choice_has_no_parts_to_look_at() -> None:
    assert [r for r in found_in(key()) if r.rule in ("L33", "L34", "L35", "L36")] == []
