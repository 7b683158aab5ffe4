"""An open sheet without a window: one door for edits, and what follows from each."""

from datetime import datetime
from pathlib import Path

import pytest

from atop_coder.checks.problem import Problem
from atop_coder.files.owner import this_owner
from atop_coder.session.event import Event
from atop_coder.session.session import Session
from atop_coder.session.shown_problems import ShownProblems
from atop_coder.sheet import BLANK, Answer, Edit, Sheet

ONE, TWO = Answer(details="One"), Answer(details="Two")


def problem(number: int, code: str = "bad") -> Problem:
    return Problem(number, code, "error", f"{code}.", {})  # type: ignore[arg-type]  # a StrEnum's word


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(Sheet.empty(), tmp_path / "a.txt", checker=lambda _sheet: ())


def heard(event: Event) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    event.connect(lambda *args: told.append(args))
    return told


def edit(session: Session, number: int, answer: Answer) -> Edit:
    return Edit(number, session.sheet[number], answer)


def test_an_edit_is_applied_and_told_as_it_is(session: Session):
    told = heard(session.edit_applied)
    first = edit(session, 18, ONE)
    assert session.apply(first)
    assert session.sheet[18] == ONE
    assert told == [(first,)]


def test_an_edit_that_changes_nothing_is_none(session: Session):
    told = heard(session.edit_applied)
    assert not session.apply(edit(session, 18, BLANK))
    assert told == []
    assert not session.history.past


def test_several_edits_are_one_step_and_are_told_one_by_one(session: Session):
    told = heard(session.edit_applied)
    session.apply(edit(session, 18, ONE), edit(session, 20, TWO))
    assert [one.question for (one,) in told] == [18, 20]  # type: ignore[attr-defined]
    assert session.undo() == 20
    assert session.sheet == Sheet.empty()


def test_undo_and_redo_are_told_as_edits_too(session: Session):
    session.apply(edit(session, 18, ONE))
    told = heard(session.edit_applied)
    session.undo()
    session.redo()
    assert told == [(Edit(18, ONE, BLANK),), (Edit(18, BLANK, ONE),)]
    assert session.redo() is None


def test_whoever_follows_the_edits_has_the_sheet(session: Session):
    copy = session.sheet

    def follow(one: Edit) -> None:
        nonlocal copy
        assert copy[one.question] == one.before
        copy = copy.with_answer(one.question, one.after)

    session.edit_applied.connect(follow)
    session.apply(edit(session, 18, ONE), join="typing")
    session.apply(edit(session, 18, TWO), join="typing")
    session.apply(edit(session, 20, ONE))
    session.undo()
    session.undo()
    session.redo()
    assert copy == session.sheet == Sheet.empty().with_answer(18, TWO)


def test_a_sheet_that_somebody_else_has_refuses_every_edit(session: Session):
    session.apply(edit(session, 18, ONE))
    session.hold_by(this_owner("Lee"))
    told, refused = heard(session.edit_applied), heard(session.refused)
    assert not session.apply(edit(session, 18, TWO))
    assert session.undo() is None
    assert session.redo() is None
    assert session.sheet[18] == ONE
    assert (told, len(refused)) == ([], 3)


def test_a_sheet_is_ours_again_when_it_is_taken_over(session: Session):
    session.hold_by(this_owner("Lee"))
    session.hold_by(None)
    assert session.apply(edit(session, 18, ONE))


def test_a_save_is_told_with_the_path_from_before(session: Session, tmp_path: Path):
    told = heard(session.saved)
    session.apply(edit(session, 18, ONE))
    session.mark_saved(tmp_path / "b.txt", datetime(2026, 1, 2))
    assert told == [(tmp_path / "a.txt",)]
    assert not session.dirty
    assert session.revised


@pytest.mark.parametrize(
    ("suspended", "field_left", "shown"),
    [
        (None, False, {"bad", "description-owed"}),
        (5, False, set()),
        (5, True, {"bad"}),
        (6, False, {"bad", "description-owed"}),
    ],
)
def test_what_is_new_in_the_suspended_question_waits(
    suspended: int | None, field_left: bool, shown: set[str]
):
    problems = ShownProblems(lambda _sheet: (problem(5), problem(5, "description-owed")))
    problems.suspended = suspended
    problems.check(Sheet.empty(), field_left)
    assert {one.code for one in problems.problems} == shown


def test_a_check_tells_only_what_changes(session: Session):
    session.shown._check = lambda _sheet: (problem(5),)
    told = heard(session.problems_changed)
    session.check()
    session.check()
    assert len(told) == 1
    assert session.problems == (problem(5),)


def test_all_who_are_connected_hear_in_turn():
    event: Event[[int]] = Event()
    told: list[str] = []
    event.connect(lambda number: told.append(f"first {number}"))
    event.connect(lambda number: told.append(f"second {number}"))
    event.emit(7)
    assert told == ["first 7", "second 7"]
