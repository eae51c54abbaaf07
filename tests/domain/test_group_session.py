"""A led session: steps in any order, one open vote, seats, and what outlives a crash."""

from dataclasses import replace

import pytest
from examples import make_option, make_scenario

from huddinge_training.domain.attendance import Attendance, Presence
from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.course import ModuleId
from huddinge_training.domain.gap import Gap, Loss
from huddinge_training.domain.group_plan import (
    Expected,
    GroupPlan,
    Length,
    PlanId,
    PlannedCase,
    StepKind,
    talk_size,
)
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.kept import Kept
from huddinge_training.domain.scenario import Kind, OptionId, Perspective
from huddinge_training.errors import SessionError
from huddinge_training.language import Text

BEST = OptionId("a")
CASE = make_scenario("nyckeln")


def make_plan(length: Length = Length.SHORT, people: int = 12) -> GroupPlan:
    return GroupPlan(
        PlanId("plan"), "Träffen", length,
        (PlannedCase(ModuleId("m"), CASE.id),) * length.dilemma_count,
        "Ledaren", expected_count=people,
    )  # fmt: skip


def make_session(length: Length = Length.SHORT, people: int = 12) -> GroupSession:
    plan = make_plan(length, people)
    return GroupSession(plan, [CASE] * len(plan.cases))


def go_to(session: GroupSession, kind: StepKind, case: int = 0) -> None:
    session.go_to(
        next(
            n
            for n, step in enumerate(session.steps)
            if step.kind is kind and step.case in (None, case)
        )
    )


def vote(session: GroupSession, kind: StepKind, count: int = 12) -> None:
    go_to(session, kind)
    session.open_vote()
    ballot = session.ballot
    assert ballot is not None
    for number in range(count):
        ballot.cast(f"phone-{number}", BEST)
    session.close_vote()


def after_a_crash(session: GroupSession) -> GroupSession:
    kept = Kept.from_content(session.kept().content())
    return GroupSession(session.plan, [CASE], session.attendance, kept)


def assert_nothing_is_voted_on(session: GroupSession) -> None:
    """Neither vote can be opened, so that nobody votes on what can never be shown."""
    for kind in (StepKind.VOTE_1, StepKind.VOTE_2):
        go_to(session, kind)
        assert session.vote_stage is Stage.CLOSED
        with pytest.raises(SessionError):
            session.open_vote()
    assert not session.can_show_more(0)
    assert session.reveal(0) == (None, None)


@pytest.mark.parametrize("length", Length)
def test_a_plan_takes_the_minutes_it_says(length: Length) -> None:
    plan = make_plan(length)

    assert sum(step.minutes for step in plan.steps) == length.minutes
    assert plan.steps[0].kind is StepKind.GROUND_RULES
    assert plan.steps[-1].kind is StepKind.ATTENDANCE
    assert sum(step.kind is StepKind.VOTE_1 for step in plan.steps) == length.dilemma_count


@pytest.mark.parametrize(("people", "size"), [(4, 2), (6, 2), (7, 3), (30, 3)])
def test_few_people_talk_in_pairs_and_more_in_threes(people: int, size: int) -> None:
    assert talk_size(people) == size


def test_a_plan_in_a_file_is_the_same_plan() -> None:
    plan = replace(make_plan(), expected=(Expected("Åsa", "0042"), Expected("Bo")), notes="Sal 2")

    assert GroupPlan.from_content(plan.content()) == plan
    assert plan.people == 2


def test_any_step_can_be_gone_to_but_not_from_an_open_vote() -> None:
    session = make_session()
    go_to(session, StepKind.VOTE_1)
    session.open_vote()
    place = session.place

    with pytest.raises(SessionError):
        session.go_to(0)
    assert session.place == place
    session.close_vote()
    session.go_to(len(session.steps) - 1)
    session.go_to(0)
    with pytest.raises(SessionError):
        session.go_to(99)


def test_only_a_step_of_voting_has_a_vote() -> None:
    session = make_session()
    with pytest.raises(SessionError):
        session.open_vote()
    go_to(session, StepKind.READ)
    assert session.ballot is None
    assert session.vote_stage is None
    assert session.scenario == CASE


def test_a_closed_vote_is_opened_anew_until_it_has_been_seen() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    vote(session, StepKind.VOTE_1)
    first = session.rounds(0)[0]
    assert first.phone_votes == 12
    session.reveal(0)

    go_to(session, StepKind.VOTE_1)
    with pytest.raises(SessionError):
        session.open_vote()


def test_both_results_are_shown_where_the_same_phones_voted() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    vote(session, StepKind.VOTE_2)

    first, second = session.reveal(0)

    assert first is not None
    assert second is not None
    assert first.total == second.total == 12


