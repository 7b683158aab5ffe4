"""Words that stand within a prompt and are none of its own: shown, lest an answer be lost in there."""

import re
from collections.abc import Iterator, Sequence

from atop_coder.form import Form, Question
from atop_coder.reading.likeness import is_word_of
from atop_coder.reading.matching import Found
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row
from atop_coder.reading.words import WORD

WITHIN_WHY = "it stands within the words of question {number}"
_TELLING = re.compile(r"[^\W_]*[\d\u0100-\uffff][^\W_]*")  # a number, or another script: no rewording has it
_SMALL = re.compile(r"(?!(?:yes|no)$)[a-z]{1,3}")
_RUN = 3  # so many strange words in a row are no rewording either


def find_insertions(rows: Sequence[Row], prompts: Sequence[Found], form: Form) -> Iterator[Piece]:
    """What was put into the prompts that are worded in another way than the form's, row by row."""
    for one in prompts:
        if one.likeness < 1:
            yield from _within(rows, one, form.question(one.question))


def _within(rows: Sequence[Row], one: Found, question: Question) -> Iterator[Piece]:
    for at in range(one.row, min(one.end_row + 1, len(rows))):
        start = one.column if at == one.row else 0
        end = one.end_column if at == one.end_row else len(rows[at].text)
        text = _inserted(question, rows[at].text[start:end], begins=at == one.row)
        if text:
            yield Piece(rows[at].number, text, WITHIN_WHY.format(number=question.number))


def _inserted(question: Question, text: str, begins: bool) -> str:
    """The text from its first to its last strange word, if these tell that it is not the prompt's own."""
    words = [match for match in WORD.finditer(text) if not _is_label(question, match[0])]
    strange = [at for at, match in enumerate(words) if _is_strange(question, match[0])]
    telling = any(_is_telling(words[at][0], begins and not at) for at in strange)
    in_a_row = any(later - at < _RUN for at, later in zip(strange, strange[_RUN - 1 :], strict=False))
    return text[words[strange[0]].start() : words[strange[-1]].end()] if telling or in_a_row else ""


def _is_telling(word: str, begins: bool) -> bool:
    return bool(_TELLING.fullmatch(word)) or (word[0].isupper() and not begins)


def _is_label(question: Question, word: str) -> bool:
    """Whether the word belongs to the number that a prompt begins with."""
    folded = word.casefold()
    return folded in ("q", "question") or folded.removeprefix("q") == str(question.number)


def _is_strange(question: Question, word: str) -> bool:
    folded = word.casefold()
    return not _SMALL.fullmatch(folded) and not is_word_of(question, folded)
