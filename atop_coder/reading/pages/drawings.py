"""What is drawn on a page over, under and round its words: rules, fills, frames, and readers' marks."""

import ctypes
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from atop_coder.reading.report import Look

_MOST = 5000  # objects of one page that are looked at
_THIN = 2.2  # points; what is not higher is a rule
_SHORTEST = 3.0  # points
_HIGHEST = 60.0  # points; a word's frame is not higher
_CLEAR = 235  # parts of a colour from which on it is nearly white
_DARK = 60
_ANNOTATIONS = {
    raw.FPDF_ANNOT_HIGHLIGHT: Look.HIGHLIGHTED,
    raw.FPDF_ANNOT_UNDERLINE: Look.UNDERLINED,
    raw.FPDF_ANNOT_SQUIGGLY: Look.UNDERLINED,
    raw.FPDF_ANNOT_STRIKEOUT: Look.STRUCK,
    raw.FPDF_ANNOT_SQUARE: Look.FRAMED,
    raw.FPDF_ANNOT_CIRCLE: Look.FRAMED,
    raw.FPDF_ANNOT_INK: Look.FRAMED,
}


class Shape(StrEnum):
    """What a drawing may be for the words at its place."""

    RULE = "rule"
    FILL = "fill"
    FRAME = "frame"


class Drawing(NamedTuple):
    """A drawing with its place as a viewer sees it, in points; `look` is what an annotation says it is."""

    shape: Shape
    left: float
    top: float
    right: float
    bottom: float
    look: Look | None = None

    def look_of(
        self, left: float, right: float, base: float, size: float, line: tuple[float, float]
    ) -> Look | None:
        """What it makes of a word that stands there, in a line of that extent; None if it is not meant."""
        middle = (left + right) / 2
        if not self.left - 1 <= middle <= self.right + 1:
            return None
        height, centre = self.bottom - self.top, (self.top + self.bottom) / 2
        if self.look:
            return self.look if self.top - 1 <= base - 0.3 * size <= self.bottom + 1 else None
        if self.shape == Shape.RULE:
            return self.rule_look(centre, base, size, line)
        if not self.top - 1 <= base - 0.3 * size <= self.bottom + 1 or height > 3 * size:
            return None
        if self.shape == Shape.FILL:
            return Look.HIGHLIGHTED if height > 0.5 * size else None
        return Look.FRAMED if self.right - self.left < (right - left) + 4 * size else None

    def rule_look(self, at: float, base: float, size: float, line: tuple[float, float]) -> Look | None:
        if base - 0.6 * size < at < base - 0.1 * size:
            return Look.STRUCK
        within = line[0] - 3 <= self.left and self.right <= line[1] + 3
        return Look.UNDERLINED if within and base - 0.1 * size <= at <= base + 0.35 * size else None


Seen = Callable[[float, float], tuple[float, float]]


def page_drawings(page: pypdfium2.PdfPage, seen: Seen) -> list[Drawing]:
    """The drawings of a page that may mark words."""
    return [*_painted(page, seen), *_annotated(page, seen)]


def _painted(page: pypdfium2.PdfPage, seen: Seen) -> Iterator[Drawing]:
    for at in range(min(_MOST, max(0, raw.FPDFPage_CountObjects(page)))):
        one = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_PATH:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            continue
        place = _seen(seen, left.value, bottom.value, right.value, top.value)
        height = place[3] - place[1]
        if place[2] - place[0] >= _SHORTEST and height <= _HIGHEST and (shape := _shape(one, height)):
            yield Drawing(shape, *place)


def _shape(one: object, height: float) -> Shape | None:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(one, mode, stroked)
    colour = _fill(one) if mode.value else None
    if height <= _THIN:
        return Shape.RULE if stroked.value or (colour and min(colour) < _CLEAR) else None
    if colour and min(colour) < _CLEAR and max(colour) > _DARK:
        return Shape.FILL
    return Shape.FRAME if stroked.value else None


def _fill(one: object) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue) if alpha else (255, 255, 255)


def _seen(
    seen: Seen, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    x1, y1 = seen(left, top)
    x2, y2 = seen(right, bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _annotated(page: pypdfium2.PdfPage, seen: Seen) -> Iterator[Drawing]:
    for at in range(min(_MOST, max(0, raw.FPDFPage_GetAnnotCount(page)))):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            look = _ANNOTATIONS.get(raw.FPDFAnnot_GetSubtype(annotation))
            for box in _boxes(annotation) if look else ():
                place = _seen(seen, *box)
                if look != Look.FRAMED or place[3] - place[1] <= _HIGHEST:
                    yield Drawing(Shape.FRAME, *place, look)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _boxes(annotation: object) -> Iterator[tuple[float, float, float, float]]:
    """Where an annotation stands, line by line."""
    count = min(200, raw.FPDFAnnot_CountAttachmentPoints(annotation))
    for at in range(count):
        four = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, at, four):
            across, down = (four.x1, four.x2, four.x3, four.x4), (four.y1, four.y2, four.y3, four.y4)
            yield min(across), min(down), max(across), max(down)
    if not count:
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, rect)
        yield rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)
