"""Every screen of the window once: how to come there, from which data folder."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from examples import TODAY, FakeClock, response_of
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from ui.answering import take_way
from ui.desktop import Desktop, settle, sources_of
from ui.forms import FORMS, begin_answer, longest_way, open_case
from ui.meetings import PEOPLE, go_to, join, leading, store_manager
from ui.sharing import (
    BO,
    PIN,
    choose_work,
    decided,
    finish_module,
    give_pin,
    show_names,
    store_people,
)
from ui.stages import (
    AMINA,
    EQUAL,
    FREE,
    PASSPHRASE,
    VALUES,
    VISION,
    WELCOME,
    begin,
    complete,
    complete_everything,
    set_passphrase,
    store_person,
)

from huddinge_training.domain.glossary import Glossary
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.person import Person
from huddinge_training.domain.preferences import Preferences
from huddinge_training.domain.scenario import Grade, Scenario
from huddinge_training.services.visit import Visit
from huddinge_training.services.workspace import Sources, Workspace
from huddinge_training.ui.hr.unlock_page import UnlockPage
from huddinge_training.ui.learner.scenario_page import ScenarioPage

DAYS_UNTIL_A_REPEAT = 30
VOTERS = 12


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen, the data folder that it is shown over, and the way there."""

    name: str
    stage: str
    go: Callable[[Desktop], None]

    def __str__(self) -> str:
        return self.name


def press(*names: str) -> Callable[[Desktop], None]:
    """Presses buttons one after the other."""

    def go(desktop: Desktop) -> None:
        for name in names:
            desktop.find(QPushButton, name).click()
            settle()

    return go


def then(*steps: Callable[[Desktop], None]) -> Callable[[Desktop], None]:
    """One way after the other."""

    def go(desktop: Desktop) -> None:
        for step in steps:
            step(desktop)

    return go


def fill_in(desktop: Desktop) -> None:
    """Writes what a new employee writes, without the keyboard."""
    from huddinge_training.ui.first_start.who_page import WhoPage

    assert isinstance(desktop.page, WhoPage)
    desktop.page.form.fill(AMINA)


def answer(desktop: Desktop) -> None:
    """Answers, and unfolds one of the others."""
    assert isinstance(desktop.page, ScenarioPage)
    first, second = (option.id for option in desktop.page.scenario.options[:2])
    desktop.find(QRadioButton, f"radio_{first}").click()
    press("answer", f"unfold_{second}")(desktop)


def case(form: str) -> Callable[[Desktop], None]:
    """Opens a case of a form."""

    def go(desktop: Desktop) -> None:
        open_case(desktop, FORMS[form])

    return go


def confirm(desktop: Desktop) -> None:
    """Answers so that some parts are in their place and some are not."""
    desktop.answer(response_of(desktop.scenario_page.scenario, Grade.POOR))


def walk_to_the_end(desktop: Desktop) -> None:
    """Decides until the way has ended; why is still to be seen."""
    scenario = desktop.scenario_page.scenario
    take_way(desktop, scenario, longest_way(scenario))


def unfold(desktop: Desktop) -> None:
    """Shows why about the first that was not chosen."""
    buttons = desktop.page.findChildren(QPushButton)
    next(b for b in buttons if b.objectName().startswith("unfold_")).click()
    settle()


def real_life(desktop: Desktop) -> None:
    """A box from real life, with a word explained."""
    terms = Glossary(desktop.workspace.loaded_course.course.glossary, desktop.preferences.language)

    def has_both(scenario: Scenario) -> bool:
        text = desktop.app.presentation.language.say(scenario.scene)
        return scenario.real_case is not None and bool(terms.find(text))

    scenario = open_case(desktop, has_both)
    desktop.answer(response_of(scenario))
    buttons = desktop.page.findChildren(QPushButton)
    next(b for b in buttons if b.objectName().startswith("word_")).click()
    settle()


def unlock(desktop: Desktop) -> None:
    """Opens HR's page."""
    desktop.find(QLineEdit, "passphrase").setText(PASSPHRASE)
    press("unlock")(desktop)
    desktop.wait_for("verify")


def count(desktop: Desktop) -> None:
    """What HR sees while it is counted."""
    assert isinstance(desktop.page, UnlockPage)
    desktop.page.show_busy()


def verify(desktop: Desktop) -> None:
    """Checks the ledger."""
    press("verify")(desktop)
    desktop.wait_for("page_message")


def empty_name(desktop: Desktop) -> None:
    """Something that cannot be accepted as a correction."""
    desktop.find(QLineEdit, "name").setText("")


def stumble(desktop: Desktop) -> None:
    """A bug, for its dialog."""
    desktop.app.crash.crashed.emit("KeyError")
    QTimer.singleShot(0, settle)
    settle()


def number(text: str) -> Callable[[Desktop], None]:
    """Writes a number on the first page of a shared computer."""

    def go(desktop: Desktop) -> None:
        desktop.find(QLineEdit, "identifier").setText(text)
        press("go_on")(desktop)

    return go


