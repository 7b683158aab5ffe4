"""The states, wars and alliances that a description names, by their numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from atop_coder.gui.editors.members_text import read_member, state_suggestions
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.field_with_note import FieldWithNote
from atop_coder.gui.widgets.suggest import SuggestField
from atop_coder.gui.widgets.suggestion_list import Suggestion
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reference.names import normalise_name
from atop_coder.reference.wars import War

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
        code, reason = _code_of(name, part, context, held)
        if code is None:
            reasons.append(reason)
            words.append(part)
        elif code not in codes:
            codes.append(code)
    return CodesRead(tuple(codes), _reading(name, codes, context), " ".join(reasons), "; ".join(words))


def _code_of(name: str, part: str, context: EditorContext, held: tuple[int, ...]) -> tuple[int | None, str]:
    """The code, or None and the reason."""
    match = _CODE.match(part)
    if match and (name != "states" or int(match[1]) in held):
        return int(match[1]), ""
    if name == "states":
        read = read_member(part, context.with_states())
        return (read.member.ccode, "") if read.member else (None, read.reason)
    if name == "wars" and context.wars:
        return _war_of(part, context.wars().find(part, context.signed, context.signed_until))
    wanted = "number of a war in the COW list" if name == "wars" else "four digits of an ATOP alliance"
    return None, f"“{part}” is not known. Write the {wanted}."


def _war_of(part: str, found: tuple[War, ...]) -> tuple[int | None, str]:
    if len(found) == 1:
        return found[0].number, ""
    if not found:
        return None, f"“{part}” is no war of the COW list. Write its number or its name."
    several = ", ".join(f"{war.number} ({war.years()})" for war in found[:6])
    return (
        None,
        f"“{part}” is the name of several wars: {several}. Write the number of the one that is meant.",
    )


def code_suggestions(name: str, text: str, context: EditorContext) -> list[Suggestion]:
    """What the last part of such a line may mean; what fits the signature date comes first."""
    part = re.split(r"[,;]", text)[-1].strip()
    if not part or name == "alliances":
        return []
    if name == "states":
        return state_suggestions(part, context.with_states())
    wars = context.wars() if context.wars else ()
    words = normalise_name(part).split()
    named = [war for war in wars if all(word in f"{war.number} {normalise_name(war.name)}" for word in words)]
    on, until = context.signed, context.signed_until
    ordered = sorted(named, key=lambda war: not (on and war.at_war(on, until)))
    return [Suggestion(f"{war.number} {war.name}", war.number, war.years()) for war in ordered[:12]]


def _reading(name: str, codes: list[int], context: EditorContext) -> str:
    if name == "states":
        return " · ".join(context.state_label(code) for code in codes)
    if name == "wars" and context.wars:
        known = {code: context.wars().get(code) for code in codes}
        return " · ".join(
            war.name if war else f"{code}: no war of the COW list" for code, war in known.items()
        )
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
        self.line = SuggestField(theme, self._suggest, self._take, lambda _: self.leave(), self._paste, 260)
        self.line.several = True
        self.reading = FieldNotice(theme)
        self.reading.setWordWrap(True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.line)
        self.put_beside(self.head, self.reading)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)

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

    def _suggest(self, text: str) -> list[Suggestion]:
        return code_suggestions(self.name, text, self.context)

    def _take(self, code: object) -> None:
        """A suggestion stands for the part that was being typed."""
        before = re.match(r"(?:.*[,;]\s*)?", self.line.text(), re.DOTALL)
        self.line.setText(f"{before[0] if before else ''}{code}")
        self.line.setModified(True)
        self.leave()

    def _paste(self, text: str) -> None:
        """A list, one a line, goes into the one line."""
        self.line.insert("; ".join(text.split("\n")))
        self.leave()

    def _finished(self) -> None:
        """The line was left; while its list is open it was not, whatever Qt says."""
        if not (self.line.popup_shown and self.line.hasFocus()):
            self.line.hide_popup()
            self.leave()

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
    "wars": "Numbers or names: 139, World War II",
    "alliances": "ATOP ids: 1075",
}


def make_codes_field(name: str, theme: Theme, on_change: Callable[[CodesField], None]) -> CodesField:
    """The field for one of the extras of an answer."""
    field = CodesField(name, TITLES[name], theme, on_change)
    field.line.setPlaceholderText(HINTS[name])
    return field
