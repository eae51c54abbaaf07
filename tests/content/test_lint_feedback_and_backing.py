"""Rules L13 to L16, L22, L26 and L31: each lets the good pass and names the bad."""

from dataclasses import replace
from datetime import date

import pytest
from content.linted import (
    course,
    dilemma,
    example,
    found,
    found_in,
    key,
    rules,
    sentence,
    with_first,
)

from huddinge_training.domain.scenario import (
    Contact,
    Facilitation,
    Grade,
    Kind,
    Review,
    Scenario,
)
from huddinge_training.language import Text


def feedback(count: int) -> Text:
    """Feedback of so many words, with a reason, in sentences that are not long."""
    filler = " ".join("Det är så." for _ in range(count // 3 - 1)) + " Ja" * (count % 3)
    return Text(f"{filler} Eftersom det blev.", "So it is.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (feedback(11), ["L13 E"]),
        (feedback(12), []),
        (feedback(60), []),
        (feedback(61), ["L13 E"]),
        (Text("Det är så. " * 4), ["L13 E"]),
        (Text("Det är så. " * 3 + "Därför är det så."), []),
        (Text("Det är så. " * 3 + "Gör det för att hjälpa."), []),
        (Text("Det är så. " * 3 + "Gör det, så att det går."), []),
        (key().options[1].feedback, ["L13 E"]),
    ],
)
def test_l13_feedback_has_a_length_a_reason_and_its_own_words(
    text: Text, expected: list[str]
) -> None:
    assert rules(found_in(with_first(key(), feedback=text))) == expected


GOOD = "Det är så. Därför blev det så här och inte alls som du tänkte."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text(f"Fel. {GOOD}"), ["L14 E"]),
        (Text(f"Rätt. {GOOD}"), ["L14 E"]),
        (Text(f"Tyvärr. {GOOD}"), ["L14 E"]),
        (Text(f"Bra jobbat. {GOOD}"), ["L14 E"]),
        (Text(GOOD, "Wrong. It is not so."), ["L14 E"]),
        (Text(f"Felet är litet. {GOOD}", "The right way is long."), []),
    ],
)
def test_l14_feedback_judges_nobody(text: Text, expected: list[str]) -> None:
    assert rules(found_in(with_first(key(), feedback=text))) == expected


@pytest.mark.parametrize("text", [Text("Hej!", "Hello."), Text("Hej.", "Hello!")])
def test_l14_nothing_is_shouted(text: Text) -> None:
    assert rules(found(replace(example(), title=text))) == ["L14 E"]


def test_l14_a_quote_may_shout() -> None:
    (module,) = example().modules
    quote = module.reading[0].quote
    assert quote
    reading = replace(module.reading[0], quote=replace(quote, text=Text("Hurra!", "Hooray!")))

    assert found(course(replace(module, reading=(reading,)))) == []


def test_l15_a_scenario_rests_on_a_rule() -> None:
    assert rules(found_in(replace(key(), rules=()))) == ["L15 E"]


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (date(2026, 3, 2), []),
        (date(2024, 9, 2), []),  # 18 months to the day
        (date(2024, 9, 1), ["L15 W"]),
        (date(2020, 12, 31), ["L15 W"]),
    ],
)
def test_l15_a_rule_is_read_again_after_eighteen_months(checked: date, expected: list[str]) -> None:
    rule = replace(example().rules[0], checked=checked)

    remarks = found(replace(example(), rules=(rule,)))

    assert rules(remarks) == expected
    assert all(r.place.path == ("koden-2", "checked") for r in remarks)


def test_l16_there_is_somebody_to_ask() -> None:
    assert rules(found_in(replace(key(), ask=()))) == ["L16 E"]


def test_l16_about_a_manager_one_asks_somebody_else() -> None:
    only_manager = replace(key(), ask=key().ask[:1])

    assert found_in(only_manager) == []
    assert rules(found_in(replace(only_manager, about_manager=True))) == ["L16 E"]
    assert found_in(replace(key(), about_manager=True)) == []


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        (replace(dilemma(), perspectives=dilemma().perspectives[:2]), ["L22 E"]),
        (replace(dilemma(), boundary=None), ["L22 E"]),
        (replace(dilemma(), facilitation=None), ["L22 E"]),
        (replace(dilemma(), facilitation=Facilitation(20, (Text("Vem?"),) * 2, ())), ["L22 E"]),
        (with_first(dilemma(), grade=Grade.POOR), ["L22 E"]),
        (replace(key(), boundary=Text("Det är lag.", "It is law.")), ["L22 W"]),
        (replace(key(), perspectives=dilemma().perspectives), ["L22 W"]),
        (replace(key(), facilitation=dilemma().facilitation), []),
    ],
)
def test_l22_a_dilemma_can_be_discussed(scenario: Scenario, expected: list[str]) -> None:
    assert rules(found_in(scenario)) == expected


