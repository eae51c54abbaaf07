"""Rule L26: no personal identity numbers, telephone numbers, addresses or real units."""

import re
from collections.abc import Collection, Iterable

from huddinge_training.content.lint.passages import Passage, Style
from huddinge_training.content.lint.readability import words
from huddinge_training.content.lint.remark import Remarks, error
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.language import message

TELEPHONE = re.compile(
    r"(?<![\d.,-])(?:\+46|0046|0)[\s-]?\d{1,3}[\s-]?\d{2,3}(?:[\s-]?\d{2,3}){1,2}(?!\d)"
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class Privacy:
    """Knows the names of the units that are real.

    A name that is an abbreviation ("IT"), or an ordinary word of the course ("Kansliet" where
    "kansliet" occurs), points out nobody.
    """

    def __init__(self, unit_names: Collection[str], passages: Iterable[Passage]) -> None:
        ordinary = {word for p in passages for word in words(p.text.sv)} if unit_names else set()
        names = "|".join(
            re.escape(name)
            for name in sorted(unit_names, key=len, reverse=True)
            if not name.isupper() and name.casefold() not in ordinary
        )
        self._unit = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def check(self, passage: Passage) -> Remarks:
        """L26 for one text; how to reach a contact may of course hold a number or an address."""
        for code, text in (("sv", passage.text.sv), ("en", passage.text.en or "")):
            place = passage.place.at(code)
            if holds_personal_number(text):
                yield error(
                    place,
                    "L26",
                    message("There is a personal identity number in the text."),
                    message("Take it away, also from older versions of the file."),
                )
            if passage.style is Style.REACH:
                continue
            if found := TELEPHONE.search(text):
                yield error(
                    place,
                    "L26",
                    message("“{number}” looks like a telephone number.", number=found.group()),
                    message("Take it away; numbers stand only under “how” in contacts.yaml."),
                )
            if found := ADDRESS.search(text):
                yield error(
                    place,
                    "L26",
                    message("“{address}” is an e-mail address.", address=found.group()),
                    message("Take it away; addresses stand only under “how” in contacts.yaml."),
                )
            if self._unit and (found := self._unit.search(text)):
                yield error(
                    place,
                    "L26",
                    message("“{unit}” is the name of a real unit.", unit=found.group()),
                    message("Use a made-up name, so that nobody is pointed out."),
                )
