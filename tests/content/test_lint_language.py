"""Rules L17 to L21, L24, L25 and L32: each lets the good pass and names the bad."""

from dataclasses import replace

import pytest
from content.linted import (
    dilemma,
    example,
    found,
    found_in,
    key,
    rules,
    sentence,
    with_first,
)

from huddinge_training.content.lint.readability import lix_of
from huddinge_training.content.lint.reading_ease import MOST_MEAN_WORDS
from huddinge_training.domain.course import GlossaryTerm
from huddinge_training.domain.scenario import Facilitation, Option, Scenario
from huddinge_training.language import Text


def written(scene: Text, feedback: Text) -> Scenario:
    """A scenario of which only the scene and the first feedback count."""
    options = [replace(option, feedback=feedback) for option in key().options]
    return replace(key(), scene=scene, question=Text("Vad gör du?", "Go?"), options=tuple(options))


def of_rules(scenario: Scenario, *wanted: str) -> list[str]:
    """What these rules say of a scenario."""
    return rules([r for r in found_in(scenario) if r.rule in wanted])


def with_long_words(count: int) -> str:
    """Ten sentences of ten words, with so many long words among the hundred."""
    hundred = ["kommunen"] * count + ["ord"] * (100 - count)
    return " ".join("X" + " ".join(hundred[n : n + 10])[1:] + "." for n in range(0, 100, 10))


def measured(count: int) -> Scenario:
    """A scenario whose scene has this many long words in a hundred, and little else."""
    return written(Text(with_long_words(count), "Short."), Text("Så.", "So."))


@pytest.mark.parametrize(
    ("count", "expected"), [(23, []), (24, ["L17 W"]), (34, ["L17 W"]), (35, ["L17 E"])]
)
def test_l17_a_scenario_is_easy_to_read(count: int, expected: list[str]) -> None:
    """Scene, question and feedback together: 106 words in 14 sentences, LIX 7.6 and more."""
    scenario = measured(count)
    texts = [scenario.scene.sv, scenario.question.sv, *(o.feedback.sv for o in scenario.options)]
    lix = lix_of("\n".join(texts))

    assert lix is not None
    assert (lix > 30, lix > 40) == (bool(expected), expected == ["L17 E"])
    assert of_rules(scenario, "L17") == expected


def test_l17_little_text_is_not_measured() -> None:
    assert of_rules(written(Text("Kommunens förvaltningar."), Text("Så.")), "L17") == []


@pytest.mark.parametrize(("count", "expected"), [(30, []), (31, ["L17 E"])])
def test_l17_the_facilitator_s_guide_is_not_hard(count: int, expected: list[str]) -> None:
    """100 words in 10 sentences: LIX 10 and one for every long word."""
    questions = tuple(Text(part + ".") for part in with_long_words(count).split(".")[:-1])
    scenario = replace(dilemma(), facilitation=Facilitation(20, questions, ()))

    assert of_rules(scenario, "L17") == expected


def test_l32_english_is_measured_too() -> None:
    hard = Text("Du går.", "Organisations communicate responsibilities. " * 30)

    assert of_rules(written(hard, Text("Så.", "So.")), "L32") == ["L32 W"]
    assert of_rules(written(Text("Du går.", "You go. " * 90), Text("Så.", "So.")), "L32") == []


def test_l32_english_sentences_are_short_on_the_whole() -> None:
    first = with_first(key(), consequence=Text("Ja.", "Go " + "on " * 300))

    assert of_rules(first, "L32") == ["L32 W"]
    assert str(MOST_MEAN_WORDS) in sentence([r for r in found_in(first) if r.rule == "L32"])


@pytest.mark.parametrize(
    ("count", "expected"), [(22, []), (23, ["L18 W"]), (28, ["L18 W"]), (29, ["L18 E"])]
)
def test_l18_no_sentence_is_too_long(count: int, expected: list[str]) -> None:
    scenario = with_first(key(), consequence=Text("Du " + "gör " * (count - 1), "So."))

    assert rules(found_in(scenario)) == expected


def test_l18_sentences_are_short_on_the_whole() -> None:
    long = Text("Du " + "gör " * 18 + "så. ", "So.")
    options: tuple[Option, ...] = tuple(
        replace(option, text=long, consequence=long, feedback=long) for option in key().options
    )
    scenario = replace(key(), scene=Text(f"{long.sv} " * 3, "So."), options=options)

    remarks = [r for r in found_in(scenario) if r.rule == "L18"]

    assert rules(remarks) == ["L18 W"]
    assert "the limit is 14" in sentence(remarks)


