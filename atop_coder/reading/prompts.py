"""Finds the form's prompts in the rows of a sheet, by order, number and likeness."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from atop_coder.form import Form, Question
from atop_coder.reading.found import Found
from atop_coder.reading.labels import label_ends, tells
from atop_coder.reading.likeness import (
    CLEARLY,
    LIKELY,
    MISNUMBERED,
    SURE,
    UNNUMBERED,
    WORDLESS,
    begin_alike,
    is_wording,
    telling_words,
)
from atop_coder.reading.matching import FEW, Matcher
from atop_coder.reading.numbering import NUMBER, number_end
from atop_coder.reading.order import NEIGHBOURS, best_of_each, in_place, is_between, is_framed, is_swapped
from atop_coder.reading.plain_prompts import Plain, find_plain
from atop_coder.reading.rows import Row
from atop_coder.reading.tails import has_tail
from atop_coder.reading.words import Place, plain

_NUMBER_WITHIN = re.compile(r"(?<![\w#.§])(?:Q\.?\s*)?(\d{1,3})\s*[.,):]\s*(?=[^\W\d_])")
_NUMBER_MARKED = re.compile(r"\d\s*[.,):]\s*[^\W\d_]")  # what all of these have in them, sooner found
_ABOUT = 0.1  # by how much another end may make a prompt more alike
_MANY = 4  # words; fewer stand before several questions
_BEGINNING = 60  # characters by which a prompt without its number is looked for
_BY_PLACE_ALONE = 0.3  # the likeness written down for a prompt without words


class _Numbered(NamedTuple):
    """A row that begins like a numbered prompt, and the column behind the number."""

    row: int
    number: int
    column: int


def find_prompts(
    rows: Sequence[Row], walls: Iterable[int], form: Form, asked: Mapping[int, int] | None = None
) -> list[Found]:
    """The prompts in the order of the sheet; `walls` are rows (section headings) that no prompt crosses.

    A question comes twice if the sheet asks it twice. `asked` holds what the file tells beside its text: line
    number -> the question that a line without a number asks.
    """
    return _Search(rows, sorted(walls), form, asked or {}).found()


class _Search:
    def __init__(
        self, rows: Sequence[Row], walls: Sequence[int], form: Form, asked: Mapping[int, int]
    ) -> None:
        self.rows = rows
        self.asked = asked
        self.form = form
        self.at = Matcher(rows, walls, form)
        self.numbered = list(self.numbered_rows())
        self.prompts: list[Found] = []
        self.unlike: set[tuple[int, int, int]] = (
            set()
        )  # places without number, and questions that they do not ask
        words = self.at.words
        self.at.know({words.at(row, column) - 1: number for row, number, column in self.numbered})

    def found(self) -> list[Found]:
        """All prompts: the surest search first, so that the later ones know what is taken."""
        self.add(self.plain())
        self.add(self.sure())
        if len(self.prompts) < FEW and len({one.number for one in self.numbered}) < 2 * FEW:
            self.add(self.without_number(SURE))
        self.add(self.likely())
        self.add(self.without_number(UNNUMBERED))
        self.add(self.within_lines())
        return in_place(self.prompts)

    def add(self, found: Iterable[Found]) -> None:
        self.prompts += found
        self.at.know(taken=(one.row for one in self.prompts if not one.column))

    def missing(self) -> list[Question]:
        """The questions of which no prompt is found so far."""
        there = {one.question for one in self.prompts}
        return [question for question in self.form.questions if question.number not in there]

    def plain(self) -> list[Found]:
        """Prompts in the very words of the form."""
        plain = list(find_plain(self.at.words, self.form))
        self.at.know(taken=(one.row for one in plain if not one.column))
        whole = (
            one
            for one in plain
            if one.official or self.at.is_whole(self.form.question(one.question), one.last)
        )
        return [self.found_plain(one) for one in whole]

    def found_plain(self, one: Plain) -> Found:
        found = self.at.found_at(self.form.question(one.question), one.row, one.last, 1.0)
        numbered = tells(one.label, one.question)
        return found if numbered and not one.column else replace(found, column=one.column, numbered=numbered)

    # Prompts with their number

    def numbered_rows(self) -> Iterator[_Numbered]:
        for at, row in enumerate(self.rows):
            match = NUMBER.match(row.text)
            if match and int(match[1]) in self.form.by_number and row.text[match.end() :][:1] != "?":
                yield _Numbered(at, int(match[1]), match.end())
            elif row.number in self.asked and not row.before:
                yield _Numbered(at, self.asked[row.number], 0)

    def sure(self) -> list[Found]:
        """Prompts that are as their number says; of two with one number, one may be a neighbour's."""
        taken = {one.row for one in self.prompts if not one.column}
        matched = (
            self.at.match(self.form.question(one.number), one.row, one.column)
            for one in self.numbered
            if one.row not in taken
        )
        found = [one for one in matched if one and one.likeness >= SURE]
        times = Counter(one.question for one in (*self.prompts, *found))
        return [self.renamed(one, times) for one in found]

    def renamed(self, one: Found, times: Counter[int]) -> Found:
        """The prompt as that of a neighbour, whose words it has rather than those of its own number.

        Of a neighbour that is there already only where it has the very words. `times` counts the questions,
        and is kept up to date.
        """
        if times[one.question] < 2 and one.likeness >= CLEARLY:
            return one
        near = range(one.question - NEIGHBOURS, one.question + NEIGHBOURS + 1)
        others = (self.form.by_number[number] for number in near if number in self.form.by_number)
        column = number_end(self.rows[one.row].text)
        matched = [other for question in others if (other := self.at.match(question, one.row, column))]
        best = max(matched, key=lambda other: (other.likeness, not times[other.question]), default=one)
        missing = times[one.question] > 1 and not times[best.question] and best.likeness > MISNUMBERED
        if best.likeness <= one.likeness or not (missing or best.likeness == 1):
            return one
        if not self.long_enough(best):
            return one
        times.subtract([one.question])
        times.update([best.question])
        return replace(best, numbered=False)

    def likely(self) -> list[Found]:
        """Prompts of the missing questions that stand in their place and are like enough."""
        missing = {question.number for question in self.missing()}
        taken = {one.row for one in self.prompts}
        found: list[Found] = []
        for start in self.numbered:
            if start.number not in missing or start.row in taken or self.asks_another(start):
                continue
            so_far = [*self.prompts, *found]
            if is_between(start.number, start.row, so_far):
                found += self.likely_at(start)
            elif is_swapped(start.number, start.row, so_far):
                found += (one for one in self.likely_at(start) if self.is_question(one))
        best = best_of_each(found)
        return [*best, *self.again(best)]

    def asks_another(self, start: _Numbered) -> bool:
        """Whether the row asks, in many words and nearly to the letter, a question of another number."""
        others = begin_alike(self.form, self.beginning(start.row, start.column)) - {start.number}
        matched = (self.at.match(self.form.question(one), start.row, start.column) for one in others)
        return any(one and one.likeness >= CLEARLY and len(self.at.words_of(one)) > _MANY for one in matched)

    def beginning(self, row: int, column: int) -> str:
        """The first words from there, plain."""
        start = self.at.words.at(row, column)
        return " ".join(self.at.words.words[start : start + 12])[:_BEGINNING]

    def likely_at(self, start: _Numbered) -> Iterator[Found]:
        question = self.form.question(start.number)
        one = self.at.match(question, start.row, start.column)
        if one is None:
            marked = not self.rows[start.row].text.strip().isdecimal()
            if (
                marked
                and is_framed(start.number, start.row, self.prompts, self.form)
                and self.at.value_at(question, Place(start.row, start.column))
            ):
                yield Found(start.number, start.row, start.row, start.column, _BY_PLACE_ALONE)
        elif self.is_likely(one):
            yield one

    def is_likely(self, one: Found) -> bool:
        """Whether likeness, or the answer behind it, speaks for a prompt that stands in its place."""
        if one.likeness >= WORDLESS:
            return one.likeness >= LIKELY or self.speaks_for(one)
        framed = is_framed(one.question, one.row, self.prompts, self.form)
        return framed and self.at.value_follows(one) and self.is_closed(one)

    def is_question(self, one: Found) -> bool:
        """Whether its words alone speak for a prompt, wherever it stands."""
        return one.likeness >= LIKELY or (one.likeness >= WORDLESS and has_tail(self.at.text_of(one)))

    def speaks_for(self, one: Found) -> bool:
        """Whether the answer, or two telling words and a closing mark, speak for a prompt in other words."""
        if self.at.value_follows(one) or has_tail(self.at.text_of(one)):
            return True
        told = telling_words(self.form.question(one.question)).intersection(self.at.words_of(one))
        return len(told) >= 2 and self.is_closed(one)

    def is_closed(self, one: Found) -> bool:
        return self.at.text_of(one).rstrip()[-1:] in (":", "?")

    def again(self, found: Iterable[Found]) -> Iterator[Found]:
        """The same prompts where they stand a second time, word for word."""
        prompts = {one.question: one for one in found}
        for row, number, column in self.numbered:
            first = prompts.get(number)
            if first is None or row <= first.row:
                continue
            words = plain(NUMBER.sub("", self.at.text_of(first), count=1)).split()
            start = self.at.words.at(row, column)
            enough = len(words) >= (2 if self.is_closed(first) else 4)
            if enough and self.at.words.words[start : start + len(words)] == words:
                question = self.form.question(number)
                yield self.at.found_at(question, row, start + len(words) - 1, first.likeness)

    # Prompts without it

    def without_number(self, least: float) -> list[Found]:
        """Prompts of the missing questions that stand without a number, or with a wrong one."""
        missing = self.missing()
        if not missing:
            return []
        inside = {row for one in self.prompts for row in range(one.row, one.end_row + 1)}
        more = [
            one
            for at, row in enumerate(self.rows)
            if at not in inside and not row.blank
            for one in self.unnumbered_at(at, missing, least)
        ]
        return best_of_each(self.by_place(more))

    def unnumbered_at(self, row: int, questions: Iterable[Question], least: float) -> Iterator[Found]:
        """The questions that a row may ask, from its begin or from behind its label."""
        for column in sorted(label_ends(self.rows[row].text)):
            yield from self.unnumbered_from(row, column, questions, least)

    def unnumbered_from(
        self, row: int, column: int, questions: Iterable[Question], least: float
    ) -> Iterator[Found]:
        number = NUMBER.match(self.rows[row].text) if column else None
        alike = begin_alike(self.form, self.beginning(row, column))
        for question in questions:
            if question.number not in alike or (row, column, question.number) in self.unlike:
                continue
            one = self.at.match(question, row, column) if self.at.begins_own(question, row, column) else None
            if one is None or one.likeness < UNNUMBERED - _ABOUT:
                self.unlike.add((row, column, question.number))
            elif one.likeness >= self.least(least, number) and self.long_enough(one):
                yield replace(one, numbered=False)

    def least(self, least: float, number: re.Match[str] | None) -> float:
        """How alike a prompt must be: more so where a row has another question's number."""
        own = number is not None and int(number[1]) in self.form.by_number and bool(number[0].strip(" \t#("))
        return max(least, MISNUMBERED) if own else least

    def long_enough(self, one: Found) -> bool:
        """Whether enough words speak for a prompt without number: four, a label's colon, a whole wording."""
        words = self.at.words_of(one)
        colon = ":" in self.rows[one.end_row].text[max(0, one.end_column - 2) : one.end_column]
        return len(words) >= 4 or colon or self.is_title(one, " ".join(words))

    def is_title(self, one: Found, words: str) -> bool:
        """Whether few words are the whole of a wording, begin with a capital, and stand in their place."""
        capital = self.rows[one.row].text[number_end(self.rows[one.row].text) :].lstrip()[:1].isupper()
        placed = is_framed(one.question, one.row, self.prompts, self.form)
        return capital and placed and is_wording(self.form.question(one.question), words)

    def by_place(self, candidates: Iterable[Found]) -> list[Found]:
        """The candidates, one question a row: the one in its place before the one most alike."""
        rows: dict[int, list[Found]] = {}
        for one in candidates:
            rows.setdefault(one.row, []).append(one)
        return [max(ones, key=self.likeness_in_place) for ones in rows.values()]

    def likeness_in_place(self, one: Found) -> float:
        return one.likeness + 0.1 * is_between(one.question, one.row, self.prompts)

    def within_lines(self) -> list[Found]:
        """Prompts of questions still missing that are glued to the end of another line."""
        missing = {question.number: question for question in self.missing()}
        return best_of_each(self.within_rows(missing)) if missing else []

    def within_rows(self, questions: Mapping[int, Question]) -> Iterator[Found]:
        for at, row in enumerate(self.rows):
            if not _NUMBER_MARKED.search(row.text):
                continue
            for match in _NUMBER_WITHIN.finditer(row.text, 1):
                question = questions.get(int(match[1]))
                one = self.at.match(question, at, match.end()) if question else None
                if one and one.likeness >= SURE and self.words_behind(one, match.end()) >= 4:
                    yield replace(one, column=match.start())

    def words_behind(self, one: Found, column: int) -> int:
        return self.at.words.at(*one.end) - self.at.words.at(one.row, column)