def test_l22_a_dilemma_needs_no_best_option() -> None:
    assert dilemma().kind is Kind.DILEMMA
    assert found_in(dilemma()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hon är född 811218-9876.",
        "Hans nummer är 19811218-9876.",
        "Ring 08-123 456 78.",
        "Ring 070-123 45 67.",
        "Ring 0701234567.",
        "Ring +46 8 123 456 78.",
        "Skriv till anna.ek@example.se i dag.",
        "Du jobbar på Förskolan Kotten.",
    ],
)
def test_l26_nobody_is_pointed_out(text: str) -> None:
    named = with_first(key(), consequence=Text("Det går bra.", text))
    (module,) = example().modules

    remarks = found(
        course(replace(module, scenarios=(named, *module.scenarios[1:]))), {"Förskolan Kotten"}
    )

    assert "L26 E" in rules(remarks)
    assert all(r.place.path == ("options", 0, "consequence", "en") for r in remarks)


def test_l26_a_unit_that_is_called_like_an_ordinary_word_points_out_nobody() -> None:
    named = with_first(key(), consequence=Text("Receptionen ringer IT. Tulpanen blommar.", "So."))
    (module,) = example().modules
    changed = course(replace(module, scenarios=(named, *module.scenarios[1:])))

    assert found(changed, {"Receptionen", "IT"}) == []
    assert rules(found(changed, {"Receptionen", "IT", "Tulpanen"})) == ["L26 E"]


@pytest.mark.parametrize(
    "text",
    [
        "Mötet är 2026-03-07, kl. 13.30.",
        "Det kostar 12 000 kronor.",
        "Ring 112.",
        "Ärende 811218-9875 är avslutat.",
        "Förskolan Kotten är påhittad.",
        "Han sa: @kommunen.",
    ],
)
def test_l26_numbers_that_are_nobody_s_pass(text: str) -> None:
    assert found_in(with_first(key(), consequence=Text(text, "It goes well."))) == []


def test_l26_a_contact_may_be_reached_but_not_by_a_personal_number() -> None:
    how = Text("Ring 08-123 456 78 eller skriv till hr@example.se.", "Call.")
    contact = Contact("hr", Text("HR", "HR"), how=how)

    assert found(replace(example(), contacts=(contact,))) == []
    contact = replace(contact, how=Text("Fråga 811218-9876.", "Ask."))
    assert rules(found(replace(example(), contacts=(contact,)))) == ["L26 E"]


def test_l26_when_to_ask_somebody_holds_no_number() -> None:
    contact = Contact("hr", Text("HR", "HR"), when=Text("När du vill.", "When you like."))

    assert found(replace(example(), contacts=(contact,))) == []
    called = replace(contact, when=Text("Ring 08-123 456 78.", "Call."))
    assert "L26 E" in rules(found(replace(example(), contacts=(called,))))


REVIEWED = key().review


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (REVIEWED, []),
        (Review(), ["L31 W"]),
        (Review("draft", needs="jurist"), ["L31 W"]),
        (replace(REVIEWED, panel=3, agreement=0.75), []),
        (replace(REVIEWED, panel=2), ["L31 E"]),
        (replace(REVIEWED, agreement=0.74), ["L31 E"]),
        (replace(REVIEWED, next_on=date(2026, 3, 2)), []),
        (replace(REVIEWED, next_on=date(2026, 3, 1)), ["L31 W"]),
        (replace(REVIEWED, next_on=None), ["L31 W"]),
    ],
)
def test_l31_a_review_is_honest_and_not_too_old(review: Review, expected: list[str]) -> None:
    assert rules(found_in(replace(key(), review=review))) == expected


def test_every_finding_says_what_was_measured_and_the_limit() -> None:
    assert sentence(found_in(replace(key(), review=replace(REVIEWED, agreement=0.6)))) == (
        "The panel agreed to 60 per cent; it must be at least 75 per cent."
    )
