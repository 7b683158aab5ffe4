"""Lists of choices that a form prints below an answer, with nothing marked in them: no part of it."""

from collections.abc import Sequence
from dataclasses import replace

from atop_coder.form import CHOOSING, Kind, Question
from atop_coder.reading.menus.cut import PRINTED_WHY
from atop_coder.reading.menus.tokens import Sign, choices_of, kit_of
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

_LONGEST = 120  # characters of such a list


def without_printed(question: Question, rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Piece, ...]]:
    """The rows of an answer, the lists below its first row left blank, and these as pieces."""
    first = next((at for at, row in enumerate(rows) if not row.blank), len(rows))
    if question.kind not in CHOOSING or all(row.blank for row in rows[first + 1 :]):
        return tuple(rows), ()
    out = {at for at, row in enumerate(rows) if at > first and prints_choices(question, row)}
    kept = tuple(replace(row, text="", marks=()) if at in out else row for at, row in enumerate(rows))
    return kept, tuple(Piece(rows[at].number, rows[at].text.strip(), PRINTED_WHY) for at in sorted(out))


def prints_choices(question: Question, row: Row) -> bool:
    """Whether a row is the list of the question's choices, each once, and none of them marked."""
    text = row.text.strip()
    if not text or row.marks or len(text) > _LONGEST:
        return False
    tokens = kit_of(question).run(text)
    if not tokens or tokens[-1].end < len(text) or any(token.sign == Sign.TICKED for token in tokens):
        return False
    choices = choices_of(tokens)
    values = {token.value for token in choices}
    capitals = {text[token.start : token.end].isupper() for token in choices}
    missing = set(question.labels) - values
    return len(values) == len(choices) > 1 and len(capitals) == 1 and missing <= _left_out(question)


def _left_out(question: Question) -> set[str]:
    """What a list may leave out: the last of many choices, such as "other"."""
    return set(list(question.labels)[-1:]) if question.kind == Kind.CHOICE else set()
