"""A random walk: edits, undo, redo, saves, crashes, recovery, changes by others; the sheet is the model.

`pytest --hypothesis-profile=thorough tests/work/test_random_walk.py` walks for a night.
"""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtWidgets import QApplication

from atop_coder.compare.sheets import Side, compare, taken
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.recovery import Fit, forget, left_behind
from atop_coder.files.versions import Versions
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.journal_writer import JournalWriter
from atop_coder.reading import read_sheet
from atop_coder.session.saving import save_session
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.files.test_sheet_file import dead_owner
from tests.strategies import FORM, answers

QUESTIONS = (2, 3, 4, 5, 16, 18, 20)
EDITS = st.sampled_from(QUESTIONS).flatmap(
    lambda number: st.tuples(st.just(number), answers(FORM.question(number)))
)


def written(sheet: Sheet) -> bytes:
    return sheet_to_normalized(sheet).encode()


class Walk(RuleBasedStateMachine):
    """One person with one sheet, and the rest of the world."""

    owner: ClassVar[dict[str, Any]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "ATOP5040.txt"
        self.versions = Versions()

    @initialize()
    def begin(self) -> None:
        self.path.write_bytes(written(Sheet.empty()))
        self.disk = Sheet.empty()
        self.open()

    def open(self) -> None:
        print_now = fingerprint(self.path)
        self.document = Document.of(read_sheet(self.path), self.path)
        self.document.session.fingerprint = print_now
        self.keeper = JournalWriter(self.folder / "journals")
        self.keeper.follow(self.document)
        self.now = self.first = self.known = self.disk
        self.past: list[Sheet] = []
        self.future: list[Sheet] = []

    def change(self, after: Sheet) -> None:
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    # a person

    @rule(edit=EDITS)
    def edit(self, edit: tuple[int, Answer]) -> None:
        self.document.put(*edit)
        self.change(self.now.with_answer(*edit))

    @rule(edits=st.lists(EDITS, min_size=2, max_size=4))
    def edit_several(self, edits: list[tuple[int, Answer]]) -> None:
        self.document.put_all(dict(edits))
        after = self.now
        for number, answer in dict(edits).items():
            after = after.with_answer(number, answer)
        self.change(after)

    @rule()
    def undo(self) -> None:
        self.document.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.document.redo()
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def pause(self) -> None:
        """Half a second goes by."""
        self.keeper.note()

    @rule(data=st.data())
    def save(self, data: st.DataObject) -> None:
        changed = self.disk not in (self.known, self.now)
        if changed:
            with pytest.raises(AtopError) as refused:
                self.put_into_file()
            assert refused.value.code == "changed-outside"
            assert self.path.read_bytes() == written(self.disk)
            self.settle(data)
        else:  # nobody is asked without a reason
            self.put_into_file()
            self.disk = self.known = self.now

    def put_into_file(self) -> None:
        save_session(self.document.session, self.path, self.versions)

    def settle(self, data: st.DataObject) -> None:
        differences = compare(self.now, self.disk, self.known)
        choices = {one.question: one.proposed or data.draw(st.sampled_from(Side)) for one in differences}
        self.document.session.note_file(self.disk, fingerprint(self.path))
        chosen = taken(differences, choices)
        self.document.put_all(chosen)
        after = self.now
        for number, answer in chosen.items():
            after = after.with_answer(number, answer)
        self.change(after)
        self.put_into_file()
        self.disk = self.known = self.now

    # the world

    @rule(edit=EDITS)
    def somebody_else_saves(self, edit: tuple[int, Answer]) -> None:
        self.disk = self.disk.with_answer(*edit)
        self.path.write_bytes(written(self.disk))

    @rule(noted=st.booleans())
    def crash_and_recover(self, noted: bool) -> None:
        if noted:
            self.keeper.note()
        expected = self.keeper.journals[self.document].sheet
        known = self.known
        self.die()
        journals = left_behind(self.folder / "journals")
        assert len(journals) <= 1
        self.open()
        for left in journals:
            changed = self.disk != known
            assert left.sheet == expected
            assert left.fit == (Fit.CHANGED if changed else Fit.SAME)
            assert left.start == known
            if not changed:
                self.document.put_all(left.lost)
                self.change(expected)
            self.keeper.note()
            forget(left)

    def die(self) -> None:
        """The process ends: what is left is what is on disk."""
        for journal in self.keeper.journals.values():
            path = journal.path
            journal.close()
            if path is not None:
                head, rest = path.read_bytes().split(b"\n", 1)
                data = {**json.loads(head), "owner": self.owner}
                path.write_bytes(json.dumps(data).encode() + b"\n" + rest)
        self.keeper.journals.clear()
        self.keeper.stop()

    @precondition(lambda self: self.past)
    @rule()
    def undo_to_the_start(self) -> None:
        while self.document.history.past:
            self.document.undo()
        assert self.document.sheet == self.first
        self.future = [*self.future, self.now, *reversed(self.past)][: len(self.future) + len(self.past)]
        self.now = self.first
        self.past = []

    # always

    @invariant()
    def the_sheet_is_the_model(self) -> None:
        assert self.document.sheet == self.now
        assert self.document.dirty == (self.now != self.known)

    @invariant()
    def the_file_is_whole_and_what_was_last_saved(self) -> None:
        assert self.path.read_bytes() == written(self.disk)

    def teardown(self) -> None:
        self.die()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.mark.slow
def test_the_sheet_is_always_what_the_model_says(qapp: QApplication):
    from hypothesis.stateful import run_state_machine_as_test

    Walk.owner = dead_owner().data
    usual = settings.default.max_examples if settings.default else 50
    examples = max(20, usual // 3)  # each is a walk of many steps
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
