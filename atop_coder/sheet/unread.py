"""Words typed where codes belong that are none: they stand first in the description, under their list's name.

So nothing that was typed is lost, the checks can tell it, and the window puts it back into its field:
`States: Ruritania` of question 5.
"""

import re
from collections.abc import Mapping

from atop_coder.form import Question
from atop_coder.sheet.answer_lines import EXTRAS
from atop_coder.sheet.sheet import Answer
from atop_coder.sheet.text import join_paragraphs
from atop_coder.sheet.value_lines import read_codes

STATES_OF = "States of"  # stands before the date that the words were typed beside
_TYPED_DATE = re.compile(rf"(?:Ended on|Still in effect as of|{STATES_OF} [^:]{{4,20}}:) [^.]{{1,60}}")
_LONGEST = 120  # characters; a longer paragraph is prose that begins with such a word


def with_unread(unread: Mapping[str, str], details: str) -> str:
    """The description with those words before it; name of the list -> words."""
    lines = (EXTRAS[name] + unread[name] for name in EXTRAS if unread.get(name))
    return join_paragraphs((*lines, *((details,) if details else ())))


def unread_dates(answer: Answer) -> tuple[str, ...]:
    """The first paragraphs of a description that were typed where a date's parts belong, and are none."""
    typed = (bool(_TYPED_DATE.fullmatch(paragraph)) for paragraph in answer.paragraphs)
    count = next((at for at, one in enumerate(typed) if not one), len(answer.paragraphs))
    return answer.paragraphs[:count]


def part_unread(question: Question, answer: Answer) -> tuple[dict[str, str], int]:
    """Name of the list -> words of it that are no codes, and how many first paragraphs they are."""
    found: dict[str, str] = {}
    for paragraph in answer.paragraphs:
        name = next((name for name in question.extras if _is_unread(name, paragraph)), "")
        if not name or name in found:
            break
        found[name] = paragraph.removeprefix(EXTRAS[name]).strip()
    return found, len(found)


def _is_unread(name: str, paragraph: str) -> bool:
    head = EXTRAS.get(name, "")
    if not head or not paragraph.startswith(head) or len(paragraph) > _LONGEST:
        return False
    words = paragraph.removeprefix(head)
    return bool(words.strip()) and not words.rstrip().endswith(".") and not read_codes(words)
