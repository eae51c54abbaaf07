"""The format of a scenario's file, declared once: which keys stand in it."""

from huddinge_training.content.shape import (
    Bilingual,
    Choice,
    Day,
    Flag,
    Identifier,
    ListOf,
    Number,
    Record,
    Words,
    optional,
    required,
)
from huddinge_training.domain.scenario import FOR_EVERYONE, AnswerForm, Grade, Kind

VALUES = ("driv", "omtanke", "mod", "mangfald")

OPTION = Record(
    "option",
    (
        required("id", Identifier(about="Such as a.")),
        optional("grade", Choice(tuple(Grade), about="Left out in a dilemma.")),
        required("text", Bilingual()),
        required("consequence", Bilingual(about="What happens next, told as a story.")),
        required("feedback", Bilingual(about="Why; about the choice, never about the person.")),
        optional("misconception", Words(about="What the option tempts with; for authors.")),
        optional("next", Identifier(about="The decision it leads to; left out: the way ends.")),
    ),
    about="One way to act.",
)
DECISION = Record(
    "decision",
    (
        required("id", Identifier(about="By which options lead here.")),
        required("scene", Bilingual(about="How things stand now, 8 to 60 words.")),
        required("question", Bilingual()),
        required("options", ListOf(OPTION, least=2)),
    ),
    about="What there is to decide once an option has led here; at most three on a way.",
)
GROUP = Record(
    "group",
    (required("id", Identifier()), required("title", Bilingual())),
    about="One of the heaps that cases are sorted into.",
)
PART = Record(
    "part",
    (
        required("id", Identifier(about="Such as a.")),
        required("text", Bilingual()),
        required("feedback", Bilingual(about="Why it belongs where it belongs.")),
        optional("applies", Flag(about="In choose_all and mark: whether it is to be chosen.")),
        optional("group", Identifier(about="In sort: the group it belongs to.")),
    ),
    about="A statement, sentence, step or case that is answered on its own.",
)
STEP_THOUGHT = Record(
    "step_thought",
    (
        required("step", Identifier(about="A step of the procedure in course.yaml.")),
        required("thought", Bilingual()),
    ),
    about="What one thinks at a step of the procedure, in the worked example.",
)
REALITY = Record(
    "reality",
    (
        required("title", Bilingual(about="Two to six words.")),
        required("text", Bilingual(about="60 to 90 words, without names of individuals.")),
        required("year", Number(1900, 2100)),
        required("source", Bilingual(about="Court or authority, and the number of the case.")),
    ),
    about="Something that has happened, shown after the answer.",
)
ASK = Record(
    "ask",
    (
        required("contact", Identifier(about="An id of contacts.yaml.")),
        optional("when", Bilingual(about="When to ask there, if not always.")),
    ),
    shorthand="contact",
    about="Whom to ask; a plain id means always.",
)
PERSPECTIVE = Record(
    "perspective",
    (required("who", Bilingual()), required("stake", Bilingual(about="What is at stake."))),
    about="Somebody in a dilemma and what is at stake for them.",
)
FACILITATOR = Record(
    "facilitator",
    (
        optional("minutes", Number(1, 240)),
        required("questions", ListOf(Bilingual(), about="Open questions for the group.")),
        optional("pitfalls", ListOf(Bilingual(), about="What can go wrong, and what to say.")),
    ),
    about="What the leader of a discussion needs.",
)
REVIEW = Record(
    "review",
    (
        required("status", Choice(("draft", "reviewed"))),
        optional("needs", Words(about="Who should look at it, such as jurist.")),
        optional("panel", Number(1, 1000, about="How many people graded the options.")),
        optional("agreement", Number(0, 1, is_share=True, about="The smallest share that agreed.")),
        optional("approved_by_role", Words()),
        optional("date", Day()),
        optional("next", Day(about="When to review it again.")),
    ),
    about="Who has looked at the scenario; what nobody has looked at says draft.",
)
SCENARIO = Record(
    "scenario",
    (
        required("id", Identifier(about="The name of the file without .yaml.")),
        required("version", Number(about="A higher number is a new item.")),
        required("kind", Choice(tuple(Kind), about="By a rule, by judgement, or without a key.")),
        required("title", Bilingual(about="Two to six words, neutral.")),
        required(
            "roles", ListOf(Identifier(), about=f"Ids of roles, or {FOR_EVERYONE} for everybody.")
        ),
        required("objective", Identifier(about="An id of the module's objectives.")),
        optional("values", ListOf(Choice(VALUES), about="The core values at play.", least=0)),
        optional("sensitivity", Choice(("normal", "sensitive"), about="With a notice first?")),
        optional("about_manager", Flag(about="Whether the manager is the one it is about.")),
        required("scene", Bilingual(about="The situation, 25 to 90 words.")),
        required("question", Bilingual(about="Asks for an action: “Vad gör du?”")),
        optional("options", ListOf(OPTION, least=2)),
        optional("decisions", ListOf(DECISION, about="Where options lead to.")),
        optional("answer", Choice(tuple(AnswerForm), about="How it is answered; else: choice.")),
        optional("parts", ListOf(PART, least=3, about="Instead of options; see answer.")),
        optional("groups", ListOf(GROUP, least=2, about="In sort: where the parts go.")),
        optional("steps", ListOf(STEP_THOUGHT, about="In the worked example.")),
        optional("rules", ListOf(Identifier(), about="Ids of rules.yaml.", least=0)),
        optional("ask", ListOf(ASK, about="“Vem kan jag fråga?”", least=0)),
        optional("reflection", Bilingual(about="One open question to think about.")),
        optional("perspectives", ListOf(PERSPECTIVE, about="In a dilemma.", least=0)),
        optional("boundary", Bilingual(about="In a dilemma: where the legal limit goes.")),
        optional("facilitator", FACILITATOR),
        optional("reality", REALITY),
        optional("review", REVIEW),
    ),
    one_of=("options", "parts"),
    about="A situation from work, a question, options, and what each of them leads to.",
)
