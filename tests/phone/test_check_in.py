"""People put themselves on the attendance list, on a page that knows nothing of votes."""

import re

from phone.room import Room, make_live, open_vote, room

from huddinge_training.domain.attendance import Presence
from huddinge_training.phone.limits import Allowance, Limits
from huddinge_training.phone.words import words_in

SV = words_in("sv")


def present(classroom: Room) -> list[str]:
    """The names of those who are here."""
    return classroom.live.look(lambda session: [a.name for a in session.attendance.present])


def test_somebody_who_is_expected_signs_in_by_their_number(classroom: Room) -> None:
    phone = classroom.phone().open(classroom.server.check_in_url)
    phone.post("/narvaro", phone.hidden("/narvaro"), code=classroom.live.check_in_code, number="42")
    assert present(classroom) == [""]
    phone.open(classroom.server.check_in_url)
    code = classroom.live.check_in_code
    phone.post("/narvaro", phone.hidden("/narvaro"), code=code, number=" 0043 ")
    assert SV["checked_in"] in phone.text
    assert "Bo Ek" in present(classroom)


def test_the_page_does_not_tell_who_has_which_number(classroom: Room) -> None:
    phone = classroom.phone()
    phone.post("/narvaro", code=classroom.live.check_in_code, number="0042")
    assert phone.has_receipt
    assert "Åsa" not in phone.page


def test_a_guest_signs_in_with_a_name(classroom: Room) -> None:
    phone = classroom.phone()
    phone.post("/narvaro", code=classroom.live.check_in_code, number="7", name="Eva  Ny")
    guests = classroom.live.look(
        lambda s: [(a.name, a.presence) for a in s.attendance.attendees if a.is_guest]
    )
    assert guests == [("Eva Ny", Presence.HERE)]


def test_what_is_wrong_is_said_and_what_was_typed_stays(classroom: Room) -> None:
    phone = classroom.phone()
    phone.post("/narvaro", code="x", number="0042", name="Åsa Ö")
    assert phone.status == 403
    assert "Koden har bytts." in phone.text
    assert 'value="0042"' in phone.page and 'value="Åsa Ö"' in phone.page
    phone.post("/narvaro", code=classroom.live.check_in_code, number="811218-9876")
    assert "Det står ett personnummer där." in phone.text
    phone.post("/narvaro", code=classroom.live.check_in_code, number=" ")
    assert "Skriv ditt anställningsnummer." in phone.text
    assert present(classroom) == []


def test_the_code_changes_and_the_one_before_it_still_works(classroom: Room) -> None:
    scanned = classroom.live.check_in_code
    classroom.live.renew_check_in_code()
    assert classroom.phone().post("/narvaro", code=scanned, number="0042").has_receipt


def test_the_list_is_not_filled_by_one_device() -> None:
    check_ins = Allowance(client=3, client_back=0, total=100, total_back=0)
    with room(make_live(), Limits(check_ins=check_ins)) as classroom:
        phone = classroom.phone()
        codes = [
            phone.post("/narvaro", code=classroom.live.check_in_code, number=str(n)).status
            for n in range(5)
        ]
        assert codes == [200, 200, 200, 429, 429]
        assert len(present(classroom)) == 3


def test_whoever_guesses_the_code_at_the_door_waits() -> None:
    guesses = Allowance(client=2, client_back=0, total=100, total_back=0)
    with room(make_live(), Limits(check_in_guesses=guesses)) as classroom:
        phone = classroom.phone()
        assert [phone.post("/narvaro", code="x", number="1").status for _ in range(3)] == [
            403,
            403,
            429,
        ]
        assert classroom.joined().status == 200


def test_it_shares_nothing_with_the_vote(classroom: Room) -> None:
    open_vote(classroom.live)
    vote = classroom.joined().vote("a")
    door = classroom.phone().open("/narvaro")
    assert "<script" not in door.page
    assert vote.token not in door.page
    assert "/vote" not in door.page and "/join" not in door.page
    assert "/narvaro" not in vote.page
    hidden = set(re.findall(r'type="hidden" name="(\w+)"', door.page))
    assert hidden == {"l", "k"}
    door.post("/narvaro", code=classroom.live.code, number="0042", t=vote.token)
    assert door.status == 403
    assert classroom.phone().join(classroom.live.check_in_code).status == 403


def test_another_language_keeps_the_code(classroom: Room) -> None:
    phone = classroom.phone().open(f"/narvaro?k={classroom.live.check_in_code}&l=fi")
    assert words_in("fi")["check_in_title"] in phone.text
    assert f'value="{classroom.live.check_in_code}"' in phone.page
