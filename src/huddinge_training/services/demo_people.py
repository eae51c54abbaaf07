"""Makes up people who can be told from real ones at a glance, the same for the same seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from huddinge_training.domain.course import Course
from huddinge_training.domain.person import Person, PersonId, Profile, checked_profile
from huddinge_training.domain.unit import Organisation

LONGEST_TENURE_DAYS = 730
FIRST_NAMES = (
    "Attrappa Demona Exempla Fejkan Fiktiva Hittepå Kulissa Låtsa Modella Mönstra Nomina Övning "
    "Påhitta Provar Simula Skena Slumpa Testar Tänkta Upptänkt"
).split()
SURNAMES = (
    "Attrappsson Demoström Exempelgren Fejklund Fiktivander Hittepåberg Kulissén Låtsasgren "
    "Modellqvist Mönsterman Övningsby Påhittson Provström Simulin Skenberg Slumplund Testlund "
    "Tänkvall Utfyllnadsson Åtbörd"
).split()
# What a file must carry from end to end: quotes, formulas, other scripts, a very long name.
ODD_NAMES = (
    'Exempla "Citatet" Testlund',
    "Testar O'Påhittson",
    "Demona 🎈 Låtsasgren",
    "Fiktiva =cmd|' /C calc'!A0",
    "Provar; Semikolon, Komma",
    "Övning تجربة Demoström",
    "Låtsa <b>Fet</b> & Co",
    ("Simula " + "Långnamn-" * 40)[:299] + "x",
)


def made_up_people(
    count: int, random: Random, course: Course, organisation: Organisation, until: date
) -> Iterator[Person]:
    """People who began in the two years before ``until``, in the order of their numbers."""
    for number in range(1, count + 1):
        yield Person(
            PersonId(f"demo-{number:06}"),
            checked_profile(_profile(number, random, course, organisation)),
            until - timedelta(days=random.randint(1, LONGEST_TENURE_DAYS)),
            wants_follow_ups=number % 10 != 9,
        )


def _profile(number: int, random: Random, course: Course, organisation: Organisation) -> Profile:
    name = f"{random.choice(FIRST_NAMES)} {random.choice(SURNAMES)}"
    role = random.choice(course.roles).id
    unit_code = random.choice(organisation.units).code if organisation.units else ""
    if number % 50 == 17:
        unit_code = ""
    employee_number, email = f"demo-{number:06}", ""
    if number % 20 == 7:
        employee_number = f"{number:07}"
    elif number % 20 == 13:
        employee_number, email = "", f"demo-{number:06}@example.invalid"
    if number % 11 == 5:
        name = ODD_NAMES[number // 11 % len(ODD_NAMES)]
    return Profile(
        name=name,
        role=role,
        employee_number=employee_number,
        email=email,
        unit_code=unit_code,
        unit_missing=not unit_code,
    )
