"""The tables beside the Alliances table."""

import pytest

from atop_coder.checks import Severity, check
from atop_coder.dataset import to_records, to_tables
from atop_coder.dataset.table import ALLIANCES, CODEBOOK, CONDITIONS, MEMBERS, PROBLEMS
from atop_coder.sheet import Sheet
from tests.dataset.examples import FORM, TODAY, dates, records_of, rows_of, sheet_of, tables_of

TREATY = sheet_of(
    {
        1: {"value": 1200},
        3: {"value": [{"date": "1925-06-01"}, {"date": "1960-01-01", "states": [652], "note": "joined"}]},
        4: {
            "value": [
                {"ccode": 235, "name": "Portugal"},
                {"ccode": 230, "name": "Kingdom of Spain", "note": "until 1931"},
                {"ccode": 652, "name": "Syria"},
                {"ccode": 651, "name": "Egypt"},
                {"ccode": 9999, "name": "Nowhere"},
            ]
        },
    }
)


def members_of(*sheets):
    return rows_of(tables_of(*sheets)[MEMBERS])


def test_the_tables_come_in_the_order_of_their_tabs():
    assert list(tables_of(TREATY)) == [ALLIANCES, MEMBERS, CONDITIONS, PROBLEMS, CODEBOOK]


def test_members_stand_in_the_order_of_the_sheet():
    rows = members_of(TREATY)
    assert [(row["order"], row["member"]) for row in rows] == [
        (1, 235),
        (2, 230),
        (3, 652),
        (4, 651),
        (5, 9999),
    ]
    assert {(row["atopid"], row["file"]) for row in rows} == {(1200, "1.txt")}


def test_a_member_has_its_name_in_the_sheet_and_in_the_cow_list():
    spain = members_of(TREATY)[1]
    assert (spain["name"], spain["cow_name"], spain["note"]) == ("Kingdom of Spain", "Spain", "until 1931")


def test_a_code_of_no_state_has_no_name_in_the_cow_list():
    assert members_of(TREATY)[4]["cow_name"] is None


def test_membership_in_the_system_is_that_of_the_members_own_signature():
    assert {row["member"]: row["cowsys"] for row in members_of(TREATY)} == {
        235: 1,
        230: 1,
        652: 0,  # merged with Egypt in 1960
        651: 0,  # not in the system before 1937
        9999: 0,
    }


def test_without_a_signature_date_membership_in_the_system_is_not_told():
    sheet = sheet_of({4: {"value": [{"ccode": 235, "name": "Portugal"}]}})
    assert members_of(sheet)[0]["cowsys"] is None


def test_nobody_was_in_the_system_before_its_list_begins():
    assert _first({3: {"value": [{"date": "1815-06-08"}]}})["cowsys"] == 0


def _first(more, ccode=365):
    return members_of(sheet_of({4: {"value": [{"ccode": ccode, "name": ""}]}, **more}))[0]


ENTRY, EXIT = ("yrent", "moent", "dayent"), ("yrexit", "moexit", "dayexit")


def times(row, names):
    return tuple(row[name] for name in names)


def test_a_member_enters_on_its_own_date_or_on_that_of_all():
    rows = {row["member"]: times(row, ENTRY) for row in members_of(TREATY)}
    assert rows[235] == (1925, 6, 1)
    assert rows[652] == (1960, 1, 1)


def test_a_member_has_no_entry_where_all_dates_are_those_of_others():
    signed = {"value": [{"date": "1925-06-01", "states": [235]}]}
    assert times(_first({3: signed}, ccode=230), ENTRY) == (None, None, None)


def test_what_is_not_known_of_a_date_is_empty():
    assert times(_first({3: {"value": [{"date": "1939"}]}}), ENTRY) == (1939, None, None)


@pytest.mark.parametrize(
    ("termination", "left", "bound"),
    [
        ({"in_effect_as_of": "2018-04-14"}, (0, 0, 0), 1),
        ({"dates": [{"date": "1991-07"}]}, (1991, 7, None), 0),
        ({"dates": [{"date": "1991-07-01"}, {"date": "1968-09-13", "states": [365]}]}, (1968, 9, 13), 0),
        ({"dates": [{"date": "1968-09-13", "states": [339]}]}, (None, None, None), 0),
    ],
)
def test_a_member_leaves_on_its_own_date_or_on_that_of_all(termination, left, bound):
    row = _first({14: {"value": termination}})
    assert (times(row, EXIT), row["ineffect"]) == (left, bound)


def test_nothing_is_said_of_an_exit_that_nobody_coded():
    row = _first({})
    assert (times(row, EXIT), row["ineffect"]) == ((None, None, None), None)


