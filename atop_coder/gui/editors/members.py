"""The members of the alliance: a table, and a line to add states by name or code."""

from collections.abc import Iterable
from functools import partial

from atop_coder.checks.problem import Severity
from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.editors.members_model import MembersModel
from atop_coder.gui.editors.members_table import MembersTable
from atop_coder.gui.editors.members_text import (
    MemberRead,
    parse_members_text,
    read_member,
    state_line,
    state_suggestions,
)
from atop_coder.gui.editors.typed import typed_paragraphs
from atop_coder.gui.widgets.buttons import OfferButton, QuietButton
from atop_coder.gui.widgets.clipboard import copied_text
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.suggest import SuggestField
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.sheet import Answer, AnyValue, Member

RANKS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class MembersEditor(Editor):
    """For members. What is no COW state is refused: it stays in the line, with the nearest states offered."""

    bar_place = Slot.FOOT

    def build(self) -> None:
        self._refused = ""
        self.model = MembersModel(self._table_edited)
        self.model.setParent(self)
        self.table = MembersTable(self.model, self.theme, self.remove_marked, self.move_marked)
        self.name(self.table, "members")
        self.put(self.table, Slot.VALUE)
        self._build_line()
        self.reason = FieldNotice(self.theme)
        self.reason.setWordWrap(True)
        self.put(self.reason, Slot.VALUE)
        self.offers = FlowRow(self.theme)
        self.offers.hide()
        self.put(self.offers, Slot.VALUE)
        self._show_rows(())

    def _build_line(self) -> None:
        self.line = FlowRow(self.theme)
        self.field = SuggestField(
            self.theme,
            lambda text: state_suggestions(text, self.context.with_states()),
            lambda code: self.add_state(int(str(code))),
            self._enter,
            self.paste,
            250,
        )
        self.field.setPlaceholderText("Add a state by name or code")
        self.field.textEdited.connect(self._line_typed)
        self.field.editingFinished.connect(self._line_left)
        self.name(self.field, "add a state")
        self.line.add(self.field)
        for text, part, act in (
            ("Paste list", "paste a list of states", lambda: self.paste(copied_text())),
            ("Up", "move the marked member up", lambda: self.move_marked(-1)),
            ("Down", "move the marked member down", lambda: self.move_marked(1)),
            ("Remove", "remove the marked members", self.remove_marked),
        ):
            button = QuietButton(text, self.theme)
            button.clicked.connect(act)
            button.setProperty("needs_rows", text != "Paste list")
            self.name(button, part)
            self.line.add(button)
        self._buttons = [button for button in self.line.items if button.property("needs_rows")]
        self.put(self.line, Slot.VALUE)

    def foot(self) -> FlowRow:
        return self.line

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        members = answer.value if isinstance(answer.value, tuple) else ()
        self._show_rows(tuple(one for one in members if isinstance(one, Member)))
        self.field.show_text("; ".join(unread))
        self._refuse(read_member(unread[0], self.context.with_states()) if unread else None)

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        words = self.field.text().strip()
        return tuple(self.model.members) or None, (words,) if words else ()

    def split_words(self, answer: Answer) -> int:
        return min(1, typed_paragraphs(answer, longest=60, shape=r"[^.\n]*"))

    def split_beside(self, answer: Answer) -> int:
        return self.split_words(answer)

    def focus_first(self) -> None:
        self.field.setFocus()

    def take_typed(self) -> None:
        super().take_typed()
        self.field.finish()

    def context_changed(self) -> None:
        self.model.set_context(self.context)

    def problems_changed(self) -> None:
        marks: dict[int, Severity] = {}
        for problem in sorted(self.problems, key=lambda one: -RANKS.index(one.severity)):
            if isinstance(code := problem.data.get("ccode"), int):
                marks[code] = problem.severity
        self.model.set_marks(marks)

    def insert_state(self, ccode: int) -> None:
        self.add_state(ccode)

    def add_state(self, ccode: int) -> None:
        """A person adds a state of the list."""
        state = self.context.with_states().states.get(ccode)
        if state:
            self.add_members((Member(ccode=ccode, name=state.name),))

    def add_members(self, members: Iterable[Member]) -> None:
        """A person adds these; one that is there already is named and not added twice."""
        members = tuple(members)
        there = {member.ccode for member in self.model.members}
        new = {member.ccode: member for member in members if member.ccode not in there}
        twice = [member.name for member in members if member.ccode in there]
        self._refuse(None)
        if new:
            self._set_members((*self.model.members, *new.values()))
        else:
            self._keep_line()
        if twice:
            self.reason.say(f"{', '.join(twice)}: a member already, and not added again.", "quiet")

    def paste(self, text: str) -> None:
        """Adds all states of a list; what is no state stays in the line."""
        reads = parse_members_text(text, self.context.with_states())
        refused = [read for read in reads if not read.member]
        self.field.setText("; ".join(read.words for read in refused))
        self.add_members(read.member for read in reads if read.member)
        if refused:
            self._refuse(refused[0])

    def remove_marked(self) -> None:
        """Takes the marked rows out."""
        rows = self.table.marked_rows()
        if rows:
            self._set_members(member for row, member in enumerate(self.model.members) if row not in rows)
            self.table.mark_row(rows[0])

    def move_marked(self, step: int) -> None:
        """Moves the marked rows by one, all together, and not beyond the ends."""
        members, rows = list(self.model.members), self.table.marked_rows()
        if not rows or not (rows[0] + step >= 0 and rows[-1] + step < len(members)):
            return
        for row in rows if step < 0 else reversed(rows):
            members[row], members[row + step] = members[row + step], members[row]
        self._set_members(members)
        self.table.mark_rows([row + step for row in rows])

    def _enter(self, text: str) -> None:
        if text.strip() == self._refused:
            self._keep_line()
            return
        if any(mark in text for mark in ",;"):
            self.paste(text)
            return
        read = read_member(text, self.context.with_states())
        if read.member:
            self.field.clear()
            self.add_members((read.member,))
        else:
            self._refuse(read)
            self._keep_line()

    def _line_typed(self) -> None:
        self._refuse(None)
        if self._unread:  # what was refused before is being mended
            self.value_typed()

    def _line_left(self) -> None:
        if not self.field.popup_shown:
            self._keep_line()

    def _keep_line(self) -> None:
        """What stands in the line and is no state is among the answer's words, until it is mended."""
        if self.read_value()[1] != self._unread:
            self._table_edited()

    def _refuse(self, read: MemberRead | None) -> None:
        """Says why the words are no state, and offers the nearest; None takes all that away."""
        self._refused = self.field.text().strip() if read else ""
        self.field.set_wrong(read is not None)
        self.reason.say(read.reason if read else "", "error")
        self.offers.clear()
        for state in read.nearest if read else ():
            offer = OfferButton(state_line(state), self.theme)
            offer.clicked.connect(partial(self._take_offer, state.ccode))
            self.name(offer, f"add {state.ccode} {state.name}")
            self.offers.add(offer)
        self.offers.setVisible(bool(read and read.nearest))
        if self.offers.items:
            tab_after(focusable_in(self.line)[-1], self.offers)

    def _take_offer(self, code: int, _checked: bool = False) -> None:
        rest = self._refused.split(";", 1)[1:] if ";" in self._refused else []
        self.field.clear()
        self.add_state(code)
        self.field.setFocus()
        if rest:
            self.paste(rest[0])

    def _table_edited(self) -> None:
        self.value_typed()
        self.commit()

    def _set_members(self, members: Iterable[Member]) -> None:
        self._show_rows(tuple(members))
        self._table_edited()

    def _show_rows(self, members: tuple[Member, ...]) -> None:
        if list(members) != self.model.members:
            self.model.show_members(members)
        self.table.setVisible(bool(members))
        for button in self._buttons:
            button.setVisible(bool(members))
        self.line.rearrange()
