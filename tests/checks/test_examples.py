"""Every rule and every code, by examples: a sheet that has the problem, and one that only nearly has it."""

import pytest

from atop_coder.checks import CATALOGUE, RULES, Severity, check
from atop_coder.checks.context import Context
from tests.checks.examples import EXAMPLES, FORM, TODAY, Example, problems, sheet

EACH = pytest.mark.parametrize("example", EXAMPLES, ids=[f"{one.code}-{one.question}" for one in EXAMPLES])


def test_the_good_sheet_has_no_problem():
    assert check(sheet(), TODAY) == ()


@EACH
def test_the_problem_is_found_in_its_question(example: Example):
    assert example.question in [problem.question for problem in problems(example.changes, example.code)]


@EACH
def test_the_data_say_what_is_wrong(example: Example):
    found = [
        problem for problem in problems(example.changes, example.code) if problem.question == example.question
    ]
    assert any(example.data.items() <= problem.data.items() for problem in found)


@EACH
def test_the_near_miss_does_not_have_the_problem(example: Example):
    assert problems(example.near, example.code) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_an_example(code):
    assert code in {example.code for example in EXAMPLES}


@pytest.mark.parametrize(
    "rule", RULES, ids=[f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in RULES]
)
def test_every_rule_finds_the_problem_of_some_example(rule):
    cases = [Context(sheet(example.changes), FORM, TODAY) for example in EXAMPLES]
    assert any(list(rule(case)) for case in cases)


@EACH
def test_severity_and_message_are_those_of_the_catalogue(example: Example):
    severity, template = CATALOGUE[example.code]
    for problem in problems(example.changes, example.code):
        assert problem.severity == severity
        assert problem.message.startswith(template.partition("{")[0])


@EACH
def test_messages_are_whole_sentences_with_nothing_left_to_fill_in(example: Example):
    for problem in problems(example.changes):
        assert "{" not in problem.message
        assert "}" not in problem.message
        assert problem.message.endswith(".")
        assert ".." not in problem.message
        assert problem.message[0].isupper() or not problem.message[0].isalpha()
        assert len(problem.message) < 400


DOING = (
    "Add",
    "Answer",
    "Bring",
    "Check",
    "Choose",
    "Correct",
    "Describe",
    "Keep",
    "Name",
    "Put",
    "Take",
    "Write",
    "Look",
)


@EACH
def test_messages_say_what_to_do(example: Example):
    for problem in problems(example.changes, example.code):
        assert any(word.lower() in problem.message.lower() for word in DOING), problem.message


@EACH
def test_warnings_can_be_accepted_and_errors_cannot(example: Example):
    for problem in problems(example.changes):
        if problem.severity == Severity.ERROR:
            assert "accept" not in problem.message
