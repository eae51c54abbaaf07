"""Rules L01 to L12 and L29: each lets the good pass and names the bad."""

from dataclasses import replace

import pytest
from content.linted import (
    course,
    dilemma,
    example,
    found,
    found_in,
    key,
    module,
    rules,
    sentence,
    with_first,
    with_grades,
    with_options,
)

from huddinge_training.content.lint.cues import opening_form, stems
from huddinge_training.domain.scenario import Grade, Scenario, ScenarioId
from huddinge_training.language import Text

BEST, ACCEPTABLE, POOR = Grade


def test_the_example_is_without_a_remark() -> None:
    assert found(example()) == []


def scene(count: int, of: Scenario) -> Scenario:
    """A scenario whose scene has so many words, in short sentences."""
    return replace(
        of, scene=Text(" ".join(["Du går hem nu."] * (count // 4)) + " Ja" * (count % 4))
    )


@pytest.mark.parametrize(
    ("count", "of", "expected"),
    [
        (24, key(), ["L01 W"]),
        (25, key(), []),
        (90, key(), []),
        (91, key(), ["L01 W"]),
        (120, key(), ["L01 W"]),
        (121, key(), ["L01 E"]),
        (120, dilemma(), []),
        (121, dilemma(), ["L01 E"]),
    ],
)
def test_l01_a_scene_is_neither_short_nor_long(
    count: int, of: Scenario, expected: list[str]
) -> None:
    assert rules(found_in(scene(count, of))) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad gör du?", []),
        ("Vad säger du till Amina?", []),
        ("Hur svarar du?", []),
        ("Vad börjar du med?", []),
        ("Vad gör du nu, när det är sent och du ändå måste gå hem snart?", []),
        ("Vad gör du nu, när det är sent och du ändå måste gå hem ganska snart?", ["L02 W"]),
        ("Vad gör du.", ["L02 W"]),
        ("Vad heter regeln?", ["L02 W"]),
        ("Vad gör du inte?", ["L03 W"]),
        ("Vad undviker du att säga?", ["L03 W"]),
        ("Vad är internt?", ["L02 W"]),
    ],
)
def test_l02_l03_a_question_asks_for_an_action(question: str, expected: list[str]) -> None:
    assert rules(found_in(replace(key(), question=Text(question, "What?")))) == expected


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ([BEST, POOR], []),
        ([BEST, ACCEPTABLE, POOR, POOR], []),
        ([BEST], ["L04 E", "L04 E"]),
        ([BEST, ACCEPTABLE, POOR, POOR, POOR], ["L04 E"]),
        ([BEST, BEST, POOR], ["L04 E"]),
        ([ACCEPTABLE, ACCEPTABLE, POOR], ["L04 E"]),
        ([BEST, ACCEPTABLE, ACCEPTABLE], ["L04 E"]),
    ],
)
def test_l04_one_option_is_best_and_one_is_poor(
    grades: list[Grade | None], expected: list[str]
) -> None:
    remarks = [r for r in found_in(with_grades(key(), *grades)) if r.rule == "L04"]

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # 4 and 22 words
        (["Jag gör som förr."] * 3, []),
        (["Jag gör så."] * 3, ["L05 W"] * 3),
        (["Jag " + "gör " * 20 + "så."] * 3, []),
        (["Jag " + "gör " * 21 + "så."] * 3, ["L05 W"] * 3),
        # 10 characters by 16, 17, 20, 21
        (["Jag är så ", "Jag är så ", "Jag är så bra ju"], []),
        (["Jag är så ", "Jag är så ", "Jag är så bra nu."], ["L05 W"]),
        (["Jag är så ", "Jag är så ", "Jag är så bra nu då!"], ["L05 W"]),
        (["Jag är så ", "Jag är så ", "Jag är så bra just nu"], ["L05 E"]),
    ],
)
def test_l05_options_are_about_equally_long(texts: list[str], expected: list[str]) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L05"]
    if len(texts[0]) == 10:
        remarks = [r for r in remarks if r.place.path == ("options",)]

    assert rules(remarks) == expected


