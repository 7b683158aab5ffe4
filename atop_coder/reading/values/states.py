"""States as sheets write them: code first or last, in brackets, several on a line, by name alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.addresses import has_address
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import squeeze
from atop_coder.reference import State, load_states
from atop_coder.reference.names import normalise_name, readings
from atop_coder.sheet import Answer, Member

# Four digits that are no year are a code too: ATOP has such codes for states that COW does not list.
_DIGITS = r"(\d{1,3}|[3-9]\d{3})"
_CODE = re.compile(rf"(?<![\w/.#-])#?0{{0,3}}{_DIGITS}(?![\w/]|[.-]\d)")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ONLY_CODE = re.compile(
    rf"\s*(?:(?:COW|ccode|code)\s*(?:code)?\s*[#:]?\s*)?0{{0,3}}{_DIGITS}\s*", re.IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[•*·▪–—-]+\s*|\(?[a-z]\)\s+)")
_NUMBERING = re.compile(r"\s*\(?(\d{1,2})[.)]\s+")
_JOIN = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_LABEL = re.compile(r"[\s,([#]+(?:COW|ccode|code)?[\s:#]*$")  # what stands between a name and its code
_LONG_LABEL = 40  # characters
_MOST_JOINS = 12  # "and"s between names; a text with more is no list of states
_EDGES = " \t\n.,;:–—-=&/"
_LIST_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset({"and", "cow", "ccode", "code"})
_PARTING = re.compile(r"[()\[\]/;=,–—]| - ")
_SHORT_NAME = 3  # letters
_AND = re.compile(r"(?:^|\s)(?:and|&)\s*$|^\s*(?:and|&)\s", re.IGNORECASE)


@dataclass(frozen=True)
class States:
    """States that were read, in order, and the pieces that name none."""

    members: tuple[Member, ...] = ()
    left: tuple[str, ...] = ()
    by_name: bool = False

    @property
    def ccodes(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(member.ccode for member in self.members))


def parse_members(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The members of question 4; a piece that names no state, or may name several, stays as description."""
    states = read_states("\n".join(paragraphs), around)
    if not states.members:
        return not_read(paragraphs, "no state was found")
    answer = with_details(Answer(value=states.members), states.left)
    if states.left:
        return Parsed(answer, Sureness.UNSURE, f"not read as a state: {'; '.join(states.left)}")
    if states.by_name:
        return Parsed(answer, Sureness.LIKELY, "codes were found by name")
    return Parsed(answer)


def read_states(text: str, around: Around) -> States:
    """All states of a text that is a list of them."""
    found: list[States] = []
    for piece in re.split(r"[\n;]", squeeze(text)):
        bullet = _BULLET.match(piece)
        piece = piece[bullet.end() :] if bullet else piece
        if piece.strip(_EDGES):
            found.append(_read_piece(piece, len(found) + 1, around))
    return _together(found)


def _together(found: Iterable[States]) -> States:
    found = tuple(found)
    return States(
        tuple(member for one in found for member in one.members),
        tuple(text for one in found for text in one.left),
        any(one.by_name for one in found),
    )


def only_states(text: str, around: Around) -> tuple[int, ...]:
    """The ccodes of a text that is nothing but a list of states; () for any other text.

    Each word must be part of a state's name, its code, or a word that joins them. Of two or three letters,
    only capitals are a name: `per` is not Peru.
    """
    states = read_states(text, around) if text.strip() and not has_address(text) else States()
    known = load_states()
    if states.left or not states.members or any(member.note for member in states.members):
        return ()
    if not all(known.get(member.ccode) and _is_named(member) for member in states.members):
        return ()
    words = Counter(_LIST_WORD.findall(text.casefold()))
    for member in states.members:
        words -= Counter(_LIST_WORD.findall(member.name.casefold()))
    codes = {member.ccode for member in states.members}
    joined = all(word in _JOINING or (word.isdecimal() and int(word) in codes) for word in words)
    return states.ccodes if joined else ()


