"""What must hold of every column of every table."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from atop_coder.dataset import Missing, Type, alliance_columns
from atop_coder.dataset.column import MAX_LABEL, MAX_NAME, MISSING_OF
from atop_coder.dataset.question_columns import question_columns
from atop_coder.form import Kind, Status
from atop_coder.sheet import PartialDate, Sheet
from tests.dataset.examples import FORM, row_of, tables_of
from tests.strategies import sheets

COLUMNS = alliance_columns(FORM, 70)
TABLES = tables_of(Sheet.empty())


@pytest.mark.parametrize("name", TABLES)
def test_names_are_short_lower_case_and_unique_without_case(name):
    names = TABLES[name].names
    assert all(re.fullmatch("[a-z][a-z0-9_]*", one) and len(one) <= MAX_NAME for one in names)
    assert Counter(one.casefold() for one in names).most_common(1)[0][1] == 1


def test_names_stay_unique_with_as_many_members_as_there_are_states():
    names = [column.name for column in alliance_columns(FORM, 217)]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= MAX_NAME


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_label_that_stata_can_hold(name):
    labels = [column.label for column in TABLES[name].columns]
    assert all(0 < len(label) <= MAX_LABEL for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")
def test_every_question_has_a_column_for_its_value_and_one_for_its_text(question):
    columns = {column.name: column for column in question_columns(question)}
    number = f"q{question.number:02}"
    assert columns[f"{number}_text"].type == Type.LONG_TEXT
    assert columns[number].type != Type.LONG_TEXT
    assert {column.question for column in columns.values()} == {question.number}


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")
def test_states_wars_and_alliances_have_columns_where_the_form_has_them(question):
    names = {column.name for column in question_columns(question)}
    for extra in ("states", "wars", "alliances"):
        assert (f"q{question.number:02}_{extra}" in names) == (extra in question.extras)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_question_has_columns(kind):
    question = replace(FORM.questions[0], kind=kind)
    assert len(question_columns(question)) >= 2


def test_the_words_for_missing_values_are_those_of_the_form():
    for status in (Status.NOT_APPLICABLE, Status.UNKNOWN):
        assert MISSING_OF[status] == FORM.status_label(status)
    assert set(MISSING_OF) == set(Status)
    assert len(set(MISSING_OF.values())) == len(Status)


@pytest.mark.parametrize("word", Missing)
def test_every_word_for_a_missing_value_is_explained(word):
    assert word.meaning
    assert word.meaning != word


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_codes_and_their_labels_go_together(column):
    assert bool(column.values) == (column.type == Type.CODE)


@given(sheets())
def test_every_sheet_gives_a_row_with_every_column(sheet):
    row = row_of(sheet)
    assert list(row)[:2] == ["atopid", "file"]
    assert {f"q{question.number:02}" for question in FORM.questions} <= row.keys()


@given(sheets())
def test_every_cell_is_of_its_columns_type(sheet):
    row = row_of(sheet)
    for column in alliance_columns(FORM, 70):
        cell = row.get(column.name)
        if cell is None or isinstance(cell, Missing):
            continue
        expected = {Type.NUMBER: int, Type.DATE: PartialDate, Type.TEXT: str, Type.LONG_TEXT: str}
        assert cell in column.values if column.type == Type.CODE else isinstance(cell, expected[column.type])


@given(sheets())
def test_a_question_without_a_coded_value_says_why(sheet):
    row = row_of(sheet)
    for number, answer in sheet:
        cell = row[f"q{number:02}"]
        if answer.value is None and FORM.question(number).kind != Kind.TEXT:
            assert cell is MISSING_OF[answer.status]
        elif answer.value is not None:
            assert not isinstance(cell, Missing)


@given(sheets())
def test_all_text_of_a_sheet_is_in_its_row(sheet):
    row = row_of(sheet)
    assert all((row[f"q{number:02}_text"] or "") == answer.details for number, answer in sheet)
