"""Edits of a workbook: what was touched changes, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from atop_coder.dataset.edited.answers import question_parts
from atop_coder.dataset.edited.book import read_book
from atop_coder.dataset.edited.edits import edits_of, is_edited, unknown_columns
from atop_coder.dataset.edited.exported import EXPORTED
from atop_coder.dataset.edited.shown import UNSEEN, shown
from atop_coder.dataset.question_columns import column_name, question_columns
from atop_coder.form import Kind, Status
from atop_coder.sheet import BLANK, DateEntry, Member, PartialDate
from atop_coder.writing.excel_text import CUT_MARK, MAX_UNITS
from tests.dataset.edited.workbooks import answers, book_of, codes, edited_book, edits, edits_in_row, put
from tests.dataset.examples import FORM, NOT_APPLICABLE, UNKNOWN, WORDS_ONLY, records_of, sheet_of
from tests.strategies import examples, sheets

YES = {"value": "yes", "details": "They help.\n\nAt once."}
SHEET = sheet_of(
    {
        1: {"value": 5040},
        3: {"value": [{"date": "2003-12-25"}]},
        4: {
            "value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan", "note": "x"}]
        },
        5: {"value": "no", "states": [200, 365], "wars": [139]},
        8: YES,
        13: {"value": 0},
        16: {"value": ["defense", "neutrality"]},
        17: {"value": "defense"},
        18: {"details": "Help."},
        19: {"value": ["adversary"]},
        60: {"value": "2018-05-23"},
        61: {"value": ["A B", "C D"]},
    }
)
NEWER = SHEET.with_answer(8, SHEET[8].replace(details="They help later."))


def without_record(book):
    del book[EXPORTED]


OWN = [column for question in FORM.questions for column in question_columns(question)]


def in_columns(sheet):
    """The sheet without codes that a description names where the form has no columns for them."""
    for number, answer in sheet:
        extra = {"states", "wars", "alliances"} - set(FORM.question(number).extras)
        if any(getattr(answer, name) for name in extra):
            sheet = sheet.with_answer(number, answer.replace(**dict.fromkeys(extra, ())))
    return sheet


# Nothing edited


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_the_parts_of_a_question_are_its_columns(question):
    names = [column_name(question, part) for part in question_parts(question)]
    assert names == [column.name for column in question_columns(question)]


@given(st.lists(sheets(), min_size=1, max_size=3), st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_workbook_that_nobody_edited_changes_nothing(given_sheets, recorded):
    records = records_of(*given_sheets)
    book = book_of(records, recorded)
    for row, record in zip(book.alliances.rows, records, strict=True):
        assert edits_of(book, row, record) == ([], [])
        assert not recorded or not is_edited(book, row)


@given(st.lists(sheets(), min_size=1, max_size=2))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=examples(10))
def test_neither_does_one_that_was_opened_and_saved(tmp_path_factory, given_sheets):
    records = records_of(*given_sheets)
    book = edited_book(tmp_path_factory.mktemp("book"), records)
    for row, record in zip(book.alliances.rows, records, strict=True):
        assert edits_of(book, row, record) == ([], [])
        cut = any(text.endswith(CUT_MARK) for text in row.texts.values())
        assert is_edited(book, row) == cut


def test_a_sheet_that_changed_since_the_export_is_no_edit():
    assert edits_in_row(SHEET, {}, NEWER) == ([], [])


# Everything edited


UNSEEN_MARKS = set(UNSEEN) - set(" \t")


def _is_told(number, answer):
    """Whether cells can tell the answer: the form allows it, and no name is also a word for a missing one."""
    question = FORM.question(number)
    words = {"blank", "n/a", "unknown", "see text"}
    named = isinstance(answer.value, tuple) and any(str(one).casefold() in words for one in answer.value)
    shown_parts = (answer.details, *(getattr(answer, extra) for extra in question.extras))
    empty = answer.status == Status.ANSWERED and answer.value is None and not any(shown_parts)
    return answer.is_blank or (answer.status in question.statuses and not named and not empty)


@given(sheets().map(in_columns), sheets().map(in_columns))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_row_filled_with_another_sheets_cells_becomes_that_sheet(before, after):
    assume(all(_is_told(number, answer) for number, answer in after))
    (old,), (new,) = records_of(before), records_of(after)
    assume(not any(set(str(column.get(one))) & UNSEEN_MARKS for column in OWN for one in (old, new)))
    cells = {column.name: shown(column.get(new)) for column in OWN}
    book = book_of((old,))
    row = replace(book.alliances.rows[0], texts={**book.alliances.rows[0].texts, **cells})
    edited, _ = edits_of(book, row, old)
    got = before
    for one in edited:
        got = got.with_answer(one.question, one.answer)
    for number, answer in after:
        assert got[number] == _in_order_of(got[number], answer)


def _in_order_of(got, answer):
    """The answer with its choices as they came back: the columns of the choices tell no order."""
    both = isinstance(answer.value, tuple) and isinstance(got.value, tuple)
    choices = both and all(isinstance(one, str) for one in answer.value)
    return answer.replace(value=got.value) if choices and set(got.value) == set(answer.value) else answer


# One cell edited


@pytest.mark.parametrize(
    ("name", "value", "number", "part", "becomes"),
    [
        ("q08", 0, 8, "value", "no"),
        ("q08", "No", 8, "value", "no"),
        ("q08", "N/A", 8, "status", Status.NOT_APPLICABLE),
        ("q08", "unknown", 8, "status", Status.UNKNOWN),
        ("q08", "see text", 8, "value", None),
        ("q08_text", "Later.", 8, "details", "Later."),
        ("q08_text", "One.\nTwo.", 8, "details", "One.\n\nTwo."),
        ("q08_text", None, 8, "details", ""),
        ("q13", 2, 13, "value", 2),
        ("q13", "Two", 13, "value", 2),
        ("q13", 2.0, 13, "value", 2),
        ("q17", "entente", 17, "value", "entente"),
        ("q16", "Defense pact; Offense pact", 16, "value", ("defense", "offense")),
        ("q16", "defense", 16, "value", ("defense",)),
        ("q16_offense", 1, 16, "value", ("defense", "neutrality", "offense")),
        ("q16_defense", 0, 16, "value", ("neutrality",)),
        ("q19_adversary", 0, 19, "value", ()),
        ("q05_states", "200; 2", 5, "states", (200, 2)),
        ("q05_states", "200 United Kingdom", 5, "states", (200,)),
        ("q05_states", 2, 5, "states", (2,)),
        ("q05_wars", None, 5, "wars", ()),
        ("q60", "2020-01", 60, "value", PartialDate(2020, 1)),
        ("q60", "May 1, 2020", 60, "value", PartialDate(2020, 5, 1)),
        ("q61", "A B; E F", 61, "value", ("A B", "E F")),
        ("q01", 5041, 1, "value", 5041),
    ],
)
def test_an_edited_cell_changes_its_part_of_the_answer_alone(name, value, number, part, becomes):
    changed = answers(edits_in_row(SHEET, {name: value}))
    assert list(changed) == [number]
    assert getattr(changed[number], part) == becomes
    before = SHEET[number].model_dump()
    same = {key: before[key] for key in before if key not in (part, "value", "status")}
    assert {key: changed[number].model_dump()[key] for key in same} == same


def test_a_real_date_of_excel_is_one():
    from datetime import datetime

    changed = answers(edits_in_row(SHEET, {"q60": datetime(2020, 5, 1), "q03": datetime(1941, 7, 12)}))
    assert changed[60].value == PartialDate(2020, 5, 1)
    assert changed[3].value == (DateEntry(date=PartialDate(1941, 7, 12)),)


def test_dates_with_states_and_notes_are_read_as_they_are_written():
    changed = answers(edits_in_row(SHEET, {"q03": "2003-12-25 (703; 705) [at Astana]\n2004-01"}))
    first = DateEntry(date=PartialDate(2003, 12, 25), states=(703, 705), note="at Astana")
    assert changed[3].value == (first, DateEntry(date=PartialDate(2004, 1)))


@pytest.mark.parametrize("text", ["Still in effect as of 2018-04-14", "still in effect as of April 14, 2018"])
def test_an_alliance_in_effect_is_said_in_words(text):
    changed = answers(edits_in_row(SHEET, {"q14": text}))
    assert changed[14].value.in_effect_as_of == PartialDate(2018, 4, 14)


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
@pytest.mark.parametrize("word", ["N/A", "Unknown", "blank"])
def test_each_word_for_a_missing_answer_is_taken_where_the_form_allows_it(question, word):
    status = {"N/A": Status.NOT_APPLICABLE, "Unknown": Status.UNKNOWN, "blank": Status.BLANK}[word]
    other = sheet_of({question.number: NOT_APPLICABLE if word != "N/A" else UNKNOWN})
    found = edits_in_row(other, {column_name(question): word})
    if status in question.statuses:
        assert answers(found)[question.number].status == status
    else:
        assert "edit-not-understood" in codes(found)


def test_an_emptied_answer_is_blank():
    changed = answers(edits_in_row(SHEET, {"q08": None, "q08_text": None}))
    assert changed[8] == BLANK


def test_a_description_outlives_the_value_beside_it():
    changed = answers(edits_in_row(SHEET, {"q08": None}))
    assert (changed[8].value, changed[8].details) == (None, YES["details"])


def test_words_put_beside_a_blank_answer_the_question():
    changed = answers(edits_in_row(SHEET, {"q20_text": "More."}))
    assert (changed[20].status, changed[20].details) == (Status.ANSWERED, "More.")


def test_emptied_words_of_a_question_of_text_make_it_blank():
    assert answers(edits_in_row(SHEET, {"q18_text": None}))[18] == BLANK


def test_the_places_edited_are_told_as_excel_names_them():
    edited, _ = edits_in_row(SHEET, {"q08": 0, "q08_text": "No more."})
    cells = edited[0].cells
    assert [cell.partition("(")[2] for cell in cells] == ["q08)", "q08_text)"]
    assert all(cell.startswith("Alliances, cell ") for cell in cells)


# Cells that say nothing that can be taken


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q08", "maybe"),
        ("q08", 2),
        ("q08", "Yes, because of Article 4."),
        ("q13", "2.5"),
        ("q13", "many"),
        ("q17", "alliance"),
        ("q16", "defense; friendship"),
        ("q16_offense", "perhaps"),
        ("q03", "2003-13-25"),
        ("q03", "some day"),
        ("q04", "Atlantis"),
        ("q05_states", "Russia"),
        ("q05_states", "1234567"),
        ("q60", "43244"),
        ("q18", 0),
        ("q01", "N/A"),
    ],
)
def test_a_cell_that_is_no_answer_is_told_and_changes_nothing(name, value):
    edited, troubles = found = edits_in_row(SHEET, {name: value})
    assert edited == []
    assert codes(found) == ["edit-not-understood"]
    assert str(value) in str(troubles[0].error)
    assert name in troubles[0].place


def test_a_formula_without_a_result_is_told(tmp_path):
    def edit(book):
        put(book["Alliances"], 2, {"q08": "=1-1"})

    assert codes(edits(tmp_path, SHEET, edit)) == ["edit-formula"]


def test_an_error_of_excel_is_told(tmp_path):
    def edit(book):
        put(book["Alliances"], 2, {"q13": "#REF!"})

    assert codes(edits(tmp_path, SHEET, edit)) == ["edit-error-value"]


def test_one_bad_cell_does_not_cost_the_edits_beside_it():
    edited, _ = found = edits_in_row(SHEET, {"q08": "maybe", "q08_text": "Now.", "q13": 1})
    assert codes(found) == ["edit-not-understood"]
    assert {one.question for one in edited} == {13}


def test_choices_that_contradict_their_columns_are_told():
    assert codes(edits_in_row(SHEET, {"q16": "Offense pact", "q16_consultation": 1})) == ["edit-contradicts"]


def test_choices_that_agree_with_their_columns_are_taken():
    values = {"q16": "Defense pact", "q16_neutrality": 0}
    assert answers(edits_in_row(SHEET, values))[16].value == ("defense",)


@pytest.mark.parametrize("name", ["begyr", "mem1", "defense", "atopid", "bilat"])
def test_a_column_made_from_a_question_points_to_it(name):
    edited, troubles = found = edits_in_row(SHEET, {name: 7})
    assert (edited, codes(found)) == ([], ["edit-derived"])
    assert troubles[0].error.values["target"] in ("q01", "q03", "q04", "q16")


def test_a_column_that_is_counted_says_so():
    assert codes(edits_in_row(SHEET, {"errors": 99, "answered": 61})) == ["edit-counted"] * 2


def test_a_made_column_that_agrees_with_the_edit_is_no_trouble():
    changed = answers(edits_in_row(SHEET, {"q16_offense": 1, "offense": 1}))
    assert changed[16].value == ("defense", "neutrality", "offense")


# Sheets that changed as well


def test_a_sheet_changed_elsewhere_takes_the_edit_without_a_clash():
    edited, troubles = edits_in_row(SHEET, {"q13": 3}, NEWER)
    assert ([(one.question, one.clash) for one in edited], troubles) == ([(13, False)], [])


def test_an_answer_changed_on_both_sides_is_a_clash():
    edited, _ = edits_in_row(SHEET, {"q08_text": "Never."}, NEWER)
    assert [(one.question, one.clash) for one in edited] == [(8, True)]


def test_the_same_change_on_both_sides_is_none():
    assert edits_in_row(SHEET, {"q08_text": "They help later."}, NEWER) == ([], [])


def test_the_part_that_was_not_touched_is_the_sheets_own():
    edited, _ = edits_in_row(SHEET, {"q08": 0}, NEWER)
    assert edited[0].answer.details == "They help later."


def test_without_a_record_the_sheet_is_what_the_workbook_is_held_against(tmp_path):
    def edit(book):
        without_record(book)
        put(book["Alliances"], 2, {"q13": 4})

    edited, _ = edits(tmp_path, SHEET, edit, NEWER)
    assert [one.question for one in edited] == [8, 13]


# Members and conditions


def test_a_member_is_edited_in_its_own_tab(tmp_path):
    changed = answers(
        edits(tmp_path, SHEET, lambda book: put(book["Members"], 2, {"member": 365, "name": "Russia"}))
    )
    assert changed[4].value == (
        Member(ccode=365, name="Russia"),
        Member(ccode=705, name="Kazakhstan", note="x"),
    )


def test_a_member_is_added_with_the_id_of_its_alliance(tmp_path):
    new = {"atopid": 5040, "member": 704, "name": "Uzbekistan"}
    changed = answers(edits(tmp_path, SHEET, lambda book: put(book["Members"], 4, new)))
    assert [member.ccode for member in changed[4].value] == [703, 705, 704]


def test_a_deleted_row_takes_its_member_away(tmp_path):
    changed = answers(edits(tmp_path, SHEET, lambda book: book["Members"].delete_rows(2)))
    assert [member.ccode for member in changed[4].value] == [705]


def test_members_that_were_only_sorted_stay_as_they_are(tmp_path):
    def swap(book):
        tab = book["Members"]
        rows = [[cell.value for cell in tab[row]] for row in (2, 3)]
        for row, values in zip((3, 2), rows, strict=True):
            for column, value in enumerate(values, start=1):
                tab.cell(row, column).value = value

    assert edits(tmp_path, SHEET, swap) == ([], [])


def test_members_that_are_all_gone_are_asked_about(tmp_path):
    assert codes(edits(tmp_path, SHEET, lambda book: book["Members"].delete_rows(2, 2))) == ["edit-rows-gone"]


def test_a_member_without_a_code_is_told(tmp_path):
    found = edits(tmp_path, SHEET, lambda book: put(book["Members"], 2, {"member": "KYR"}))
    assert codes(found) == ["edit-not-understood"]


def test_members_edited_in_both_tabs_must_agree(tmp_path):
    def edit(book, code):
        put(book["Alliances"], 2, {"q04": f"{code}\n705 Kazakhstan [x]"})
        put(book["Members"], 2, {"member": 365, "name": None})

    agreed = answers(edits(tmp_path, SHEET, lambda book: edit(book, 365)))
    assert [member.ccode for member in agreed[4].value] == [365, 705]
    assert codes(edits(tmp_path, SHEET, lambda book: edit(book, 366))) == ["edit-contradicts"]


def test_a_condition_is_edited_in_its_own_tab(tmp_path):
    changed = answers(
        edits(tmp_path, SHEET, lambda book: put(book["Conditions"], 2, {"condition": "location"}))
    )
    assert changed[19].value == ("location",)


def test_a_condition_that_is_none_is_told(tmp_path):
    found = edits(tmp_path, SHEET, lambda book: put(book["Conditions"], 2, {"condition": "weather"}))
    assert codes(found) == ["edit-not-understood"]


@pytest.mark.parametrize(
    ("tab", "values"),
    [("Members", {"cow_name": "Atlantis"}), ("Members", {"cowsys": 7}), ("Conditions", {"label": "War"})],
)
def test_a_column_made_from_others_of_its_row_says_which_to_edit(tmp_path, tab, values):
    found = edits(tmp_path, SHEET, lambda book: put(book[tab], 2, values))
    assert (found[0], codes(found)) == ([], ["edit-made"])


def test_it_is_no_trouble_where_what_it_is_made_from_was_edited(tmp_path):
    values = {"member": 365, "name": "Russia", "cow_name": "Russia"}
    changed = answers(edits(tmp_path, SHEET, lambda book: put(book["Members"], 2, values)))
    assert [member.ccode for member in changed[4].value] == [365, 705]


def test_tabs_that_were_taken_out_change_nothing(tmp_path):
    def edit(book):
        for name in ("Members", "Conditions", "Problems", "Codebook"):
            del book[name]

    assert edits(tmp_path, SHEET, edit) == ([], [])


# Texts that are too long for a cell

LONG_TEXT = "\n\n".join(["A long story. " + "word " * 2000 + "end."] * 6)
LONG = SHEET.with_answer(8, SHEET[8].replace(details=LONG_TEXT))


def test_a_text_that_was_cut_stays_whole(tmp_path):
    assert len(LONG_TEXT) > MAX_UNITS
    assert edits(tmp_path, LONG, lambda book: None) == ([], [])
    changed = answers(edits(tmp_path, LONG, lambda book: put(book["Alliances"], 2, {"q08": 0})))
    assert changed[8].details == LONG[8].details


@pytest.mark.parametrize("part", [2, 3])
def test_a_long_text_is_edited_in_the_tab_text(tmp_path, part):
    def edit(book):
        cell = book["Text"].cell(part, 8)
        cell.value = cell.value.replace("story", "tale", 1).replace("word", "deed", 1)

    changed = answers(edits(tmp_path, LONG, edit))
    assert len(changed[8].details) == len(LONG[8].details) - (changed[8].details.count("tale"))
    assert changed[8].details.count("deed") == 1


def test_a_cut_cell_that_was_edited_is_told(tmp_path):
    def edit(book):
        put(book["Alliances"], 2, {"q08_text": f"Another beginning{CUT_MARK}"})

    assert codes(edits(tmp_path, LONG, edit)) == ["edit-cut-text"]


def test_a_short_text_takes_the_place_of_a_cut_one(tmp_path):
    def edit(book):
        put(book["Alliances"], 2, {"q08_text": "Short."})

    assert answers(edits(tmp_path, LONG, edit))[8].details == "Short."


# Columns that are not as they were


def test_columns_may_be_taken_out_moved_and_added(tmp_path):
    def edit(book):
        tab = book["Alliances"]
        names = [cell.value for cell in tab[1]]
        tab.delete_cols(names.index("q20_text") + 1)
        tab.insert_cols(3)
        tab.cell(1, 3).value = "my notes"
        tab.cell(2, 3).value = "look at this again"

    assert edits(tmp_path, SHEET, edit) == ([], [])
    book = edited_book(tmp_path, records_of(SHEET), edit)
    assert unknown_columns(book, FORM) == ("my notes",)


def test_a_column_that_is_there_twice_counts_in_neither_place(tmp_path):
    def edit(book):
        tab = book["Alliances"]
        place = [cell.value for cell in tab[1]].index("q20") + 1
        tab.cell(1, place).value = "q08"
        tab.cell(2, place).value = 0

    assert edits(tmp_path, SHEET, edit) == ([], [])
    assert edited_book(tmp_path, records_of(SHEET), edit).alliances.twice == ("q08",)


def test_rows_above_the_header_do_no_harm(tmp_path):
    def edit(book):
        book["Alliances"].insert_rows(1, 2)
        book["Alliances"].cell(1, 1).value = "Our data, spring"

    assert edits(tmp_path, SHEET, edit) == ([], [])


def test_every_kind_of_question_has_an_example_here():
    kinds = {question.kind for question in FORM.questions}
    assert kinds == set(Kind)
    assert {FORM.question(number).kind for number in (1, 3, 4, 8, 14, 16, 17, 18, 60, 61)} == kinds


def test_words_alone_need_words():
    sheet = sheet_of({8: {"value": "yes"}, 9: WORDS_ONLY})
    assert codes(edits_in_row(sheet, {"q08": "see text"})) == ["edit-not-understood"]


def test_read_twice_a_workbook_says_the_same(tmp_path):
    book = edited_book(tmp_path, records_of(SHEET))
    assert read_book(book.path) == book