def test_where_others_voted_the_second_time_only_that_is_shown() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, 12)
    vote(session, StepKind.VOTE_2, 11)

    first, second = session.reveal(0)

    assert first is None
    assert second is not None
    assert session.rounds(0)[0].stage is Stage.CLOSED


def test_what_was_seen_first_stays_and_what_came_after_with_others_is_not_shown() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, 12)
    seen, _ = session.reveal(0)
    vote(session, StepKind.VOTE_2, 11)

    first, second = session.reveal(0)

    assert first == seen
    assert second is None


def test_a_hint_on_a_vote_with_others_is_refused_once_the_first_has_been_hinted_at() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, 12)
    assert session.cue(0, 0, BEST) is not None
    vote(session, StepKind.VOTE_2, 11)

    assert not session.may_be_seen(0, 1)
    with pytest.raises(SessionError):
        session.cue(0, 1, BEST)


def test_killing_the_program_does_not_make_the_other_vote_known_too() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, 12)
    vote(session, StepKind.VOTE_2, 11)
    assert session.reveal(0)[0] is None

    assert_nothing_is_voted_on(after_a_crash(session))


def test_votes_by_card_alone_are_shown_both_times() -> None:
    session = make_session()
    for kind in (StepKind.VOTE_1, StepKind.VOTE_2):
        go_to(session, kind)
        session.open_vote()
        ballot = session.ballot
        assert ballot is not None
        ballot.type_in(BEST, 11)
        session.close_vote()

    first, second = session.reveal(0)

    assert first == second
    assert first is not None


def test_a_vote_that_was_not_held_has_no_result() -> None:
    assert make_session().reveal(0) == (None, None)


def test_there_are_never_more_phones_than_people() -> None:
    session = make_session(people=2)
    for token in ("one", "two", "two"):
        session.take_seat(token)
    with pytest.raises(SessionError):
        session.take_seat("three")
    session.people_present = 3
    session.take_seat("three")
    assert session.phones == 3
    session.leave_seat("one")
    assert not session.has_seat("one")
    assert session.phones == 2


def test_who_leaves_takes_the_open_vote_along() -> None:
    session = make_session()
    session.take_seat("one")
    go_to(session, StepKind.VOTE_1)
    session.open_vote()
    ballot = session.ballot
    assert ballot is not None
    ballot.cast("one", BEST)

    session.leave_seat("one")

    assert ballot.phone_votes == 0


def test_perspectives_come_one_at_a_time() -> None:
    perspectives = tuple(Perspective(Text(who), Text("Något.")) for who in "ab")
    dilemma = make_scenario(
        kind=Kind.DILEMMA, perspectives=perspectives, options=(make_option("a", None),) * 1
    )
    plan = make_plan()
    session = GroupSession(plan, [dilemma])
    go_to(session, StepKind.PLENARY)
    for shown in (1, 2, 2):
        session.show_perspective()
        assert session.shown_perspectives == shown
    session.go_to(0)
    assert session.shown_perspectives == 0


@pytest.mark.parametrize("text", ["x" * 301, "Vi ringer 19121212-1212 varje dag"])
def test_an_agreement_is_short_and_names_nobody(text: str) -> None:
    session = make_session()
    session.agree("Vi frågar två gånger.")
    with pytest.raises(SessionError):
        session.agree(text)
    assert session.agreement == "Vi frågar två gånger."


def test_after_a_crash_the_room_is_where_it_was_and_votes_again() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    go_to(session, StepKind.PLENARY)
    session.agree("Vi frågar.")

    again = GroupSession(
        session.plan, [CASE], session.attendance, Kept.from_content(session.kept().content())
    )

    assert again.step.kind is StepKind.PLENARY
    assert again.agreement == "Vi frågar."
    assert again.loss(0) is Loss.VOTES
    assert again.rounds(0)[0].phone_votes == 0
    vote(again, StepKind.VOTE_1)
    assert again.loss(0) is None


def test_after_a_crash_what_had_been_seen_is_not_voted_on_again() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    session.reveal(0)
    go_to(session, StepKind.VOTE_1)

    again = GroupSession(session.plan, [CASE], session.attendance, session.kept())

    assert again.loss(0) is Loss.SHOWN
    assert_nothing_is_voted_on(again)


def test_after_a_hint_and_a_crash_nothing_is_voted_on_that_could_never_be_shown() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    assert session.cue(0, 0, BEST) is not None
    go_to(session, StepKind.VOTE_2)
    session.open_vote()

    again = after_a_crash(session)

    assert again.loss(0) is Loss.TOLD
    assert_nothing_is_voted_on(again)
    assert after_a_crash(again).loss(0) is Loss.TOLD


def test_too_few_votes_that_were_said_to_be_so_are_no_result_that_was_shown() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, 4)
    session.reveal(0)

    assert after_a_crash(session).loss(0) is Loss.TOLD


