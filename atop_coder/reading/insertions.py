"""Words that stand within a prompt and are none of its own: shown, lest an answer be lost in there."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Opcode

from atop_coder.form import Question
from atop_coder.reading.found import Found
from atop_coder.reading.likeness import SURE, is_word_of, official_words, wordings
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row
from atop_coder.reading.tails import is_of_tail
from atop_coder.reading.words import WORD

WITHIN_WHY = "it stands within the words of question {number}"
_TELLING = re.compile(r"[\d\u0100-\U0010ffff]")  # a number, or another script: no rewording has it
_SMALL = re.compile(r"[A-Za-z]{1,3}")  # too short to tell from a slip of the pen
_POINTING = frozenset(("in", "question", "number", "no", "item"))
_RUN = 3  # so many strange words in a row are no rewording either
_LONG = 8  # words of a wording
_VALUES = frozenset(("yes", "no", "none", "unknown", "zero"))
_WHOLE = 0.85  # the share of a wording's words that stand in a prompt, if what is more was put into it


class _Word(NamedTuple):
    row: int
    text: str
    start: int
    end: int


def find_insertions(rows: Sequence[Row], one: Found, question: Question) -> list[Piece]:
    """What was put into a prompt that is worded in another way than the form's, row by row."""
    return list(_within(rows, one, question) if one.likeness < 1 else _within_tail(rows, one, question))


def _within_tail(rows: Sequence[Row], one: Found, question: Question) -> Iterator[Piece]:
    """Strange words in the sentences behind a prompt that is in the form's own words."""
    words = [word for word in _words(rows, one) if not _is_label(question, word.text)]
    folded = [word.text.casefold() for word in words]
    ways = (way.split() for way in wordings(question))
    begun = max((len(way) for way in ways if folded[: len(way)] == way), default=len(words))
    strange = [at for at in range(begun, len(words)) if not is_of_tail(folded[at])]
    for row in dict.fromkeys(words[at].row for at in strange):
        places = [at for at in strange if words[at].row == row]
        if _tells(words, places):
            text = rows[row].text[words[places[0]].start : words[places[-1]].end]
            yield Piece(rows[row].number, text, WITHIN_WHY.format(number=question.number))


def _within(rows: Sequence[Row], one: Found, question: Question) -> Iterator[Piece]:
    words = [word for word in _words(rows, one) if not _is_label(question, word.text)]
    words = [word for at, word in enumerate(words) if not _is_pointer(question, words[:at], word.text)]
    strange = {at for at, word in enumerate(words) if not is_word_of(question, word.text.casefold())}
    more = _put_in([word.text.casefold() for word in words], question)
    for row in dict.fromkeys(words[at].row for at in sorted(strange | more)):
        places = [at for at in sorted(strange | more) if words[at].row == row]
        own = [at for at, word in enumerate(words) if word.row == row]
        alone = row > one.row and own == places
        # the last word of nearly the form's may be the answer's first
        last = one.likeness >= SURE and places == [len(words) - 1] and not _SMALL.fullmatch(words[-1].text)
        open_end = places[-1] == len(words) - 1 and not _closed(rows, one)
        if not more.isdisjoint(places) or _tells(words, places) or alone or last or open_end:
            ends = own if 2 * len(places) >= len(own) else places
            text = rows[row].text[words[ends[0]].start : words[ends[-1]].end]
            yield Piece(rows[row].number, text, WITHIN_WHY.format(number=question.number))


def _closed(rows: Sequence[Row], one: Found) -> bool:
    """Whether a mark that ends prompts stands at its end."""
    return rows[one.end_row].text[: one.end_column].rstrip().endswith(("?", ":", ")", "]"))


def _words(rows: Sequence[Row], one: Found) -> Iterator[_Word]:
    for at in range(one.row, min(one.end_row + 1, len(rows))):
        start = one.column if at == one.row else 0
        end = one.end_column if at == one.end_row else len(rows[at].text)
        for match in WORD.finditer(rows[at].text, start, end):
            yield _Word(at, match[0], match.start(), match.end())


def _is_label(question: Question, word: str) -> bool:
    """Whether the word belongs to the number that a prompt begins with."""
    folded = word.casefold()
    return folded in ("q", "question") or folded.removeprefix("q") == str(question.number)


def _is_pointer(question: Question, before: Sequence[_Word], word: str) -> bool:
    """Whether the word is a number in the place of another question's: "listed in #18"."""
    points = any(known.isdecimal() for known in official_words(question))
    return points and word.isdecimal() and bool(before) and before[-1].text.casefold() in _POINTING


def _put_in(words: Sequence[str], question: Question) -> set[int]:
    """The places of words that are more than a wording has, where nearly all of it is there.

    Of a short wording only the last words: it may stand in a longer one that the form does not have.
    """
    ways = [wording.split() for wording in wordings(question)]
    wording = max(ways, key=lambda way: (LCSseq.similarity(way, words), -len(way)))
    steps = list(LCSseq.opcodes(wording, words))
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if same < _WHOLE * len(wording):
        return set()
    known = {word for way in ways for word in way}
    slips = {at for at, word in enumerate(words) if word not in known and is_word_of(question, word)}
    more = [range(step.dest_start, step.dest_end) for step in _insertions(steps)]
    more = [run for run in more if slips.isdisjoint(run)]
    if len(wording) < _LONG:
        more = [run for run in more if run.stop == len(words) and len(run) < _RUN and same == len(wording)]
    else:
        last = len(words)
        more = [run for run in more if len(run) > 1 or run.stop == last or words[run.start] in _VALUES]
    return {at for run in more for at in run}


def _insertions(steps: Sequence[Opcode]) -> Iterator[Opcode]:
    """What was put in, but not in the place of something else."""
    between = zip([None, *steps], steps, [*steps[1:], None], strict=False)
    for before, step, behind in between:
        if step.tag == "insert" and not any(one and one.tag == "delete" for one in (before, behind)):
            yield step


def _tells(words: Sequence[_Word], places: Sequence[int]) -> bool:
    """Whether strange words at these places are an answer rather than another way of asking."""
    long = [at for at in places if not _SMALL.fullmatch(words[at].text)]
    if any(_TELLING.search(words[at].text) or (at and words[at].text[0].isupper()) for at in long):
        return True
    return any(later - at < _RUN for at, later in zip(long, long[_RUN - 1 :], strict=False))
