"""What the room sees: large enough, of contrast enough, and nothing that is the leader's."""

from collections.abc import Callable
from functools import partial

import pytest
from accessibility.contrast import contrast
from examples import make_option, make_scenario
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from ui.desktop import Desktop, Key, OpenDesktop, settle
from ui.meetings import (
    PEOPLE,
    go_to,
    join,
    leading,
    plan,
    press,
    projector,
    room_words,
    start,
    store_manager,
    vote,
)

from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.group_plan import (
    GroupPlan,
    Length,
    PlanId,
    PlannedCase,
    StepKind,
)
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.outcome import Outcome, Precision, Step
from huddinge_training.domain.scenario import OptionId
from huddinge_training.language import Language, Text
from huddinge_training.services.live_session import LiveSession
from huddinge_training.services.workspace import Sources
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.projector.result_bars import part_of
from huddinge_training.ui.projector.slide import Door, Results, Size, Words, halves, slide
from huddinge_training.ui.projector.slides import RoomState, Slides
from huddinge_training.ui.projector.view import ProjectorView

HEIGHT, WIDTH = 1080, 1920
A, B, C = (OptionId(letter) for letter in "abc")


@pytest.fixture
def desktop(open_desktop: OpenDesktop, sources: Sources) -> Desktop:
    """The home page of a manager."""
    store_manager(sources)
    return open_desktop(sources)


@pytest.fixture
def live(desktop: Desktop) -> LiveSession:
    """A meeting that has begun."""
    return start(desktop)


@pytest.fixture
def view(presentation: Presentation, show_alone: Callable[..., object]) -> ProjectorView:
    """The picture alone, as large as a projector's."""
    view = ProjectorView(presentation.theme)
    show_alone(view)
    view.resize(WIDTH, HEIGHT)
    settle()
    view.resize(WIDTH, HEIGHT)
    return view


def session() -> GroupSession:
    scenario = make_scenario(
        "fallet",
        "A",
        options=tuple(make_option(letter, None) for letter in "abc"),
        boundary=Text("Här går gränsen."),
    )
    case = PlannedCase(ModuleId("nycklar"), scenario.id)
    made = GroupPlan(PlanId("plan"), "Träffen", Length.SHORT, (case,), "Ledaren")
    return GroupSession(made, [scenario])


# --- Sizes and colours (GRP-11, GRP-12) -------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "part"),
    [
        (Size.READING, 22),
        (Size.QUESTION, 17),
        (Size.TITLE, 17),
        (Size.CODE, 11),
        (Size.SMALL, 30),
    ],
)
def test_letters_are_a_part_of_the_pictures_height(
    view: ProjectorView, size: Size, part: int
) -> None:
    view.show_slide(slide(Words("x " * 5000)), is_new=True)
    assert view.height() == HEIGHT
    assert view.pixels(size) >= HEIGHT / part
    small = view.pixels(size)
    view.has_large_room = True
    view.lay_out()
    assert view.pixels(size) >= 1.32 * small


def test_nothing_is_smaller_than_a_thirtieth(view: ProjectorView) -> None:
    assert min(view.pixels(size) for size in Size) >= HEIGHT / 30


@pytest.mark.parametrize("is_dark", [False, True])
def test_words_have_contrast_of_twelve_to_one(view: ProjectorView, is_dark: bool) -> None:
    view.is_dark = is_dark
    ground = view.colour("stage").name()
    assert contrast(view.colour("on_stage").name(), ground) >= 12
    for letter in "abcd":
        assert contrast(view.colour(f"vote_{letter}").name(), ground) >= 3


def test_a_dark_room_is_dark_whatever_the_window_is(view: ProjectorView) -> None:
    view.show_slide(slide(Words("Hej")), is_new=True)
    view.is_dark = True
    corner = view.grab().toImage().pixelColor(4, 4)
    assert corner == QColor(view.colour("stage"))
    assert corner.lightness() < 64


def test_a_long_scene_is_split_between_sentences() -> None:
    text = " ".join(f"Mening nummer {number} är inte lång." for number in range(20))
    first, second = halves(text)
    assert f"{first} {second}" == text
    assert first.endswith(".")
    assert halves("Kort scen.") == ("Kort scen.",)


