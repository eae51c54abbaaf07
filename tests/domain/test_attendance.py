"""The list of who is here: what is noted, what is only expected, and when it is confirmed."""

import pytest

from huddinge_training.domain.attendance import Attendance, Attendee, Presence
from huddinge_training.domain.group_plan import Expected
from huddinge_training.errors import SessionError

ASA, BO = Expected("Åsa", "0042"), Expected("Bo", "0007")


def test_who_is_expected_is_proposed_as_here_but_is_not() -> None:
    attendance = Attendance.of_expected([ASA, BO])
    assert [a.proposed for a in attendance.attendees] == [Presence.HERE, Presence.HERE]
    assert not any(a.is_noted for a in attendance.attendees)
    assert attendance.present == ()


@pytest.mark.parametrize("presence", [p for p in Presence if p is not Presence.EXPECTED])
def test_what_is_noted_is_what_is_proposed(presence: Presence) -> None:
    attendee = Attendee("Åsa", presence=presence)
    assert attendee.is_noted
    assert attendee.proposed is presence


def test_who_has_checked_in_is_told_from_who_is_only_expected() -> None:
    attendance = Attendance.of_expected([ASA, BO])
    attendance.check_in("0042")
    assert [a.name for a in attendance.present] == ["Åsa"]
    assert [a.name for a in attendance.expected] == ["Bo"]


def test_a_list_is_confirmed_once_something_is_noted_of_everybody() -> None:
    attendance = Attendance.of_expected([ASA, BO])
    attendance.set(0, Presence.ABSENT)
    before = attendance.is_confirmed
    attendance.confirm()
    assert (before, attendance.is_confirmed) == (False, True)
    assert [a.presence for a in attendance.attendees] == [Presence.ABSENT, Presence.HERE]


def test_a_list_that_is_not_confirmed_is_refused_with_what_to_do() -> None:
    attendance = Attendance.of_expected([ASA])
    with pytest.raises(SessionError) as refused:
        attendance.require_confirmed()
    assert "confirm it" in refused.value.words.msgid
    attendance.confirm()
    attendance.require_confirmed()


def test_of_an_empty_list_there_is_nothing_to_confirm() -> None:
    assert Attendance().is_confirmed