@pytest.mark.parametrize(("length", "expected"), [(46, []), (47, ["L06 E"])])
def test_l06_the_best_option_does_not_stand_out_by_its_length(
    length: int, expected: list[str]
) -> None:
    """1.15 times 40 characters are 46."""
    texts = [f"Jag går {'x' * (count - 8)}" for count in (length, 40, 38)]
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L06"]

    assert rules(remarks) == expected


def keyed(number: int, best: int, texts: tuple[str, str, str]) -> Scenario:
    """A scenario of its own name, with the best option in this place."""
    scenario = with_options(key(), *texts, id=ScenarioId(f"nr-{number}"))
    grades = [BEST if index == best else POOR for index in range(3)]
    options = (replace(o, grade=g) for o, g in zip(scenario.options, grades, strict=True))
    return replace(scenario, options=tuple(options))


SHORT_TO_LONG = ("Jag går till dem.", "Jag går till dem nu.", "Jag går till dem nu då.")


@pytest.mark.parametrize(
    ("bests", "expected"),
    [
        ([0, 0, 0, 0, 0], []),  # too few to tell
        ([0, 0, 1, 1, 2, 2], []),
        ([0, 0, 0, 1, 1, 2], ["shortest in 3 of 6"]),
        ([2, 2, 2, 1, 1, 0], ["longest in 3 of 6"]),
        ([0, 0, 0, 2, 2, 2], ["longest in 3 of 6", "shortest in 3 of 6"]),
    ],
)
def test_l06_the_best_option_is_not_usually_the_longest_or_the_shortest(
    bests: list[int], expected: list[str]
) -> None:
    scenarios = [keyed(number, best, SHORT_TO_LONG) for number, best in enumerate(bests)]
    remarks = [r for r in found(course(module(*scenarios))) if r.rule == "L06"]

    assert [r.words.values["found"] for r in remarks] == [3] * len(expected)
    for remark, words in zip(remarks, expected, strict=True):
        assert words.split()[0] in remark.words.msgid


@pytest.mark.parametrize(
    ("bests", "expected"),
    [
        ([0] * 8, []),  # too few to tell
        ([0, 1, 2] * 3, []),
        ([0] * 4 + [1] * 3 + [2] * 2, []),
        ([0] * 5 + [1] * 3 + [2] * 2, [1]),  # 50, 30 and 20 per cent
        ([0] * 5 + [1] * 5 + [2], [3]),  # 45, 45 and 9 per cent
        ([0] * 8 + [1] * 2, [1, 3]),  # 80, 20 and 0 per cent
    ],
)
def test_l07_the_best_option_stands_now_here_now_there(
    bests: list[int], expected: list[int]
) -> None:
    scenarios = [keyed(number, best, SHORT_TO_LONG) for number, best in enumerate(bests)]
    remarks = [r for r in found(course(module(*scenarios))) if r.rule == "L07"]

    assert [r.words.values["number"] for r in remarks] == expected
    assert all(r.place.file == "course.yaml" for r in remarks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("Alternativ A är bäst."), ["L07 E"]),
        (Text("Därför är svaret b bäst."), ["L07 E"]),
        (Text("Bra.", "Option C is best."), ["L07 E"]),
        (Text("Ett alternativ är att fråga.", "An option and an answer."), []),
        (Text("Ge svar åt Anna."), []),
    ],
)
def test_l07_no_text_points_to_a_letter(text: Text, expected: list[str]) -> None:
    remarks = found_in(with_first(key(), consequence=text))

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("Jag gör alla ovanstående.", "Go"), ["L08 E"]),
        (Text("Jag gör inget av alternativen.", "Go"), ["L08 E"]),
        (Text("Jag gör både a och b.", "Go"), ["L08 E"]),
        (Text("Jag gör som de är vana vid här.", "I do all of the above."), ["L08 E"]),
        (Text("Jag gör som alla andra här gör.", "I do as all others."), []),
    ],
)
def test_l08_no_option_sums_up_others(text: Text, expected: list[str]) -> None:
    remarks = [r for r in found_in(with_first(key(), text=text)) if r.rule == "L08"]

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Jag gör det alltid.", "Jag gör det ofta.", "Jag gör det gärna."), ["L09 W"]),
        (("Jag gör det nu.", "Jag gör det ofta.", "Jag gör det aldrig."), ["L09 W"]),
        (("Jag gör det nu.", "Jag gör det bara.", "Jag gör det gärna."), []),
        (("Jag gör det alltid.", "Jag gör det ofta.", "Jag gör det aldrig."), []),
        (("Jag gör det snart.", "Jag gör det ofta.", "Jag gör det gärna."), []),
    ],
)
def test_l09_absolutes_do_not_give_the_answer_away(
    texts: tuple[str, str, str], expected: list[str]
) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L09"]

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # The scene: … Under en bänk ligger en nyckel till ett skåp …
        (("Jag lägger nyckeln på bänken.", "Jag tar hem den.", "Jag väntar lite."), ["L10 W"]),
        (("Jag lägger nyckeln på bordet.", "Jag tar hem den.", "Jag väntar lite."), []),
        (("Jag lägger nyckeln på bänken.", "Jag tar bänken hem.", "Jag väntar lite."), []),
    ],
)
def test_l10_the_best_option_does_not_alone_repeat_the_scene(
    texts: tuple[str, str, str], expected: list[str]
) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L10"]

    assert rules(remarks) == expected
    if remarks:
        assert "2 words" in sentence(remarks)


