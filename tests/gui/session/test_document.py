"""An open sheet: edits, history, what is saved, and when a problem is shown."""

from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.checks import Severity
from atop_coder.gui.editors import EditorContext
from atop_coder.gui.session.document import Document
from atop_coder.reading.report import Placed, ReadingReport, Sureness
from atop_coder.reference import load_alliances
from atop_coder.session.shown_problems import OWED_LATER, LastCheck
from atop_coder.sheet import BLANK, Edit, Sheet
from tests.gui.conftest import SMALL, Checks, answer, problem

NO, YES = answer(5, value="no"), answer(5, value="yes")


@pytest.fixture
def checks() -> Checks:
    return Checks()


@pytest.fixture
def held(qtbot: QtBot, checks: Checks, tmp_path: Path) -> Document:
    """A document whose checks are followed, with a person in question 4."""
    document = Document(SMALL, tmp_path / "a.txt", checker=checks)
    document.start_checks()
    document.suspend(4)
    return document


# edits


def test_an_edit_is_told_by_its_question(qtbot: QtBot, document: Document):
    with qtbot.waitSignal(document.edit_applied, timeout=500) as told:
        assert document.put(5, YES)
    assert told.args == [Edit(5, NO, YES)]
    assert document.sheet[5] == YES


def test_the_same_answer_again_is_no_edit(qtbot: QtBot, document: Document):
    with qtbot.assertNotEmitted(document.edit_applied):
        assert not document.put(5, NO)
    assert not document.dirty


def test_undo_and_redo_name_the_question(document: Document):
    document.put(5, YES)
    document.put(6, answer(6, value="treaty"))
    assert document.undo() == 6
    assert document.undo() == 5
    assert document.undo() is None
    assert document.sheet == SMALL
    assert document.redo() == 5


def test_typing_is_one_step(document: Document):
    for words in ("T", "Th", "The"):
        document.put(12, answer(12, value="yes", details=words), join="typing")
    document.undo()
    assert document.sheet[12] == BLANK


def test_typing_after_a_pause_is_another_step(document: Document):
    document.put(12, answer(12, value="yes", details="One"), join="typing")
    document.end_typing()
    document.put(12, answer(12, value="yes", details="One two"), join="typing")
    document.undo()
    assert document.sheet[12].details == "One"


def test_several_answers_are_one_step(document: Document):
    document.put_all({60: answer(60, value="2018-05-23"), 61: answer(61, value=["Lee"])})
    document.undo()
    assert document.sheet == SMALL


def test_several_answers_that_change_nothing_are_no_step(document: Document):
    assert not document.put_all({5: NO})
    assert not document.history.past


# saved or not


def test_a_sheet_that_was_opened_has_no_changes(document: Document):
    assert not document.dirty


def test_an_edit_that_is_undone_leaves_no_change(document: Document):
    document.put(5, YES)
    assert document.dirty
    document.undo()
    assert not document.dirty


def test_saving_takes_the_changes_as_safe(qtbot: QtBot, document: Document, tmp_path: Path):
    document.put(5, YES)
    with qtbot.waitSignal(document.saved_changed, timeout=500):
        document.session.mark_saved(tmp_path / "b.txt", datetime(2026, 1, 2, 14, 3))
    assert not document.dirty
    assert document.session.normalized
    document.undo()
    assert document.dirty


def test_a_new_sheet_is_clean_until_somebody_types(qtbot: QtBot):
    document = Document(Sheet.empty(), checker=Checks())
    assert not document.dirty
    document.put(5, YES)
    assert document.dirty


def test_reverting_is_a_step_that_can_be_undone(document: Document):
    document.put(5, YES)
    document.put(12, YES)
    assert document.revert()
    assert not document.dirty
    document.undo()
    assert document.sheet[12] == YES


def test_what_changed_since_opening_is_known(document: Document):
    document.put(5, YES)
    assert document.session.changed_since_opened(5)
    assert not document.session.changed_since_opened(4)


def test_in_a_new_sheet_nothing_has_changed_since_opening(qtbot: QtBot):
    document = Document(Sheet.empty(), checker=Checks())
    document.put(5, YES)
    assert not document.session.changed_since_opened(5)


def test_an_unsure_reading_is_told_until_somebody_touches_it(qtbot: QtBot, tmp_path: Path):
    placed = (Placed(5, 1, 2, "Perhaps", Sureness.UNSURE, "no such choice"), Placed(6, 3, 4, "Treaty"))
    document = Document(
        SMALL, tmp_path / "a.txt", ReadingReport("a.txt", "text", placed=placed), checker=Checks()
    )
    assert document.session.is_unsure(5)
    assert not document.session.is_unsure(6)
    document.put(5, YES)
    assert not document.session.is_unsure(5)


@pytest.mark.parametrize(("format_", "normalized"), [("normalized", True), ("text", False), ("json", False)])
def test_only_a_normalized_sheet_may_be_written_over(
    qtbot: QtBot, tmp_path: Path, format_: str, normalized: bool
):
    document = Document(SMALL, tmp_path / "a.txt", ReadingReport("a.txt", format_), checker=Checks())
    assert document.session.normalized == normalized


# when problems are shown


