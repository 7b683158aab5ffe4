"""Yes and No: both at once, with a slip of the hand, or as a spreadsheet's True and False."""

import re
from collections.abc import Sequence

from atop_coder.form import Question, load_form
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.parsed import Parsed, with_details
from atop_coder.reading.values.words import Opening, choice_wordings, spell, status_wordings
from atop_coder.sheet import Answer
from atop_coder.sheet.text import in_quotes

_NEAR = 60  # characters behind a Yes or No
# Further on in the sentence, behind a mark.
_LATER = r"[^“\"]{0,40}?[,;:(\[–—-]\s*(?:(?:and|but|or|then)\s+)?"
_OPPOSITE = {
    "yes": re.compile(
        r"[\s.,;:–—/()\[\]-]*(?:(?:and|or)\b\W*(?:also\s+)?(?:no|not)\b|(?:no|n)\b(?=\W*$|[.,;:!?)])(?!\.?\s*\d))"
        r"|\s*+[,;:–—-]?\s*+[(\[]\s*no\b(?!\.?\s*\d)"
        rf"|{_LATER}no(?=\s*(?:to|for|in|after|before|since|until)\b|\s*[()\[\].,;:]|\s*$)(?!\.?\s*\d)",
        re.IGNORECASE,
    ),
    "no": re.compile(
        r"[\s.,;:–—/()\[\]-]*(?:(?:and|or|but)\b\W*(?:also\s+)?)?yes\b"
        rf"|{_LATER}yes\b",
        re.IGNORECASE,
    ),
}
_FIRST_WORDS = re.compile(r"\W*([^\W\d_]{1,5}(?:\s[^\W\d_]{1,2}){0,2})(?=\s*(?:$|[.,;:!?(–—-]))")
_SLIPS = {
    "yess": "yes",
    "yse": "yes",
    "yees": "yes",
    "yes": "yes",
    "eys": "yes",
    "noo": "no",
    "nno": "no",
    "no": "no",
}
_LOGICAL = {"true": "yes", "false": "no"}


def names_opposite(question: Question, opening: Opening, paragraphs: Sequence[str]) -> bool:
    """Whether Yes goes on with No, or No with Yes: "Yes and no", "No. Yes.", "No (Yes in the protocol)"."""
    if opening.value not in _OPPOSITE or set(question.labels) != {"yes", "no"}:
        return False
    opposite = _OPPOSITE[opening.value]
    rest = paragraphs[0][opening.end :]
    if status_wordings(load_form()).whole(rest):
        return True
    if choice_wordings(question).whole(rest) not in (None, opening.value):
        return True
    below = paragraphs[1] if len(paragraphs) > 1 and not spell(rest) else ""
    return bool(
        opposite.match(rest[:_NEAR])
        or (
            below
            and choice_wordings(question).whole(below) in _OPPOSITE
            and choice_wordings(question).whole(below) != opening.value
        )
    )


def by_slip(question: Question, paragraphs: Sequence[str]) -> Parsed | None:
    """Yes or No with a slip of the hand ("Yess", "Ye s"), or as a spreadsheet's True and False."""
    if set(question.labels) != {"yes", "no"}:
        return None
    match = _FIRST_WORDS.match(paragraphs[0])
    letters = re.sub(r"\W", "", match[1]).casefold() if match else ""
    if letters in _LOGICAL and not paragraphs[0][match.end() if match else 0 :].strip(" ."):
        answer = with_details(Answer(value=_LOGICAL[letters]), paragraphs[1:])
        return Parsed(answer, Sureness.LIKELY, f"{in_quotes(paragraphs[0])} was read as Yes or No")
    if letters not in _SLIPS:
        return None
    answer = with_details(Answer(value=_SLIPS[letters]), paragraphs)
    return Parsed(answer, Sureness.UNSURE, f"{in_quotes(paragraphs[0][:20])} may be a slip for Yes or No")
