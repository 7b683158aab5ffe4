"""After a crash: what is offered, taken, compared, set aside; and never replayed or deleted unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from atop_coder.compare.sheets import Side
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.journal import Journal
from atop_coder.files.recovery import ASIDE as FOLDER
from atop_coder.files.recovery import Fit, left_behind
from atop_coder.gui.app import Program
from atop_coder.gui.window.recovery_bar import ASIDE, BUTTONS, COMPARE, LOOK, MAX_BARS, TAKE, RecoveryBar
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.files.test_journal import kill
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Program]
YES = answer(5, value="yes", details="In 1914.")


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the windows of these tests keep their journals."""
    return tmp_path / "config" / "state" / "journals"


def crash(folder: Path, path: Path | None, *edits: tuple[int, Answer], start: Sheet = SMALL) -> Path:
    """Leaves the journal of a window that ended while these edits were not saved."""
    journal = Journal(folder)
    journal.begin(start, path, fingerprint(path) if path else "", "ATOP 5040")
    journal.note(edits)
    kill(journal)
    journal.close()
    assert journal.path is not None
    return journal.path


def offered(program: Program) -> list[RecoveryBar]:
    program.recovery.offer()
    return program.recovery_area.bars


def press(program: Program, button: str, place: int = 0) -> None:
    bar = program.recovery_area.bars[place]
    next(chip for chip in bar.buttons if chip.text() == button).click()


def test_without_a_crash_nothing_is_offered(open_window: Open, normalized: Path):
    program = open_window(normalized)
    assert offered(program) == []
    assert program.recovery_area.isHidden()


def test_the_bar_says_which_sheet_when_and_what_also_while_no_sheet_is_open(
    open_window: Open, normalized: Path, folder: Path
):
    crash(folder, normalized, (5, YES), (18, Answer(details="To help.")))
    program = open_window()
    (bar,) = offered(program)
    words = bar.label.text()
    assert "ATOP 5040 (ATOP5040.txt)" in words
    assert "uestions 5 and 18" in words
    assert "today" in words
    assert bar.isVisible()


def test_taken_work_is_there_not_saved_and_can_be_undone(open_window: Open, normalized: Path, folder: Path):
    before = normalized.read_bytes()
    old = crash(folder, normalized, (5, YES))
    program = open_window()
    offered(program)
    press(program, TAKE)
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL.with_answer(5, YES)
    assert program.workspace.document.dirty
    assert normalized.read_bytes() == before
    assert program.recovery_area.isHidden()
    assert not old.exists()
    program.workspace.document.undo()
    assert program.workspace.document.sheet == SMALL


def test_taken_work_is_at_once_in_a_journal_again(open_window: Open, normalized: Path, folder: Path):
    crash(folder, normalized, (5, YES))
    program = open_window()
    offered(program)
    press(program, TAKE)
    assert program.workspace.document is not None
    assert program.journals.journals[program.workspace.document].sheet[5] == YES
    assert len(list(folder.glob("*.journal"))) == 1


def test_work_in_a_sheet_that_is_open_already_goes_there(open_window: Open, normalized: Path, folder: Path):
    crash(folder, normalized, (5, YES))
    program = open_window(normalized)
    offered(program)
    press(program, TAKE)
    assert len(program.workspace.documents) == 1
    assert program.workspace.documents[0].sheet[5] == YES


def test_an_unnamed_sheet_comes_back_unnamed(open_window: Open, folder: Path):
    crash(folder, None, (5, YES), start=Sheet.empty())
    program = open_window()
    (bar,) = offered(program)
    assert [chip.text() for chip in bar.buttons] == [TAKE, LOOK, ASIDE]
    press(program, TAKE)
    assert program.workspace.document is not None
    assert program.workspace.document.path is None
    assert program.workspace.document.sheet[5] == YES
    assert program.workspace.document.dirty


def test_work_whose_file_is_gone_comes_back_as_a_new_sheet(open_window: Open, normalized: Path, folder: Path):
    crash(folder, normalized, (5, YES))
    normalized.unlink()
    program = open_window()
    (bar,) = offered(program)
    assert str(normalized.parent) in bar.label.text()
    press(program, TAKE)
    assert program.workspace.document is not None
    assert program.workspace.document.path is None
    assert program.workspace.document.sheet == SMALL.with_answer(5, YES)


