"""Preferences come back as they were stored, and whatever was stored, there are some."""

from hypothesis import given
from hypothesis import strategies as st

from huddinge_training.domain.preferences import THEMES, Preferences, one_theme

ANYTHING = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2)


@given(
    preferences=st.builds(
        Preferences,
        language=st.sampled_from(["sv", "en"]),
        text_percent=st.integers(100, 200),
        theme=st.sampled_from(THEMES),
        wants_less_motion=st.booleans(),
        window_geometry=st.text(),
        lock_minutes=st.just(0) | st.integers(2, 30),
    )
)
def test_they_come_back_as_they_were_stored(preferences: Preferences) -> None:
    assert Preferences.from_content(preferences.content()) == preferences


@given(
    stored=ANYTHING | st.dictionaries(st.sampled_from(sorted(Preferences().content())), ANYTHING)
)
def test_what_is_wrong_is_the_default_instead(stored: object) -> None:
    preferences = Preferences.from_content(stored)

    assert preferences.language in ("sv", "en")
    assert 100 <= preferences.text_percent <= 200
    assert preferences.theme in THEMES
    assert preferences.wants_less_motion in (True, False)
    assert preferences.lock_minutes in range(31)
    if not isinstance(stored, dict):
        assert preferences == Preferences()


def test_an_unknown_theme_is_the_automatic_one() -> None:
    names = ("dark", "system", "pink", None)
    assert [one_theme(name) for name in names] == ["dark", "system", "automatic", "automatic"]
