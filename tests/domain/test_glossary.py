"""The words of the glossary are found in running text, and only where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.course import GlossaryTerm
from huddinge_training.domain.glossary import Glossary
from huddinge_training.language import Text

JAV = GlossaryTerm(
    "jav",
    Text("jäv", "disqualification (conflict of interest)"),
    Text("Att inte kunna vara opartisk.", "Not to be able to be impartial."),
    ("jävig", "jäviga"),
)
NAMND = GlossaryTerm("namnd", Text("nämnd", "committee"), Text("Politiker.", "Politicians."))
LONG = GlossaryTerm("bygg", Text("bygglov i efterhand"), Text("Lov som ges sedan."))
SHORT = GlossaryTerm("lov", Text("bygglov", "building permit"), Text("Lov.", "A permit."))
TERMS = (JAV, NAMND, LONG, SHORT)


def found(
    text: str, language_code: str = "sv", terms: tuple[GlossaryTerm, ...] = TERMS
) -> list[str]:
    """The words as they stand in the text, in their order."""
    return [text[f.start : f.end] for f in Glossary(terms, language_code).find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Är du jävig?", ["jävig"]),
        ("Jäv gäller i varje nämnd.", ["Jäv", "nämnd"]),
        ("Ordet är ”jäv”.", ["jäv"]),
        ("Vi är jävla trötta på nämnder.", []),
        ("Ojävig och jäv-frågan.", ["jäv"]),
        ("", []),
    ],
)
def test_a_word_is_found_in_its_forms_and_not_inside_others(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_term_is_explained_at_its_first_place_only() -> None:
    text = "Du är jävig. Jäv betyder det, och jäviga är flera."

    (only,) = Glossary(TERMS, "sv").find(text)

    assert (text[only.start : only.end], only.term) == ("jävig", JAV)


def test_of_two_that_overlap_the_longer_is_meant() -> None:
    assert found("Hon söker bygglov i efterhand.") == ["bygglov i efterhand"]
    assert found("Hon söker bygglov i går.") == ["bygglov"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A question of disqualification.", ["disqualification"]),
        ("The committees met.", ["committees"]),
        ("Jäv is a Swedish word.", []),
        ("A conflict of interest.", []),
        ("A bygglov i efterhand, or a Building permit.", ["Building permit"]),
    ],
)
def test_in_english_the_translation_is_looked_for_without_what_explains_it(
    text: str, words: list[str]
) -> None:
    assert found(text, "en") == words


def test_a_term_without_a_translation_is_not_found_in_english() -> None:
    assert found("bygglov i efterhand", "en") == []
    empty = GlossaryTerm("x", Text("ord", "(a word)"), Text("Ett ord."))
    assert found("(a word) word ord", "en", (empty,)) == []


def test_an_abbreviation_is_meant_only_in_capitals() -> None:
    jo = GlossaryTerm("jo", Text("JO", "JO (the Ombudsmen)"), Text("De ser efter."), ("JO:s",))

    assert found("Jo, jo. JO läser, och JO:s beslut är känt.", terms=(jo,)) == ["JO"]
    assert found("Enligt JO:s beslut, jo:s.", terms=(jo,)) == ["JO:s"]
    assert found("Jo! JOS wrote to JO.", "en", (jo,)) == ["JO"]


def test_an_empty_glossary_finds_nothing() -> None:
    assert found("Allt möjligt (jäv).", terms=()) == []


def test_signs_in_a_term_are_only_signs() -> None:
    odd = GlossaryTerm("odd", Text("a.b+c"), Text("Udda."))

    assert found("axb+c a.bc a.b+c", terms=(odd,)) == ["a.b+c"]


@given(text=st.text(alphabet="jäv igabylort.,”-\n", max_size=80))
def test_what_is_found_stands_there_as_whole_words_in_order(text: str) -> None:
    terms = Glossary(TERMS, "sv").find(text)

    assert len({f.term.id for f in terms}) == len(terms)
    ends = 0
    for one in terms:
        assert ends <= one.start < one.end <= len(text)
        forms = {one.term.term.sv, *one.term.forms}
        assert text[one.start : one.end].casefold() in forms
        assert not text[one.start - 1 : one.start].isalnum()
        assert not text[one.end : one.end + 1].isalnum()
        ends = one.end