def _is_named(member: Member) -> bool:
    """Whether the whole of a member's name is a name of its state, or several, and no other word."""
    state = load_states().get(member.ccode)
    return state is not None and (not member.name or _is_wholly(state, member.name))


def _is_wholly(state: State, name: str) -> bool:
    own = {normalise_name(one.text) for one in state.names}
    if any(key in own for key in readings(name)):
        letters = "".join(filter(str.isalpha, name))
        return len(letters) > _SHORT_NAME or letters.isupper()
    pieces = [piece for piece in _PARTING.split(name) if piece.strip(_EDGES)]
    return len(pieces) > 1 and all(_is_wholly(state, piece) for piece in pieces)


def name_state(name: str, around: Around) -> State | None:
    """The one state that a name means on the signature date; None for none, and for more than one."""
    found = _states_of_name(name, around)
    if len(found) > 1 and around.first:
        found = tuple(state for state in found if state.in_system(around.first, around.last))
    return found[0] if len(found) == 1 else None


def _states_of_name(name: str, around: Around) -> tuple[State, ...]:
    """The states that the whole of a name means; a list of names ("France, and Turkey") means none."""
    known = load_states()
    found = known.find(name, around.first, around.last)
    parts = [part for part in re.split(r",|\s(?:and|&)\s", name) if part.strip(_EDGES)]
    if len(parts) < 2 or any(_is_exact(state, name) for state in found):
        return found
    return () if any(known.find(part) for part in parts[1:]) or not known.find(parts[0]) else found


def _is_exact(state: State, name: str) -> bool:
    return normalise_name(name) in {normalise_name(own.text) for own in state.names}


def _read_piece(piece: str, place: int, around: Around) -> States:
    """The states of one piece of a list, in the way in which its codes fit its names best.

    `place` counts the pieces from 1: a number in front that says so may be the list's own, and no code.
    """
    best, most = States(), (-1, 0)
    for found in _ways_to_read(piece, place, around):
        fits = _fitting(found)
        if fits > most:
            best, most = found, fits
        if most == (len(best.members), 0):
            break
    return best


def _ways_to_read(piece: str, place: int, around: Around) -> Iterator[States]:
    numbering = _NUMBERING.match(piece)
    if numbering and int(numbering[1]) == place:
        bare = piece[numbering.end() :]
        with_codes = bool(_codes(bare))
        if with_codes:
            yield from _with_codes(bare, around)
        yield from _with_codes(piece, around)
        if not with_codes:
            yield _by_names(bare, around)
    elif _codes(piece):
        yield from _with_codes(piece, around)
    else:
        yield _by_names(piece, around)


def _fitting(found: States) -> tuple[int, int]:
    """How many members have a name of their code; and, below 0, what is without name, state or code."""
    known = load_states()
    fits = sum(
        member.ccode in {state.ccode for state in known.find(member.name)}
        for member in found.members
        if member.name
    )
    nameless = sum(not member.name or known.get(member.ccode) is None for member in found.members)
    return fits, -nameless - len(found.left)


def _codes(piece: str) -> list[re.Match[str]]:
    """The codes of a piece; numbers within brackets count only where nothing else is in the brackets."""
    masked = _BRACKETS.sub(_mask, piece)
    return list(_CODE.finditer(masked))


def _mask(match: re.Match[str]) -> str:
    inside = match[1] if match[1] is not None else match[2]
    if code := _ONLY_CODE.fullmatch(inside):
        return code[1].rjust(len(match[0]) - 1).ljust(len(match[0]))
    return "_" * len(match[0])


def _with_codes(piece: str, around: Around) -> Iterator[States]:
    """The states of a piece with codes: before their names if it begins with one, or else behind them."""
    codes = _codes(piece)
    first = not piece[: codes[0].start(1)].strip(_EDGES + "(#[0")
    if first:
        yield _of_pairs(_code_first(piece, codes), around)
    if not first or not piece[codes[-1].end(1) :].strip(_EDGES + ")]"):
        yield _of_pairs(_code_last(piece, codes), around)


