"""The file formats, declared once: which keys stand in which kind of file.

What the declaration cannot say (that an id exists, that a quote is exact) is in ``coherence``.
"""

from huddinge_training.content.shape import (
    Bilingual,
    Choice,
    Day,
    FilePath,
    Flag,
    Identifier,
    ListOf,
    MapOf,
    Number,
    Record,
    WebAddress,
    Words,
    optional,
    required,
)
from huddinge_training.domain.scenario import FOR_EVERYONE, Grade, Kind

VALUES = ("driv", "omtanke", "mod", "mangfald")

QUOTE = Record(
    "quote",
    (
        required("text", Bilingual(about="Swedish exactly as in the source, English translated.")),
        required("source", Identifier(about="The id of a source in course.yaml.")),
    ),
    about="Words of an official text.",
)
READING = Record(
    "reading",
    (
        required("id", Identifier()),
        required("title", Bilingual()),
        optional("text", Bilingual(about="Our own words; an empty line makes a new paragraph.")),
        optional("quote", QUOTE),
    ),
    one_of=("text", "quote"),
    about="One screen to read before the scenarios.",
)
OBJECTIVE = Record(
    "objective",
    (
        required("id", Identifier(about="Such as JAV-1.")),
        required("text", Bilingual(about="What one does afterwards: “Du säger till …”.")),
        optional("critical", Flag(about="Whether it must be met before the module is done.")),
        optional("acceptable_meets", Flag(about="Whether an acceptable answer meets it too.")),
    ),
    about="What a person can do afterwards.",
)
MODULE = Record(
    "module",
    (
        required("id", Identifier(about="The name of the module's folder.")),
        required("title", Bilingual()),
        required("summary", Bilingual(about="One sentence on the home page.")),
        optional("principle", Number(1, 5, about="The principle of the ethical code.")),
        optional("roles", ListOf(Identifier(), about="Whom it is for; left out: everybody.")),
        optional("introduced_on", Day(about="When it came into the course, if it came later.")),
        required("reading", ListOf(READING)),
        required("objectives", ListOf(OBJECTIVE)),
        required("takeaways", ListOf(Bilingual(), about="What to take away, on the last page.")),
    ),
    about="A part of the course that is done in one go.",
)

OPTION = Record(
    "option",
    (
        required("id", Identifier(about="Such as a.")),
        optional("grade", Choice(tuple(Grade), about="Left out in a dilemma.")),
        required("text", Bilingual()),
        required("consequence", Bilingual(about="What happens next, told as a story.")),
        required("feedback", Bilingual(about="Why; about the choice, never about the person.")),
        optional("misconception", Words(about="What the option tempts with; for authors.")),
    ),
    about="One way to act.",
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
        required("options", ListOf(OPTION, least=2)),
        optional("rules", ListOf(Identifier(), about="Ids of rules.yaml.", least=0)),
        optional("ask", ListOf(ASK, about="“Vem kan jag fråga?”", least=0)),
        optional("reflection", Bilingual(about="One open question to think about.")),
        optional("perspectives", ListOf(PERSPECTIVE, about="In a dilemma.", least=0)),
        optional("boundary", Bilingual(about="In a dilemma: where the legal limit goes.")),
        optional("facilitator", FACILITATOR),
        optional("review", REVIEW),
    ),
    about="A situation from work, a question, options, and what each of them leads to.",
)

SOURCE = Record(
    "source",
    (
        required("id", Identifier()),
        required("title", Bilingual()),
        required("publisher", Words()),
        required("published", Day()),
        required("file", FilePath(about="The text, in UTF-8; quotes must stand in it.")),
    ),
    about="An official text that is quoted.",
)
ROLE = Record(
    "role",
    (required("id", Identifier()), required("title", Bilingual())),
    about="A kind of work in the municipality.",
)
STEP = Record(
    "step",
    (
        required("id", Identifier()),
        required("title", Bilingual()),
        required("text", Bilingual()),
    ),
    about="A step of the decision procedure.",
)
EDITION = Record(
    "edition",
    (
        required("id", Words(about="Such as “2026.1”, in quotation marks.")),
        required("valid_from", Day()),
    ),
    about="A published state of the course.",
)
COURSE = Record(
    "course",
    (
        required("id", Identifier()),
        required("title", Bilingual()),
        required("edition", EDITION),
        required("sources", ListOf(SOURCE, least=0)),
        required("roles", ListOf(ROLE)),
        required("modules", ListOf(Identifier(), about="The modules, in this order.")),
        required("procedure", ListOf(STEP, about="The decision procedure, F1.")),
    ),
    about="course.yaml: everything that is taught, in one edition.",
)

RULES = MapOf(
    "rules",
    Record(
        "rule",
        (
            required("title", Bilingual()),
            required("plain", Bilingual(about="One or two sentences in our own words.")),
            optional("url", WebAddress()),
            required("checked", Day(about="The day of the text that it was checked against.")),
        ),
        about="A rule that scenarios rest on.",
    ),
    about="rules.yaml: ids and rules.",
)
CONTACTS = MapOf(
    "contacts",
    Record(
        "contact",
        (
            required("title", Bilingual()),
            optional("how", Bilingual(about="When and how to reach them; yours to fill in.")),
            optional("is_manager", Flag(about="Whether it is a manager.")),
        ),
        about="Somebody to ask: a role, never an invented name or number.",
    ),
    about="contacts.yaml: ids and contacts.",
)
GLOSSARY = MapOf(
    "glossary",
    Record(
        "word",
        (
            required("term", Bilingual()),
            optional("forms", ListOf(Words(), about="Other Swedish forms of it.", least=0)),
            required("plain", Bilingual()),
        ),
        about="A word of the trade, explained.",
    ),
    about="glossary.yaml: ids and words.",
)

UNIT = Record(
    "unit",
    (
        required("code", Words(about="Never used again for another unit.")),
        required("name", Words()),
    ),
    about="A workplace (enhet).",
)
DEPARTMENT = Record(
    "department",
    (
        required("code", Words()),
        required("name", Words()),
        required("enheter", ListOf(UNIT, least=0)),
    ),
    about="A department (förvaltning) with its units.",
)
ORGANISATION = Record(
    "organisation",
    (
        optional("example", Flag(about="Whether it is made up.")),
        required("forvaltningar", ListOf(DEPARTMENT)),
    ),
    about="organisation.yaml: the departments and units that people choose among.",
)