def test_stems_bring_the_forms_of_a_word_together() -> None:
    assert stems("nyckel bänk") & stems("nyckeln bänken bänkarna") == {"nyckel", "bänk"}
    assert stems("och i med till kommunen jobbet") == set()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Fråga en kollega först.", "Säg det till chefen.", "Ta hem den i kväll."), []),
        (("Jag frågar en kollega.", "Jag säger det först.", "Jag tar hem den nu."), []),
        (("Jag frågar en kollega.", "Säg det till chefen.", "Jag tar hem den nu."), ["L11 W"]),
        (("Frågar en kollega först.", "Säg det till chefen.", "Ta hem den i kväll."), ["L11 W"]),
    ],
)
def test_l11_options_begin_in_the_same_form(
    texts: tuple[str, str, str], expected: list[str]
) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L11"]

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jag går", "jag"),
        ("Att gå", "att"),
        ("Går hem", "present"),
        ("Väntar lite", "present"),
        ("Var tyst", "request"),
        ("Gör som förr", "request"),
        ("–", "request"),
    ],
)
def test_l11_knows_the_openings(text: str, form: str) -> None:
    assert opening_form(text) == form


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Jag går hem nu direkt.", "Jag går hem nu direkt!", "Jag frågar dem."), ["L12 W"]),
        (("Jag går hem nu direkt.", "Jag går hem sen direkt.", "Jag frågar dem."), []),
        (("–", "–", "Jag frågar dem."), ["L12 W"]),
    ],
)
def test_l12_two_options_are_not_the_same(texts: tuple[str, str, str], expected: list[str]) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L12"]

    assert rules(remarks) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Jäv", "Muta", "Bisyssla"), ["L29 W"]),
        (("Jäv", "Muta", "Jag frågar"), []),
        (("Jäv", "Muta", "Säg det först nu"), []),
    ],
)
def test_l29_options_are_not_labels(texts: tuple[str, str, str], expected: list[str]) -> None:
    remarks = [r for r in found_in(with_options(key(), *texts)) if r.rule == "L29"]

    assert rules(remarks) == expected


def test_a_scenario_without_options_is_not_stumbled_over() -> None:
    """The loader lets none through; here only its objective misses it."""
    assert rules(found_in(replace(key(), options=()))) == ["L27 E"]
