"""Lines of this program's own in a file that another program made of one of its sheets.

Only what this program writes: `Wars: 139 World War II`, `States: 255 Germany; 365 Russia`, `Alliances: 3017`,
`[description]`, `[none]`. What a person writes in nearly that way is left to the other readers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from atop_coder.form import Kind, Question
from atop_coder.sheet import Answer
from atop_coder.sheet.answer_lines import DESCRIPTION, EXTRAS, strange_names
from atop_coder.sheet.value_lines import NOTHING, codes_alone, read_codes
from atop_coder.sheet.values import Codes

_LISTS = frozenset({Kind.DATES, Kind.MEMBERS, Kind.CHOICES, Kind.PEOPLE})


class Parts(NamedTuple):
    """The paragraphs of an answer, parted: the value's, the wars, states and alliances, the description's.

    `described` is None where no `[description]` tells the value from the description.
    """

    head: tuple[str, ...]
    extras: dict[str, Codes]
    described: tuple[str, ...] | None


def part_own_lines(question: Question, paragraphs: Sequence[str]) -> Parts:
    """Takes the program's own lines out of the paragraphs; no other word is left out."""
    mark = paragraphs.index(DESCRIPTION) if DESCRIPTION in paragraphs else len(paragraphs)
    described = tuple(paragraphs[mark + 1 :]) if mark < len(paragraphs) else None
    head: list[str] = []
    extras: dict[str, Codes] = {}
    for paragraph in paragraphs[:mark]:
        name = next((name for name in question.extras if _is_list_of(name, paragraph)), "")
        if name and name not in extras:
            extras[name] = codes_alone(read_codes(paragraph.removeprefix(EXTRAS[name])))
        else:
            head.append(paragraph)
    return Parts(tuple(head), extras, described)


def is_nothing(question: Question, paragraphs: Sequence[str]) -> bool:
    """Whether they are the mark of a list with nothing in it."""
    return question.kind in _LISTS and tuple(paragraphs) == (NOTHING,)


def with_parts(answer: Answer, parts: Parts) -> Answer:
    """The answer of the head with what stood beside it."""
    if not (parts.described or parts.extras):
        return answer
    described = (*answer.paragraphs, *(parts.described or ()))
    return answer.replace(details="\n\n".join(described), **parts.extras)


def _is_list_of(name: str, paragraph: str) -> bool:
    """Whether the paragraph is the program's list of those codes, with no names but theirs."""
    known = name in EXTRAS and paragraph.startswith(EXTRAS[name])
    return known and bool(read_codes(paragraph.removeprefix(EXTRAS[name]))) and not strange_names(paragraph)
