"""States, wars and alliances that a description names: kept beside it, for checks and the dataset."""

import re
from collections.abc import Iterator

from atop_coder.form import Question
from atop_coder.reading.values.addresses import ADDRESS
from atop_coder.reading.values.parsed import Around
from atop_coder.reading.values.state_names import name_state
from atop_coder.reading.values.states import only_states
from atop_coder.reference import load_states, load_wars
from atop_coder.sheet import Answer

_ATOP = re.compile(
    r"\bATOP\s*(?:(?:ID|alliance|no|number)\b\.?\s*)*[#:]*\s*(\d{4})((?:\s*(?:,|;|/|and|&)\s*#?\d{4}\b)*)",
    re.I,
)
_CODE_NAME = re.compile(
    r"(?<![\w/.#-])0{0,2}(\d{1,3})\s*[–—-]?\s+([A-Z][^\W\d_]+(?:[ -](?:of|the|and|[A-Z][^\W\d_]*))*)"
)
_BRACKETED_CODE = re.compile(r"[(\[]\s*(?:COW\s*)?#?0{0,2}(\d{1,3})\s*[)\]]")
_NAME_AT_END = re.compile(r"(?<![^\W_])[A-Z][\w.'’-]*\s?$")
_NEAR, _MOST_WORDS = 40, 4  # characters and words before a code
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PIECES = re.compile(r"[.;:()\[\]\n]|\s[–—-]+\s|\b(?:between|among|against|versus|vs\.?|involving|with)\b")
_WAR_NUMBER = re.compile(r"(?:\bwar\s*(?:no\.?|number|#)?\s*#?|#)(\d{1,3})\b", re.IGNORECASE)


def with_mentions(question: Question, answer: Answer, around: Around) -> Answer:
    """The answer with what its description names, as far as the question asks for it."""
    if not question.extras or not answer.details:
        return answer
    found = {"states": _states, "wars": _wars, "alliances": _alliances}
    text = ADDRESS.sub(" ", answer.details)  # words of an address name nothing
    named = {
        extra: tuple(dict.fromkeys(found[extra](text, around)))
        for extra in question.extras
        if extra in found and not getattr(answer, extra)
    }
    return answer.replace(**named)


def _alliances(text: str, _around: Around) -> Iterator[int]:
    for match in _ATOP.finditer(text):
        yield int(match[1])
        yield from (int(number) for number in re.findall(r"\d{4}", match[2]))


def _states(text: str, around: Around) -> Iterator[int]:
    """Codes with their names anywhere outside quotations, and lists of names at the beginning."""
    text = _QUOTED.sub(" ", text)
    states = load_states()
    found: list[tuple[int, int]] = []
    for match in _CODE_NAME.finditer(text):
        code = int(match[1])
        name = re.split(r" and\b", match[2])[0]
        if states.get(code) and states.find(name) and states.name_fits(code, name):
            found.append((match.start(), code))
    for match in _BRACKETED_CODE.finditer(text):
        if _is_named(int(match[1]), text[max(0, match.start() - _NEAR) : match.start()]):
            found.append((match.start(), int(match[1])))
    yield from (code for _, code in sorted(found))
    if not found:
        for piece in _PIECES.split(text.split("\n\n")[0]):
            yield from only_states(piece, around) if _is_list(piece, around) else ()


def _is_named(code: int, before: str) -> bool:
    """Whether the words before a code in brackets may be a name of its state."""
    name = _NAME_AT_END.search(before)
    if name is None:
        return False
    states = load_states()
    words = before.split()
    ends = (" ".join(words[-count:]) for count in range(min(len(words), _MOST_WORDS), 0, -1))
    named = any(state.ccode == code for end in ends for state in states.find(end))
    return named or states.name_fits(code, name[0].strip())


def _is_list(piece: str, around: Around) -> bool:
    """Whether a piece is names of states alone; a single short word that is also a common one is not."""
    words = piece.split()
    return bool(words) and len(words) <= 30 and words[0][:1].isupper() and _any_name(piece, around)


def _any_name(piece: str, around: Around) -> bool:
    return any(
        name_state(part.strip(" .,;:"), around)
        for part in re.split(r",|\band\b|&", piece)
        if part.strip(" .,;:")
    )


def _wars(text: str, _around: Around) -> Iterator[int]:
    wars = load_wars()
    for match in _WAR_NUMBER.finditer(text):
        if wars.get(int(match[1])):
            yield int(match[1])
    for piece in _PIECES.split(text):
        for name in (piece, *piece.split(",")):
            found = wars.find(name.strip(' .,;:–—-"“”'))
            if len(found) == 1:
                yield found[0].number
                break
