"""States as sheets write them: code first or last, in brackets, several on a line, by name alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from atop_coder.reading.values.addresses import ADDRESS, has_address
from atop_coder.reading.values.parsed import Around
from atop_coder.reading.values.state_names import EDGES, is_exact, is_named, name_state, states_of_name
from atop_coder.reading.values.words import squeeze
from atop_coder.reference import load_states
from atop_coder.sheet import Member

# Four digits that are no year are a code too: ATOP has such codes for states that COW does not list.
_DIGITS = r"(\d{1,3}|[3-9]\d{3})"
_CODE = re.compile(rf"(?<![\w/.#^-])#?0{{0,3}}{_DIGITS}(?![\w/]|[.-]\d)")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ONLY_CODE = re.compile(
    rf"\s*(?:(?:COW|ccode|code)\s*(?:code)?\s*[#:]?\s*)?0{{0,3}}{_DIGITS}\s*", re.IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[•*·▪–—-]+\s*|\(?[a-z]\)\s+)")
_NUMBERING = re.compile(r"\s*\(?(\d{1,2})[.)]\s+")
_JOIN = re.compile(r"(?:(?<!\s)|(?=\S))(?:\s+(?:and|&)\s+|\s*[/|]\s*)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:[\s,([#]+(?:COW|ccode|code)?|^(?:COW|ccode|code))[\s:#]*$"
)  # what stands between a name and its code
_LONG_LABEL = 40  # characters
_MOST_JOINS = 12  # "and"s between names; a text with more is no list of states
_LIST_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset({"and", "cow", "ccode", "code"})
_PRIVATE, _MOST_ADDRESSES = 0xE000, 6000
_HIDDEN = re.compile("[\ue000-\uf76f]")
# What a list of states is called, ahead of it.
_LABEL_AHEAD = re.compile(
    r"\s*(?:(?:the|original|founding|all|other|current|signatory|contracting|alliance)\s+){0,3}"
    r"(?:members?|states?|signator(?:y|ies)|part(?:y|ies)|countr(?:y|ies)|codes?|ccodes?|cow)"
    r"(?:\s+(?:of|the|alliance|are|is|states?|countries|codes?)\b){0,4}\s*(?::|[–—]|=|-\s)\s*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"[\s(\[]*(?:see|same|as|cf|ditto|id|idem|ibid|vide|refer|compare|listed)\b", re.IGNORECASE
)
DENIED = re.compile(
    r"\b(?:not|never|non-?members?|refused|declined|rejected|except|excluding|observers?|neither|nor|without|instead|unlike)\b"
    r"|n['’]t\b|\bno\s+(?:longer|member)",
    re.IGNORECASE,
)
_CODE_JOINED = re.compile(
    r"(?:(?<=[^\W\d_])-|(?<=[^\W\d_])\s*/\s*)(?=\d{1,3}(?![\w/.-]))|(?<=\d)\s*/\s*(?=[^\W\d_]{2})"
)
_MARK = re.compile(r"\s*[\u00b2\u00b3\u00b9\u2070-\u2079*†‡§]+$")  # of a footnote, behind a name
# What stands between a name and the code behind it.
_OPENED = re.compile(r"(?:(?<![\s(\[#])[\s(\[#]++0{0,3}|^0{1,3})$")
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[^()\[\]\d\s][^()\[\]]*[)\]]")
_AND = re.compile(r"(?:^|\s)(?:and|&)\s*$|^\s*(?:and|&)\s", re.IGNORECASE)


@dataclass(frozen=True)
class States:
    """States that were read, in order, and the pieces that name none; `near` are names read by likeness."""

    members: tuple[Member, ...] = ()
    left: tuple[str, ...] = ()
    by_name: bool = False
    near: tuple[str, ...] = ()

    @property
    def ccodes(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(member.ccode for member in self.members))


def read_states(text: str, around: Around) -> States:
    """All states of a text that is a list of them; words of an address are none."""
    addresses: list[str] = []
    found: list[States] = []
    for piece in re.split(r"[\n;]", squeeze(ADDRESS.sub(partial(_hidden, addresses), text))):
        bullet = _BULLET.match(piece)
        piece = piece[bullet.end() :] if bullet else piece
        if label := _LABEL_AHEAD.match(piece):
            found.append(States(left=(label[0].strip(),)))
            piece = piece[label.end() :]
        if not piece.strip(EDGES):
            continue
        read = States(left=(piece.strip(),))
        if not (_POINTER.match(piece) or (DENIED.search(piece) and len(_codes(piece)) < 2)):
            states = _read_piece(_apart(piece), len(found) + 1, around)
            read = states if not _HIDDEN.search(piece) or _all_known(states) else read
        found.append(read)
    return _with_addresses(_together(found), addresses)


def _all_known(states: States) -> bool:
    return all(load_states().get(ccode) for ccode in states.ccodes)


def is_label(text: str) -> bool:
    """Whether a piece is only what a list of states is called: "Members:"."""
    return bool(_LABEL_AHEAD.fullmatch(text))


def _hidden(addresses: list[str], match: re.Match[str]) -> str:
    """A character of its own in the place of an address."""
    addresses.append(match[0])
    return chr(_PRIVATE + min(len(addresses), _MOST_ADDRESSES) - 1)


def _with_addresses(states: States, addresses: Sequence[str]) -> States:
    if not addresses:
        return states
    shown = {_PRIVATE + at: address for at, address in enumerate(addresses)}
    members = []
    for member in states.members:
        if at := next((at for at, char in enumerate(member.name) if ord(char) in shown), None):
            head, tail = member.name[:at], member.name[at:]
            note = f"{tail} {member.note}".strip()
            member = Member(ccode=member.ccode, name=head.rstrip(EDGES + "(["), note=note)
        note = member.note.translate(shown)
        members.append(Member(ccode=member.ccode, name=member.name.translate(shown), note=note))
    left = tuple(text.translate(shown) for text in states.left)
    return replace(states, members=tuple(members), left=left)


def _apart(piece: str) -> str:
    """The piece with space where a slash or a hyphen joins a name and its code: `220/France`."""
    return _CODE_JOINED.sub(" ", piece)


def _together(found: Iterable[States]) -> States:
    found = tuple(found)
    return States(
        tuple(member for one in found for member in one.members),
        tuple(text for one in found for text in one.left),
        any(one.by_name for one in found),
        tuple(name for one in found for name in one.near),
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
    if not all(known.get(member.ccode) and is_named(member) for member in states.members):
        return ()
    words = Counter(_LIST_WORD.findall(text.casefold()))
    for member in states.members:
        words -= Counter(_LIST_WORD.findall(member.name.casefold()))
    codes = {member.ccode for member in states.members}
    joined = all(word in _JOINING or (word.isdecimal() and int(word) in codes) for word in words)
    return states.ccodes if joined else ()


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
    first = not piece[: codes[0].start(1)].strip(EDGES + "(#[0")
    if first:
        yield _of_pairs(_code_first(piece, codes), around)
    if not first or not piece[codes[-1].end(1) :].strip(EDGES + ")]"):
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
        name = _OPENED.sub("", piece[start : code.start(1)])
        start = code.end(1)
        bracket = re.match(r"\s*[)\]]", piece[start:])
        start += bracket.end() if bracket else 0
        if bracket and name and (remark := _REMARK.match(piece, start)):
            name, start = f"{name} {remark[0].strip()}", remark.end()
        yield int(code[1]), name
    rest = piece[start:]
    if rest.strip(EDGES):
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
    """A name and the note in brackets behind it, or a footnote's mark; a name's own brackets stay."""
    if (mark := _MARK.search(name[-12:])) and (bare := name[: len(name) - len(mark[0])].strip(EDGES)):
        bare, note = _part_note(bare)
        return bare, f"{note} {mark[0].strip()}".strip()
    match = re.fullmatch(r"(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*", name)
    if not match or not match[1] or any(is_exact(state, name) for state in load_states().find(name)):
        return name, ""
    return match[1].strip(EDGES), match[2].strip()


def _trim(text: str) -> str:
    text = (text[:-_LONG_LABEL] + _LABEL.sub("", text[-_LONG_LABEL:])).strip(EDGES)
    while match := _AND.search(text):
        text = (text[: match.start()] if match.start() else text[match.end() :]).strip(EDGES)
    return text


def _by_names(piece: str, around: Around) -> States:
    """States of a piece without codes: the longest runs between commas, and around "and", that are names."""
    members: list[Member] = []
    left: list[str] = []
    near: list[str] = []
    parts = [part for part in piece.split(",") if part.strip(EDGES)]
    if len(parts) > len(load_states()):
        return States((), (piece,))
    at = 0
    while at < len(parts):
        found, count = _next_of(parts[at : at + 3], around)
        if not found and (nearly := _nearly(parts[at], around)):
            found, near = [nearly], [*near, nearly.name]
        members += found
        left += [] if found else [parts[at].strip()]
        at += count
    return States(tuple(members), tuple(left), bool(members), tuple(near))


def _nearly(text: str, around: Around) -> Member | None:
    """The member whose name a text is with a slip or two in it."""
    name, note = _part_note(_trim(text))
    bare = name.rstrip("0123456789^")
    if state := (name_state(bare, around) if bare != name else None):
        return Member(ccode=state.ccode, name=name, note=note)
    if not name[:1].isupper() or len(name) > _LONG_LABEL or states_of_name(name, around):
        return None
    found = load_states().one_slip_off(name)
    return Member(ccode=found[0].ccode, name=name, note=note) if len(found) == 1 else None


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