def _of_pairs(pairs: Iterable[tuple[int | None, str]], around: Around) -> States:
    return _together(
        _by_names(text, around) if code is None else States(tuple(_named(code, text, around)))
        for code, text in pairs
    )


def _code_first(piece: str, codes: Sequence[re.Match[str]]) -> Iterator[tuple[int | None, str]]:
    ends = [code.start() for code in codes[1:]] + [len(piece)]
    for code, end in zip(codes, ends, strict=True):
        yield int(code[1]), piece[code.end(1) : end].lstrip(" ])")


def _code_last(piece: str, codes: Sequence[re.Match[str]]) -> Iterator[tuple[int | None, str]]:
    start = 0
    for code in codes:
        yield int(code[1]), piece[start : code.start(1)].rstrip(" ([#0")
        start = code.end(1)
        bracket = re.match(r"\s*[)\]]", piece[start:])
        start += bracket.end() if bracket else 0
    rest = piece[start:]
    if rest.strip(_EDGES):
        yield None, rest


def _named(code: int, text: str, around: Around) -> Iterator[Member]:
    """The member of one code; further names behind a comma ("2 United States, Canada") are members too."""
    name, note = _part_note(_trim(text))
    head, comma, rest = name.partition(",")
    states = load_states()
    if comma and not states.find(name) and states.name_fits(code, head) and states.find(head):
        more = _by_names(rest, around)
        if more.members and not more.left:
            yield Member(ccode=code, name=_trim(head))
            yield from more.members
            return
    yield Member(ccode=code, name=name, note=note)


def _part_note(name: str) -> tuple[str, str]:
    """A name and the note in brackets behind it; brackets that belong to the name stay."""
    match = re.fullmatch(r"(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*", name)
    if not match or not match[1] or any(_is_exact(state, name) for state in load_states().find(name)):
        return name, ""
    return match[1].strip(_EDGES), match[2].strip()


def _trim(text: str) -> str:
    text = (text[:-_LONG_LABEL] + _LABEL.sub("", text[-_LONG_LABEL:])).strip(_EDGES)
    while match := _AND.search(text):
        text = (text[: match.start()] if match.start() else text[match.end() :]).strip(_EDGES)
    return text


def _by_names(piece: str, around: Around) -> States:
    """States of a piece without codes: the longest runs between commas, and around "and", that are names."""
    members: list[Member] = []
    left: list[str] = []
    parts = [part for part in piece.split(",") if part.strip(_EDGES)]
    if len(parts) > len(load_states()):
        return States((), (piece,))
    at = 0
    while at < len(parts):
        found, count = _next_of(parts[at : at + 3], around)
        members += found
        left += [] if found else [parts[at].strip()]
        at += count
    return States(tuple(members), tuple(left), bool(members))


def _next_of(parts: Sequence[str], around: Around) -> tuple[list[Member], int]:
    """The states named by the longest run of the parts that is a name, and how many parts it took."""
    for count in range(len(parts), 0, -1):
        if found := _one_or_two(",".join(parts[:count]), around):
            return found, count
    return [], 1


def _one_or_two(text: str, around: Around) -> list[Member]:
    text = _trim(text)
    if member := _member_by_name(text, around):
        return [member]
    joins = list(_JOIN.finditer(text))
    for match in joins if len(joins) <= _MOST_JOINS else ():
        left = _member_by_name(text[: match.start()], around)
        right = _one_or_two(text[match.end() :], around)
        if left and right:
            return [left, *right]
    return []


def _member_by_name(text: str, around: Around) -> Member | None:
    name, note = _part_note(_trim(text))
    if not name or len(name) > 80:
        return None
    state = name_state(name, around)
    return Member(ccode=state.ccode, name=name, note=note) if state else None
