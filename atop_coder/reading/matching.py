"""One prompt at one place: how far it reaches, and how alike it is to the form's."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from atop_coder.form import Form, Kind, Question
from atop_coder.reading.boxes import BOX
from atop_coder.reading.following import followed, followed_whole, follows
from atop_coder.reading.found import Found
from atop_coder.reading.likeness import (
    CLEARLY,
    COVERED,
    LIKELY,
    begin_alike,
    is_word_of,
    is_wording,
    likeness,
    official_words,
    rest_alike,
    whole_wordings,
    wordings,
)
from atop_coder.reading.links import is_address
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.prompt_marks import closing, ends_at_colon
from atop_coder.reading.rows import Row
from atop_coder.reading.seams import begins_with_rest, goes_on
from atop_coder.reading.tails import behind_last_words, behind_tail, behind_yes_no, is_of_prompt
from atop_coder.reading.words import Place, Words, plain

BREAKS_OFF = "the question breaks off in its line, and the answer seems to begin there"
GOES_ON = "the answer seems to begin with words of the question"
FEW = 15  # with fewer prompts than these known by number, the sheet may have no numbers at all
_MOST_WORDS = 75  # of a prompt
_ABOUT = 0.05  # likenesses that differ by less are about the same
_OPENING = 6  # words that tell which prompt begins with them
_NEAR = 3  # a number so near to a question's own is that of a neighbour
_FEW_ROWS = 4  # more than a prompt without its last words takes
_AHEAD = 9  # rows that are looked at for the first of an answer
_LONG_LINE = 20  # words; in so many there is always one of the prompt's
_MORE = re.compile(r"\s*(?:[a-z(\[]|If\b|IF\b)")  # what may go on with a prompt
# A row with a menu in which something may be marked: "Yes (x) No", "[ ] Yes [x] No".
_MARKED_ROW = re.compile(
    rf"\W*(?:yes|no)\b(?=.{{0,40}}\b(?:yes|no)\b)(?=.*(?x:{re.sub(r'[?]P<[a-z]+>', '?:', BOX.pattern)}))",
    re.IGNORECASE,
)
_SPEAKING = frozenset(("in", "question", "number"))
_YES_OR_NO = frozenset(("yes", "no", "y", "n", "unknown"))


class _End(NamedTuple):
    """A word that may be the last of a prompt, with what speaks for it."""

    score: float
    likeness: float
    last: int


class Matcher:
    """Compares the words of a sheet with the form's prompts.

    `walls` are rows that no prompt crosses; `starts` holds, for rows that begin like a numbered prompt, the
    index of the word that is the number, and the number; `taken` are rows that begin with a prompt found.
    """

    def __init__(self, rows: Sequence[Row], walls: Sequence[int], form: Form) -> None:
        self.rows = rows
        self.walls = walls
        self.form = form
        self.words = Words(rows)
        self.starts: Mapping[int, int] = {}
        self.taken: frozenset[int] = frozenset()
        self.numbered_by_hash = False
        self._begun: list[int] = []
        self._matched: dict[tuple[int, int, int], Found | None] = {}  # as long as no more is known

    def match(self, question: Question, row: int, column: int) -> Found | None:
        """How far the question's prompt reaches from there, and how alike it is; None for nothing alike."""
        place = question.number, row, column
        if place not in self._matched:
            self._matched[place] = self._match(question, row, column)
        return self._matched[place]

    def _match(self, question: Question, row: int, column: int) -> Found | None:
        start = self.words.at(row, column)
        if start >= len(self.words.words) or self.words.row_of[start] != row:
            return None
        limit = min(self.words.at(self.next_wall(row), 0), start + _MOST_WORDS)
        if self.is_strange_line(question, row, start):
            return None
        for wording in whole_wordings(question):
            last = start + len(wording) - 1
            if last >= limit or tuple(self.words.words[start : last + 1]) != wording:
                continue
            if self.is_official(question, wording) or self.is_whole(question, last):
                return self.found_at(question, row, last, 1.0)
        limit = self.reach(question, row, start, limit)
        if follows(question, self.words, range(start, limit)):
            return self.found_at(question, row, limit - 1, likeness(question, self.text(start, limit - 1))[0])
        if count := followed_whole(question, self.words, range(start, limit)):
            last = start + count - 1
            return self.found_at(question, row, last, likeness(question, self.text(start, last))[0])
        best = self.best_end(question, row, range(start, limit))
        if best is None:
            return None
        if (last := self.breaks_off(question, start, best.last)) >= 0:
            return replace(self.found_at(question, row, last, best.likeness), doubt=BREAKS_OFF)
        best = self.without_strange_words(question, start, best)
        return self.found_at(question, row, best.last, best.likeness)

    def breaks_off(self, question: Question, start: int, end: int) -> int:
        """The last word of a prompt that breaks off in its line, the answer behind it; -1 if none does.

        So it does if no mark closes what follows, and that is about something else or begins with a capital.
        """
        last = start + followed(question, self.words, range(start, end + 1)) - 1
        if last < start or last >= end or self.words.row_of[last + 1] != self.words.row_of[end]:
            return -1
        if self.words.ends_row(last):
            return -1
        if any(self.words.closed_by(index, ":?") for index in range(last, end + 1)):
            return -1
        rest = range(last + 1, end + 1)
        strange = sum(self.is_strange(question, index) for index in rest)
        new = self.words.begins_with_capital(last + 1) and not self.words.bracket_follows(last)
        return last if new or 2 * strange > len(rest) else -1

    def is_official(self, question: Question, wording: Sequence[str]) -> bool:
        official = official_words(question)
        return tuple(wording[: len(official)]) == official

    def is_whole(self, question: Question, last: int) -> bool:
        """Whether a wording that ends with that word is a whole prompt, but for sentences that end it."""
        place, stop = self.words.after(last), self.next_wall(self.words.row_of[last])
        behind = behind_tail(self.words, place, self.next_start(place.row, stop), question)
        closed = self.words.closed_by(last, ":?") and not self.words.bracket_follows(last)
        rest = self.rows[behind.row].text[behind.column :]
        value = question.kind == Kind.YES_NO and opens_with_value(question, rest)
        more = _MORE.match(rest) and not value
        return (closed or behind != place) and not more

    def reach(self, question: Question, row: int, start: int, limit: int) -> int:
        """The index of the first word of the row that no longer goes on with the prompt begun at `start`."""
        column = self.words.starts[start]
        above = last = self.rows[row].text[column:]
        while (index := self.words.at(row + 1, 0)) < limit:
            below = self.words.row_of[index]
            text = self.rows[below].text
            if is_address(text):  # of a link, at a page's foot
                row = below
                continue
            if not goes_on(question, above, last, text) or _MARKED_ROW.match(text):
                return index
            above, last, row = f"{above}\n{text}", text, below
        return limit

    def begins_own(self, question: Question, row: int, column: int) -> bool:
        """Whether the first word from there is one of the question's prompt."""
        start = self.words.at(row, column)
        return start < len(self.words.words) and is_word_of(question, self.words.words[start])

    def is_strange_line(self, question: Question, row: int, start: int) -> bool:
        """Whether the row is a whole of which no word is the prompt's: then what follows is not its rest."""
        end = self.words.at(row + 1, 0)
        if end - start > _LONG_LINE:
            return False
        closed = self.rows[row].text.rstrip().endswith((".", ";"))
        below = self.rows[row + 1] if row + 1 < len(self.rows) else None
        whole = closed or below is None or below.blank
        return whole and all(self.is_strange(question, index) for index in range(start, end))

    def best_end(self, question: Question, row: int, reach: range) -> _End | None:
        """The word of the reach that the prompt most likely ends with."""
        longest = 1.3 * max(len(wording) for wording in wordings(question)) + 12
        short = plain(question.short)
        best: _End | None = None
        length = -1
        for index in reach:
            length += len(self.words.words[index]) + 1
            if length > longest or (index > reach.start and self.other_prompt_at(index, question, row)):
                break
            if index > reach.start and self.words.is_not_applicable(index):  # no prompt has that in it
                return best or self.weigh(question, self.text(reach.start, index - 1), index - 1)
            if best and best.likeness >= CLEARLY and self.begins_another(question, best.last, index):
                break
            if not self.words.ends_phrase(index) or self.is_answer(question, index):
                continue
            text = self.text(reach.start, index)
            end = self.weigh(question, text, index)
            if end.likeness >= LIKELY - 0.1 and ends_at_colon(self.words, question, reach.start, index):
                return end
            if text == short and self.words.closed_by(index, ":"):
                return end
            if best is None or end.score >= best.score:
                best = end
        return best

    def begins_another(self, question: Question, last: int, index: int) -> bool:
        """Whether the row behind a prompt's end at `last` begins, with that word, like another prompt."""
        row = self.words.row_of[index]
        if index != last + 1 or row == self.words.row_of[last]:
            return False
        words = self.words.words[index : min(index + _OPENING, self.words.at(row + 1, 0))]
        if len(words) < _OPENING or not self.rows[row].text.lstrip()[:1].isupper():
            return False
        text = " ".join(words)
        others = begin_alike(self.form, text) - {question.number}
        return any(likeness(self.form.question(number), text)[0] >= CLEARLY for number in others)

    def weigh(self, question: Question, text: str, index: int) -> _End:
        """What speaks for a prompt of that text, which ends with the word at `index`."""
        alike, covered = likeness(question, text)
        whole = min(1.0, len(text) / len(wordings(question)[0]))
        score = alike * (1 + COVERED * covered + 0.15 * whole)
        score += self.evidence(question, index) - 0.3 * self.goes_on(question, len(text), index)
        return _End(score, alike, index)

    def without_strange_words(self, question: Question, start: int, best: _End) -> _End:
        """The end without last words that are none of the prompt's, where it could well end before them."""
        last = best.last
        while last > start and self.is_strange(question, last):
            last -= 1
        if last == best.last:
            return best
        if earlier := self.whole_before(question, start, last):
            return _End(best.score, likeness(question, self.text(start, earlier))[0], earlier)
        text = self.text(start, last)
        alike, _ = likeness(question, text)
        closed = self.words.closed_by(last, ":?") and alike >= best.likeness - _ABOUT
        new = self.words.bracket_follows(last) or not self.words.goes_on_in_lower_case(last)
        if closed or (new and is_wording(question, text)):
            return _End(best.score, alike, last)
        return self.without_strange_rows(question, start, last, best)

    def whole_before(self, question: Question, start: int, last: int) -> int:
        """The word a little before that with which the prompt is whole and closed by a mark; 0 if none is."""
        for at in range(max(start + 1, last - _NEAR), last):
            closed = self.words.closed_by(at, ":?") and not self.words.bracket_follows(at)
            if closed and is_wording(question, self.text(start, at)):
                return at
        return 0

    def text(self, start: int, last: int) -> str:
        """The words from one to another, plain."""
        return " ".join(self.words.words[start : last + 1])

    def without_strange_rows(self, question: Question, start: int, last: int, best: _End) -> _End:
        """The end of the row in which the prompt's last own word stands, if the rows below it are strange."""
        row = self.words.row_of[last]
        if self.words.row_of[best.last] == row or self.words.closed_by(best.last, ":?"):
            return best
        end = self.words.at(row + 1, 0) - 1
        if not self.words.ends_phrase(end) or self.words.are_in_brackets(start, end):
            return best
        alike, _ = likeness(question, self.text(start, end))
        return _End(best.score, alike, end) if alike >= best.likeness - _ABOUT else best

    def is_strange(self, question: Question, index: int) -> bool:
        """Whether the word is none of the prompt's, or is one that answers it."""
        return self.is_answer(question, index) or not is_word_of(question, self.words.words[index])

    def goes_on(self, question: Question, length: int, index: int) -> bool:
        """Whether the words behind that one are the next words of the official prompt."""
        following = " ".join(self.words.words[index + 1 : index + 12])
        if question.kind == Kind.CHOICES:  # answers to these repeat the prompt's words, so more must agree
            return rest_alike(question, length, following, 44, 94)
        return rest_alike(question, length, following, 16, 80)

    def is_answer(self, question: Question, index: int) -> bool:
        """Whether the word is the answer itself, not one of the prompt's "(Yes, No)"."""
        word = self.words.words[index]
        if self.words.is_not_applicable(index):
            return True
        if question.kind == Kind.YES_NO:
            return word in _YES_OR_NO and not self.words.closed_by_bracket(index)
        strange = question.kind == Kind.INTEGER and not is_word_of(question, word)
        return strange and opens_with_value(question, word)

    def is_answer_below(self, question: Question, index: int) -> bool:
        """Whether the word is a Yes or No that stands alone in its row, below a list that breaks off."""
        before = self.words.text_of(index)[: self.words.starts[index]]
        alone = not before.strip() and self.words.ends_row(index)
        return alone and self.is_answer(question, index)

    def evidence(self, question: Question, index: int) -> float:
        """What speaks for and against a prompt's end behind that word, likeness aside."""
        stop = self.next_wall(self.words.row_of[index])
        fits = 0.12 * self.value_at(
            question, behind_tail(self.words, self.words.after(index), stop, question)
        )
        if question.kind == Kind.YES_NO and self.words.closed_by(index, "?:"):
            fits *= 2.5
        return fits + closing(self.words, question, index) - 0.06 * (not self.words.marked(index))

    def other_prompt_at(self, index: int, question: Question, row: int) -> bool:
        """Whether another prompt begins in the row of this word, or at it."""
        at = self.words.row_of[index]
        return (at != row and at in self.taken) or self.new_prompt_at(index, question.number)

    def new_prompt_at(self, index: int, after: int) -> bool:
        """Whether a row begins at this word with the number of a question near by, or like another prompt."""
        number = self.starts.get(index)
        if number is None or self.is_spoken_of(index, after):
            return False
        by_hash = self.words.is_by_hash(index)  # "see #19"
        mentioned = by_hash and not (self.numbered_by_hash and number > after)
        if not mentioned and abs(number - after) <= _NEAR:
            return True
        opening = official_words(self.form.question(number))[:3]
        return tuple(self.words.words[index + 1 : index + 1 + len(opening)]) == opening

    def is_spoken_of(self, index: int, after: int) -> bool:
        """Whether a number is one that a prompt has among its words: "… listed in question 19"."""
        question, word = self.form.question(after), self.words.words[index]
        return word in official_words(question) and self.words.words[index - 1] in _SPEAKING

    def found_at(self, question: Question, row: int, index: int, alike: float) -> Found:
        """The prompt of that row which ends with that word, and with a prompt's last sentences behind it."""
        if self.is_answer_below(question, index) and self.words.row_of[index - 1] >= row:
            return self.found_at(question, row, index - 1, alike)
        place, stop = self.words.after(index), self.next_wall(row)
        if alike < 1 and question.kind == Kind.YES_NO and not self.value_at(question, place):
            near = self.next_start(place.row, stop)
            place = behind_yes_no(self.words, place, near, no_questions=len(self.starts) < FEW)
        near = self.next_start(place.row, stop)
        if alike < 1 and place.row - row < _FEW_ROWS:
            place = behind_last_words(self.words, place, near, lambda at: self.value_at(question, at))
        end = self.cell_end(question, row, behind_tail(self.words, place, near, question))
        return Found(question.number, row, end.row, end.column, alike, doubt=self.doubt_at(question, end))

    def cell_end(self, question: Question, row: int, end: Place) -> Place:
        """The end of a prompt's cell, where its answer has one of its own and the rest is no plain answer."""
        stop = min(self.next_start(row, self.next_wall(row)), end.row + _FEW_ROWS)
        last = next((at for at in range(end.row, stop) if self.rows[at].apart), None)
        if last is None:
            return end
        rest = [
            self.rows[end.row].text[end.column :],
            *(one.text for one in self.rows[end.row + 1 : last + 1]),
        ]
        whole = Place(last, len(self.rows[last].text))
        return whole if is_of_prompt(question, " ".join(rest)) else end

    def doubt_at(self, question: Question, end: Place) -> str:
        """Why a person should see where a prompt ends; "" if that is plain."""
        text = self.rows[end.row].text
        rest = text[end.column :]
        return GOES_ON if rest.strip() and begins_with_rest(question, text[: end.column], rest) else ""

    def next_start(self, row: int, stop: int) -> int:
        """The next row that begins with a number, or with a prompt already found."""
        later = bisect_right(self._begun, row)
        return self._begun[later] if later < len(self._begun) else stop

    def know(self, starts: Mapping[int, int] | None = None, taken: Iterable[int] | None = None) -> None:
        """Tells where rows begin with a number, or with a prompt already found."""
        known = self.starts, self.taken
        self.starts = self.starts if starts is None else starts
        self.taken = self.taken if taken is None else frozenset(taken)
        if known == (self.starts, self.taken):
            return
        self._matched.clear()
        self.numbered_by_hash = sum(map(self.words.is_by_hash, self.starts)) >= FEW
        self._begun = sorted({self.words.row_of[index] for index in self.starts} | self.taken)

    def next_wall(self, row: int) -> int:
        return next((wall for wall in self.walls if wall > row), len(self.rows))

    def value_follows(self, found: Found) -> bool:
        return self.value_at(self.form.question(found.question), found.end)

    def value_at(self, question: Question, place: Place) -> bool:
        """Whether the text from there begins like an answer to that question."""
        text = self.rows[place.row].text[place.column :]
        if not text.strip():
            later = self.rows[place.row + 1 : place.row + 1 + _AHEAD]
            text = next((row.text for row in later if not row.blank and not is_address(row.text)), "")
        return opens_with_value(question, text)

    def words_of(self, found: Found) -> Sequence[str]:
        """The words of a prompt behind its number."""
        start = self.words.at(found.row, found.column)
        return self.words.words[start : self.words.at(*found.end)]

    def text_of(self, found: Found) -> str:
        """The rows of a prompt up to its end, in one line."""
        rows = [row.text for row in self.rows[found.row : found.end_row + 1]]
        rows[-1] = rows[-1][: found.end_column]
        return " ".join(rows)
