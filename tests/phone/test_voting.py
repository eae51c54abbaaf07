"""A phone without script joins and votes by forms alone."""

import re

import pytest
from examples import RULE, make_scenario
from phone.room import Room, close_vote, go, make_live, open_vote, room

from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.scenario import Kind
from huddinge_training.language import Text
from huddinge_training.phone.words import every_language, words_in

SV = words_in("sv")


def test_a_phone_joins_votes_and_is_told_so(classroom: Room) -> None:
    phone = classroom.joined()
    assert phone.status == 200
    assert SV["joined"] in phone.text
    open_vote(classroom.live)
    phone.post("/", phone.hidden("/leave"))
    assert "Vad gör du?" in phone.text
    assert not phone.has_receipt
    phone.vote("b")
    assert SV["received"] in phone.text
    assert classroom.voted == 1


def test_a_vote_can_be_changed_until_the_voting_closes(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined().vote("a").vote("c")
    assert re.search(r'id="o-c" value="c" checked', phone.page)
    assert SV["change_button"] in phone.text
    assert classroom.voted == 1
    close_vote(classroom.live)
    phone.vote("a")
    assert phone.status == 409
    assert "Omröstningen är inte öppen." in phone.text
    assert SV["do_vote_closed"] in phone.text


def test_pressing_join_twice_takes_one_seat(classroom: Room) -> None:
    phone = classroom.phone().open()
    form = {**phone.hidden("/join"), "code": classroom.live.code}
    token = phone.post("/join", form).token
    assert phone.post("/join", form).token == token
    assert classroom.live.numbers.phones == 1


def test_the_qr_code_has_the_code_filled_in(classroom: Room) -> None:
    phone = classroom.phone().open(classroom.server.join_url)
    assert f'value="{classroom.live.code}"' in phone.page


def test_spaces_and_arabic_digits_are_the_same_code(classroom: Room) -> None:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    code = classroom.live.code
    assert classroom.phone().join(f"{code[:3]} {code[3:]} ").status == 200
    assert classroom.phone().join(code.translate(arabic)).status == 200


def test_voting_without_a_choice_says_what_to_do(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined().vote("")
    assert phone.status == 400
    assert SV["choose_first"] in phone.text
    assert classroom.voted == 0


def test_another_language_keeps_the_vote(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined().vote("b")
    phone.post("/", phone.hidden("/"), l="ar")
    assert '<html lang="ar" dir="rtl">' in phone.page
    assert words_in("ar")["received"] in phone.text
    assert re.search(r'id="o-b" value="b" checked', phone.page)
    assert classroom.voted == 1


def test_another_language_keeps_a_choice_that_is_not_sent(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined()
    phone.post("/", phone.hidden("/"), l="en", o="c")
    assert re.search(r'id="o-c" value="c" checked', phone.page)
    assert classroom.voted == 0


@pytest.mark.parametrize("code", ["fi", "ar", "so"])
def test_the_situation_can_be_read_in_english_in_the_other_languages(
    classroom: Room, code: str
) -> None:
    open_vote(classroom.live)
    phone = classroom.phone().join(classroom.live.code, l=code)
    assert "Vad gör du?" in phone.text
    phone.post("/", {**phone.hidden("/"), "x": "en"}, l=code)
    assert '<legend lang="en">What do you do?' in phone.page
    assert words_in(code)["in_swedish"] in phone.text
    phone.vote("a")
    assert "What do you do?" in phone.text
    assert classroom.voted == 1


@pytest.mark.parametrize("code", ["sv", "sv-latt", "en"])
def test_swedish_and_english_have_no_such_switch(classroom: Room, code: str) -> None:
    open_vote(classroom.live)
    phone = classroom.phone().join(classroom.live.code, l=code, x="so")
    assert ("What do you do?" if code == "en" else "Vad gör du?") in phone.text
    assert 'id="switch"' not in phone.page


@pytest.mark.parametrize("code", every_language())
def test_every_step_says_what_to_do(classroom: Room, code: str) -> None:
    words = words_in(code)
    phone = classroom.phone().join(classroom.live.code, l=code)
    for kind in StepKind:
        go(classroom.live, kind)
        phone.post("/", phone.hidden("/leave"))
        assert words[kind] in phone.text
        assert words["do_vote_soon" if kind.is_vote else f"do_{kind}"] in phone.text


def test_nothing_tells_which_option_is_best_before_the_rule_is_shown() -> None:
    scenario = make_scenario(kind=Kind.RULE, boundary=Text("Här går gränsen för nyckeln."))
    with room(make_live(scenario=scenario)) as classroom:
        phone = classroom.joined()
        for kind in StepKind:
            go(classroom.live, kind)
            phone.post("/", phone.hidden("/leave"))
            assert ("gränsen för nyckeln" in phone.text) == (kind is StepKind.RULE)
            for option in scenario.options:
                assert option.feedback.sv not in phone.text
                assert option.consequence.sv not in phone.text
                assert str(option.grade) not in phone.page


def test_where_there_is_no_boundary_the_rules_are_shown(classroom: Room) -> None:
    go(classroom.live, StepKind.RULE)
    assert RULE.plain.sv in classroom.joined().text


def test_leaving_gives_the_seat_back(classroom: Room) -> None:
    open_vote(classroom.live)
    phone = classroom.joined().vote("a")
    phone.post("/leave", phone.hidden("/leave"))
    assert SV["left"] in phone.text
    assert SV["join_title"] in phone.text
    assert classroom.live.numbers.phones == 0
    assert classroom.voted == 0


def test_the_end_says_thank_you(classroom: Room) -> None:
    phone = classroom.joined()
    fields = phone.hidden("/leave")
    classroom.live.end()
    phone.post("/", fields)
    assert SV["do_over"] in phone.text
    phone.open()
    phone.join(classroom.live.code)
    assert "Träffen är slut. Tack för att du var med." in phone.text


def test_a_page_without_script_looks_by_itself_for_something_new(classroom: Room) -> None:
    phone = classroom.joined()
    look = re.search(r'<iframe[^>]* src="(/pulse[^"]*)"', phone.page)
    assert look
    address = look[1].replace("&amp;", "&")
    assert SV["news_none"] in phone.open(address).text
    assert int(phone.answer.headers["refresh"]) <= 5
    go(classroom.live, StepKind.READ)
    assert SV["news_waiting"] in phone.open(address).text
    assert "refresh" not in phone.answer.headers


def test_more_phones_than_people_are_told_whom_to_ask() -> None:
    with room(make_live(people=1)) as classroom:
        classroom.joined()
        late = classroom.joined()
        assert late.status == 403
        assert "Be ledaren ändra hur många som är här." in late.text
        assert classroom.live.numbers.phones == 1
