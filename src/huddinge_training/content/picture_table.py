"""The file formats of the two pictures of the official page, declared: goals.yaml, values.yaml."""

from huddinge_training.content.shape import (
    Bilingual,
    Identifier,
    ListOf,
    Record,
    optional,
    required,
)

SOURCE = required("source", Identifier(about="The id of a source in course.yaml."))
QUOTED = Bilingual(about="Swedish exactly as in the source, English translated.")
MODULE = Identifier(about="The id of a module in course.yaml.")
NAME = required("name", Bilingual(about="What stands on the part."))
QUESTION = optional("question", Bilingual(about="Our own words: a question to take to work."))
STATEMENT = Record(
    "statement",
    (required("id", Identifier()), NAME, required("text", QUOTED), QUESTION),
    about="A part of a picture, with what the source says of it.",
)
GOAL = Record(
    "goal",
    (required("id", Identifier()), NAME, optional("text", QUOTED), QUESTION),
    about="A goal; without a text, its name has to stand in the source.",
)
STATEMENTS = Record(
    "statements",
    (
        required("id", Identifier()),
        NAME,
        required("text", QUOTED),
        required("parts", ListOf(STATEMENT)),
    ),
    about="Parts that belong together, and what the source says of all of them.",
)
GOAL_GROUP = Record(
    "goal_group",
    (
        required("id", Identifier()),
        NAME,
        required("text", QUOTED),
        required("parts", ListOf(GOAL)),
    ),
    about="Goals that belong together, and what the source says of all of them.",
)
GOALS = Record(
    "goals",
    (
        SOURCE,
        required("module", MODULE),
        required("vision", STATEMENT),
        required("aim", STATEMENT),
        required("overarching", GOAL_GROUP),
        required("values", STATEMENT),
        required("strategic", GOAL_GROUP),
        required("terms", STATEMENT),
    ),
    about="goals.yaml: the picture of the goals (målbild).",
)
VALUES = Record(
    "values",
    (
        SOURCE,
        required("core_values", STATEMENTS),
        required("core_values_module", MODULE),
        required("principles", STATEMENTS),
        required("dilemmas", STATEMENT),
        required("dilemmas_module", MODULE),
    ),
    about="values.yaml: the core values and the ethical code, of which the compass is drawn.",
)