def test_a_file_that_was_changed_since_is_compared_and_never_replayed(
    open_window: Open, normalized: Path, folder: Path
):
    theirs = SMALL.with_answer(5, answer(5, value="no", details="By another hand.")).with_answer(
        18, Answer(details="Theirs.")
    )
    old = crash(folder, normalized, (5, YES), (20, Answer(details="Mine.")))
    normalized.write_text(sheet_to_normalized(theirs), encoding="utf-8")
    program = open_window()
    (bar,) = offered(program)
    assert [chip.text() for chip in bar.buttons] == [COMPARE, ASIDE]
    press(program, COMPARE)
    page = program.comparisons.page
    assert page is not None
    assert page.choices == {20: Side.MINE}
    assert not page.confirm.isEnabled()
    page.cards[0].boxes[Side.MINE].click()
    page.confirm.click()
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == theirs.with_answer(5, YES).with_answer(
        20, Answer(details="Mine.")
    )
    assert not old.exists()


def test_what_is_not_taken_in_a_comparison_is_set_aside(open_window: Open, normalized: Path, folder: Path):
    old = crash(folder, normalized, (5, YES))
    data = old.read_bytes()
    normalized.write_text(sheet_to_normalized(SMALL.with_answer(18, Answer(details="Theirs."))), "utf-8")
    program = open_window()
    offered(program)
    press(program, COMPARE)
    assert program.comparisons.page is not None
    program.comparisons.page.all_theirs.click()
    program.comparisons.page.confirm.click()
    assert (folder / FOLDER / old.name).read_bytes() == data


def test_looking_shows_both_and_closing_the_page_leaves_the_offer(
    open_window: Open, normalized: Path, folder: Path
):
    old = crash(folder, normalized, (5, YES))
    program = open_window()
    offered(program)
    press(program, LOOK)
    assert program.comparisons.page is not None
    program.comparisons.page.reject()
    assert old.exists()
    assert len(program.recovery_area.bars) == 1
    assert program.workspace.documents == []


def test_a_journal_that_is_set_aside_is_kept(open_window: Open, normalized: Path, folder: Path):
    old = crash(folder, normalized, (5, YES))
    data = old.read_bytes()
    program = open_window()
    offered(program)
    press(program, ASIDE)
    assert (folder / FOLDER / old.name).read_bytes() == data
    assert program.recovery_area.isHidden()
    assert offered(program) == []


def test_work_that_stands_in_the_file_already_is_not_offered(
    open_window: Open, normalized: Path, folder: Path
):
    crash(folder, normalized, (5, YES))
    normalized.write_text(sheet_to_normalized(SMALL.with_answer(5, YES)), encoding="utf-8")
    assert offered(open_window()) == []


def test_a_damaged_journal_can_only_be_set_aside(open_window: Open, folder: Path):
    folder.mkdir(parents=True)
    (folder / "a.journal").write_bytes(b"\x00" * 100)
    (bar,) = offered(open_window())
    assert [chip.text() for chip in bar.buttons] == list(BUTTONS[Fit.DAMAGED])
    assert (folder / "a.journal").exists()


def test_many_journals_leave_room_for_the_work(open_window: Open, folder: Path):
    for number in range(5):
        crash(folder, None, (18, Answer(details=str(number))), start=Sheet.empty())
    program = open_window()
    assert len(offered(program)) == 5
    assert sum(bar.isVisible() for bar in program.recovery_area.bars) == MAX_BARS
    press(program, ASIDE)
    assert sum(bar.isVisible() for bar in program.recovery_area.bars) == MAX_BARS


def test_work_is_not_forced_on_a_sheet_that_somebody_else_has(
    open_window: Open, normalized: Path, folder: Path
):
    from tests.files.test_lock import elsewhere, put

    old = crash(folder, normalized, (5, YES))
    put(normalized, elsewhere())
    program = open_window()
    offered(program)
    press(program, TAKE)
    assert old.exists()
    assert len(program.recovery_area.bars) == 1


def test_two_windows_do_not_offer_each_others_living_work(open_window: Open, normalized: Path, folder: Path):
    first = open_window(normalized)
    first.form_page.cards[5].editor.choose("yes")
    first.journals.note()
    assert offered(open_window()) == []
    assert left_behind(folder) == ()
    assert isinstance(next(iter(first.journals.journals.values())).path, Path)
