"""What the outline tells of a question."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.checks import Severity
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import (
    Filter,
    answer_words,
    counts,
    matches,
    passes,
    state_of,
    to_do,
)
from atop_coder.gui.widgets.symbols import State
from atop_coder.reading.report import Placed, ReadingReport, Sureness
from tests.gui.conftest import FORM, SMALL, Checks, answer, problem


@pytest.fixture
def marked(qtbot: QtBot, tmp_path: Path) -> Document:
    """Question 4 in error and with a warning, 16 with a warning, 10 unsure, 5 changed."""
    checks = Checks(
        problem(4),
        problem(4, "odd", Severity.WARNING),
        problem(16, "odd", Severity.WARNING),
        problem(1, "hint", Severity.NOTE),
    )
    report = ReadingReport("a.txt", "text", placed=(Placed(10, 1, 2, "?", Sureness.UNSURE, "why"),))
    document = Document(SMALL, tmp_path / "a.txt", report, checker=checks)
    document.put(5, answer(5, value="yes"))
    document.check()
    return document


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (1, State.ANSWERED),
        (2, State.BLANK),
        (4, State.ERROR),
        (5, State.CHANGED),
        (10, State.UNSURE),
        (16, State.WARNING),
    ],
)
def test_a_question_shows_the_weightiest_thing(marked: Document, number: int, state: State):
    assert state_of(marked, number) == state


def test_an_accepted_warning_no_longer_marks_its_question(marked: Document):
    marked.session.accept(next(one for one in marked.problems if one.question == 16), "so it is")
    assert state_of(marked, 16) == State.ANSWERED


def test_the_filters_let_through_what_they_say(marked: Document):
    through = {one: [n for n in FORM.by_number if passes(marked, n, one)] for one in Filter}
    assert len(through[Filter.ALL]) == 61
    assert through[Filter.PROBLEMS] == [4, 16]
    assert through[Filter.CHANGED] == [5]
    assert through[Filter.YES] == [5, 10, 11]
    assert 2 in through[Filter.TO_DO]
    assert 1 not in through[Filter.TO_DO]


def test_the_counts_are_those_of_the_filters(marked: Document):
    assert counts(marked)[Filter.PROBLEMS] == 2
    assert counts(marked)[Filter.TO_DO] == len(to_do(marked)) < 61 - marked.sheet.answered


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("renunciation", 11),
        ("RENOUNCE the", 11),
        ("indefinite period", 10),
        ("kazakhstan", 4),
        ("705", 4),
        ("december 2003", 3),
        ("defense pact", 16),
        ("11", 11),
    ],
)
def test_words_find_titles_prompts_and_answers(document: Document, words: str, number: int):
    assert matches(document, FORM.question(number), words)


def test_all_words_must_be_there(document: Document):
    assert not matches(document, FORM.question(4), "kazakhstan germany")


def test_no_words_find_everything(document: Document):
    assert all(matches(document, question, "  ") for question in FORM.questions)


def test_a_value_is_searched_by_its_labels():
    question = FORM.question(16)
    assert answer_words(question, ("defense",)) == question.labels["defense"]


@pytest.mark.parametrize("value", [None, 5040, "yes", ("defense",), SMALL[3].value, SMALL[4].value])
def test_every_value_has_words_or_none(value: object):
    assert isinstance(answer_words(FORM.question(16), value), str)
