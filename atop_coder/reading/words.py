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
_PHRASE_END = re.compile(r"(?:\(e?s\))?\s*#?(?:$|[)\]”\"]*\s*(?:[?)–—…]|:(?!//)|\.(?=[\s)”\"]|$)))")
_CLOSING_BRACKET = re.compile(r"[.\s]*[)\]]")
_CLOSERS = re.compile(r"""\(e?s\)|["”](?=[\s?:.)])|\s*[)\]?:.…;#]+(?!\w)""")
_PARTING = " \t,;:.–—-"
_LOWER_CASE = re.compile(r"[\s,;(]*[a-zà-öø-ÿ]+(?!\w|:?/)")
_TAIL_ROWS = 8  # so many rows with text at most are looked at for the sentences that end a prompt
_MOST_ROWS = 30  # … and so many with the blank ones


class Place(NamedTuple):
    """A place in the rows: before the character at `column`."""

    row: int
    column: int


class Token(NamedTuple):
    """A word of the sheet, folded, with its place."""

    word: str
    row: int
    start: int
    end: int


def plain(text: str) -> str:
    """The words alone, folded, parted by single spaces: what likeness is measured on."""
    return " ".join(WORD.findall(text.casefold()))


class Words:
    """All words of the rows in one list."""

    def __init__(self, rows: "Sequence[Row]") -> None:
        self.rows = rows
        self.tokens = [
            Token(match[0].casefold(), at, match.start(), match.end())
            for at, row in enumerate(rows)
            for match in WORD.finditer(row.text)
        ]
        self.words = [token.word for token in self.tokens]
        self._places = [(token.row, token.start) for token in self.tokens]
        self._ends: dict[int, bool] = {}

    def at(self, row: int, column: int) -> int:
        """The index of the first word at or after that place."""
        return bisect_left(self._places, (row, column))

    def behind(self, index: int) -> str:
        """What stands in the row behind that word."""
        token = self.tokens[index]
        return self.rows[token.row].text[token.end :]

    def between(self, index: int) -> str:
        """What stands between that word and the next."""
        token, following = self.tokens[index], self.tokens[index + 1]
        if token.row == following.row:
            return self.rows[token.row].text[token.end : following.start]
        return (
            self.rows[token.row].text[token.end :] + "\n" + self.rows[following.row].text[: following.start]
        )

    def ends_row(self, index: int) -> bool:
        """Whether no word stands behind that one in its row."""
        return index + 1 >= len(self.tokens) or self.tokens[index + 1].row > self.tokens[index].row

    def begins_with_capital(self, index: int) -> bool:
        """Whether the word begins with a capital as it stands."""
        token = self.tokens[index]
        return self.rows[token.row].text[token.start].isupper()

    def ends_phrase(self, index: int) -> bool:
        """Whether a prompt could end behind this word: a line ends there, or a mark stands there."""
        if index not in self._ends:
            self._ends[index] = self._ends_phrase(index)
        return self._ends[index]

    def _ends_phrase(self, index: int) -> bool:
        if self.words[index] in _GOES_ON and not self.closed_by(index, "?:"):
            return False
        return bool(_PHRASE_END.match(self.behind(index)))

    def closed_by(self, index: int, marks: str) -> bool:
        """Whether one of these marks stands right behind the word."""
        return self.behind(index).lstrip(' )]”"#')[:1] in tuple(marks)

    def is_not_applicable(self, index: int) -> bool:
        """Whether the word is half of `N/A`."""
        token = self.tokens[index]
        around = self.rows[token.row].text[max(0, token.start - 2) : token.end + 2]
        return token.word in ("n", "a") and "n/a" in around.casefold()

    def bracket_follows(self, index: int) -> bool:
        """Whether a bracket opens between that word and the next, also on the next line."""
        if index + 1 >= len(self.tokens):
            return False
        token = self.tokens[index + 1]
        return self.rows[token.row].text[: token.start].rstrip(' “"‘').endswith("(")

    def are_in_brackets(self, start: int, index: int) -> bool:
        """Whether a bracket that opens behind the word at `start` is open behind that at `index`."""
        first, last = self.tokens[start], self.tokens[index]
        text = " ".join(row.text for row in self.rows[first.row : last.row])
        text += self.rows[last.row].text[: self.after(index).column]
        return text.count("(") > text.count(")")

    def is_by_hash(self, index: int) -> bool:
        """Whether the row of that word begins with "#"."""
        return self.rows[self.tokens[index].row].text.lstrip().startswith("#")

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
        token = self.tokens[index]
        text = self.rows[token.row].text
        column = token.end
        while match := _CLOSERS.match(text, column):
            column = match.end()
        if not text[column:].strip(_PARTING):
            column = len(text)
        return Place(token.row, column)

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
