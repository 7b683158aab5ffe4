"""Two people and one file: told, read, taken over, compared; and a save that fails says where to go on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.compare.sheets import Side
from atop_coder.errors import AtopError
from atop_coder.files.lock import lock_path, read_lock
from atop_coder.files.versions import Versions
from atop_coder.gui.app import Program
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.window.controllers.lock import COMPARE, NOT_NOW, READ, TAKE_OVER
from atop_coder.gui.window.controllers.save import ELSEWHERE
from atop_coder.reading import read_sheet
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.files.test_lock import elsewhere, put
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Program]
YES = answer(5, value="yes")
THEIRS = SMALL.with_answer(18, Answer(details="By another hand."))


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def program(open_window: Open, normalized: Path) -> Program:
    return open_window(normalized)


def write(path: Path, sheet: Sheet) -> None:
    path.write_text(sheet_to_normalized(sheet), encoding="utf-8")


def said(program: Program) -> str:
    return program.notices.bar.label.text() if program.notices.bar else ""


def press(program: Program, button: str) -> None:
    assert program.notices.bar is not None
    next(chip for chip in program.notices.bar.buttons if chip.text() == button).click()


# saving over somebody


def test_both_sides_are_shown_and_what_is_chosen_is_saved(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    assert not program.saving.save()
    page = program.comparisons.page
    assert page is not None
    assert page.choices == {5: Side.MINE, 18: Side.THEIRS}
    page.confirm.click()
    assert read_sheet(normalized).sheet == THEIRS.with_answer(5, YES)
    assert program.workspace.document is not None
    assert not program.workspace.document.dirty
    assert program.workspace.document.sheet == THEIRS.with_answer(5, YES)


@pytest.mark.parametrize("side", Side)
def test_all_of_one_side_can_be_saved(program: Program, normalized: Path, side: Side):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    program.saving.save()
    assert program.comparisons.page is not None
    (program.comparisons.page.all_mine if side == Side.MINE else program.comparisons.page.all_theirs).click()
    program.comparisons.page.confirm.click()
    wanted = SMALL.with_answer(5, YES) if side == Side.MINE else THEIRS
    assert read_sheet(normalized).sheet == wanted


def test_what_the_other_had_saved_is_kept_as_a_version(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    program.saving.save()
    assert program.comparisons.page is not None
    program.comparisons.page.all_mine.click()
    program.comparisons.page.confirm.click()
    (version,) = Versions().of(normalized)
    assert read_sheet(version.path).sheet == THEIRS


def test_giving_up_the_comparison_changes_nothing(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    program.saving.save()
    assert program.comparisons.page is not None
    program.comparisons.page.reject()
    assert read_sheet(normalized).sheet == THEIRS
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL.with_answer(5, YES)
    assert not program.saving.save()


def test_somebody_who_saves_during_the_comparison_is_compared_again(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    program.saving.save()
    first = program.comparisons.page
    assert first is not None
    later = THEIRS.with_answer(20, Answer(details="Once more."))
    write(normalized, later)
    first.confirm.click()
    assert read_sheet(normalized).sheet == later
    assert program.comparisons.page is not None
    assert program.comparisons.page is not first
    program.comparisons.page.confirm.click()
    assert read_sheet(normalized).sheet == later.with_answer(5, YES)


def test_a_file_that_says_the_same_in_other_bytes_needs_no_question(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, SMALL.with_answer(5, YES))
    normalized.write_bytes(normalized.read_bytes() + b"\n\n")
    program.saving.save()
    assert program.comparisons.page is None
    assert read_sheet(normalized).sheet == SMALL.with_answer(5, YES)


def test_a_file_that_is_no_sheet_any_more_is_left_and_another_place_offered(
    program: Program, normalized: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    program.form_page.cards[5].editor.choose("yes")
    normalized.write_text("Dear colleague,")
    assert not program.saving.save()
    assert normalized.read_text() == "Dear colleague,"
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: tmp_path / "elsewhere.txt")
    press(program, ELSEWHERE)
    assert read_sheet(tmp_path / "elsewhere.txt").sheet[5] == YES


def test_a_disk_that_fails_keeps_the_work_and_offers_another_place(
    program: Program, normalized: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = normalized.read_bytes()
    program.form_page.cards[5].editor.choose("yes")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, os.strerror(28))))
        assert not program.saving.save()
    assert str(normalized) in said(program)
    assert "full" in said(program)
    assert normalized.read_bytes() == before
    assert program.workspace.document is not None
    assert program.workspace.document.dirty
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: tmp_path / "elsewhere.txt")
    press(program, ELSEWHERE)
    assert read_sheet(tmp_path / "elsewhere.txt").sheet[5] == YES
    assert not program.workspace.document.dirty


# who has it


def test_an_open_sheet_has_a_lock_that_goes_with_it(program: Program, normalized: Path):
    owner = read_lock(normalized)
    assert owner is not None
    assert owner.is_me
    program.closing.close_page()
    assert not lock_path(normalized).exists()


def test_a_sheet_saved_elsewhere_takes_its_lock_along(
    program: Program, normalized: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: tmp_path / "other.txt")
    program.saving.save_as()
    assert not lock_path(normalized).exists()
    assert lock_path(tmp_path / "other.txt").exists()


def test_the_next_one_is_told_who_has_it_and_since_when(open_window: Open, normalized: Path):
    put(normalized, elsewhere())
    program = open_window(normalized)
    words = said(program)
    assert "Bela on LAB-3" in words
    assert "today" in words


def test_who_only_reads_changes_nothing_and_is_told(open_window: Open, normalized: Path, qtbot: QtBot):
    put(normalized, elsewhere())
    program = open_window(normalized)
    next(chip for chip in program.notices.bar.buttons if chip.text() == READ).click()
    assert program.notices.bar is None
    program.form_page.go_to(10)
    (field,) = program.form_page.cards[10].findChildren(QTextEdit)
    before = field.toPlainText()
    qtbot.keyClicks(field, "x")
    assert field.toPlainText() == before
    program.form_page.cards[5].editor.choose("yes")
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL
    assert "Bela" in said(program)
    owner = read_lock(normalized)
    assert owner is not None
    assert owner.name == "Bela"


def test_who_only_reads_does_not_save_over_it(open_window: Open, normalized: Path):
    put(normalized, elsewhere())
    program = open_window(normalized)
    before = normalized.read_bytes()
    assert not program.saving.save()
    assert "Bela" in said(program)
    assert normalized.read_bytes() == before


def test_who_takes_over_can_work_and_is_still_compared(open_window: Open, normalized: Path):
    put(normalized, elsewhere())
    program = open_window(normalized)
    next(chip for chip in program.notices.bar.buttons if chip.text() == TAKE_OVER).click()
    owner = read_lock(normalized)
    assert owner is not None
    assert owner.is_me
    program.form_page.cards[5].editor.choose("yes")
    write(normalized, THEIRS)
    assert not program.saving.save()
    assert program.comparisons.page is not None


def test_the_bar_goes_and_comes_with_its_sheet(open_window: Open, normalized: Path, tmp_path: Path):
    other = tmp_path / "ATOP5041.txt"
    write(other, SMALL)
    put(normalized, elsewhere())
    program = open_window(normalized, other)
    assert program.notices.bar is None
    program.workspace.show_at(0)
    assert "Bela" in said(program)


def test_a_window_that_only_draws_leaves_no_lock(open_window: Open, normalized: Path):
    program = open_window(traces=False)
    program.opening.open_paths([normalized])
    assert not lock_path(normalized).exists()


# conflicted copies


def test_a_conflicted_copy_is_offered_and_what_is_taken_can_be_undone(open_window: Open, normalized: Path):
    copy = normalized.with_name("ATOP5040.sync-conflict-20261121-140300-ABCDEF7.txt")
    write(copy, THEIRS)
    program = open_window(normalized)
    assert copy.name in said(program)
    press(program, COMPARE)
    assert program.comparisons.page is not None
    program.comparisons.page.all_theirs.click()
    program.comparisons.page.confirm.click()
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == THEIRS
    assert copy.exists()
    program.workspace.document.undo()
    assert program.workspace.document.sheet == SMALL


def test_a_conflicted_copy_may_wait(open_window: Open, normalized: Path):
    write(normalized.with_name("ATOP5040 (1).txt"), THEIRS)
    program = open_window(normalized)
    press(program, NOT_NOW)
    assert program.comparisons.page is None
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL


def test_a_copy_that_says_the_same_is_told_so(open_window: Open, normalized: Path):
    write(normalized.with_name("ATOP5040 (1).txt"), SMALL)
    program = open_window(normalized)
    press(program, COMPARE)
    assert program.comparisons.page is None
    assert "the same" in said(program)


def test_an_error_of_the_catalogue_names_the_one_who_has_it():
    error = AtopError("held-by-another", file="a.txt", who="Bela on LAB-3", since="today, 9:00")
    assert "Bela on LAB-3" in str(error)
