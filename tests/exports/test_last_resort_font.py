"""The font of last resort is what its tool makes, and covers every character."""

from make_last_resort_font import RANGES, TARGET, last_resort_font


def test_the_font_in_the_resources_is_the_one_that_the_tool_makes() -> None:
    assert TARGET.read_bytes() == last_resort_font()


def test_it_is_small_and_covers_all_but_controls_and_surrogates() -> None:
    covered = {code for first, last in RANGES for code in range(first, last + 1)}
    assert set(range(0x20, 0x110000)) - covered == set(range(0xD800, 0xE000))
    assert len(last_resort_font()) < 1_000
