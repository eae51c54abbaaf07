"""The file formats but that of a scenario, declared once: which keys stand in which file.

What the declaration cannot say (that an id exists, that a quote is exact) is in ``coherence``.
"""

from huddinge_training.content.shape import (
    Bilingual,
    Day,
    FileName,
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
SHEET = Record(
    "sheet",
    (
        required("rules", ListOf(Identifier(), about="Five to seven ids of rules.yaml.")),
        required("ask", ListOf(Identifier(), about="Three to five ids of contacts.yaml.")),
    ),
    about="What stands on the printed page of a principle.",
)
ILLUSTRATION = Record(
    "illustration",
    (
        required("file", FileName(about="An SVG file of resources/illustrations.")),
        optional("alt", Bilingual(about="What can be seen, in 5 to 25 words.")),
        optional("decorative", Flag(about="Whether it says nothing that the words do not say.")),
    ),
    one_of=("alt", "decorative"),
    about="A picture.",
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
        optional("sheet", SHEET),
        optional("illustration", ILLUSTRATION),
    ),
    about="A part of the course that is done in one go.",
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
            optional("when", Bilingual(about="When to ask there.")),
            optional("how", Bilingual(about="How to reach them; yours to fill in.")),
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
