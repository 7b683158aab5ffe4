"""The states, wars and alliances that a description names, by their numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.field_with_note import FieldWithNote
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.theme import Theme

_CODE = re.compile(r"\s*0*(\d{1,5})\b(.*)", re.DOTALL)


@dataclass(frozen=True)
class CodesRead:
    """The numbers in a line, what they stand for, and why a part of the line is none ("" if all are).

    `words` are the parts that are none, as they were typed.
    """

    codes: tuple[int, ...]
    reading: str
    reason: str
    words: str = ""


def read_codes(name: str, text: str, context: EditorContext, held: tuple[int, ...] = ()) -> CodesRead:
    """The codes that a line such as `200, Russia` holds; `name` is states, wars or alliances.

    A code that is no state's is refused, unless the answer `held` it before.
    """
    codes: list[int] = []
    reasons: list[str] = []
    words: list[str] = []
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        code = _code_of(name, part, context, held)
        if code is None:
            reasons.append(_refusal(name, part))
            words.append(part)
        elif code not in codes:
            codes.append(code)
    return CodesRead(tuple(codes), _reading(name, codes, context), " ".join(reasons), "; ".join(words))


def _code_of(name: str, part: str, context: EditorContext, held: tuple[int, ...]) -> int | None:
    if match := _CODE.match(part):
        code = int(match[1])
        known = name != "states" or code in held or not len(context.states) or context.states.get(code)
        return code if known else None
    if name == "states":
        found = context.states.find(part, context.signed, context.signed_until)
        return found[0].ccode if found else None
    return None


def _refusal(name: str, part: str) -> str:
    wanted = {
        "states": "no state of the COW list. Write its code or its name",
        "wars": "no war number. Write the number of the war in the COW list",
        "alliances": "no ATOP number. Write the four digits of the alliance",
    }
    return f"“{part}” is {wanted[name]}."


def _reading(name: str, codes: list[int], context: EditorContext) -> str:
    if name == "states":
        return " · ".join(context.state_label(code) for code in codes)
    if name == "wars" and context.war_name:
        return " · ".join(context.war_name(code) or f"{code}: no war of the COW list" for code in codes)
    return ""


class CodesField(FieldWithNote):
    """A titled line of codes with what they stand for beside it; `on_change(field)` for a person's change.

    `codes` are those of the line, `words` what else stands in it.
    """

    def __init__(
        self, name: str, title: str, theme: Theme, on_change: Callable[["CodesField"], None]
    ) -> None:
        super().__init__(theme)
        self.name, self._on_change = name, on_change
        self.context = EditorContext()
        self.codes: tuple[int, ...] = ()
        self.words = ""
        self.title = Label(title, theme, ink="quiet")
        self.line = LineField(theme, 260)
        self.reading = FieldNotice(theme)
        self.reading.setWordWrap(True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.line)
        self.put_beside(self.head, self.reading)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.leave)

    def restyle(self) -> None:
        super().restyle()
        self.title.setMinimumWidth(self.theme.px(48))
        self.head.setSpacing(self.theme.px(10))

    def set_context(self, context: EditorContext) -> None:
        self.context = context
        self._show_reading(final=self.line.wrong)

    def show_codes(self, codes: tuple[int, ...], words: str = "") -> None:
        """Shows these codes, and words that are none; leaves the line as it was typed if it says the same."""
        if (codes, words) != (self.codes, self.words) or not self.line.text():
            self.codes, self.words = codes, words
            self.line.show_text(", ".join((*map(str, codes), *((words,) if words else ()))))
            self._show_reading(final=bool(words))

    def _typed(self) -> None:
        self._show_reading(final=self.line.wrong)

    def leave(self) -> None:
        """A person is done with the line."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        found = self._show_reading(final=True)
        if (found.codes, found.words) != (self.codes, self.words):
            self.codes, self.words = found.codes, found.words
            self._on_change(self)

    def _show_reading(self, final: bool) -> CodesRead:
        found = read_codes(self.name, self.line.text(), self.context, self.codes)
        wrong = final and bool(found.reason)
        self.line.set_wrong(wrong)
        self.reading.say(found.reason if wrong else found.reading, "error" if wrong else "quiet")
        return found


TITLES = {"states": "States", "wars": "Wars", "alliances": "ATOP alliances"}
HINTS = {
    "states": "Codes or names: 200, Russia",
    "wars": "COW war numbers: 139",
    "alliances": "ATOP ids: 1075",
}


def make_codes_field(name: str, theme: Theme, on_change: Callable[[CodesField], None]) -> CodesField:
    """The field for one of the extras of an answer."""
    field = CodesField(name, TITLES[name], theme, on_change)
    field.line.setPlaceholderText(HINTS[name])
    return field
