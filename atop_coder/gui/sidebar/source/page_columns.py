"""Pages set in two columns: how wide the part of a line is that a mark covers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atop_coder.reading.report import Line

_FEWEST = 4  # lines that stand beside one another before a page is taken for one of two columns
_LEVEL = 0.5  # of a line's height: two lines that share so much stand beside one another


class Column(NamedTuple):
    """What a mark covers across the page, in points; from 0 to 0 the whole width."""

    left: float = 0.0
    right: float = 0.0


WHOLE = Column()


class Columns:
    """The columns of one page, from the places of its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.gutter = _gutter(lines)
        sides = [line for line in lines if not self._crosses(line)]
        self.left = min((line.left for line in sides), default=0.0)
        self.right = max((line.right for line in sides), default=0.0)

    def _crosses(self, line: Line) -> bool:
        return line.left < self.gutter < line.right

    def of(self, line: Line) -> Column:
        """The column of a line; the whole width if the page has but one, or the line crosses both."""
        if not self.gutter or self._crosses(line):
            return WHOLE
        left = line.right <= self.gutter
        return Column(self.left, self.gutter) if left else Column(self.gutter, self.right)

    def at(self, across: float, line: Line) -> bool:
        """Whether that place across the page is in the line's column."""
        column = self.of(line)
        return column == WHOLE or (across <= self.gutter) == (column.right == self.gutter)


def _gutter(lines: Sequence[Line]) -> float:
    """Where, across the page, two columns part, in points; 0 for a page of one."""
    rooms = list(_rooms(lines))
    best = max((room[0] for room in rooms), key=lambda place: _within(place, rooms), default=0.0)
    if _within(best, rooms) < _FEWEST:
        return 0.0
    ends = [right for left, right in rooms if left <= best <= right]
    return (best + min(ends)) / 2


def _within(place: float, rooms: Sequence[tuple[float, float]]) -> int:
    return sum(left <= place <= right for left, right in rooms)


def _rooms(lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """The rooms between lines that stand beside one another, each line with the next right of it."""
    ordered = sorted(lines, key=lambda line: line.top)
    for at, line in enumerate(ordered):
        beside = []
        for other in ordered[at + 1 :]:
            if other.top > line.bottom - _LEVEL * (line.bottom - line.top):
                break
            beside.append(other)
        rooms = [_room(line, other) for other in beside if _room(line, other) is not None]
        yield from (room for room in rooms[:1] if room is not None)


def _room(one: Line, other: Line) -> tuple[float, float] | None:
    first, second = sorted((one, other), key=lambda line: line.left)
    return (first.right, second.left) if first.right < second.left else None
