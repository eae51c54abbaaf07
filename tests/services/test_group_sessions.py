"""Planning, starting, keeping and ending a session; what is kept of it, and what is not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from examples import make_course, make_module, make_option, make_person, make_scenario
from nacl.signing import SigningKey

from huddinge_training.domain.attendance import Presence
from huddinge_training.domain.canonical import canonical_json
from huddinge_training.domain.course import Course
from huddinge_training.domain.group_plan import Expected, GroupPlan, Length, PlanId, StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.person import PersonId
from huddinge_training.domain.scenario import Kind, OptionId
from huddinge_training.errors import RejectedInputError, SessionError, TrainingError
from huddinge_training.language import Language, Text
from huddinge_training.services.clock import Clock
from huddinge_training.services.device_keeper import DeviceKeeper
from huddinge_training.services.group_packages import (
    GroupPackages,
    read_package,
    read_plan,
    taken_words,
    write_plan,
)
from huddinge_training.services.group_sessions import GroupSessions, Led
from huddinge_training.storage.database import Database
from huddinge_training.storage.group_sessions import GroupSessionStore
from huddinge_training.storage.ledger import LedgerStore
from huddinge_training.storage.people import PeopleStore

BEST = OptionId("a")
LEADER = PersonId("leader")
COLLEAGUE = PersonId("colleague")
EXPECTED = tuple(Expected(f"Person {number}", f"{number:04}") for number in range(12))


@pytest.fixture
def course() -> Course:
    """A dilemma and a case with one answer, on one objective each."""
    dilemma = make_scenario(
        "dilemmat", "B", kind=Kind.DILEMMA, boundary=Text("Här går gränsen."),
        options=tuple(make_option(letter, None) for letter in "abc"),
    )  # fmt: skip
    return make_course(make_module("nycklar", scenarios=[make_scenario("fallet", "A"), dilemma]))


@pytest.fixture
def sessions(database: Database, course: Course, clock: Clock) -> GroupSessions:
    """Two leaders share the computer."""
    people = PeopleStore(database)
    for number, person_id in enumerate((LEADER, COLLEAGUE)):
        profile = replace(make_person().profile, employee_number=f"L-{number}", email="")
        people.add(replace(make_person(), id=person_id, profile=profile))
    return GroupSessions(database, course, clock)


@pytest.fixture
def packages(database: Database, course: Course, clock: Clock) -> GroupPackages:
    return GroupPackages(database, course, DeviceKeeper(database), clock)


def make_plan(sessions: GroupSessions, length: Length = Length.SHORT) -> GroupPlan:
    plan = sessions.ready_plan(length, sessions.choices(), "Ledaren", "SK-1")
    return sessions.save_plan(replace(plan, expected=EXPECTED), LEADER)


def disown(database: Database) -> None:
    """All plans and sessions are from before there were owners."""
    with database.atomic():
        for table in ("group_plans", "group_sessions"):
            database.connection.execute(f"UPDATE {table} SET owner_id = NULL")


def vote(led: Led, kind: StepKind, count: int) -> None:
    """The first phones vote at the step of this kind."""

    def go(session: GroupSession) -> None:
        session.go_to(next(n for n, step in enumerate(session.steps) if step.kind is kind))
        session.open_vote()

    led.live.act(go)
    for token in tokens_of(led)[:count]:
        led.live.vote(token, BEST)
    led.live.act(lambda session: session.close_vote())


TOKENS: dict[str, list[str]] = {}


def tokens_of(led: Led) -> list[str]:
    """The phones of the room, which join when they are first needed."""
    if led.session_id not in TOKENS:
        TOKENS[led.session_id] = [led.live.join(led.live.code) for _ in range(12)]
    return TOKENS[led.session_id]


def test_dilemmas_are_offered_first(sessions: GroupSessions) -> None:
    assert [c.scenario.id for c in sessions.choices()] == ["dilemmat", "fallet"]


def test_a_long_plan_needs_cases_enough(sessions: GroupSessions) -> None:
    assert len(make_plan(sessions, Length.NORMAL).cases) == 2
    with pytest.raises(TrainingError):
        sessions.ready_plan(Length.NORMAL, sessions.choices()[:1], "Ledaren")


def test_plans_are_kept_and_removed(sessions: GroupSessions) -> None:
    plan = make_plan(sessions)
    assert sessions.plans(LEADER) == [plan]
    for _ in range(2):
        sessions.remove_plan(plan.id, LEADER)
    assert sessions.plans(LEADER) == []


def test_what_is_a_colleagues_is_neither_opened_nor_taken_away(sessions: GroupSessions) -> None:
    plan = make_plan(sessions)
    led = sessions.start(plan, LEADER)
    for act in (
        lambda: sessions.open_plan(plan.id, COLLEAGUE),
        lambda: sessions.remove_plan(plan.id, COLLEAGUE),
        lambda: sessions.close(led.session_id, COLLEAGUE),
    ):
        with pytest.raises(SessionError):
            act()

    assert sessions.plans(LEADER) == [plan]
    assert [stored.id for stored in sessions.unfinished(LEADER)] == [led.session_id]


def test_what_is_nobodys_belongs_to_whoever_opens_it_first(
    sessions: GroupSessions, database: Database
) -> None:
    plan = make_plan(sessions)
    disown(database)
    assert sessions.plans(LEADER) == sessions.plans(COLLEAGUE) == [plan]

    assert sessions.open_plan(plan.id, COLLEAGUE) == plan

    assert sessions.plans(LEADER) == []
    with pytest.raises(SessionError):
        sessions.open_plan(plan.id, LEADER)


def test_what_is_nobodys_can_be_taken_away_by_anybody(
    sessions: GroupSessions, database: Database
) -> None:
    plan = make_plan(sessions)
    led = sessions.start(plan, LEADER)
    disown(database)

    sessions.remove_plan(plan.id, COLLEAGUE)
    sessions.close(led.session_id, COLLEAGUE)

    assert (sessions.plans(LEADER), sessions.unfinished(LEADER)) == ([], [])


def test_the_file_of_a_plan_as_it_is_stored_is_that_plan(
    sessions: GroupSessions, database: Database
) -> None:
    plan = make_plan(sessions)
    assert sessions.plan_of_file(plan, LEADER) == plan
    disown(database)
    assert sessions.plan_of_file(plan, COLLEAGUE) == plan
    assert sessions.plans(LEADER) == []


def test_an_older_file_becomes_a_plan_beside_the_newer_one(sessions: GroupSessions) -> None:
    older = make_plan(sessions)
    newer = sessions.save_plan(replace(older, title="Nyare"), LEADER)

    opened = sessions.plan_of_file(older, LEADER)
    sessions.save_plan(opened, LEADER)

    assert opened == replace(older, id=opened.id)
    assert sessions.plans(LEADER) == [opened, newer]
    assert sessions.plan_of_file(newer, LEADER) == newer


def test_a_file_of_a_plan_that_is_not_here_keeps_its_name_so_that_it_can_be_opened_twice(
    sessions: GroupSessions,
) -> None:
    plan = replace(make_plan(sessions), id=PlanId("annan dator"))
    assert sessions.plan_of_file(plan, LEADER) == plan


def test_a_plan_is_its_makers_and_a_colleague_who_opens_its_file_gets_another(
    sessions: GroupSessions, tmp_path: Path
) -> None:
    plan = make_plan(sessions)
    assert sessions.plans(COLLEAGUE) == []
    write_plan(tmp_path / "träff.plan", plan)

    opened = sessions.save_plan(read_plan(tmp_path / "träff.plan"), COLLEAGUE)
    changed = sessions.save_plan(replace(opened, title="Min egen"), COLLEAGUE)

    assert sessions.plans(LEADER) == [plan]
    assert sessions.plans(COLLEAGUE) == [changed]


def test_only_who_led_a_session_may_go_on_with_it(sessions: GroupSessions) -> None:
    led = sessions.start(make_plan(sessions), LEADER)

    assert sessions.unfinished(COLLEAGUE) == []
    assert [stored.id for stored in sessions.unfinished(LEADER)] == [led.session_id]


def test_plans_and_sessions_go_with_the_profile_of_their_owner(
    sessions: GroupSessions, database: Database, tmp_path: Path
) -> None:
    sessions.start(make_plan(sessions), LEADER)
    mine = sessions.save_plan(
        replace(make_plan(sessions), id=PlanId("min"), expected=(), expected_count=7), COLLEAGUE
    )

    PeopleStore(database).remove(LEADER)

    assert sessions.plans(COLLEAGUE) == [mine]
    assert (sessions.plans(LEADER), sessions.unfinished(LEADER)) == ([], [])
    left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"Person 3" not in left


def test_a_plan_without_leader_or_people_says_both(sessions: GroupSessions) -> None:
    plan = sessions.ready_plan(Length.SHORT, sessions.choices(), "  ")
    with pytest.raises(RejectedInputError) as caught:
        sessions.save_plan(plan, LEADER)
    assert set(caught.value.problems) == {"leader", "expected"}
    assert sessions.plans(LEADER) == []


def test_a_title_or_leader_that_is_too_long_or_a_personal_number_is_refused(
    sessions: GroupSessions,
) -> None:
    plan = replace(make_plan(sessions), title="t" * 201, leader="Bo 19121212-1212")
    with pytest.raises(RejectedInputError) as caught:
        sessions.save_plan(plan, LEADER)
    assert caught.value.problems["title"].values == {"most": 200}
    assert "personal identity number" in caught.value.problems["leader"].msgid


def test_a_plan_opens_on_another_computer(sessions: GroupSessions, tmp_path: Path) -> None:
    plan = make_plan(sessions)
    write_plan(tmp_path / "träff.plan", plan)

    assert read_plan(tmp_path / "träff.plan") == plan


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "{}", '{"schema": "kompassen/plan/9"}', '{"schema": 1, "plan": 2}']
)
def test_a_file_that_is_no_plan_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "fel.plan").write_text(text, "utf-8")
    with pytest.raises(TrainingError):
        read_plan(tmp_path / "fel.plan")


def test_a_file_larger_than_any_plan_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "stor.plan").write_text(" " * 1_000_001, "utf-8")
    with pytest.raises(TrainingError):
        read_plan(tmp_path / "stor.plan")


def test_after_a_crash_a_session_goes_on_where_it_was(sessions: GroupSessions) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    led.live.act(lambda s: s.go_to(4))
    led.live.act(lambda s: s.attendance.set(0, Presence.LATE))
    sessions.keep(led)

    (stored,) = sessions.unfinished(LEADER)
    again = sessions.resume(stored, LEADER)

    assert again.session_id == led.session_id
    assert again.live.look(lambda s: s.place) == 4
    assert again.live.look(lambda s: s.attendance.attendees[0].presence) is Presence.LATE
    assert again.live.code != led.live.code


def test_a_plan_of_another_edition_says_what_to_do(
    sessions: GroupSessions, database: Database, clock: Clock
) -> None:
    plan = make_plan(sessions)
    other = GroupSessions(database, make_course(), clock)
    with pytest.raises(TrainingError):
        other.start(plan, LEADER)


def test_a_finished_session_is_recorded_summed_up_and_forgotten(
    sessions: GroupSessions, database: Database
) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    vote(led, StepKind.VOTE_1, 12)
    vote(led, StepKind.VOTE_2, 12)
    led.live.act(lambda s: s.agree("Vi frågar två gånger."))
    led.live.act(lambda s: s.attendance.confirm())

    facts, recorded = sessions.finish(led, is_recorded_here=True)
    sessions.close(led.session_id, LEADER)

    assert recorded is not None
    assert recorded.new == 12
    (discussed,) = facts.discussed
    assert discussed.votes == (12, 12)
    assert discussed.counts is not None
    assert sessions.unfinished(LEADER) == []
    (kept,) = sessions.agreements("SK-1")
    assert (kept.agreement, kept.attendees) == ("Vi frågar två gånger.", ())
    assert len(LedgerStore(database).attended()) == 12


def test_a_session_whose_list_is_not_confirmed_is_not_ended(
    sessions: GroupSessions, database: Database
) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    led.live.act(lambda s: s.attendance.check_in("0000"))

    with pytest.raises(SessionError):
        sessions.finish(led, is_recorded_here=True)

    assert not led.live.is_over
    assert LedgerStore(database).attended() == []
    led.live.act(lambda s: s.attendance.confirm())
    _, recorded = sessions.finish(led, is_recorded_here=True)
    assert recorded is not None
    assert recorded.new == 12


def test_few_votes_leave_no_distribution(sessions: GroupSessions) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    vote(led, StepKind.VOTE_1, 12)
    vote(led, StepKind.VOTE_2, 9)

    led.live.act(lambda s: s.attendance.confirm())
    facts, _ = sessions.finish(led, is_recorded_here=False)

    assert facts.discussed[0].counts is None


def test_a_unit_has_figures_from_two_counted_sessions_on(sessions: GroupSessions) -> None:
    for number in (1, 2):
        led = sessions.start(make_plan(sessions), LEADER)
        vote(led, StepKind.VOTE_1, 12)
        vote(led, StepKind.VOTE_2, 12)
        led.live.act(lambda s: s.attendance.confirm())
        sessions.finish(led, is_recorded_here=False)
        figures = sessions.unit_figures("SK-1")
        assert (figures is None) == (number == 1)

    assert figures is not None
    assert (figures.sessions, figures.votes) == (2, 24)
    assert next(iter(figures.counts.values()))[BEST] == 24


def test_a_case_with_too_few_votes_is_not_in_the_figures_of_its_unit(
    sessions: GroupSessions, database: Database
) -> None:
    store = GroupSessionStore(database)
    for _ in (1, 2):
        led = sessions.start(make_plan(sessions), LEADER)
        vote(led, StepKind.VOTE_1, 12)
        vote(led, StepKind.VOTE_2, 12)
        led.live.act(lambda s: s.attendance.confirm())
        facts, _ = sessions.finish(led, is_recorded_here=False)
        shown = facts.discussed[0]
        too_few = replace(shown, counts=None)
        store.save_summary(
            replace(facts, session_id=f"{facts.session_id}-2", discussed=(shown, too_few))
        )

    figures = sessions.unit_figures("SK-1")

    assert figures is not None
    assert (figures.sessions, figures.votes) == (4, 48)


def test_a_package_is_taken_in_once_with_a_fingerprint_the_first_time(
    sessions: GroupSessions, packages: GroupPackages, database: Database, tmp_path: Path
) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    led.live.act(lambda s: s.attendance.confirm())
    facts, _ = sessions.finish(led, is_recorded_here=False)
    written = packages.write(tmp_path / "träff.traff", facts)

    first, second = (packages.take(tmp_path / "träff.traff") for _ in range(2))

    assert first.is_new_maker
    assert not second.is_new_maker
    assert first.package.fingerprint == written.fingerprint
    assert (first.recorded.new, second.recorded.new, second.recorded.known) == (12, 0, 12)
    assert len(LedgerStore(database).attended()) == 12


def test_hr_reads_the_names_of_the_cases_in_its_own_language(
    sessions: GroupSessions, packages: GroupPackages, course: Course, tmp_path: Path
) -> None:
    plan = make_plan(sessions)
    scenario = course.module(plan.cases[0].module_id).scenario(plan.cases[0].scenario_id)
    for number, title in enumerate((plan.title, "Vår träff")):
        led = sessions.start(replace(plan, title=title), LEADER)
        led.live.act(lambda s: s.attendance.confirm())
        facts, _ = sessions.finish(led, is_recorded_here=False)
        packages.write(tmp_path / f"{number}.traff", facts)

    of_cases, own = (
        Language.load("en", tmp_path).say(taken_words(packages.take(file))[0])
        for file in sorted(tmp_path.glob("*.traff"))
    )

    assert scenario.title.en != scenario.title.sv
    assert of_cases.startswith(f"{scenario.title.en}, ")
    assert own.startswith("Vår träff, ")


def test_every_changed_byte_is_refused(
    sessions: GroupSessions, packages: GroupPackages, database: Database, tmp_path: Path
) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    led.live.act(lambda s: s.attendance.confirm())
    facts, _ = sessions.finish(led, is_recorded_here=False)
    file = tmp_path / "träff.traff"
    packages.write(file, facts)
    whole = file.read_bytes().rstrip(b"\n")
    changed = tmp_path / "ändrad.traff"

    for place in range(0, len(whole), 7):
        for other in (b"0", b"x", b""):
            data = whole[:place] + other + whole[place + 1 :]
            if data == whole:
                continue
            changed.write_bytes(data)
            with pytest.raises(TrainingError):
                packages.take(changed)
    assert LedgerStore(database).attended() == []


def test_a_package_of_tomorrow_says_that_the_program_is_too_old(
    packages: GroupPackages, sessions: GroupSessions, tmp_path: Path
) -> None:
    led = sessions.start(make_plan(sessions), LEADER)
    led.live.act(lambda s: s.attendance.confirm())
    facts, _ = sessions.finish(led, is_recorded_here=False)
    file = tmp_path / "träff.traff"
    packages.write(file, facts)
    content = json.loads(file.read_text("utf-8"))
    assert content["schema"] == "kompassen/session/1"
    assert read_package(file).facts == facts

    del content["signature"]
    key = SigningKey.generate()
    tomorrow = {
        **content, "schema": "kompassen/session/2", "maker": key.verify_key.encode().hex(),
    }  # fmt: skip
    signature = key.sign(canonical_json(tomorrow).encode("utf-8")).signature.hex()
    file.write_text(canonical_json({**tomorrow, "signature": signature}), "utf-8")

    with pytest.raises(TrainingError) as caught:
        read_package(file)
    assert "newer version" in caught.value.words.msgid


def test_a_package_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(TrainingError) as caught:
        read_package(tmp_path / "finns inte.traff")
    assert "cannot be opened" in caught.value.words.msgid


def test_no_vote_and_no_phone_is_in_any_byte_of_the_data(
    sessions: GroupSessions, database: Database, packages: GroupPackages, tmp_path: Path
) -> None:
    plan = make_plan(sessions)
    led = sessions.start(plan, LEADER)
    vote(led, StepKind.VOTE_1, 12)
    tokens = tokens_of(led)
    sessions.keep(led)
    vote(led, StepKind.VOTE_2, 9)
    led.live.act(lambda s: s.attendance.confirm())
    facts, _ = sessions.finish(led, is_recorded_here=False)
    packages.write(tmp_path / "träff.traff", facts)
    sessions.close(led.session_id, LEADER)
    sessions.remove_plan(plan.id, LEADER)

    left = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    assert b"dilemmat" in left
    assert not any(token.encode() in left for token in tokens)
    assert led.live.code.encode() not in left
    assert b"Person 3" not in left.replace((tmp_path / "träff.traff").read_bytes(), b"")
