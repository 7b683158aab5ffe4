"""Blank answers whose words may stand within what was taken for the question."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache

from atop_coder.form import Question
from atop_coder.reading.arranging.wordings import labels
from atop_coder.reading.found import Found
from atop_coder.reading.likeness import wordings
from atop_coder.reading.rows import Row
from atop_coder.reading.tails import is_ordering
from atop_coder.reading.words import WORD, plain
from atop_coder.sheet.text import in_quotes

_ANSWERS = re.compile(r"\W*(?:yes|no|none|not|n/a|unknown|there\s+(?:is|are)\s+no)\b", re.IGNORECASE)
_LIKE = 0.7  # so alike are a word and its slip


def doubt_of_blank(question: Question, prompt: Found, rows: Sequence[Row]) -> str:
    """Why a blank answer may stand within its question: words that the form's has not, or not so often."""
    texts = [row.text for row in rows[prompt.row : prompt.end_row + 1]]
    if prompt.end_column and texts:
        texts[-1] = texts[-1][: prompt.end_column]
    words = [word for word in WORD.findall(" ".join(texts).casefold()) if len(word) > 2 and word.isalpha()]
    more = [word for word in (Counter(words) - _most(question)) if not _is_known(question, word)]
    return f"{in_quotes(' '.join(more[:6]))} in the words of the question may be its answer" if more else ""


def doubt_of_opening(prompt: Found, rows: Sequence[Row]) -> str:
    """Why a line without a number that was taken for a question may be an answer: it begins as these do."""
    text = rows[prompt.row].text[prompt.column :]
    if prompt.numbered or not _ANSWERS.match(text):
        return ""
    return f"{in_quotes(text.strip()[:60])} was taken for the question, and may be an answer"


def is_label_of(question: Question, text: str) -> bool:
    """Whether a line is nothing but a short label of that question, closed by a mark."""
    bare = text.strip()
    return bare[-1:] in (":", "?") and labels().get(plain(bare), 0) == question.number


def _is_known(question: Question, word: str) -> bool:
    """Whether a word is an order's, or a slip of one of the question's."""
    if is_ordering(word):
        return True
    own = _most(question)
    return word not in own and bool(
        get_close_matches(word, own, 1, _LIKE) or any(one.startswith(word) for one in own)
    )


@cache
def _most(question: Question) -> Counter[str]:
    """How often each word stands in the question, in the wording that has it most often."""
    found: Counter[str] = Counter()
    for wording in wordings(question):
        found |= Counter(wording.split())
    return found
