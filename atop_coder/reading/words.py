"""The words of a sheet with their places, so that text can be compared across line ends."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from atop_coder.reading.rows import Row

WORD = re.compile(r"[^\W_]+")
# Words that no prompt ends with.
_GOES_ON = frozenset(("the", "a", "an", "any", "of", "to", "in", "for", "by", "with", "on", "at")).union(
    ("if", "and", "or", "that", "is", "are", "not")
)
_PHRASE_END = re.compile(r"(?:\(e?s\))?\s*+#?(?:$|[)\]”\"]*\s*+(?:[?)–—…]|:(?!//)|\.(?=[\s)”\"]|$)))")
_CLOSING_BRACKET = re.compile(r"[.\s]*[)\]]")
_CLOSERS = re.compile(r"""\(e?s\)|["”](?=[\s?:.)])|\s*[)\]?:.…;#]+(?!\w)""")
_ASKS_BACK = re.compile(r"\s+\?+\s*")  # behind the mark that closes a prompt: an answer that is not known
_PARTING = " \t,;:.–—-"
_LOWER_CASE = re.compile(r"[\s,;(]*[a-zà-öø-ÿ]+(?!\w|:?/)")
_TAIL_ROWS = 8  # so many rows with text at most are looked at for the sentences that end a prompt
_MOST_ROWS = 30  # … and so many with the blank ones


class Place(NamedTuple):
    """A place in the rows: before the character at `column`."""

    row: int
    column: int


def plain(text: str) -> str:
    """The words alone, folded, parted by single spaces: what likeness is measured on."""
    return " ".join(WORD.findall(text.casefold()))


class Words:
    """All words of the rows in one list, folded; `row_of`, `starts` and `ends` tell where each stands."""

    def __init__(self, rows: "Sequence[Row]") -> None:
        self.rows = rows
        self.words: list[str] = []
        self.row_of: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._first: list[int] = []  # the index of the first word at or after each row
        self._ends_phrase: dict[int, bool] = {}
        for at, row in enumerate(rows):
            self._first.append(len(self.words))
            spans = [match.span() for match in WORD.finditer(row.text)]
            self.words += [row.text[start:end].casefold() for start, end in spans]
            self.starts += [start for start, _ in spans]
            self.ends += [end for _, end in spans]
            self.row_of += [at] * len(spans)
        self._first.append(len(self.words))

    def at(self, row: int, column: int) -> int:
        """The index of the first word at or after that place."""
        if row >= len(self.rows):
            return len(self.words)
        first = self._first[row]
        return bisect_left(self.starts, column, first, self._first[row + 1]) if column else first

    def text_of(self, index: int) -> str:
        """The whole row in which that word stands."""
        return self.rows[self.row_of[index]].text

    def behind(self, index: int) -> str:
        """What stands in the row behind that word."""
        return self.text_of(index)[self.ends[index] :]

    def between(self, index: int) -> str:
        """What stands between that word and the next."""
        if self.ends_row(index):
            return self.behind(index) + "\n" + self.text_of(index + 1)[: self.starts[index + 1]]
        return self.text_of(index)[self.ends[index] : self.starts[index + 1]]

    def ends_row(self, index: int) -> bool:
        """Whether no word stands behind that one in its row."""
        return index + 1 == self._first[self.row_of[index] + 1]

    def begins_with_capital(self, index: int) -> bool:
        """Whether the word begins with a capital as it stands."""
        return self.text_of(index)[self.starts[index]].isupper()

    def ends_phrase(self, index: int) -> bool:
        """Whether a prompt could end behind this word: a line ends there, or a mark stands there."""
        if index not in self._ends_phrase:
            self._ends_phrase[index] = self._can_end(index)
        return self._ends_phrase[index]

    def _can_end(self, index: int) -> bool:
        if self.words[index] in _GOES_ON and not self.closed_by(index, "?:"):
            return False
        return bool(_PHRASE_END.match(self.behind(index)))

    def closed_by(self, index: int, marks: str) -> bool:
        """Whether one of these marks stands right behind the word."""
        return self.behind(index).lstrip(' )]”"#')[:1] in tuple(marks)

    def is_not_applicable(self, index: int) -> bool:
        """Whether the word is half of `N/A`."""
        if self.words[index] not in ("n", "a"):
            return False
        around = self.text_of(index)[max(0, self.starts[index] - 2) : self.ends[index] + 2]
        return "n/a" in around.casefold()

    def bracket_follows(self, index: int) -> bool:
        """Whether a bracket opens between that word and the next, also on the next line."""
        if index + 1 >= len(self.words):
            return False
        return self.text_of(index + 1)[: self.starts[index + 1]].rstrip(' “"‘').endswith("(")

    def are_in_brackets(self, start: int, index: int) -> bool:
        """Whether a bracket that opens behind the word at `start` is open behind that at `index`."""
        first, last = self.row_of[start], self.row_of[index]
        text = " ".join(row.text for row in self.rows[first:last])
        text += self.rows[last].text[: self.after(index).column]
        return text.count("(") > text.count(")")

    def is_by_hash(self, index: int) -> bool:
        """Whether the row of that word begins with "#"."""
        return self.rows[self.row_of[index]].text.lstrip().startswith("#")

    def closed_by_bracket(self, index: int) -> bool:
        """Whether a bracket closes right behind the word."""
        return bool(_CLOSING_BRACKET.match(self.behind(index)))

    def marked(self, index: int) -> bool:
        """Whether a mark, not only the line's end, stands behind this word."""
        return bool(self.behind(index).strip())

    def goes_on_in_lower_case(self, index: int) -> bool:
        """Whether the next word stands in the same row, with at most a comma before it, and is no name."""
        return bool(_LOWER_CASE.match(self.behind(index)))

    def after(self, index: int) -> Place:
        """Where the text behind that word begins, the marks that close the prompt left out."""
        text, column = self.text_of(index), self.ends[index]
        while match := _CLOSERS.match(text, column):
            if column > self.ends[index] and _ASKS_BACK.fullmatch(match[0]):
                break
            column = match.end()
        if not text[column:].strip(_PARTING):
            column = len(text)
        return Place(self.row_of[index], column)

    def text_from(self, place: Place, stop: int) -> str:
        """The text from a place on, as far as a prompt's tail may reach."""
        row, column = place
        texts = [self.rows[row].text[column:]]
        filled = 1
        for later in self.rows[row + 1 : min(stop, row + _MOST_ROWS)]:
            filled += not later.blank
            if filled > _TAIL_ROWS:
                break
            texts.append(later.text)
        return "\n".join(texts)

    def moved(self, place: Place, count: int) -> Place:
        """The place so many characters on, each line end counted as one."""
        row, column = place
        while count > len(self.rows[row].text) - column:
            count -= len(self.rows[row].text) - column + 1
            row, column = row + 1, 0
        return Place(row, column + count)
