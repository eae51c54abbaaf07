"""A person who learns: name, one identifier, role and unit; never a personnummer."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import NewType

from huddinge_training.domain.course import RoleId
from huddinge_training.domain.personal_number import holds_personal_number
from huddinge_training.errors import RejectedInputError
from huddinge_training.language import Message, message

PersonId = NewType("PersonId", str)

EMPLOYEE_NUMBER = re.compile(r"(?!-)[A-Za-z0-9_-]{1,20}")
EMAIL = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[^@\s;,.]{2,}")
LONGEST_NAME = 300
LONGEST_EMAIL = 254


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says about themselves; exactly one of number and e-mail identifies them."""

    name: str
    role: RoleId
    employee_number: str = ""
    email: str = ""
    unit_code: str = ""
    unit_missing: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A profile with its id, the day it was made, and whether follow-ups are wanted.

    Who is protected stands in no list: not to choose from, and not in HR's files (PRIV-09).
    """

    id: PersonId
    profile: Profile
    created_on: date
    wants_follow_ups: bool = True
    is_protected: bool = False


def checked_profile(profile: Profile) -> Profile:
    """The profile without surrounding spaces; raises RejectedInputError with all its problems.

    The keys of the problems are the names of Profile's fields.
    """
    tidy = Profile(
        name=profile.name.strip(),
        role=profile.role,
        employee_number=profile.employee_number.strip(),
        email=profile.email.strip(),
        unit_code=profile.unit_code,
        unit_missing=profile.unit_missing,
    )
    problems = {
        "name": _name_problem(tidy.name),
        "employee_number": _number_problem(tidy),
        "email": _email_problem(tidy.email),
        "role": None if tidy.role else message("Choose the work that is closest to yours."),
        "unit_code": _unit_problem(tidy),
    }
    found = {name: problem for name, problem in problems.items() if problem is not None}
    if found:
        raise RejectedInputError(found)
    return tidy


def _name_problem(name: str) -> Message | None:
    if not name:
        return message("Write your name.")
    if holds_personal_number(name):
        return message(
            "This looks like a personal identity number. "
            "The program does not want it: write just your name."
        )
    if not name[0].isalpha():
        return message("Start your name with a letter.")
    if len(name) > LONGEST_NAME:
        return message("Write at most {most} characters.", most=LONGEST_NAME)
    if any(unicodedata.category(letter) == "Cc" for letter in name):
        return message("Write your name on one line.")
    return None


def _number_problem(profile: Profile) -> Message | None:
    number = profile.employee_number
    if not number:
        if profile.email:
            return None
        return message("Write your employee number, or your work e-mail if you have no number yet.")
    if holds_personal_number(number):
        return message(
            "This looks like a personal identity number. "
            "The program does not want it: write your employee number instead."
        )
    if not EMPLOYEE_NUMBER.fullmatch(number):
        return message(
            "Write the number as it stands on your pay slip: at most 20 letters, digits, "
            "hyphens and underscores, and not a hyphen first."
        )
    return None


def _email_problem(email: str) -> Message | None:
    if not email:
        return None
    if holds_personal_number(email):
        return message(
            "There is a personal identity number in the address. Write another work e-mail."
        )
    if len(email) > LONGEST_EMAIL or not EMAIL.fullmatch(email):
        return message("Write the whole address, like the one in your mail program.")
    return None


def _unit_problem(profile: Profile) -> Message | None:
    if profile.unit_code or profile.unit_missing:
        return None
    return message("Choose your unit, or tick that it is missing from the list.")
