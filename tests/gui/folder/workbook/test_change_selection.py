"""Ticks: what is proposed, what comes with it, and what the filter lets through."""

import pytest

from atop_coder.checks import Severity
from atop_coder.folder.workbook import Preview, SheetChanges
from atop_coder.gui.folder.workbook.change_selection import (
    ChangeSelection,
    Kind,
    SheetSelection,
    look_through,
)
from atop_coder.gui.folder.workbook.words import (
    NOT_RECORDED,
    SOME_TICKED,
    apply_words,
    fate_words,
    held_words,
    nothing_words,
)
from tests.gui.folder.workbook.previews import FUTURE, LEFT, YES_QUOTED, change, changes_in, selection, usual


def of(all_ticks: ChangeSelection, name: str) -> SheetSelection:
    return next(one for one in all_ticks.sheets if one.one.path.name == name)


def test_what_neither_clashes_nor_brings_an_error_is_ticked():
    assert [sorted(one.ticked) for one in selection().sheets] == [[8], [21], []]


def test_of_a_workbook_that_does_not_tell_what_was_exported_nothing_is_ticked():
    found = selection(usual(recorded=False))
    assert found.chosen == ()


def test_the_problems_that_come_are_those_of_what_is_ticked():
    one = of(selection(), "b.txt")
    assert (one.count(Severity.ERROR), one.count(Severity.WARNING)) == (0, 1)
    one.ticked.add(3)
    assert one.count(Severity.ERROR) > 0
    one.ticked.clear()
    assert one.problems() == ()


def test_one_more_question_can_be_tried_without_a_tick():
    one = of(selection(), "b.txt")
    assert {problem.severity for problem in one.problems(3)} >= {Severity.ERROR}
    assert one.ticked == {21}


def test_a_sheet_is_checked_once_for_the_same_ticks(monkeypatch: pytest.MonkeyPatch):
    one = of(selection(), "b.txt")
    asked = []
    monkeypatch.setattr(SheetChanges, "new_problems", lambda _self, chosen: asked.append(chosen) or ())
    for _ in range(3):
        one.problems()
    one.problems(3)  # all of its changes, which was looked at to begin with
    assert len(asked) == 1


def test_the_worst_that_may_come_is_told_by_question():
    one = of(selection(), "b.txt")
    assert (one.worst(3), one.worst(21), one.worst(8)) == (Severity.ERROR, Severity.WARNING, None)


def test_the_filter_counts_its_rows():
    assert selection().count() == {Kind.ALL: 7, Kind.CLASHES: 1, Kind.PROBLEMS: 2, Kind.LEFT: 3}


@pytest.mark.parametrize(
    ("kind", "questions"),
    [(Kind.ALL, [3, 21]), (Kind.PROBLEMS, [3, 21]), (Kind.CLASHES, []), (Kind.LEFT, [])],
)
def test_the_filter_lets_changes_through(kind: Kind, questions: list[int]):
    assert [one.question for one in of(selection(), "b.txt").changes(kind)] == questions


def test_where_a_problem_stands_at_a_question_that_was_not_edited_any_change_may_be_why():
    ends_before = change(14, value={"dates": [{"date": "1920-01-01"}]}, details="x")
    found = selection(Preview(usual().book, (changes_in("a.txt", ends_before, change(8, **YES_QUOTED)),)))
    one = found.sheets[0]
    elsewhere = {problem.question for problem in one.brought if problem.severity != Severity.NOTE} - {14, 8}
    listed = [change.question for change in one.changes(Kind.PROBLEMS)]
    assert listed == ([14, 8] if elsewhere else [14])


def test_looking_through_can_be_cancelled():
    told: list[tuple[int, int]] = []
    found = look_through(usual(), lambda: len(told) == 1, lambda done, total: told.append((done, total)))
    assert len(found.sheets) == 1
    assert told == [(1, 3)]


# words


def test_the_head_tells_what_the_workbook_holds_and_why_some_are_not_ticked():
    assert held_words(selection()) == f"4 changes in 2 sheets; 3 edits cannot be applied. {SOME_TICKED}"


def test_the_head_gives_no_reason_where_all_are_ticked():
    one = Preview(usual().book, (changes_in("a.txt", change(8, **YES_QUOTED)),))
    assert held_words(selection(one)) == "1 change in 1 sheet."


def test_the_head_leaves_the_reason_to_the_warning_where_nothing_was_recorded():
    assert SOME_TICKED not in held_words(selection(usual(recorded=False)))
    assert "ticked" in NOT_RECORDED


def test_a_workbook_with_nothing_but_what_cannot_be_taken_over_says_so():
    assert held_words(selection(Preview(usual().book, (), (LEFT,)))) == "1 edit cannot be applied."


def test_the_button_counts_changes_and_sheets():
    assert apply_words(selection().chosen) == "Apply 2 changes to 2 sheets"
    assert apply_words(()) == "Apply"


def test_the_foot_tells_which_sheets_will_be_saved_and_which_not():
    chosen = selection().chosen
    assert fate_words(chosen, 0) == "2 sheets will be saved."
    assert fate_words(chosen, 1) == "1 sheet will be saved; 1 open sheet will be changed and not saved."
    assert fate_words(chosen, 2) == "2 open sheets will be changed and not saved."
    assert fate_words((), 0)


def test_a_workbook_that_says_the_same_is_empty():
    found = selection(Preview(usual().book, ()))
    assert found.empty
    assert "edited.xlsx" in nothing_words(found)
    assert not selection().empty


def test_a_date_in_the_future_is_an_error_whenever_this_runs():
    assert change(3, **FUTURE).after.value