def test_a_scene_of_more_than_sixty_words_is_on_two_screens(
    view: ProjectorView, english: Language
) -> None:
    made = session()
    made.go_to(1)
    slides = Slides(english)
    view.show_slide(slides.of(made, RoomState()), is_new=True)
    assert view.screen_count == 1
    text = " ".join(["Ord."] * 61)
    view.show_slide(slide(Words("Titel"), *map(Words, halves(text)), breaks=(2,)), is_new=True)
    assert view.screen_count == 2
    assert view.turn(1)
    assert not view.turn(1)


def test_words_stay_inside_the_safe_margin(view: ProjectorView) -> None:
    view.has_large_room = True
    words = [Words("Ett alternativ som är ganska långt " * 3, option=n) for n in range(4)]
    view.show_slide(slide(Words("Vad gör du?", Size.QUESTION), *words), is_new=True)
    for screen in view.screens:
        for _, area in screen:
            assert area.left() >= 0.05 * WIDTH - 1
            assert area.right() <= 0.95 * WIDTH + 1
            assert area.bottom() <= 0.95 * HEIGHT + 2


def test_letters_grow_where_there_is_room(view: ProjectorView) -> None:
    view.show_slide(slide(Words("Kort")), is_new=True)
    grown = view.pixels(Size.READING)
    view.show_slide(slide(Words("Långt " * 2000)), is_new=True)
    assert grown > view.pixels(Size.READING) >= HEIGHT / 22


# --- What is on it ----------------------------------------------------------------------------


def test_steps_are_drawn_as_steps_and_counts_in_proportion(
    view: ProjectorView, english: Language
) -> None:
    made = session()
    made.go_to(next(n for n, s in enumerate(made.steps) if s.kind is StepKind.REVEAL))
    steps = Outcome(6, Precision.STEPS, steps={A: Step.MANY, B: Step.SOME, C: Step.NONE})
    counts = Outcome(10, Precision.COUNTS, counts={A: 7, B: 2, C: 1})
    shown = Slides(english).of(made, RoomState(shown=(steps, counts)))
    results = next(block for block in shown.blocks if isinstance(block, Results))
    assert results.bars[0].values == ("many", "some", "none")
    assert results.bars[1].values == ("7 (70 %)", "2 (20 %)", "1 (10 %)")
    assert [part_of(results.bars[0], place) for place in range(3)] == [1, 0.5, 0]
    assert [part_of(results.bars[1], place) for place in range(3)] == [0.7, 0.2, 0.1]
    view.show_slide(shown, is_new=True)
    assert not view.grab().isNull()


@pytest.mark.parametrize("is_large", [False, True])
def test_why_one_result_is_alone_stands_on_the_same_screen(
    view: ProjectorView, english: Language, *, is_large: bool
) -> None:
    made = session()
    for kind, count in ((StepKind.VOTE_1, 12), (StepKind.VOTE_2, 11)):
        made.go_to(next(n for n, s in enumerate(made.steps) if s.kind is kind))
        made.open_vote()
        ballot = made.ballot
        assert ballot is not None
        for number in range(count):
            ballot.cast(f"phone-{number}", A)
        made.close_vote()
    made.go_to(next(n for n, s in enumerate(made.steps) if s.kind is StepKind.REVEAL))
    view.has_large_room = is_large
    view.show_slide(Slides(english).of(made, RoomState(shown=made.reveal(0))), is_new=True)
    [results, area] = next(p for p in view.screens[0] if isinstance(p[0], Results))
    assert isinstance(results, Results)
    assert "Only the second vote is shown" in results.words
    assert "11 votes" in results.words
    assert area.bottom() <= 0.95 * HEIGHT + 2
    assert not view.grab().isNull()


def test_too_few_votes_are_a_sentence(english: Language) -> None:
    made = session()
    made.go_to(next(n for n, s in enumerate(made.steps) if s.kind is StepKind.REVEAL))
    nothing = Outcome(4, Precision.NOTHING)
    words = Slides(english).of(made, RoomState(shown=(nothing, nothing))).text
    assert "Too few votes" in words
    assert "4" not in words


