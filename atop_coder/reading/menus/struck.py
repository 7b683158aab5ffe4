"""Words that somebody has struck out: no part of the answer, but told."""

from collections.abc import Sequence
from dataclasses import replace

from atop_coder.reading.menus.looks import sign_spans
from atop_coder.reading.report import Look, Piece
from atop_coder.reading.rows import Row

STRUCK_WHY = "struck out"


def without_struck(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Piece, ...]]:
    """The rows without what is struck out in them, and those words as pieces."""
    kept: list[Row] = []
    pieces: list[Piece] = []
    for row in rows:
        spans = struck_spans(row)
        if spans:
            pieces += [
                Piece(row.number, words, STRUCK_WHY)
                for start, end in spans
                if (words := bare(row.text[start:end]))
            ]
            row = without(row, spans)
        kept.append(row)
    return tuple(kept), tuple(pieces)


def struck_spans(row: Row) -> list[tuple[int, int]]:
    """Where words of a row are struck out, in order; those side by side as one."""
    if "~~" not in row.text and not any(mark.look == Look.STRUCK for mark in row.marks):
        return []
    return merged(
        [
            *((mark.start, mark.end) for mark in row.marks if mark.look == Look.STRUCK),
            *((span.start, span.end) for span in sign_spans(row.text) if span.look == Look.STRUCK),
        ]
    )


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def without(row: Row, spans: Sequence[tuple[int, int]]) -> Row:
    """The row without those parts of its text, one space where they stood between two."""
    text, at = "", 0
    for start, end in (*spans, (len(row.text), len(row.text))):
        part = row.text[at:start]
        text += part.lstrip() if at and (not text or text[-1].isspace()) else part
        at = end
    return replace(row, text=text, marks=())


def bare(text: str) -> str:
    """Struck words without the signs that strike them."""
    return text.replace("~~", "").strip()