def open_with_pin(desktop: Desktop) -> None:
    """Comes in as the one who has a PIN."""
    number(BO.employee_number)(desktop)
    desktop.find(QLineEdit, "pin").setText(PIN)
    press("open_profile")(desktop)


def receipt(desktop: Desktop) -> None:
    """A guest at the end of a module."""
    choose_work(desktop)
    finish_module(desktop, WELCOME)


def idle(desktop: Desktop) -> None:
    """Half a minute before the window is locked, and it stays so."""
    desktop.app.idle_watch.warned.emit(30)


def expect_people(desktop: Desktop) -> None:
    """A list of who is expected, pasted."""
    desktop.find(QPlainTextEdit, "expected_people").setPlainText(PEOPLE)


def expect_nobody(desktop: Desktop) -> None:
    """A number that cannot be accepted."""
    desktop.find(QLineEdit, "expected_count").setText("")
    press("save_plan")(desktop)


def lead(kind: StepKind) -> Callable[[Desktop], None]:
    """Starts a meeting of three people and jumps to a step."""

    def go(desktop: Desktop) -> None:
        press("rail_meetings", "new_plan")(desktop)
        expect_people(desktop)
        press("start_meeting")(desktop)
        desktop.wait_until(lambda: not leading(desktop).phones.is_opening)
        go_to(desktop, kind)

    return go


def check_in(desktop: Desktop) -> None:
    """One of those who are expected is here, by their own phone."""
    live = leading(desktop).led.live
    live.check_in(live.check_in_code, "0043", "")
    desktop.wait_until(lambda: "–" in desktop.words("name_1"))


def reveal(desktop: Desktop) -> None:
    """Twelve people vote twice, some of them change their mind, and all see it."""
    lead(StepKind.GROUND_RULES)(desktop)
    live = leading(desktop).led.live
    live.act(lambda session: setattr(session, "people_present", VOTERS))
    phones = join(live, VOTERS)
    for kind, votes in ((StepKind.VOTE_1, (3, 7, 2)), (StepKind.VOTE_2, (1, 9, 2))):
        go_to(desktop, kind)
        press("open_vote")(desktop)
        options = live.look(lambda s: s.scenario.options if s.scenario else ())
        chosen = [
            option for option, count in zip(options, votes, strict=True) for _ in range(count)
        ]
        for phone, option in zip(phones, chosen, strict=True):
            live.vote(phone, option.id)
        press("close_vote")(desktop)
    go_to(desktop, StepKind.REVEAL)
    press("reveal")(desktop)
    desktop.wait_until(lambda: desktop.has("shown"))


def nothing(_desktop: Desktop) -> None:
    """The first screen."""


SCREENS = (
    Screen("language", "nobody", nothing),
    Screen("who", "nobody", press("go_on")),
    Screen("who-problems", "nobody", press("go_on", "go_on")),
    Screen("start", "nobody", then(press("go_on"), fill_in, press("go_on"))),
    Screen("home", "learner", nothing),
    Screen("home-done", "graduate", nothing),
    Screen("compass-part", "learner", press("drawn_princip-3")),
    Screen("goals", "learner", press("goals", "drawn_fler-i-jobb")),
    Screen("reading", "learner", press(f"open_{VISION}")),
    Screen("scenario", "learner", press(f"open_{VALUES}")),
    Screen("scenario-problem", "learner", press(f"open_{VALUES}", "answer")),
    Screen("answered", "learner", then(press(f"open_{VALUES}"), answer)),
    Screen("welcome", "learner", press(f"open_{WELCOME}", "go_on", "go_on")),
    Screen("choose-all", "learner", then(case("choose_all"), begin_answer)),
    Screen("chosen-all", "learner", then(case("choose_all"), confirm)),
    Screen("mark", "learner", then(case("mark"), begin_answer)),
    Screen("marked", "learner", then(case("mark"), confirm)),
    Screen("order", "learner", then(case("order"), begin_answer)),
    Screen("ordered", "learner", then(case("order"), confirm)),
    Screen("sort", "learner", then(case("sort"), begin_answer, press("answer"))),
    Screen("sorted", "learner", then(case("sort"), confirm)),
    Screen("way", "learner", then(case("way"), begin_answer)),
    Screen("way-end", "learner", then(case("way"), walk_to_the_end)),
    Screen("way-why", "learner", then(case("way"), walk_to_the_end, press("answer"), unfold)),
    Screen("real-life", "learner", real_life),
    Screen("cases", "learner", press("more_cases")),
    Screen("dilemma", "learner", then(press(f"open_{FREE}"), answer)),
    Screen(
        "question", "learner",
        then(press(f"open_{VALUES}"), answer, press("raise_question", "save_question")),
    ),
    Screen("end", "learner", press(f"open_{EQUAL}", "go_on")),
    Screen("my-data", "learner", press("rail_my_data")),
    Screen(
        "correction", "learner",
        then(press("rail_my_data", "correct"), empty_name, press("save_correction")),
    ),
    Screen("settings", "learner", press("rail_settings")),
    Screen("five-steps", "learner", press("rail_help")),
    Screen("hr-counting", "learner", then(press("rail_hr"), count)),
    Screen("hr-door", "learner", then(press("rail_hr", "unlock"))),
    Screen("hr", "learner", then(press("rail_hr"), unlock, verify)),
    Screen("who-is-here", "shared", nothing),
    Screen("who-is-here-names", "named", nothing),
    Screen("who-is-here-problem", "shared", number("4711")),
    Screen("pin", "shared", then(number(BO.employee_number), press("open_profile"))),
    Screen("pin-choice", "shared", then(number(AMINA.employee_number), press("rail_my_data"),
           press("pin_choice", "save_pin"))),
    Screen("pin-change", "shared", then(open_with_pin, press("rail_my_data"),
           press("pin_choice", "remove_pin"))),
    Screen("guest", "shared", press("guest", "start")),
    Screen("receipt", "shared", then(press("guest"), receipt)),
    Screen("lock-warning", "shared", then(number(AMINA.employee_number), idle)),
    Screen("lock-settings", "shared", then(number(AMINA.employee_number), press("rail_settings"))),
    Screen("hr-people", "named", then(press("rail_hr"), unlock, press("people", "take_receipt"))),
    Screen("kiosk-certificate", "kiosk", then(number(AMINA.employee_number),
           press("certificate", "save_in_folder"))),
    Screen("meetings", "manager", press("rail_meetings")),
    Screen("plan", "manager", then(press("rail_meetings", "new_plan"), expect_nobody)),
    Screen("network", "manager", press("rail_meetings", "new_plan", "network")),
    Screen("led-door", "manager", lead(StepKind.GROUND_RULES)),
    Screen("led-vote", "manager", then(lead(StepKind.VOTE_1), press("open_vote"))),
    Screen("led-talk", "manager", lead(StepKind.PLENARY)),
    Screen("led-reveal", "manager", reveal),
    Screen("led-agreement", "manager", lead(StepKind.AGREEMENT)),
    Screen("attendance", "manager", then(lead(StepKind.ATTENDANCE), check_in)),
    Screen(
        "meeting-end", "manager",
        then(lead(StepKind.ATTENDANCE), press("confirm_list", "finish", "end")),
    ),
    Screen("problem", "damaged", nothing),
    Screen("crash", "learner", stumble),
)  # fmt: skip


