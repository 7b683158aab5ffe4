"""The order of a table's columns by what stands in them: numbers, the questions, then their answers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from atop_coder.form import Kind, load_form
from atop_coder.reading.cells import NUMBER, asked, is_numbered
from atop_coder.reading.likeness import wordings
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.words import plain

NAME_OF_QUESTION = "the name of a question, which stands beside it in full"
_FEWEST = 2  # questions that stand in one column
_SHARE = 0.6  # of a column's cells that are of its kind
_OTHERS = 0.1  # of the questions that may begin like cells of another column
_TIMES = 2  # so many times as often cells left of the questions fit them, where these are the answers

Texts = Mapping[int, str]


@dataclass(frozen=True)
class Order:
    """The columns in the order in which they are read, and those of `names`, which only name a question."""

    columns: tuple[int, ...]
    question: int
    names: frozenset[int] = frozenset()

    def place(self, column: int) -> int:
        """Where a column stands then, from 1; one that was not known stands behind all others."""
        return self.columns.index(column) + 1 if column in self.columns else len(self.columns) + column

    @property
    def asking(self) -> tuple[int, ...]:
        """Where the questions, and the column of their numbers, stand then."""
        return tuple(range(1, self.place(self.question) + 1))


def find_order(rows: Sequence[Texts]) -> Order | None:
    """The order in which the columns of these rows are read; None where they stand so, or nothing tells."""
    questions = {column: _asks(rows, column) for column in _columns(rows)}
    column = max(questions, key=lambda one: _weight(rows, one, questions[one]), default=0)
    mine = questions.get(column, {})
    filled = sum(bool(row.get(column, "").strip()) for row in rows)
    if len(mine) < max(_FEWEST, _SHARE * filled):
        return None
    numbers = [at for at in questions if at != column and _are_numbers(rows, at, mine)]
    names = [at for at in questions if at not in (column, *numbers) and _are_names(rows, at, mine)]
    rivals = [len(asking) for at, asking in questions.items() if at not in (column, *names)]
    if max(rivals, default=0) > _OTHERS * len(mine):
        return None
    first = [*numbers[:1], column]
    others = [at for at in questions if at not in (*first, *names)]
    ordered = (*first, *_answers_first(rows, others, column, mine))
    as_they_stand = tuple(at for at in questions if at not in names)
    return None if ordered == as_they_stand and not names else Order(ordered, column, frozenset(names))


def _columns(rows: Sequence[Texts]) -> list[int]:
    return sorted({column for row in rows for column, text in row.items() if text.strip()})


def _weight(rows: Sequence[Texts], column: int, asking: Mapping[int, frozenset[int]]) -> int:
    """The letters of a column's questions: their names beside them are as many, but shorter."""
    return sum(len(rows[at][column]) for at in asking)


def _asks(rows: Sequence[Texts], column: int) -> dict[int, frozenset[int]]:
    """Row -> the questions that its cell in that column may ask by its words."""
    found = {at: questions_of(row[column]) for at, row in enumerate(rows) if row.get(column, "").strip()}
    return {at: some for at, some in found.items() if some}


def questions_of(text: str) -> frozenset[int]:
    """The questions that a cell may ask: by its number with words behind it, or by its first words."""
    match = NUMBER.match(text)
    if match and is_numbered(text):
        return frozenset({int(match[1])} & load_form().by_number.keys())
    rest = text[match.end() :] if match else text
    return asked(rest) if len(rest.split()) > 1 else _whole().get(plain(rest), frozenset())


@cache
def _whole() -> Mapping[str, frozenset[int]]:
    """Every whole wording of a word or two -> its question."""
    ways = {way: one.number for one in load_form().questions for way in wordings(one)}
    return {way: frozenset({number}) for way, number in ways.items() if len(way.split()) < 3}


def _are_numbers(rows: Sequence[Texts], column: int, mine: Mapping[int, frozenset[int]]) -> bool:
    """Whether a column holds the numbers of the questions beside."""
    cells = [(at, row[column]) for at, row in enumerate(rows) if row.get(column, "").strip()]
    told = [
        int(match[1]) in mine.get(at, ())
        for at, text in cells
        if at in mine and (match := NUMBER.fullmatch(text))
    ]
    return len(told) >= _SHARE * len(mine) and sum(told) >= _SHARE * len(told)


def _are_names(rows: Sequence[Texts], column: int, mine: Mapping[int, frozenset[int]]) -> bool:
    """Whether a column holds short names of the questions beside, such as those of variables."""
    cells = {at: rows[at].get(column, "").strip() for at in mine if rows[at].get(column, "").strip()}
    named = sum(
        bool(_names().get(plain(text.replace("_", " ")), frozenset()) & mine[at])
        for at, text in cells.items()
    )
    return len(cells) >= _SHARE * len(mine) and named >= _SHARE * len(cells)


@cache
def _names() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for one in load_form().questions:
        for way in (one.key.replace("_", " "), one.short):
            found.setdefault(plain(way), set()).add(one.number)
    return {way: frozenset(numbers) for way, numbers in found.items()}


def _answers_first(
    rows: Sequence[Texts], others: Sequence[int], question: int, mine: Mapping[int, frozenset[int]]
) -> list[int]:
    """The columns beside the questions': those right of it first, unless those left fit far better."""
    right = [at for at in others if at > question]
    left = [at for at in others if at < question]
    fits = Counter({at: _fits(rows, at, mine) for at in others})
    best_left = max((fits[at] for at in left), default=0)
    best_right = max((fits[at] for at in right), default=0)
    return [*left, *right] if best_left > _TIMES * best_right else [*right, *left]


def _fits(rows: Sequence[Texts], column: int, mine: Mapping[int, frozenset[int]]) -> int:
    """How many cells of a column begin like an answer to the question beside."""
    form = load_form()
    return sum(
        any(
            form.question(one).kind != Kind.TEXT and opens_with_value(form.question(one), rows[at][column])
            for one in some
        )
        for at, some in mine.items()
        if rows[at].get(column, "").strip()
    )
