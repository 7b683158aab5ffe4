"""The panel that looks up states, wars and published alliances."""

import pytest
from PySide6.QtCore import Qt

from atop_coder.form import load_form
from atop_coder.gui.sidebar.lookup import Signed, goes_into, look_up, state_found, war_found
from atop_coder.gui.sidebar.reference import NOTHING_YET, ReferencePanel, number_question
from atop_coder.reference import Alliance, State, War, load_alliances, load_states, load_wars
from atop_coder.sheet import Answer, DateEntry, Member, PartialDate, Sheet
from tests.gui.sidebar.conftest import treaty_sheet

FORM = load_form()


def state(ccode: int) -> State:
    found = load_states().get(ccode)
    assert found is not None
    return found


def war(number: int) -> War:
    found = load_wars().get(number)
    assert found is not None
    return found


def alliance(atop_id: int) -> Alliance:
    found = load_alliances().get(atop_id)
    assert found is not None
    return found


def type_in(qtbot, panel, text):
    panel.line.clear()
    qtbot.keyClicks(panel.line, text)
    panel.catch_up()


def heads(panel):
    return [row.head.text() for row in panel.rows.rows]


def groups(query: str, sheet: Sheet | None = None):
    return dict(look_up(query, sheet or treaty_sheet()).groups)


# what the tables say


def test_a_state_is_told_with_code_spells_and_membership_on_the_signature_date():
    signed = Signed.of(treaty_sheet())
    found = state_found(state(255), signed)
    assert found.head == "255  Germany  GMY"
    lines = [text for text, _ in found.lines]
    assert lines[0] == "In the system 1816–1945, 1990–"
    assert lines[1] == "In the system on July 12, 1941"
    assert "Prussia" in lines[2]
    assert found.good


def test_a_state_outside_the_system_on_that_date_says_so():
    found = state_found(state(705), Signed.of(treaty_sheet()))
    assert found.lines[1][0] == "Not in the system on July 12, 1941"
    assert found.good is False


def test_without_a_signature_date_nothing_is_said_of_it():
    found = state_found(state(705), Signed())
    assert found.good is None
    assert not any("system on" in text for text, _ in found.lines)


@pytest.mark.parametrize("query", ["365", "Russia", "RUS", "russia", "USSR", "Soviet Union"])
def test_a_state_is_found_by_code_abbreviation_and_any_name(query):
    assert groups(query)["States"][0].code == 365


@pytest.mark.parametrize("query", ["139", "World War II", "world war ii"])
def test_a_war_is_found_by_number_and_name(query):
    assert 139 in [found.code for found in groups(query)["Wars"]]


def test_a_war_marks_the_members_of_this_alliance():
    found = war_found(war(139), treaty_sheet(), Signed.of(treaty_sheet()))
    assert found.lines[0][0] == "At war, of this alliance: Russia (365)"
    assert found.good is False
    assert " against " in found.lines[1][0]


def test_the_wars_of_the_signature_date_stand_there_without_a_query():
    assert 139 in [found.code for found in groups("")["Wars on July 12, 1941"]]


def test_the_members_stand_there_without_a_query():
    assert [found.code for found in groups("")["Members of this alliance"]] == [365, 705]


def test_the_published_alliance_of_the_id_stands_there():
    (found,) = groups("")["In ATOP 4.01"]
    assert found.head == "ATOP 5040"
    assert "December 25, 2003" in found.lines[0][0]
    assert "Kyrgyzstan (703)" in found.lines[1][0]


def test_published_alliances_of_the_same_members_and_date_stand_there_too():
    published = alliance(1490)
    members = tuple(Member(ccode=code, name="") for code in published.members)
    date = DateEntry(date=PartialDate.from_iso(published.signed))
    sheet = Sheet.of({3: Answer(value=(date,)), 4: Answer(value=members)})
    (found,) = groups("", sheet)["In ATOP 4.01"]
    assert found.code == 1490
    assert found.number == published.cow_numbers[0] == 92


@pytest.mark.parametrize("query", ["Frannce", "Germny"])
def test_a_misspelt_name_offers_the_nearest(query):
    answered = look_up(query, treaty_sheet())
    assert query in answered.nothing
    assert answered.groups[0][1]


def test_a_wrong_code_offers_the_nearest():
    answered = look_up("996", treaty_sheet())
    assert "996" in answered.nothing
    assert len(answered.groups[0][1]) == 3


@pytest.mark.parametrize("query", ["zzzzzz", "9" * 200, "(", "–", "9 9 9 9"])
def test_a_query_that_is_nothing_is_told(query):
    assert look_up(query, treaty_sheet()).nothing


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_a_state_goes_into_members_and_states_alone(question):
    found = state_found(state(220), Signed())
    assert goes_into(found, question) == (question.number == 4 or "states" in question.extras)


