"""Values as the lines of a normalized sheet: one way to write each, and nothing else is read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.form import Kind, load_form
from atop_coder.sheet import DateEntry, Member, PartialDate, make_answer
from atop_coder.sheet.value_lines import read_value, read_words, value_lines
from tests.strategies import dates, values

FORM = load_form()
OF_KIND = {question.kind: question for question in FORM.questions}

WRITTEN: tuple[tuple[int, object, tuple[str, ...]], ...] = (
    (1, 5040, ("5040",)),
    (13, 0, ("0",)),
    (3, [{"date": "2003-12-25"}], ("December 25, 2003",)),
    (3, [{"date": "1921-03"}, {"date": "1923"}], ("March 1921", "1923")),
    (3, [{"date": "2003", "states": [703, 705]}], ("2003 (703 Kyrgyzstan; 705 Kazakhstan)",)),
    (3, [{"date": "2003", "states": [99999], "note": "by [exchange]"}], ("2003 (99999) [by [exchange]]",)),
    (3, [], ("[none]",)),
    (4, [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 2, "name": ""}], ("703 Kyrgyzstan", "2")),
    (4, [{"ccode": 703, "name": "", "note": "joined later"}], ("703 [joined later]",)),
    (4, [{"ccode": 365, "name": "Russia [USSR]", "note": "x]"}], ("365 Russia \\[USSR] [x]]",)),
    (4, [{"ccode": 365, "name": "705 \\ Russia"}], ("365 705 \\\\ Russia",)),
    (4, [], ("[none]",)),
    (5, "yes", ("Yes.",)),
    (24, "no", ("No.",)),
    (6, "treaty", ("Treaty",)),
    (7, "public_with_secret_articles", ("Public but with secret articles",)),
    (16, ["defense", "neutrality"], ("Defense pact; Neutrality pact",)),
    (19, ["attack"], ("Attack",)),
    (19, [], ("No.",)),
    (14, {"in_effect_as_of": "2018-04-14"}, ("Still in effect as of April 14, 2018",)),
    (14, {"dates": [{"date": "1949-05", "states": [652]}]}, ("May 1949 (652 Syria)",)),
    (60, "2018-05-23", ("May 23, 2018",)),
    (61, ["Jae-eon Lee", "Ashley Leeds"], ("Jae-eon Lee; Ashley Leeds",)),
    (61, ["A; B", "C\\"], ("A\\; B; C\\\\",)),
    (61, ["[none]"], ("\\[none]",)),
    (61, [], ("[none]",)),
)

UNREAD = (
    (1, "05040"),
    (1, "5 040"),
    (1, "5040."),
    (1, "٥"),
    (1, "1000000001"),
    (3, "25 December 2003"),
    (3, "December 05, 2003"),
    (3, "February 30, 2003"),
    (3, "Decembre 25, 2003"),
    (3, "December 25, 2003 (Kyrgyzstan)"),
    (4, "Kyrgyzstan (703)"),
    (4, "002 United States of America"),
    (4, "703  Kyrgyzstan"),
    (4, "703 Kyrgyz\\stan"),
    (5, "Yes"),
    (5, "Yes, because"),
    (5, "yes."),
    (6, "Treaty."),
    (16, "Defense pact, Neutrality pact"),
    (16, "Defense pact; Friendship pact"),
    (14, "Still in effect"),
    (14, "Still in effect as of 4/14/2018"),
    (60, "5/23/2018"),
    (61, "A ; "),
    (61, "A;B"),
    (18, "Any text"),
)


@pytest.mark.parametrize(("number", "value", "lines"), WRITTEN)
def test_each_value_has_its_written_form(number, value, lines):
    question = FORM.question(number)
    made = make_answer(question, {"value": value}).value
    assert made is not None
    assert value_lines(question, made, _names) == lines


@pytest.mark.parametrize(("number", "value", "lines"), WRITTEN)
def test_each_written_form_is_read_back(number, value, lines):
    question = FORM.question(number)
    assert read_value(question, lines) == make_answer(question, {"value": value}).value


@pytest.mark.parametrize(("number", "line"), UNREAD)
def test_a_line_that_is_not_written_so_is_left_to_another_reader(number, line):
    assert read_value(FORM.question(number), (line,)) is None


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.DATES, Kind.MEMBERS, Kind.TERMINATION)]
)
def test_a_value_of_one_line_is_not_read_from_two(kind):
    assert read_value(OF_KIND[kind], ("2003", "2003")) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.TEXT])
def test_every_kind_has_a_written_form(kind):
    question = OF_KIND[kind]

    @given(values(question))
    def check(value):
        made = make_answer(question, {"value": value}).value
        assert made is not None
        assert read_value(question, value_lines(question, made)) == made

    check()


@given(dates())
def test_a_date_in_words_is_read_back(date):
    assert read_words(date.words) == date


def test_a_state_without_a_name_in_the_tables_is_its_code():
    question = FORM.question(3)
    entry = DateEntry(date=PartialDate(2003), states=(703,))
    assert value_lines(question, (entry,), lambda what, code: "") == ("2003 (703)",)


def test_a_state_name_with_brackets_cannot_end_the_list_of_states():
    question = FORM.question(3)
    entry = DateEntry(date=PartialDate(2003), states=(484, 490))
    lines = value_lines(question, (entry,), lambda what, code: "Congo (Brazzaville; once) [x]")
    assert read_value(question, lines) == (entry,)


def test_the_name_beside_a_state_of_a_date_is_not_read_back():
    read = read_value(FORM.question(3), ("2003 (703 Kirghizia)",))
    assert read == (DateEntry(date=PartialDate(2003), states=(703,)),)


@given(st.text("A [];\\1", max_size=12))
def test_a_member_line_never_raises(line):
    read = read_value(FORM.question(4), (line,))
    assert read is None or isinstance(read, tuple)
    assert not read or value_lines(FORM.question(4), read) == (line,) or read == ()


def test_a_member_keeps_the_name_that_the_sheet_has():
    assert read_value(FORM.question(4), ("255 Prussia",)) == (Member(ccode=255, name="Prussia"),)


def _names(what: str, code: int) -> str:
    return {652: "Syria", 703: "Kyrgyzstan", 705: "Kazakhstan"}.get(code, "")
