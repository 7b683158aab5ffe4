"""Lists of choices that a prompt holds: shortened, in another order, in brackets or before a mark."""

import re
from functools import cache

from atop_coder.form import Question

_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{3,260}(?:\([^()]{0,40}\)[^()\[\]]{0,160})?)[)\]]\s*[:?]*")
_TO_MARK = re.compile(r"(?:\s*+:)?\s*([^?“”\"]{3,260})\?\s*")
_PARTING = re.compile(r"\s*(?:[,;/|]|\s(?:or|and)\s|^(?:or|and)\s)+\s*")
_OPENING = re.compile(
    r"[^:()]{0,60}:\s*|\s*(?:e\.\s?g\.?|eg\.?|i\.e\.?|such as|for example|one of)[\s,:]*", re.IGNORECASE
)
_FILLING = frozenset(("etc", "others", "some other", "other", "all that apply", "list all that apply"))
_NUMERAL = re.compile(r"(?:type\s+)?(?:i{1,3}|iv|1|2|3)[\s(-]?(?:a|b)?\)?", re.IGNORECASE)
_FEWEST = 2


def menu_end(question: Question, text: str) -> int:
    """The place behind such a list at the begin of a text; 0 if there is none.

    A list in brackets behind which nothing follows may be the answer itself, and is left, unless a mark or
    "e.g." tells that it belongs to the prompt.
    """
    if not question.choices or len(question.choices) < 3:
        return 0
    if match := _IN_BRACKETS.match(text):
        told = bool(_OPENING.match(match[1])) or match[0].rstrip().endswith((":", "?"))
        if _is_menu(question, match[1]) and (told or text[match.end() :].strip()):
            return match.end()
    match = _TO_MARK.match(text)
    return match.end() if match and _is_menu(question, match[1]) else 0


def _is_menu(question: Question, text: str) -> bool:
    opening = _OPENING.match(text)
    parts = _PARTING.split(text[opening.end() if opening else 0 :])
    items = [item for part in parts if (item := " ".join(part.split()).strip(" .").casefold())]
    choices = [item for item in items if item in _ways(question) or _NUMERAL.fullmatch(item)]
    return len(choices) >= _FEWEST and len(choices) + sum(item in _FILLING for item in items) == len(items)


@cache
def _ways(question: Question) -> frozenset[str]:
    return frozenset(way for choice in question.choices for way in choice.ways)