def test_what_is_new_waits_until_the_question_is_left(held: Document, checks: Checks):
    checks.problems = (problem(4),)
    held.check()
    assert held.problems == ()
    held.suspend(5)
    assert held.problems == (problem(4),)


def test_problems_of_other_questions_are_shown_at_once(held: Document, checks: Checks):
    checks.problems = (problem(20),)
    held.check()
    assert held.problems == (problem(20),)


def test_a_problem_that_is_shown_goes_at_the_change_that_mends_it(
    qtbot: QtBot, held: Document, checks: Checks
):
    checks.problems = (problem(4),)
    held.suspend(None)
    held.suspend(4)
    assert held.problems
    checks.problems = ()
    with qtbot.waitSignal(held.problems_changed, timeout=150):
        held.put(4, BLANK)
    assert held.problems == ()


def test_leaving_a_field_shows_its_problem(held: Document, checks: Checks):
    checks.problems = (problem(4),)
    held.show_suspended()
    assert held.problems == (problem(4),)


@pytest.mark.parametrize("code", sorted(OWED_LATER))
def test_what_may_still_come_is_not_asked_for_before_the_question_is_left(
    held: Document, checks: Checks, code: str
):
    checks.problems = (problem(4, code),)
    held.show_suspended()
    assert held.problems == ()
    held.suspend(None)
    assert held.problems


def test_keys_in_a_row_are_checked_once(qtbot: QtBot, held: Document, checks: Checks):
    qtbot.wait(20)
    before = checks.asked
    for words in ("a", "ab", "abc"):
        held.put(12, answer(12, value="yes", details=words), join="typing")
    assert checks.asked == before
    qtbot.waitUntil(lambda: checks.asked == before + 1, timeout=1500)


def test_before_the_window_is_ready_nothing_is_checked(qtbot: QtBot, checks: Checks):
    document = Document(SMALL, checker=checks)
    document.suspend(4)
    document.put(5, YES)
    document.show_suspended()
    assert checks.asked == 0


# accepting


@pytest.fixture
def warned(qtbot: QtBot, checks: Checks) -> Document:
    checks.problems = (problem(4, "odd", Severity.WARNING, ccode=275), problem(5, "bad"))
    document = Document(SMALL, checker=checks)
    document.check()
    return document


def test_an_accepted_warning_no_longer_counts(warned: Document):
    warned.session.accept(warned.problems[0], "The treaty says so.")
    assert warned.session.count(Severity.WARNING) == 0
    assert warned.session.count(Severity.ERROR) == 1
    assert warned.session.severities_of(4) == set()


def test_the_reason_stands_with_the_problem(warned: Document):
    warned.session.accept(warned.problems[0], "The treaty says so.")
    assert warned.session.shown_problems(4) == ((warned.problems[0], "The treaty says so."),)


def test_a_changed_answer_opens_the_warning_again(warned: Document):
    warned.session.accept(warned.problems[0], "The treaty says so.")
    warned.put(4, answer(4, value=[{"ccode": 275, "name": "Hesse"}]))
    assert warned.session.count(Severity.WARNING) == 1


def test_an_acceptance_can_be_taken_back(warned: Document):
    warned.session.accept(warned.problems[0], "The treaty says so.")
    warned.session.reopen(warned.problems[0])
    assert warned.session.count(Severity.WARNING) == 1


def test_a_sheet_is_complete_until_it_changes(warned: Document):
    assert not warned.session.complete
    warned.session.mark_complete()
    assert warned.session.complete
    warned.put(5, YES)
    assert not warned.session.complete


# what editors may know of the rest of the sheet


def test_the_context_has_what_the_published_list_is_asked_by(document: Document):
    context = document.context
    assert (context.atop_id, context.members, context.signed_dates) == (5040, (703, 705), ("2003-12-25",))
    assert context.alliance is None  # nobody has given the published list
    document.set_surroundings(EditorContext(alliances=load_alliances))
    assert document.context.alliance == load_alliances().get(5040)


def test_the_editors_hear_of_another_id_and_other_members(document: Document):
    assert document.context_questions == (1, 3, 4)
    document.set_surroundings(EditorContext(alliances=load_alliances))
    document.put(1, answer(1, value=1005))
    assert document.context.alliance is None
    document.put(1, BLANK)
    assert document.context.alliance is not None
    document.put(4, BLANK)
    assert document.context.alliance is None


# The checks of a sheet that is the same


def test_a_sheet_that_did_not_change_is_not_checked_again(checks: Checks, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("atop_coder.session.shown_problems.check_now", checks)
    check = LastCheck()
    checks.problems = (problem(4),)
    assert check(SMALL) == check(SMALL) == checks.problems
    assert checks.asked == 1


def test_a_changed_sheet_is_checked_again(checks: Checks, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("atop_coder.session.shown_problems.check_now", checks)
    check = LastCheck()
    check(SMALL)
    checks.problems = (problem(5),)
    assert check(SMALL.with_answer(5, YES)) == checks.problems


def test_on_another_day_a_sheet_is_checked_again(checks: Checks, monkeypatch: pytest.MonkeyPatch):
    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2999, 1, 1)

    monkeypatch.setattr("atop_coder.session.shown_problems.check_now", checks)
    check = LastCheck()
    check(SMALL)
    monkeypatch.setattr("atop_coder.session.shown_problems.date", Later)
    check(SMALL)
    assert checks.asked == 2
