"""Rule L24: the English text is a translation, paragraph by paragraph.

That there is one at all is noted when the file is loaded, also as L24.
"""

from huddinge_training.content.lint.passages import Passage
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Remarks, warning
from huddinge_training.language import message

MOST_EQUAL_WORDS = 3


def check_passage(passage: Passage) -> Remarks:
    """L24 for one text that has both languages."""
    sv, en = passage.text.sv, passage.text.en
    if en is None:
        return
    paragraphs, translated = len(sv.splitlines()), len(en.splitlines())
    if paragraphs != translated:
        yield warning(
            passage.place.at("en"),
            "L24",
            message(
                "The English text has {found} paragraphs and the Swedish {expected}.",
                found=translated,
                expected=paragraphs,
            ),
            message("Give both the same paragraphs."),
        )
    if sv == en and len(words(sv)) > MOST_EQUAL_WORDS:
        yield warning(
            passage.place.at("en"),
            "L24",
            message("The English text is the same as the Swedish."),
            message("Translate it, or take “en” away until it is translated."),
        )
