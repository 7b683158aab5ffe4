"""The members of question 4, and what leaves one in doubt."""

import re
from collections.abc import Iterable, Iterator, Sequence

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.doubt import HEDGE
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.state_names import name_candidates
from atop_coder.reading.values.states import DENIED, States, is_label, read_states
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, Member
from atop_coder.sheet.text import in_quotes

_OF_ATOP = 1000  # codes from here on are ATOP's own, for states that COW does not list
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?:\s*[–—/-]\s*(?:\d{2}|\d{4}))?\b")
_MORE = re.compile(r"\bothers?\b|\bet\s+al\b|\betc\b|…|\bmore\b|\ball\b", re.IGNORECASE)


def parse_members(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The members of question 4; a piece that names no state, or may name several, stays as description."""
    states = read_states("\n".join(paragraphs), around)
    if not states.members:
        return not_read(paragraphs, _of_several(states.left, around) or "no state was found")
    answer = with_details(Answer(value=states.members), states.left)
    if why := _doubt(states, around):
        return Parsed(answer, Sureness.UNSURE, why)
    if states.by_name:
        return Parsed(answer, Sureness.LIKELY, "codes were found by name")
    return Parsed(answer)


def _doubt(states: States, around: Around) -> str:
    left = [text for text in states.left if not is_label(text)]
    if several := _of_several(left, around):
        return several
    if left:
        return f"not read as a state: {'; '.join(left)}"
    if states.near:
        return f"read by likeness alone: {'; '.join(states.near)}"
    return next(filter(None, map(_doubt_of, states.members)), "")


def _of_several(left: Iterable[str], around: Around) -> str:
    """The names that may mean several states, with these."""
    return "; ".join(_candidates(left, around))


def _candidates(left: Iterable[str], around: Around) -> Iterator[str]:
    for text in left:
        name = text.strip(" .,;:")
        found = name_candidates(name, around) if len(name) <= 80 else ()
        if len(found) > 1:
            yield f"{in_quotes(name)} may be {' or '.join(f'{one.ccode} {one.name}' for one in found)}"


def _doubt_of(member: Member) -> str:
    """Why a code and the words beside it may not mean this member."""
    known, code, name = load_states(), member.ccode, member.name
    if "?" in name or member.note.startswith("?") or HEDGE.search(f"{name} {member.note}"):
        return f"{in_quotes(f'{name} {member.note}'.strip())} leaves it in doubt"
    if denied := DENIED.search(f"{name} {member.note}"):  # of this state, or of the one behind it
        return f"{in_quotes(denied[0])} stands beside it"
    if code >= _OF_ATOP or (not name and known.get(code)):
        return ""
    if known.get(code) is None:
        return f"no state has the code {code}"
    if not known.name_fits(code, name):
        return f"{code} is not the code of {in_quotes(name)}"
    if further := _further_state(code, name):
        return f"{in_quotes(further)} may be a further state"
    if re.search(r"\d", _YEAR.sub("", name)):
        return f"a number stands in {in_quotes(name)}"
    if _MORE.search(name):
        return f"{in_quotes(name)} may mean further states"
    return "" if known.claimed(name) else f"{in_quotes(name)} is no state's name"


def _further_state(code: int, name: str) -> str:
    """The last words of a name that mean another state, where the words before them mean this one already."""
    known, words = load_states(), name.split()
    if len(words) < 2 or any(state.ccode == code for state in known.find(name)):
        return ""
    for at in range(1, len(words)):
        first, last = " ".join(words[:at]), " ".join(words[at:])
        meant = {state.ccode for state in known.find(last.strip(" .,;"))}
        if meant and code not in meant and code in known.claimed(first):
            return last
    return ""
