"""What a form prints round answers: the line to write on, and labels such as "Description:"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from atop_coder.form import CHOOSING, Question
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

LABEL_WHY = "a label that stands before descriptions"
_LINE = re.compile(r"(?<!\s)\s*+__++\s*+(?=[^\s_])|(?<=[^\s_])\s*+__++\s*+$")
_WHOLE_LINE = re.compile(r"\s*_{2,}[^_]+_{2,}\s*")
_LABEL = re.compile(
    r"\s*(?P<label>(?:please\s+)?(?:(?:descri(?:ption|be)|details?|explain|explanation|specify|elaborate"
    r"|if\s+(?:yes|so|any)(?:,?\s+(?:please\s+)?(?:describe|specify"
    r"|explain|which|details?|elaborate))?))(?:\s+if\s+(?:yes|any|so))?)\s*[:?]\s*(?P<blank>[_.\s]*$)?",
    re.IGNORECASE,
)
_FEWEST = 3  # answers that have the same label


def without_lines(question: Question, rows: Sequence[Row]) -> list[Row]:
    """The rows without the line to write on before and behind the words: "____Poland____"."""
    lined = [row for row in rows if "__" in row.text]
    if not lined:
        return list(rows)
    if question.kind in CHOOSING and (len(lined) > 1 or not _WHOLE_LINE.fullmatch(lined[0].text)):
        return list(rows)
    return [_without_line(row) if "__" in row.text else row for row in rows]


def _without_line(row: Row) -> Row:
    places = [match.span() for match in _LINE.finditer(row.text)]
    start = next((end for begin, end in places if begin == 0), 0)
    stop = next((begin for begin, end in places if begin and end == len(row.text)), len(row.text))
    return row.part(start, stop)


def printed_labels(answers: Mapping[int, Sequence[Row]]) -> frozenset[str]:
    """The labels, folded, that stand before the descriptions of several answers."""
    counts = Counter(
        label for rows in answers.values() for label in {_folded(row) for row in _behind(rows)} if label
    )
    return frozenset(label for label, count in counts.items() if count >= _FEWEST)


def without_labels(rows: Sequence[Row], labels: frozenset[str]) -> tuple[list[Row], list[Piece]]:
    """The rows of an answer without such labels, and these."""
    behind = {id(row) for row in _behind(rows)}
    kept: list[Row] = []
    pieces: list[Piece] = []
    for row in rows:
        match = _LABEL.match(row.text) if labels and id(row) in behind else None
        if match and _folded(row) in labels:
            pieces.append(Piece(row.number, match[0].strip(" _."), LABEL_WHY))
            row = row.part(match.end())
        kept.append(row)
    return kept, pieces


def _behind(rows: Sequence[Row]) -> list[Row]:
    """The rows behind the first with words, where the answer itself stands."""
    return [row for row in rows if not row.blank][1:]


def _folded(row: Row) -> str:
    match = _LABEL.match(row.text)
    return " ".join(match["label"].casefold().split()) if match else ""