def test_quotes_are_nobody_s_to_shorten() -> None:
    (module,) = example().modules
    quote = module.reading[0].quote
    assert quote
    words = Text("Vi " + "gör " * 40 + "skall ej tillhandahållandeskyldighet.", "We do.")
    reading = replace(module.reading[0], quote=replace(quote, text=words))

    assert found(replace(example(), modules=(replace(module, reading=(reading,)),))) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("arbetskamrater", []),  # 14 letters
        ("arbetskamraterna", ["L19 W"]),
        ("visselblåsarfunktion", []),
        ("visselblåsarfunktionen", []),
        ("Visselblåsarfunktionernas", []),
        ("e-post-arbetskamrat", []),
        ("barn-arbetskamraterna", ["L19 W"]),
    ],
)
def test_l19_long_words_stand_in_the_glossary(word: str, expected: list[str]) -> None:
    terms = (
        GlossaryTerm("a", Text("visselblåsarfunktion", "b"), Text("Den.", "It.")),
        GlossaryTerm("b", Text("jäv", "b"), Text("Den.", "It."), ("jävet",)),
    )
    title = Text(f"Om {word}", "About it")

    assert rules(found(replace(example(), title=title, glossary=terms))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du får erhålla en nyckel.", ["L20 W"]),
        ("Du gör det i enlighet med lagen.", ["L20 W"]),
        ("Det gäller såväl dig som mig.", ["L20 W"]),
        ("Du har möjlighet att gå.", ["L20 W"]),
        ("Hon kommer snart att gå.", ["L20 W"]),
        ("Du skall gå.", ["L20 W"]),
        ("Du får ej gå.", ["L20 W"]),
        ("Du samt jag går.", ["L20 W"]),
        ("Du vidtar lämpliga åtgärder.", ["L20 W"]),
        ("Det är medarbetarens val.", ["L20 W"]),
        ("Hon kommer att gå, på grund av att det är sent.", ["L20 W", "L20 W"]),
        ("Du får en nyckel. Hon kommer hit för att gå.", []),
        ("Skallen gör ont.", []),
    ],
)
def test_l20_officialese_is_named(text: str, expected: list[str]) -> None:
    assert rules(found_in(with_first(key(), consequence=Text(text, "So.")))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du frågar HR på APT.", []),
        ("Du ringer JO.", ["L21 W"]),
        ("Du ringer JO. Sedan svarar JO.", ["L21 W"]),
        ("Du ringer Justitieombudsmannen (JO).", []),
        ("Det är en fråga för NAV.", []),
        ("Du tar med t.ex. en penna.", ["L21 W"]),
        ("Ta penna, block m.m. hem.", ["L21 W"]),
        ("Mötet är kl. 13.", []),
    ],
)
def test_l21_abbreviations_are_explained(text: str, expected: list[str]) -> None:
    terms = (GlossaryTerm("a", Text("nav", "hub"), Text("Mitten.", "The middle."), ("NAV",)),)
    scenario = with_first(key(), consequence=Text(text, "So."))
    (module,) = example().modules
    module = replace(module, scenarios=(scenario, *module.scenarios[1:]))

    remarks = found(replace(example(), modules=(module,), glossary=terms))

    assert [r for r in rules(remarks) if r != "L19 W"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("Ett.\n\nTvå.", "One.\n\nTwo."), []),
        (Text("Ett.\n\nTvå.", "One."), ["L24 W"]),
        (Text("Det här är samma text.", "Det här är samma text."), ["L24 W"]),
        (Text("HR", "HR"), []),
        (Text("Ingen översättning."), []),  # the loader says so
    ],
)
def test_l24_english_is_a_translation(text: Text, expected: list[str]) -> None:
    assert rules(found_in(with_first(key(), consequence=text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("Hon säger ”hej” och ’hopp’.", "She says ‘hello’. It’s late."), []),
        (Text('Hon säger "hej".', "So."), ["L25 W"]),
        (Text("Hon säger “hej”.", "So."), ["L25 W"]),
        (Text("Hon säger 'hej'.", "So."), ["L25 W"]),
        (Text("Så.", "She's late."), ["L25 W"]),
        (Text("Så.", "She says “hello”."), ["L25 W"]),
        (Text("Det är 87\u00a0%.", "It is 87%."), []),
        (Text("Det är 87 %.", "So."), ["L25 W"]),
        (Text("Det är 87%.", "So."), ["L25 W"]),
        (Text("Så.", "It is 87 %."), ["L25 W"]),
        (Text("Det tar 10–12 dagar – minst.", "So."), []),
        (Text("Det tar 10-12 dagar.", "So."), ["L25 W"]),
        (Text("Det tar tid - minst.", "So."), ["L25 W"]),
        (Text("Mötet är 2026-03-07, e-post kommer.", "So."), []),
        (Text("Två  mellanslag.", "So."), ["L25 W"]),
    ],
)
def test_l25_signs_are_the_right_ones(text: Text, expected: list[str]) -> None:
    assert rules(found_in(with_first(key(), consequence=text))) == expected


def test_notes_for_authors_may_be_typed_as_they_like() -> None:
    assert found_in(with_first(key(), misconception='"snabbt" - alltså JO  ok')) == []
