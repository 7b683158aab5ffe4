"""Edits and their history: whatever was done can be undone, and made again."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from atop_coder.sheet import BLANK, Answer, Edit, History, Sheet

YES, NO = Answer(value="yes"), Answer(value="no")


def text(words: str) -> Answer:
    return Answer(details=words)


def history() -> History:
    return History(Sheet.empty())


def test_an_edit_undone_is_turned_round():
    edit = Edit(10, YES, NO)
    assert edit.undone == Edit(10, NO, YES)
    assert edit.undone.undone == edit


def test_an_edit_changes_the_sheet_and_is_given_back():
    past = history()
    assert past.apply(10, YES) == Edit(10, BLANK, YES)
    assert past.sheet[10] == YES


def test_the_same_answer_again_is_no_edit():
    past = history()
    past.apply(10, YES)
    assert past.apply(10, YES) is None
    assert len(past.past) == 1


def test_undo_and_redo_walk_the_steps():
    past = history()
    past.apply(10, YES)
    past.apply(11, NO)
    assert past.undo() == (Edit(11, NO, BLANK),)
    assert past.undo() == (Edit(10, YES, BLANK),)
    assert past.undo() == ()
    assert past.sheet == Sheet.empty()
    assert past.redo() == (Edit(10, BLANK, YES),)
    assert past.redo() == (Edit(11, BLANK, NO),)
    assert past.redo() == ()
    assert (past.sheet[10], past.sheet[11]) == (YES, NO)


def test_an_edit_after_undo_ends_the_future():
    past = history()
    past.apply(10, YES)
    past.undo()
    past.apply(11, NO)
    assert past.redo() == ()


def test_several_edits_are_one_step():
    past = history()
    assert past.apply_all((Edit(10, BLANK, YES), Edit(11, BLANK, NO), Edit(12, BLANK, BLANK)))
    assert len(past.undo()) == 2
    assert past.sheet == Sheet.empty()


def test_a_step_that_changes_one_answer_twice_is_undone_in_turn():
    past = history()
    past.apply_all((Edit(10, BLANK, YES), Edit(10, YES, NO)))
    past.undo()
    assert past.sheet[10] == BLANK
    past.redo()
    assert past.sheet[10] == NO


def test_no_edits_are_no_step():
    assert not history().apply_all(())


def test_typing_in_one_field_is_one_step():
    past = history()
    for words in ("T", "Th", "The"):
        past.apply(18, text(words), join="typing")
    past.undo()
    assert past.sheet[18] == BLANK
    past.redo()
    assert past.sheet[18] == text("The")


def test_typing_in_another_field_is_another_step():
    past = history()
    past.apply(18, text("a"), join="typing")
    past.apply(20, text("b"), join="typing")
    assert len(past.past) == 2


def test_another_kind_of_change_in_the_same_field_is_another_step():
    past = history()
    past.apply(18, text("a"), join="typing")
    past.apply(18, text("b"), join="pasting")
    past.apply(18, text("c"))
    past.apply(18, text("d"))
    assert len(past.past) == 4


def test_leaving_a_field_ends_the_step():
    past = history()
    past.apply(18, text("a"), join="typing")
    past.end_joining()
    past.apply(18, text("ab"), join="typing")
    assert len(past.past) == 2


def test_undo_ends_the_step():
    past = history()
    past.apply(18, text("a"), join="typing")
    past.undo()
    past.redo()
    past.apply(18, text("ab"), join="typing")
    assert len(past.past) == 2


def test_typing_that_is_taken_back_leaves_no_step():
    past = history()
    past.apply(18, text("a"), join="typing")
    past.apply(18, BLANK, join="typing")
    assert past.undo() == ()


def test_typing_that_is_taken_back_does_not_join_the_step_before():
    past = history()
    past.apply(18, text("a"))
    past.apply(18, text("ab"), join="typing")
    past.apply(18, text("a"), join="typing")
    past.apply(18, text("ac"), join="typing")
    past.undo()
    assert past.sheet[18] == text("a")


class Undoing(RuleBasedStateMachine):
    """A history beside a plain list of all sheets that a person could go back to."""

    @initialize()
    def begin(self) -> None:
        self.history = history()
        self.sheets = [self.history.sheet]
        self.at = 0
        self.joined: tuple[int, str] | None = None

    @rule(
        number=st.sampled_from([18, 20]),
        words=st.sampled_from(["", "a", "b"]),
        join=st.sampled_from([None, "typing"]),
    )
    def change(self, number: int, words: str, join: str | None) -> None:
        edit = self.history.apply(number, text(words), join)
        if edit is None:
            return
        if join and self.joined == (number, join):
            self.sheets[self.at :] = [self.history.sheet]
            if self.at and self.sheets[self.at] == self.sheets[self.at - 1]:
                del self.sheets[self.at]
                self.at -= 1
                self.joined = None
        else:
            self.sheets[self.at + 1 :] = [self.history.sheet]
            self.at += 1
            self.joined = (number, join) if join else None

    @rule(words=st.sampled_from(["", "a", "b"]))
    def change_two(self, words: str) -> None:
        edits = tuple(Edit(number, self.history.sheet[number], text(words)) for number in (18, 20))
        if self.history.apply_all(edits):
            self.sheets[self.at + 1 :] = [self.history.sheet]
            self.at += 1
            self.joined = None

    @rule()
    def leave_the_field(self) -> None:
        self.history.end_joining()
        self.joined = None

    @rule()
    def undo(self) -> None:
        done = bool(self.history.undo())
        assert done == (self.at > 0)
        self.at -= done
        self.joined = None

    @rule()
    def redo(self) -> None:
        done = bool(self.history.redo())
        assert done == (self.at + 1 < len(self.sheets))
        self.at += done
        self.joined = None

    @precondition(lambda self: self.at > 2)
    @rule()
    def walk_all_the_way_and_back(self) -> None:
        sheet, at = self.history.sheet, self.at
        for _ in range(at):
            self.history.undo()
        assert self.history.sheet == Sheet.empty()
        for _ in range(at):
            self.history.redo()
        assert self.history.sheet == sheet
        self.joined = None

    @invariant()
    def the_sheet_is_the_one_expected(self) -> None:
        assert self.history.sheet == self.sheets[self.at]
        assert len(self.history.past) == self.at
        assert len(self.history.future) == len(self.sheets) - self.at - 1


TestUndoing = Undoing.TestCase
