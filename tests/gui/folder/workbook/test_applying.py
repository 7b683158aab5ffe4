"""The changes that are chosen: into open sheets as one step, and what is said of all of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from atop_coder.files.owner import Owner
from atop_coder.folder.workbook import Applied, SheetChanges
from atop_coder.gui.folder.workbook import applying
from atop_coder.gui.folder.workbook.applying import (
    MAX_REASONS,
    Outcome,
    outcome_words,
    put_into_tabs,
    taken_back_words,
    undo_in_tabs,
)
from atop_coder.gui.session.document import Document
from atop_coder.sheet import Answer
from tests.gui.conftest import Checks, answer
from tests.gui.folder.conftest import message_of
from tests.gui.folder.workbook.previews import YES_QUOTED, change, changes_in

NONE: frozenset[Path] = frozenset()
BOTH = frozenset({8, 21})


@pytest.fixture
def changes(tmp_path: Path) -> SheetChanges:
    return changes_in("a.txt", change(8, **YES_QUOTED), change(21, value="yes"), home=tmp_path)


@pytest.fixture
def tab(qapp: QApplication, changes: SheetChanges) -> Document:
    """The sheet, open in a tab."""
    return Document(changes.sheet, changes.path, checker=Checks())


def put(changes: SheetChanges, *tabs: Document, were_open: frozenset[Path] = NONE) -> Outcome:
    outcome = Outcome()
    assert put_into_tabs([(changes, BOTH)], tabs, were_open, outcome) == []
    return outcome


def test_an_open_sheet_is_changed_in_one_step_and_not_saved(changes: SheetChanges, tab: Document):
    before = tab.sheet
    outcome = put(changes, tab)
    assert tab.sheet == changes.with_changes(BOTH)
    assert tab.dirty
    assert len(tab.history.past) == 1
    tab.undo()
    assert tab.sheet == before
    assert outcome_words(outcome) == "2 changes in 1 open sheet, not saved yet."


def test_only_what_is_ticked_is_put_into_it(changes: SheetChanges, tab: Document):
    put_into_tabs([(changes, frozenset({21}))], [tab], NONE, Outcome())
    assert [number for number, now in tab.sheet if now != changes.sheet[number]] == [21]


def test_a_sheet_that_is_not_open_is_left_to_its_file(changes: SheetChanges, document: Document):
    outcome = Outcome()
    assert put_into_tabs([(changes, BOTH)], [document], NONE, outcome) == [(changes, BOTH)]
    assert not outcome.done


def test_a_sheet_that_was_never_saved_is_no_sheet_of_the_folder(qapp: QApplication, changes: SheetChanges):
    new = Document(changes.sheet, checker=Checks())
    assert put_into_tabs([(changes, BOTH)], [new], NONE, Outcome()) == [(changes, BOTH)]


def test_a_link_to_a_sheet_that_is_open_is_that_sheet(changes: SheetChanges, tab: Document, tmp_path: Path):
    changes.path.write_text("x")
    link = tmp_path / "link.txt"
    link.symlink_to(changes.path)
    other = changes_in("link.txt", *changes.changes, home=tmp_path)
    assert len(put(other, tab).put) == 1


def test_an_answer_that_was_edited_meanwhile_is_left_and_the_others_are_not(
    changes: SheetChanges, tab: Document
):
    mine = answer(21, value="yes", details="Mine.")
    tab.put(21, mine)
    outcome = put(changes, tab)
    assert tab.sheet[21] == mine
    assert tab.sheet[8] == changes.answers([8])[8]
    assert "question 21" in outcome.left[0]


def test_an_answer_that_already_says_so_is_no_change_and_no_trouble(changes: SheetChanges, tab: Document):
    for number, wanted in changes.answers(BOTH).items():
        tab.put(number, wanted)
    outcome = put(changes, tab)
    assert not outcome.done
    assert outcome.left == []


def test_a_sheet_that_was_open_and_is_closed_now_is_left(changes: SheetChanges):
    outcome = put(changes, were_open=frozenset({changes.path}))
    assert outcome.left == [message_of("edit-sheet-changed", file=changes.path)]


def test_a_sheet_that_somebody_else_holds_is_left_with_their_name(
    changes: SheetChanges, tab: Document, monkeypatch: pytest.MonkeyPatch
):
    owner = Owner("Ada", "elsewhere", 1, "", datetime.now(UTC))
    monkeypatch.setattr(applying, "held_by", lambda _path: owner)
    tab.session.reading_only = True
    outcome = put(changes, tab)
    assert outcome.left == [message_of("edit-held", file=changes.path, who="Ada")]
    assert tab.sheet == changes.sheet


# taking back


def test_what_was_put_into_a_tab_is_undone(changes: SheetChanges, tab: Document):
    outcome, left = put(changes, tab), list[str]()
    assert undo_in_tabs(outcome.put, [tab], left) == outcome.put
    assert tab.sheet == changes.sheet
    assert left == []


def test_what_was_undone_and_made_again_can_still_be_taken_back(changes: SheetChanges, tab: Document):
    outcome = put(changes, tab)
    tab.undo()
    tab.redo()
    assert undo_in_tabs(outcome.put, [tab], []) == outcome.put


def test_a_tab_that_was_edited_since_keeps_its_changes(changes: SheetChanges, tab: Document):
    outcome, left = put(changes, tab), list[str]()
    tab.put(15, Answer(details="Later."))
    now = tab.sheet
    assert undo_in_tabs(outcome.put, [tab], left) == []
    assert tab.sheet == now
    assert tab.name in left[0]


def test_what_is_being_typed_counts_as_an_edit(changes: SheetChanges, tab: Document):
    outcome, left = put(changes, tab), list[str]()

    def take_over() -> None:
        tab.put(15, Answer(details="Typed."))

    tab.defer(take_over)
    assert undo_in_tabs(outcome.put, [tab], left) == []
    assert tab.sheet[15].details == "Typed."


def test_a_tab_that_was_undone_by_hand_is_not_undone_further(changes: SheetChanges, tab: Document):
    tab.put(15, Answer(details="Earlier."))
    outcome, left = put(changes, tab), list[str]()
    tab.undo()
    assert undo_in_tabs(outcome.put, [tab], left) == []
    assert tab.sheet[15].details == "Earlier."
    assert len(left) == 1


def test_a_tab_that_is_closed_is_told(changes: SheetChanges, tab: Document):
    left: list[str] = []
    assert undo_in_tabs(put(changes, tab).put, [], left) == []
    assert len(left) == 1


# words


def saved(name: str, count: int, message: str = "") -> Applied:
    return Applied(Path(name), count, Path(name), message)


def refused(name: str) -> Applied:
    return Applied(Path(name), message=f"{name}: no.")


def outcome_of(*applied: Applied, wanted: int | None = None) -> Outcome:
    outcome = Outcome()
    outcome.take(applied, len(applied) if wanted is None else wanted)
    return outcome


def test_what_was_saved_is_counted():
    assert outcome_words(outcome_of(saved("a", 1), saved("b", 4))) == "5 changes in 2 sheets saved."


def test_what_was_saved_and_what_was_not_stand_in_one_sentence(changes: SheetChanges, tab: Document):
    outcome = put(changes, tab)
    outcome.take([saved("a", 3), refused("b")], 2)
    told = outcome_words(outcome)
    assert told == "3 changes in 1 sheet saved; 2 changes in 1 open sheet, not saved yet. b: no."


def test_a_version_that_could_not_be_kept_is_told_of_a_sheet_that_was_saved():
    assert outcome_words(outcome_of(saved("a", 1, "No room."))) == "1 change in 1 sheet saved. No room."


def test_where_nothing_was_changed_it_says_so():
    outcome = outcome_of(refused("a"))
    assert not outcome.done
    assert outcome_words(outcome) == "No sheet was changed. a: no."


@pytest.mark.parametrize(
    ("wanted", "words"), [(2, "1 sheet left as it is"), (4, "3 sheets left as they are")]
)
def test_what_was_cancelled_is_counted(wanted: int, words: str):
    assert words in outcome_words(outcome_of(saved("a", 1), wanted=wanted))


def test_more_reasons_than_anybody_reads_are_counted():
    told = outcome_words(outcome_of(*(refused(str(number)) for number in range(MAX_REASONS + 2))))
    assert told.count("no.") == MAX_REASONS
    assert told.endswith("And 2 messages more.")


def test_what_was_taken_back_is_counted_with_the_tabs(changes: SheetChanges, tab: Document):
    undone = put(changes, tab).put
    assert taken_back_words(undone, [saved("a", 1)], ["c: no."], 0) == "Taken back in 2 sheets. c: no."
    assert "1 sheet left" in taken_back_words([], [saved("a", 1)], [], 1)