@pytest.mark.parametrize(
    ("answer", "war"),
    [
        ({"value": "yes"}, 139),
        ({"value": "yes", "wars": [139]}, 139),
        ({"value": "no"}, 0),
        ({"status": "unknown"}, None),
        ({}, None),
    ],
)
def test_the_war_of_a_member_is_told_where_the_question_says_yes(answer, war):
    signed = {"value": [{"date": "1943-12-12"}]}
    assert _first({3: signed, 5: answer}, ccode=2)["cowwar"] == war


def test_a_member_that_did_not_fight_has_no_war():
    assert _first({3: {"value": [{"date": "1943-12-12"}]}, 5: {"value": "yes"}}, ccode=230)["cowwar"] == 0


CONTINGENCIES = FORM.by_key["contingencies"]


def test_every_condition_of_every_sheet_is_a_row_in_the_order_of_the_sheet():
    sheets = [
        sheet_of({1: {"value": number}, CONTINGENCIES.number: {"value": value}})
        for number, value in ((1200, ["attack", "location"]), (1300, []), (1400, ["adversary"]))
    ]
    rows = rows_of(tables_of(*sheets)[CONDITIONS])
    assert [(row["atopid"], row["file"], row["condition"]) for row in rows] == [
        (1200, "1.txt", "attack"),
        (1200, "1.txt", "location"),
        (1400, "3.txt", "adversary"),
    ]


@pytest.mark.parametrize("choice", CONTINGENCIES.choices, ids=lambda choice: choice.value)
def test_a_condition_has_its_label_from_the_form(choice):
    (row,) = rows_of(tables_of(sheet_of({CONTINGENCIES.number: {"value": [choice.value]}}))[CONDITIONS])
    assert (row["condition"], row["label"]) == (choice.value, choice.label)


@pytest.mark.parametrize("data", [{}, {"status": "unknown"}, {"details": "Only if attacked."}])
def test_a_question_without_chosen_conditions_has_no_row(data):
    assert tables_of(sheet_of({CONTINGENCIES.number: data}))[CONDITIONS].rows == ()


def test_every_problem_of_every_sheet_is_a_row():
    rows = rows_of(tables_of(TREATY, Sheet.empty())[PROBLEMS])
    expected = [
        (file, problem.question, problem.severity, problem.code, problem.message)
        for file, sheet in (("1.txt", TREATY), ("2.txt", Sheet.empty()))
        for problem in check(sheet, TODAY)
    ]
    found = [(row["file"], row["question"], row["severity"], row["code"], row["message"]) for row in rows]
    assert found == expected


def test_errors_and_warnings_are_counted_in_the_row_of_the_sheet():
    row = rows_of(tables_of(TREATY)[ALLIANCES])[0]
    severities = [problem.severity for problem in check(TREATY, TODAY)]
    assert row["errors"] == severities.count(Severity.ERROR) > 0
    assert row["warnings"] == severities.count(Severity.WARNING) > 0
    assert row["answered"] == 3


def test_what_lies_in_the_future_depends_on_the_day_given():
    sheet = sheet_of({3: {"value": dates("2030-01-01")}})
    codes = [
        {problem.code for problem in to_records([("a", sheet)], day)[0].problems}
        for day in (TODAY, TODAY.replace(year=2031))
    ]
    assert codes[0] != codes[1]


def test_the_codebook_has_a_row_for_each_column_of_each_table():
    tables = tables_of(TREATY)
    described = (ALLIANCES, MEMBERS, CONDITIONS, PROBLEMS)
    expected = [(name, column) for name in described for column in tables[name].names]
    assert [(row["table"], row["column"]) for row in rows_of(tables[CODEBOOK])] == expected


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")
def test_the_codebook_gives_the_wording_of_every_question(question):
    rows = {row["column"]: row for row in rows_of(tables_of(TREATY)[CODEBOOK])}
    row = rows[f"q{question.number:02}"]
    assert (row["question"], row["prompt"]) == (question.number, question.prompt)
    assert question.short in str(row["label"])


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")
def test_the_codebook_explains_the_codes_of_every_choice(question):
    rows = {row["column"]: row for row in rows_of(tables_of(TREATY)[CODEBOOK])}
    legend = "\n".join(
        str(row["values"]) for name, row in rows.items() if str(name).startswith(f"q{question.number:02}")
    )
    labels = [] if question.kind == "choices" else question.labels.values()
    assert all(label in legend for label in labels)
    assert all(
        f"{word} = " in legend
        for word in ("blank", *(["N/A"] if "not_applicable" in question.statuses else []))
    )


def test_a_dataset_of_no_sheet_still_has_its_columns():
    tables = {table.name: table for table in to_tables(())}
    assert tables[ALLIANCES].rows == ()
    assert "q61_text" in tables[ALLIANCES].names


def test_records_keep_the_order_given():
    assert [record.file for record in records_of(TREATY, TREATY, TREATY)] == ["1.txt", "2.txt", "3.txt"]