def test_what_was_shown_is_known_after_a_second_crash_too() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)
    session.reveal(0)

    assert after_a_crash(after_a_crash(session)).loss(0) is Loss.SHOWN


def test_a_crash_takes_nothing_of_the_other_case() -> None:
    session = make_session(Length.NORMAL)
    vote(session, StepKind.VOTE_1)
    session.reveal(0)

    again = GroupSession(session.plan, [CASE, CASE], session.attendance, session.kept())

    assert again.is_spent(0)
    assert again.loss(1) is None
    go_to(again, StepKind.VOTE_1, 1)
    assert again.vote_stage is Stage.PREPARED
    again.open_vote()


def test_after_a_later_vote_of_the_same_phones_both_results_can_be_shown() -> None:
    session = make_session()
    assert not session.can_show_more(0)
    vote(session, StepKind.VOTE_1)
    assert session.can_show_more(0)
    seen, _ = session.reveal(0)
    assert not session.can_show_more(0)
    vote(session, StepKind.VOTE_2)

    assert session.can_show_more(0)
    assert session.gap(0) is None
    first, second = session.reveal(0)
    assert (first, second is not None) == (seen, True)
    assert not session.can_show_more(0)


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        (12, 12, None),
        (12, 11, Gap.OTHERS_IN_FIRST),
        (4, 4, Gap.FEW),
        (12, 4, Gap.FEW_AND_OTHERS),
        (12, 0, Gap.FEW_AND_OTHERS),
    ],
)
def test_why_not_both_results_are_shown_is_told(first: int, second: int, gap: Gap | None) -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, first)
    vote(session, StepKind.VOTE_2, second)
    assert session.gap(0) is None, "before it is shown, nothing is told"
    session.reveal(0)

    assert session.gap(0) is gap


@pytest.mark.parametrize(("first", "gap"), [(12, Gap.OTHERS_IN_SECOND), (4, Gap.FEW_AND_OTHERS)])
def test_why_a_vote_after_the_result_is_not_shown_is_told(first: int, gap: Gap) -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1, first)
    session.reveal(0)
    vote(session, StepKind.VOTE_2, 11)

    assert session.gap(0) is gap
    assert not session.can_show_more(0)


@pytest.mark.parametrize(
    ("counts", "gap"), [((3, 12), Gap.FEW_IN_FIRST), ((12, 3), Gap.FEW_IN_SECOND)]
)
def test_too_few_cards_in_one_vote_are_told(counts: tuple[int, int], gap: Gap) -> None:
    session = make_session()
    for kind, count in zip((StepKind.VOTE_1, StepKind.VOTE_2), counts, strict=True):
        go_to(session, kind)
        session.open_vote()
        ballot = session.ballot
        assert ballot is not None
        ballot.type_in(BEST, count)
        session.close_vote()
    session.reveal(0)

    assert session.gap(0) is gap


def test_nothing_of_a_vote_is_in_what_outlives_a_crash() -> None:
    session = make_session()
    vote(session, StepKind.VOTE_1)

    assert session.kept().content() == {
        "place": session.place,
        "shown_perspectives": 0,
        "agreement": "",
        "people_present": 12,
        "seen": [],
        "shown": [],
    }


def test_the_list_of_people_is_set_with_one_button_and_then_by_hand() -> None:
    attendance = Attendance.of_expected([Expected("Åsa", "0042"), Expected("Bo", "7")])
    attendance.set(1, Presence.EXCUSED)
    attendance.confirm()
    attendance.add_guest("Gäst", "")

    assert [a.presence for a in attendance.attendees] == [
        Presence.HERE, Presence.EXCUSED, Presence.HERE
    ]  # fmt: skip
    assert [a.name for a in attendance.present] == ["Åsa", "Gäst"]
    assert Attendance.from_content(attendance.content()).attendees == attendance.attendees


def test_who_checks_in_is_found_by_number_or_added() -> None:
    attendance = Attendance.of_expected([Expected("Åsa", "A42")])

    assert attendance.check_in(" a42 ").name == "Åsa"
    assert attendance.check_in("77", "Ny").is_guest
    assert attendance.check_in("77").name == "Ny"
    assert len(attendance.present) == 2


@pytest.mark.parametrize(("number", "name"), [("", "Åsa"), ("x" * 101, ""), ("1", "19121212-1212")])
def test_who_cannot_be_noted_is_told_why(number: str, name: str) -> None:
    attendance = Attendance()
    with pytest.raises(SessionError):
        attendance.check_in(number, name)
    assert attendance.attendees == ()


def test_a_guest_needs_a_name_or_a_number() -> None:
    with pytest.raises(SessionError):
        Attendance().add_guest("  ")
