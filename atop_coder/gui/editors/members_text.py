"""Members as people write them: `703 Kyrgyzstan`, `Kazakhstan (705)`, a name, a code, a list of these."""

import re
from dataclasses import dataclass

from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.suggestion_list import Suggestion
from atop_coder.reference.names import normalise_name
from atop_coder.reference.states import State
from atop_coder.sheet import Member, clean_line

_CODE_FIRST = re.compile(r"#?\s*0*(\d{1,5})\s*[-–—:.)]?\s*(.*)", re.DOTALL)
_CODE_LAST = re.compile(r"(.+?)\s*[([–—-]\s*0*(\d{1,5})\s*[)\]]?", re.DOTALL)
_PARTS = re.compile(r"[,;]|\s+and\s+|\s+&\s+")


@dataclass(frozen=True)
class MemberRead:
    """A member, or why the words are none and which states they may mean."""

    words: str
    member: Member | None = None
    reason: str = ""
    nearest: tuple[State, ...] = ()


def read_member(text: str, context: EditorContext) -> MemberRead:
    """The member that a text says; refused if its code is no state's or its name nobody's."""
    words = clean_line(text).strip(",;. ")
    if match := _CODE_FIRST.fullmatch(words):
        return _by_code(words, int(match[1]), match[2], context)
    if match := _CODE_LAST.fullmatch(words):
        return _by_code(words, int(match[2]), match[1], context)
    return _by_name(words, context)


def _by_code(words: str, code: int, name: str, context: EditorContext) -> MemberRead:
    state = context.states.get(code)
    if state:
        return MemberRead(words, Member(ccode=code, name=name or state.name))
    nearest = context.states.search(name, context.signed, context.signed_until, 3) if name else ()
    return MemberRead(
        words,
        reason=f"{code} is no COW state code. Choose the state that is meant, or type its name.",
        nearest=nearest or context.states.nearest(code),
    )


def _by_name(words: str, context: EditorContext) -> MemberRead:
    found = context.states.find(words, context.signed, context.signed_until)
    timely = tuple(state for state in found if context.in_system(state)) or found
    if len(timely) == 1 or (timely and normalise_name(timely[0].name) == normalise_name(words)):
        return MemberRead(words, Member(ccode=timely[0].ccode, name=_name_meant(timely[0], words)))
    if timely:
        reason = f"“{words}” has meant several states. Choose the one that is meant."
        return MemberRead(words, reason=reason, nearest=timely[:4])
    reason = f"“{words}” is no state of the COW list. Choose the state that is meant, or type its code."
    return MemberRead(words, reason=reason, nearest=context.states.resembling(words))


def _name_meant(state: State, words: str) -> str:
    """The name that was typed in the list's spelling; for an abbreviation, the state's own name."""
    key = normalise_name(words)
    names = [name.text for name in state.names if name.text != state.abbreviation]
    return next((name for name in names if normalise_name(name) == key), state.name)


def parse_members_text(text: str, context: EditorContext) -> tuple[MemberRead, ...]:
    """What each entry of a list says: one a line, or several parted by commas, semicolons or "and"."""
    found: list[MemberRead] = []
    for line in filter(None, (clean_line(line) for line in re.split(r"[\r\n;]+", text))):
        whole = read_member(line, context)
        parts = [part for part in _PARTS.split(line) if part.strip()]
        apart = [read_member(part, context) for part in parts]
        several = len(apart) > 1 and any(read.member for read in apart)
        found += apart if several and not _is_one(whole, apart) else [whole]
    return tuple(found)


def _is_one(whole: MemberRead, apart: list[MemberRead]) -> bool:
    """`Korea, Republic of` is one state; `703 Kyrgyzstan, 705 Kazakhstan` are two, code first or not."""
    return whole.member is not None and not all(read.member for read in apart)


def state_suggestions(text: str, context: EditorContext) -> list[Suggestion]:
    """What a half-typed name or code may mean, with the years: `255 Germany  1816–1945, 1990–`.

    States in the system on the signature date come first.
    """
    found = context.states.search(text, context.signed, context.signed_until)
    ordered = sorted(found, key=lambda state: context.in_system(state) is False)
    return [Suggestion(f"{state.ccode} {state.name}", state.ccode, state.years()) for state in ordered]


def state_line(state: State) -> str:
    return f"{state.ccode} {state.name}   {state.years()}"
