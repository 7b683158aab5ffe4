"""The check as a whole: its order, its counts, and that no sheet can break it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from atop_coder.checks import CATALOGUE, RULES, Severity, check, count, missing
from atop_coder.checks.catalogue import make_problem
from atop_coder.sheet import Sheet, make_answer
from tests.checks.examples import BLANK, EXAMPLES, FORM, GOOD, NA, TODAY, problems, sheet, yes
from tests.strategies import sheets

WRONG: Mapping[int, Mapping[str, Any]] = {
    4: {"value": [{"ccode": 999, "name": ""}]},
    1: {"value": 1},
    60: {"value": "1900"},
    21: yes(),
}


def test_problems_stand_in_the_order_of_questions_and_the_gravest_first():
    weights = {severity: place for place, severity in enumerate(("error", "warning", "note"))}
    found = [(problem.question, weights[problem.severity]) for problem in problems(WRONG)]
    assert found == sorted(found)
    assert len(found) > 4


def test_today_is_what_dates_are_held_against():
    revised = sheet({60: {"value": "2024-06-02"}})
    assert [problem.code for problem in check(revised, date(2024, 6, 1))] == ["future-date"]
    assert check(revised, date(2024, 6, 2)) == ()


def test_without_a_date_today_is_today():
    tomorrow = {60: {"value": f"{date.today().year + 1}"}}
    assert [problem.code for problem in check(sheet(tomorrow))] == ["future-date"]
    assert check(sheet({60: {"value": f"{date.today().year}"}})) == ()


def test_an_empty_sheet_has_one_note_and_no_more():
    (problem,) = check(Sheet.empty(), TODAY)
    assert (problem.question, problem.code, problem.severity) == (1, "blank", "note")
    assert problem.data["questions"] == [n for n in range(1, 62) if n not in (28, 43, 57)]
    assert "1-27, 29-42, 44-56 and 58-61" in problem.message


def test_missing_names_the_questions_that_want_an_answer():
    assert missing(sheet()) == ()
    assert missing(sheet({5: BLANK, 28: BLANK, 61: {"value": []}, 20: NA})) == (5, 61)
    assert len(missing(Sheet.empty())) == 58


def test_what_was_answered_and_not_read_is_no_longer_missing():
    assert missing(sheet({3: {"details": "in the spring"}})) == ()


def test_count_tells_every_severity():
    assert count(problems(WRONG)) == {Severity.ERROR: 4, Severity.WARNING: 1, Severity.NOTE: 0}
    assert count(()) == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 0}


def test_codes_are_kebab_case_and_the_promised_ones_are_there():
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in CATALOGUE)
    promised = {"unknown-ccode": "error", "not-system-member": "warning", "member-at-war": "warning"}
    for code, severity in (promised | {"name-code-mismatch": "warning"}).items():
        assert CATALOGUE[code][0] == severity


PROMISED_DATA = {
    "unknown-ccode": {"ccode"},
    "not-system-member": {"ccode", "on"},
    "member-at-war": {"wars"},
    "name-code-mismatch": {"ccode", "name"},
}


@pytest.mark.parametrize("code", PROMISED_DATA)
def test_the_promised_data_are_there_and_nothing_else(code):
    found = [problem for example in EXAMPLES for problem in problems(example.changes, code)]
    assert found
    assert all(set(problem.data) == PROMISED_DATA[code] for problem in found)


def test_two_problems_of_one_code_in_one_question_differ_in_their_data():
    for example in EXAMPLES:
        found = [
            (problem.question, problem.code, json.dumps(dict(problem.data)))
            for problem in problems(example.changes)
        ]
        assert len(found) == len(set(found))


def test_a_problem_needs_all_the_words_of_its_message():
    with pytest.raises(KeyError):
        make_problem(4, "not-system-member", {"ccode": 275})


def test_marks_that_turn_text_round_stay_out_of_the_message():
    (problem,) = problems({8: {"details": "\u202eYes"}})
    assert "“Yes”" in problem.message


QUOTING = [code for code, (_, template) in CATALOGUE.items() if "“{" in template]


@pytest.mark.parametrize("code", QUOTING)
def test_a_quotation_within_a_quotation_has_single_marks(code):
    _, template = CATALOGUE[code]
    words = dict.fromkeys(re.findall(r"{(\w+)}", template), '“So” {they} "agree"')
    words.pop("question", None)
    message = make_problem(18, code, {}, **words).message
    assert "“‘So’ {they} 'agree'”" in message
    assert not re.search("““|””", message.replace('“So” {they} "agree"', ""))


def test_every_rule_promises_nothing_for_a_form_without_its_questions():
    questions = tuple(question for question in FORM.questions if question.number == 28)
    short = replace(FORM, questions=questions)
    assert check(Sheet.of({}, short), TODAY, short) == ()


@given(sheets())
def test_no_sheet_breaks_a_check(generated):
    for problem in check(generated, TODAY):
        assert problem.question in FORM.by_number
        assert problem.severity == CATALOGUE[problem.code][0]
        assert problem.message.endswith(".")
        assert "\n" not in problem.message
        json.dumps(dict(problem.data))


@given(sheets())
def test_the_check_of_a_sheet_is_always_the_same(generated):
    assert check(generated, TODAY) == check(generated, TODAY)


@given(sheets())
def test_blank_answers_bring_no_problem_but_that_they_are_blank(generated):
    blank = {number for number, answer in generated if answer.is_blank}
    codes = {problem.code for problem in check(generated, TODAY) if problem.question in blank}
    assert codes <= {"blank", "follow-up-blank"}


@pytest.mark.parametrize("question", FORM.questions, ids=[question.key for question in FORM.questions])
def test_a_description_alone_is_read_as_an_answer_only_where_the_question_takes_text(question):
    odd = sheet({**GOOD, question.number: {"details": "Zwischen den Zeilen"}})
    codes = [problem.code for problem in check(odd, TODAY) if problem.question == question.number]
    assert ("no-valid-answer" in codes) == (question.kind != "text")


@pytest.mark.parametrize("question", FORM.questions, ids=[question.key for question in FORM.questions])
@pytest.mark.parametrize("status", ["not_applicable", "unknown"])
def test_a_status_is_refused_exactly_where_the_form_refuses_it(question, status):
    changed = sheet().with_answer(question.number, make_answer(question, {"status": status}))
    refused = {p.question: p.code for p in check(changed, TODAY) if p.code.startswith("status-")}
    either = {"not_applicable", "unknown"} & set(question.statuses)
    code = "status-unusual" if either else "status-not-allowed"
    assert refused == ({} if status in question.statuses else {question.number: code})


@pytest.mark.parametrize("question", FORM.questions, ids=[question.key for question in FORM.questions])
def test_a_description_is_owed_exactly_where_the_form_says_so(question):
    for value in question.labels if question.kind in ("yes_no", "choice") else ():
        changed = sheet().with_answer(question.number, make_answer(question, {"value": value}))
        owed = [p.question for p in check(changed, TODAY) if p.code == "description-owed"]
        assert owed == ([question.number] if value in question.details_owed else [])


def test_there_is_one_list_of_rules_and_none_stands_in_it_twice():
    assert len(set(RULES)) == len(RULES) > 30