def test_every_step_of_a_meeting_is_without_notes_names_and_hidden_numbers(
    desktop: Desktop,
) -> None:
    plan(desktop)

    desktop.find(QPlainTextEdit, "expected_people").setPlainText(PEOPLE)
    press(desktop, "start_meeting")
    desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
    live = leading(desktop).led.live
    live.act(lambda s: setattr(s, "people_present", 12))
    phones = join(live, 12)
    vote(desktop, phones, StepKind.VOTE_1)
    places = live.look(lambda s: range(len(s.steps)))
    guides = [s.facilitation for s in live.look(lambda s: s.scenarios) if s.facilitation]
    hidden = [pitfall.sv for guide in guides for pitfall in guide.pitfalls]
    hidden += ["Åsa", "0042", "Bo Ek", "Amina", "100 %", "12 röster"]
    for place in places:
        live.act(partial(GroupSession.go_to, place=place))
        leading(desktop).stage.update()
        words = room_words(desktop)
        assert words
        assert [word for word in hidden if word in words] == []


def test_the_ground_rules_show_how_to_join(desktop: Desktop, live: LiveSession) -> None:
    words = room_words(desktop)
    assert live.code in words
    assert "127.0.0.1:" in words
    door = leading(desktop).phones.door
    assert door is not None
    [shown] = [
        b for screen in projector(desktop).view.screens for b, _ in screen if isinstance(b, Door)
    ]
    assert shown.squares


def test_how_many_have_voted_is_all_that_is_seen_of_a_vote(
    desktop: Desktop, live: LiveSession
) -> None:
    phones = join(live, 9)
    go_to(desktop, StepKind.VOTE_1)
    press(desktop, "open_vote")
    option = live.look(lambda s: s.scenario.options if s.scenario else ())[0].id
    for phone in phones:
        live.vote(phone, option)
    desktop.wait_until(lambda: "9 av 12 har röstat" in room_words(desktop))
    press(desktop, "close_vote")
    assert "9" not in room_words(desktop)


def test_more_phones_than_people_stand_for_all_to_see(desktop: Desktop, live: LiveSession) -> None:
    join(live, 12)
    live.act(lambda s: setattr(s, "people_present", 11))
    go_to(desktop, StepKind.VOTE_1)
    assert "12 telefoner, 11 personer" in room_words(desktop)


# --- The window -------------------------------------------------------------------------------


def test_with_one_screen_f11_flips_and_b_blanks(desktop: Desktop, live: LiveSession) -> None:
    assert not live.is_over
    window = projector(desktop)
    assert not window.isVisible()
    desktop.press(Key.Key_F11)
    assert window.isVisible()
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_B)
    assert window.view.is_blank
    picture = window.view.grab().toImage()
    ground = window.view.colour("stage")
    assert all(
        picture.pixelColor(x, y) == ground
        for x in range(0, picture.width(), 37)
        for y in range(0, picture.height(), 41)
    )
    QTest.keyClick(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_F11)
    settle()
    assert not window.isVisible()
    assert not window.view.is_blank


def test_a_clicker_turns_screens_and_then_steps(desktop: Desktop, live: LiveSession) -> None:
    window = projector(desktop)
    go_to(desktop, StepKind.READ)
    desktop.press(Key.Key_F11)
    for _ in range(window.view.screen_count):
        assert live.look(lambda s: s.step.kind) is StepKind.READ
        QTest.keyClick(window, Qt.Key.Key_PageDown)
    settle()
    assert live.look(lambda s: s.step.kind) is StepKind.THINK
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    settle()
    assert live.look(lambda s: s.step.kind) is StepKind.READ


def test_closing_it_only_hides_it(desktop: Desktop, live: LiveSession) -> None:
    press(desktop, "flip")
    projector(desktop).close()
    settle()
    assert not projector(desktop).isVisible()
    assert not live.is_over


def test_the_room_is_remembered(desktop: Desktop, live: LiveSession) -> None:
    assert not live.is_over
    desktop.click("large_room")
    desktop.click("dark_room")
    assert desktop.preferences.has_large_room
    assert desktop.preferences.has_dark_room
    assert projector(desktop).view.is_dark
    assert projector(desktop).view.has_large_room