def build_stage(name: str, folder: Path, clock: FakeClock) -> None:
    """Fills a data folder, once for all screens that are shown over it."""
    sources = sources_of(folder, clock)
    if name == "damaged":
        folder.mkdir(exist_ok=True)
        sources.paths.database.write_bytes(b"this is not a database, " * 400)
    elif name in ("shared", "named", "kiosk"):
        amina, bo = store_people(sources, AMINA, BO)
        give_pin(sources, bo)
        set_passphrase(sources)
        complete(sources, amina, VISION)
        if name == "named":
            show_names(sources)
    elif name == "nobody":
        with Workspace.open(sources) as workspace:
            workspace.save_preferences(Preferences())
    elif name == "manager":
        store_manager(sources)
    else:
        person = store_person(sources)
        set_passphrase(sources)
        if name == "graduate":
            complete_everything(sources, person)
        else:
            _be_in_the_middle(sources, person)


def _be_in_the_middle(sources: Sources, person: Person) -> None:
    complete(sources, person, VISION)
    begin(sources, person, VALUES, until=lambda visit: visit.attempt.item_number == 0)
    begin(sources, person, EQUAL, until=_is_last_answered)
    begin(sources, person, FREE, until=_is_at_dilemma)


def _is_last_answered(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number == len(visit.attempt.items) - 1 and len(visit.attempt.answers) > number


def _is_at_dilemma(visit: Visit) -> bool:
    number = visit.attempt.item_number
    return number is not None and visit.attempt.items[number].boundary is not None


def clock_of_today() -> FakeClock:
    """When the data folders were filled."""
    return FakeClock(TODAY)


def shown(
    screen: Screen, folder: Path, preferences: Preferences, resources: Path | None = None
) -> Desktop:
    """The screen, some weeks later, as somebody with these preferences sees it.

    ``resources`` stand in for the program's own: other words.
    """
    clock = clock_of_today()
    clock.wait(days=DAYS_UNTIL_A_REPEAT)
    sources = _decided_for(screen.stage, sources_of(folder, clock))
    if resources is not None:
        sources = replace(sources, resources=resources)
    if screen.stage != "damaged":
        with Workspace.open(sources) as workspace:
            workspace.save_preferences(preferences)
    desktop = Desktop(sources)
    if screen.stage == "damaged":
        desktop.app.appearance.change(preferences)
    screen.go(desktop)
    settle()
    return desktop


def _decided_for(stage: str, sources: Sources) -> Sources:
    """As IT has decided for the computer of the stage."""
    if stage == "kiosk":
        folder = sources.paths.folder
        return decided(sources, is_kiosk=True, kiosk_save_folder=folder, kiosk_prints=True)
    return decided(sources, may_show_names=stage == "named")


def top(desktop: Desktop) -> QWidget:
    """The window that the screen is in: the main one, or a dialog over it."""
    for name in ("help_dialog", "crash_dialog"):
        if desktop.has(name):
            return desktop.find(QWidget, name)
    return desktop.window