# the panel


def test_a_new_sheet_says_what_can_be_done_here(show, make_document):
    panel = show(ReferencePanel, make_document(sheet=Sheet.empty()))
    assert panel.rows.widgets[0].text() == NOTHING_YET


def test_typing_shows_states_at_once(show, make_document, qtbot):
    panel = show(ReferencePanel, make_document(), 4)
    type_in(qtbot, panel, "fran")
    assert heads(panel)[0] == "220  France  FRN"


def test_return_puts_the_first_state_into_the_members_as_one_step(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 4)
    type_in(qtbot, panel, "france")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert [member.ccode for member in document.sheet.members] == [365, 705, 220]
    assert "220 France" in panel.said.text()
    assert len(document.history.past) == 1
    document.undo()
    assert [member.ccode for member in document.sheet.members] == [365, 705]


def test_return_does_not_put_what_is_only_near(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 4)
    type_in(qtbot, panel, "frannce")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert not document.dirty


def test_return_on_an_empty_line_puts_nothing(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 4)
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert not document.dirty


def test_a_state_goes_among_the_states_of_a_question_that_has_them(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 5)
    type_in(qtbot, panel, "365")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert document.sheet[5].states == (365,)


def test_a_war_goes_among_the_wars_of_question_5(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 5)
    row = next(row for row in panel.rows.rows if row.head.text().startswith("139 "))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert document.sheet[5].wars == (139,)


def test_a_state_is_written_where_the_person_types_in_other_questions(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 11)
    type_in(qtbot, panel, "france")
    with qtbot.waitSignal(panel.words_given) as given:
        qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert given.args == ["220 France"]
    assert not document.dirty


def test_a_question_without_a_place_for_it_takes_nothing(show, make_document, qtbot):
    document = make_document()
    panel = show(ReferencePanel, document, 1)
    type_in(qtbot, panel, "france")
    with qtbot.assertNotEmitted(panel.words_given):
        qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert not document.dirty
    assert "Question 1" in panel.said.text()


def test_what_is_there_already_is_not_offered(show, make_document, qtbot):
    panel = show(ReferencePanel, make_document(), 4)
    type_in(qtbot, panel, "365")
    assert not panel.rows.rows[0].chips[0].isVisible()
    panel.line.clear()
    type_in(qtbot, panel, "france")
    assert panel.rows.rows[0].chips[0].isVisible()


def test_the_cow_number_of_a_published_alliance_goes_into_its_question(show, make_document):
    sheet = treaty_sheet().with_answer(1, Answer(value=1490))
    document = make_document(sheet=sheet)
    panel = show(ReferencePanel, document, 11)
    row = next(row for row in panel.rows.rows if row.head.text() == "ATOP 1490")
    row.chips[1].click()
    assert document.sheet[number_question(document)].value == 92
    panel.catch_up()
    assert not row.chips[1].isVisible()


def test_down_goes_from_the_line_into_the_list_and_escape_empties_it(show, make_document, qtbot):
    panel = show(ReferencePanel, make_document(), 4)
    type_in(qtbot, panel, "fran")
    qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    assert panel.rows.rows[0].hasFocus()
    panel.line.setFocus()
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)
    assert panel.line.text() == ""
    panel.catch_up()
    assert "705  Kazakhstan  KZK" in heads(panel)


def test_a_changed_signature_date_is_followed(show, make_document):
    document = make_document()
    panel = show(ReferencePanel, document, 4)
    document.put(3, Answer(value=(DateEntry(date=PartialDate(2003, 12, 25)),)))
    panel.catch_up()
    assert "In the system on December 25, 2003" in panel.rows.rows[-1].texts


def test_without_a_sheet_it_still_looks_up(show, qtbot):
    panel = show(ReferencePanel, None)
    type_in(qtbot, panel, "france")
    assert heads(panel)[0] == "220  France  FRN"
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)


def test_all_fields_have_names(show, make_document):
    panel = show(ReferencePanel, make_document(), 4)
    assert panel.line.accessibleName()
    assert panel.line.accessibleDescription()
    assert all(row.accessibleName() for row in panel.rows.rows)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ([PartialDate(2003, 12, 25)], "on December 25, 2003"),
        ([PartialDate(2003, 12)], "in December 2003"),
        ([PartialDate(1997)], "in 1997"),
        ([PartialDate(1997), PartialDate(1999)], "in 1997 – 1999"),
    ],
)
def test_a_day_is_on_and_a_year_is_in(dates: list[PartialDate], words: str):
    sheet = Sheet.of({3: Answer(value=tuple(DateEntry(date=one) for one in dates))})
    assert Signed.of(sheet).when == words
