"""Finds the form's prompts in the rows of a sheet, by order, number and likeness."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from atop_coder.form import Form, Kind, Question
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.rows import Row

SURE = 0.86  # likeness from which a prompt is taken for what its number says, wherever it stands
LIKELY = 0.68  # … where it stands between its neighbours
WORDLESS = 0.40  # … where the answer after it also fits the question
MISNUMBERED = 0.93  # … and that one with another question's number needs
FEW = 15  # with fewer prompts than these known by number, the sheet may have no numbers at all
UNNUMBERED = 0.80  # likeness that a prompt without its number needs
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"\s*(?:[#*•(\[-]+\s*)?(?:(?:question|ques|q)\.?\s*(?:no\.?|number|#)?\s*)?#?(\d{1,3})(?!\d|/|\.\d|-\d)\s*[.,):;\]–—-]*\s*",
    re.IGNORECASE,
)
_GOES_ON = frozenset("if the a an of and or to in for by with that is are on at not any".split())  # no prompt ends so
_YES_OR_NO = frozenset(("yes", "no", "y", "n", "unknown"))
_PARENTHESES = re.compile(r"\([^()]*\)")
_CLOSERS = re.compile(r"""\(e?s\)|["”](?=[\s?:.)])|\s*[)\]?:.…;#]+(?!\w)""")
# Sentences that end a prompt, in whatever words: "(Yes, No)", "If Yes, describe.", "(List all that apply)".
_YES_NO = re.compile(r"[^“”\"]{0,160}?\(\s*yes\s*[,/]?\s*(?:or\s*)?no\s*\)[.:]?", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\(\s*(?:yes|y)\s*[,/]?\s*(?:or\s*)?(?:no|n)\s*\)[.:]?"
    r"|\(?if\s+(?:yes|no|so|any|secret|there)\b[^.?:]{0,170}(?:[.?:]\)?|$)"
    r"|\((?:note|list|check|use|using|include|including|do not|only|answering|that is|may|e\.g)\b[^()]{0,220}\)[.:]?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A prompt in the rows: it starts at `row`, and its answer begins in row `end_row` at `end_column`."""

    question: int
    row: int
    end_row: int
    end_column: int
    likeness: float
    numbered: bool = True
    column: int = 0

    @property
    def start(self) -> tuple[int, int]:
        return self.row, self.column


class Token(NamedTuple):
    """A word of the sheet, folded, with its place."""

    word: str
    row: int
    start: int
    end: int


def plain(text: str) -> str:
    """The words alone, folded, parted by single spaces: what likeness is measured on."""
    return " ".join(_WORD.findall(text.casefold()))


@cache
def wordings(question: Question) -> tuple[str, ...]:
    """The ways a prompt is worded, plain: official, without parentheses, older and shorter ones."""
    bare = _PARENTHESES.sub(" ", question.prompt)
    first = re.split(r"(?<=[?:])", bare)[0]
    return tuple(
        dict.fromkeys(plain(text) for text in (question.prompt, bare, first, *question.also, question.short))
    )


class Words:
    """All words of the rows in one list, so that a prompt can be compared across line ends."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.tokens = [
            Token(match[0].casefold(), at, match.start(), match.end())
            for at, row in enumerate(rows)
            for match in _WORD.finditer(row.text)
        ]
        self.words = [token.word for token in self.tokens]
        self._places = [(token.row, token.start) for token in self.tokens]
        self._ends: dict[int, bool] = {}

    def at(self, row: int, column: int) -> int:
        """The index of the first word at or after that place."""
        return bisect_left(self._places, (row, column))

    def ends_phrase(self, index: int) -> bool:
        """Whether a prompt could end behind this word: a line ends there, or a mark stands there."""
        if index not in self._ends:
            self._ends[index] = self._ends_phrase(index)
        return self._ends[index]

    def _ends_phrase(self, index: int) -> bool:
        token = self.tokens[index]
        if token.word in _GOES_ON and not self.closed_by(index, "?:"):
            return False
        return bool(re.match(r"(?:\(e?s\))?\s*#?(?:$|[)\]”\"]*\s*(?:[?:)–—…]|\.(?=[\s)”\"]|$)))", self.rows[token.row].text[token.end :]))

    def closed_by(self, index: int, marks: str) -> bool:
        """Whether one of these marks stands right behind the word."""
        token = self.tokens[index]
        return self.rows[token.row].text[token.end :].lstrip(" )]”\"#")[:1] in tuple(marks)

    def closed_by_bracket(self, index: int) -> bool:
        """Whether a bracket closes right behind the word."""
        token = self.tokens[index]
        return bool(re.match(r"[.\s]*[)\]]", self.rows[token.row].text[token.end :]))

    def marked(self, index: int) -> bool:
        """Whether a mark, not only the line's end, stands behind this word."""
        token = self.tokens[index]
        return bool(self.rows[token.row].text[token.end :].strip())

    def after(self, index: int) -> tuple[int, int]:
        """Where the text behind that word begins, the marks that close the prompt left out."""
        token = self.tokens[index]
        text = self.rows[token.row].text
        column = token.end
        while match := _CLOSERS.match(text, column):
            column = match.end()
        return token.row, column


def find_prompts(rows: Sequence[Row], walls: Iterable[int], form: Form) -> list[Found]:
    """The prompts in the order of the sheet; `walls` are rows (section headings) that no prompt crosses.

    A question comes twice if the sheet asks it twice.
    """
    return _Search(rows, sorted(walls), form).found()


class _Search:
    def __init__(self, rows: Sequence[Row], walls: Sequence[int], form: Form) -> None:
        self.rows = rows
        self.walls = walls
        self.form = form
        self.words = Words(rows)
        self.starts: dict[int, int] = {}  # index of the word that is a row's number -> that number
        self.taken: set[int] = set()  # rows that begin with a prompt already found

    def found(self) -> list[Found]:
        numbered = list(self.numbered_rows())
        self.starts = {self.words.at(row, column) - 1: number for row, number, column in numbered}
        found = self.sure(numbered)
        self.taken = {one.row for one in found}
        unnumbered = len(found) < FEW and len({number for _, number, _ in numbered}) < 2 * FEW
        for search in (
            lambda: self.without_number(found, SURE) if unnumbered else [],
            lambda: self.likely(numbered, found),
            lambda: self.without_number(found, UNNUMBERED),
            lambda: self.within_lines(found),
        ):
            found += search()
            self.taken = {one.row for one in found if not one.column}
        return self.in_place(found)

    # Prompts with their number

    def numbered_rows(self) -> Iterator[tuple[int, int, int]]:
        """(row, number, column behind the number) of each row that begins like a numbered prompt."""
        for at, row in enumerate(self.rows):
            match = _NUMBER.match(row.text)
            if match and int(match[1]) in self.form.by_number:
                yield at, int(match[1]), match.end()

    def sure(self, numbered: Iterable[tuple[int, int, int]]) -> list[Found]:
        found = []
        for row, number, column in numbered:
            one = self.match(self.form.question(number), row, column)
            if one and one.likeness >= SURE:
                found.append(one)
        return found

    def likely(self, numbered: Iterable[tuple[int, int, int]], sure: Sequence[Found]) -> list[Found]:
        """Prompts of the missing questions that stand in their place and are like enough."""
        missing = self.form.by_number.keys() - {found.question for found in sure}
        taken = {found.row for found in sure}
        found: list[Found] = []
        for row, number, column in numbered:
            if number not in missing or row in taken or not self.is_between(number, row, [*sure, *found]):
                continue
            one = self.match(self.form.question(number), row, column)
            if one and (one.likeness >= LIKELY or (one.likeness >= WORDLESS and self.speaks_for(one))):
                found.append(one)
            elif one and self.value_follows(one) and self.text_of(one).rstrip()[-1:] in (":", "?"):
                found.append(one)
            elif one is None and self.value_at(number, row, column):
                found.append(Found(number, row, row, column, 0.3))
        best = _best_of_each(found)
        return best + [again for again in self.again(numbered, best)]

    def again(self, numbered: Iterable[tuple[int, int, int]], found: Sequence[Found]) -> Iterator[Found]:
        """The same prompts where they stand a second time, word for word."""
        prompts = {one.question: one for one in found}
        for row, number, column in numbered:
            first = prompts.get(number)
            if first is None or row <= first.row:
                continue
            words = plain(_NUMBER.sub("", self.text_of(first), count=1)).split()
            start = self.words.at(row, column)
            if len(words) >= 4 and self.words.words[start : start + len(words)] == words:
                yield self.found_at(self.form.question(number), row, column, start + len(words) - 1, first.likeness)

    def speaks_for(self, found: Found) -> bool:
        """Whether the answer, or two telling words and a closing mark, speak for a prompt in other words."""
        if self.value_follows(found) or _TAIL.search(self.text_of(found)):
            return True
        start, end = self.words.at(found.row, found.column), self.words.at(found.end_row, found.end_column)
        question = self.form.question(found.question)
        telling = {word for wording in wordings(question) for word in wording.split() if len(word) >= 5}
        shared = telling.intersection(self.words.words[start:end])
        closed = self.rows[found.end_row].text[: found.end_column].rstrip()[-1:] in (":", "?")
        return len(shared) >= 2 and closed

    def text_of(self, found: Found) -> str:
        """The prompt as it stands, in one line."""
        rows = [row.text for row in self.rows[found.row : found.end_row + 1]]
        rows[-1] = rows[-1][: found.end_column]
        return " ".join(rows)

    def is_between(self, number: int, row: int, found: Sequence[Found]) -> bool:
        """Whether that row lies behind the questions before and ahead of those after; one may be swapped."""
        near = [one for one in found if one.question != number and abs(one.question - number) <= 3]
        wrong = sum((one.question < number) != (one.row < row) for one in near)
        return wrong == 0 or (wrong == 1 and len(near) >= 4)

    # Prompts without it

    def without_number(self, found: Sequence[Found], least: float) -> list[Found]:
        """Prompts of the missing questions that stand without a number, or with a wrong one."""
        missing = [
            question for question in self.form.questions if question.number not in {f.question for f in found}
        ]
        if not missing:
            return []
        inside = {row for one in found for row in range(one.row, one.end_row + 1)}
        more: list[Found] = []
        for at, row in enumerate(self.rows):
            if at in inside or row.blank:
                continue
            number = _NUMBER.match(row.text)
            column = number.end() if number else 0
            for question in self.alike(at, column, missing):
                one = self.match(question, at, column)
                if one and one.likeness >= self.least(least, number) and self.long_enough(one):
                    more.append(Found(one.question, at, one.end_row, one.end_column, one.likeness, False))
        return _best_of_each(self.by_place(more, found))

    def least(self, least: float, number: re.Match[str] | None) -> float:
        """How alike a prompt must be: more so where a row has another question's number."""
        own = number is not None and int(number[1]) in self.form.by_number and bool(number[0].strip(" \t#("))
        return max(least, MISNUMBERED) if own else least

    def alike(self, row: int, column: int, questions: Iterable[Question]) -> Iterator[Question]:
        """Those of the questions whose wordings begin about as the row does."""
        start = self.words.at(row, column)
        text = " ".join(self.words.words[start : start + 5])[:26]
        for question in questions:
            if any(fuzz.ratio(one[: len(text)], text[: len(one)]) >= 70 for one in wordings(question)):
                yield question

    def long_enough(self, found: Found) -> bool:
        """Whether enough words speak for a prompt that has no number: three, or a label with its colon."""
        start = self.words.at(found.row, found.column)
        end = self.words.at(found.end_row, found.end_column)
        text = self.rows[found.end_row].text
        colon = ":" in text[max(0, found.end_column - 2) : found.end_column]
        return end - start >= 4 or colon or found.likeness >= 0.97

    def by_place(self, candidates: Sequence[Found], found: Sequence[Found]) -> list[Found]:
        """The candidates, one question a row: the one in its place before the one most alike."""
        rows: dict[int, list[Found]] = {}
        for one in candidates:
            rows.setdefault(one.row, []).append(one)
        return [
            max(ones, key=lambda one: one.likeness + 0.1 * self.is_between(one.question, one.row, found))
            for ones in rows.values()
        ]

    def within_lines(self, found: Sequence[Found]) -> list[Found]:
        """Prompts of questions still missing that are glued to the end of another line."""
        missing = self.form.by_number.keys() - {one.question for one in found}
        more = []
        for number in missing:
            pattern = re.compile(rf"(?<![\w#.§])(?:Q\.?\s*)?{number}\s*[.,):]\s*(?=[^\W\d_])")
            for at, row in enumerate(self.rows):
                for match in pattern.finditer(row.text, 1):
                    one = self.match(self.form.question(number), at, match.end())
                    if one and one.likeness >= SURE and self.words_of(one) >= 4:
                        more.append(
                            Found(number, at, one.end_row, one.end_column, one.likeness, True, match.start())
                        )
        return _best_of_each(more)

    def words_of(self, found: Found) -> int:
        return self.words.at(found.end_row, found.end_column) - self.words.at(found.row, found.column)

    # One prompt at one place

    def match(self, question: Question, row: int, column: int) -> Found | None:
        """How far the prompt of the question reaches from there, and how alike it is; None for nothing alike."""
        start = self.words.at(row, column)
        if start >= len(self.words.tokens) or self.words.tokens[start].row != row:
            return None
        limit = self.limit(start, row)
        official = wordings(question)[0].split()
        if start + len(official) <= limit and self.words.words[start : start + len(official)] == official:
            return self.found_at(question, row, column, start + len(official) - 1, 1.0)
        return self.best_end(question, row, column, start, limit)

    def limit(self, start: int, row: int) -> int:
        """The index behind the last word that a prompt from there may hold."""
        return min(self.words.at(self.limit_row(row), 0), start + 75)

    def best_end(self, question: Question, row: int, column: int, start: int, limit: int) -> Found | None:
        longest = max(len(wording) for wording in wordings(question))
        official = len(wordings(question)[0])
        best: tuple[float, float, int] | None = None
        taken = self.taken - {row}
        for end in range(start, limit):
            if end > start and (self.words.tokens[end].row in taken or self.new_prompt_at(end, question.number)):
                break
            if not self.words.ends_phrase(end) or self.is_answer(question, end):
                continue
            text = " ".join(self.words.words[start : end + 1])
            if len(text) > longest * 1.3 + 12:
                break
            likeness, covered = self.likeness(question, text)
            score = likeness * (1 + 0.35 * covered + 0.15 * min(1.0, len(text) / official))
            score += self.evidence(question, end) - 0.3 * self.goes_on(question, text, end)
            if likeness >= LIKELY - 0.1 and self.ends_at_colon(question, start, end):
                best = (score, likeness, end)
                break
            if best is None or score >= best[0]:
                best = (score, likeness, end)
        return None if best is None else self.found_at(question, row, column, best[2], best[1])

    def goes_on(self, question: Question, text: str, end: int) -> bool:
        """Whether the words behind that one are the next words of the official prompt."""
        official = wordings(question)[0]
        repeats = question.kind == Kind.CHOICES  # answers to these repeat the prompt's words, so more must agree
        following = official[len(text) : len(text) + (44 if repeats else 16)].strip()
        words = " ".join(self.words.words[end + 1 : end + 12])[: len(following)]
        return len(following) > 6 and fuzz.ratio(following, words) >= (94 if repeats else 80)

    def is_answer(self, question: Question, end: int) -> bool:
        """Whether the word is the answer itself, not one of the prompt's "(Yes, No)"."""
        word = self.words.words[end]
        return question.kind == Kind.YES_NO and word in _YES_OR_NO and not self.words.closed_by_bracket(end)

    def ends_at_colon(self, question: Question, start: int, end: int) -> bool:
        """Whether the prompt is one that ends with its only colon, and that colon is reached."""
        if question.prompt.rstrip().find(":") != len(question.prompt) - 1 or not self.words.closed_by(end, ":"):
            return False
        first, last = self.words.tokens[start], self.words.tokens[end]
        text = " ".join(row.text for row in self.rows[first.row : last.row])
        text += self.rows[last.row].text[: self.words.after(end)[1]]
        return text.count("(") <= text.count(")")

    def evidence(self, question: Question, end: int) -> float:
        """What speaks for and against a prompt's end behind that word, likeness aside."""
        place = self.behind_tail(*self.words.after(end), self.limit_row(self.words.tokens[end].row))
        fits = 0.12 * self.value_at(question.number, *place)
        last = question.prompt[-1]
        closed = self.words.closed_by_bracket(end) if last == ")" else self.words.closed_by(end, last)
        closed = closed or (question.kind == Kind.CHOICES and self.words.closed_by(end, ":?"))
        weight = 0.12 if last in "?:)" else 0.06 * (question.kind == Kind.TEXT)
        if question.kind == Kind.YES_NO and self.words.closed_by(end, "?:"):
            fits *= 2.5
        return fits - 0.06 * (not self.words.marked(end)) + weight * closed

    def new_prompt_at(self, index: int, after: int) -> bool:
        """Whether a row begins at this word with the number of one of the next questions, or like another prompt."""
        number = self.starts.get(index)
        if number is None:
            return False
        told = not self.rows[self.words.tokens[index].row].text.lstrip().startswith("#")
        if told and 0 < abs(number - after) <= 3:
            return True
        opening = wordings(self.form.question(number))[0].split()[:3]
        return self.words.words[index + 1 : index + 1 + len(opening)] == opening

    def likeness(self, question: Question, text: str) -> tuple[float, float]:
        """How alike a text is to the prompt or its beginning (0 to 1), and what share of a wording it covers."""
        best = (0.0, 0.0)
        for place, wording in enumerate(wordings(question)):
            part = wording if place >= 3 else _beginning(wording, len(text))
            alike = fuzz.ratio(part, text) / 100
            covered = min(1.0, len(text) / len(wording))
            if alike + 0.35 * covered > best[0] + 0.35 * best[1]:
                best = (alike, covered)
        return best

    def found_at(self, question: Question, row: int, column: int, end: int, likeness: float) -> Found:
        place = self.words.after(end)
        if likeness < 1 and question.kind == Kind.YES_NO and not self.value_at(question.number, *place):
            place = self.behind_yes_no(*place, self.limit_row(row))
        end_row, end_column = self.behind_tail(*place, self.limit_row(row))
        return Found(question.number, row, end_row, end_column, likeness)

    def behind_tail(self, row: int, column: int, stop: int) -> tuple[int, int]:
        """The place behind the sentences that prompts end with, where the prompt's own words did not take them in."""
        while (match := _TAIL.match(self.text_from(row, column, stop))) and match.end():
            row, column = self.moved(row, column, match.end())
        return row, column

    def behind_yes_no(self, row: int, column: int, stop: int) -> tuple[int, int]:
        """The place behind "(Yes, No)" where that stands a few words on and no other prompt comes first."""
        ahead = _YES_NO.match(self.text_from(row, column, self.next_start(row, stop)))
        if ahead is None or (len(self.starts) < FEW and "?" in ahead[0]):
            return row, column
        return self.moved(row, column, ahead.end())

    def moved(self, row: int, column: int, count: int) -> tuple[int, int]:
        """The place so many characters on, each line end counted as one."""
        while count > len(self.rows[row].text) - column:
            count -= len(self.rows[row].text) - column + 1
            row, column = row + 1, 0
        return row, column + count

    def next_start(self, row: int, stop: int) -> int:
        """The next row that begins with a number, or with a prompt already found."""
        starts = {self.words.tokens[index].row for index in self.starts} | self.taken
        return min((later for later in starts if later > row), default=stop)

    def text_from(self, row: int, column: int, stop: int) -> str:
        """The text from a place on, line ends as spaces, as far as a prompt's tail may reach."""
        parts = [self.rows[row].text[column:]]
        for later in self.rows[row + 1 : min(stop, row + 8)]:
            parts.append(later.text)
        return " ".join(parts)

    def limit_row(self, row: int) -> int:
        return next((wall for wall in self.walls if wall > row), len(self.rows))

    def value_follows(self, found: Found) -> bool:
        return self.value_at(found.question, found.end_row, found.end_column)

    def value_at(self, number: int, row: int, column: int) -> bool:
        """Whether the text from there begins like an answer to that question."""
        text = self.rows[row].text[column:]
        if not text.strip():
            text = next((later.text for later in self.rows[row + 1 : row + 5] if not later.blank), "")
        return opens_with_value(self.form.question(number), text)

    # The whole

    def in_place(self, found: Sequence[Found]) -> list[Found]:
        """The prompts by their place; one that another's words cover is dropped."""
        kept: list[Found] = []
        for one in sorted(found, key=lambda one: (one.start, -one.likeness)):
            if kept and one.start < (kept[-1].end_row, kept[-1].end_column):
                continue
            kept.append(one)
        return kept


def _beginning(wording: str, length: int) -> str:
    """The first `length` characters of a wording, or all of it where little is left."""
    return wording if length >= len(wording) * 0.97 else wording[:length]


def _best_of_each(found: Iterable[Found]) -> list[Found]:
    """For each question the most alike, the first of equals."""
    best: dict[int, Found] = {}
    for one in sorted(found, key=lambda one: one.start):
        if one.question not in best or one.likeness > best[one.question].likeness:
            best[one.question] = one
    return list(best.values())
