"""Prompts left and answers right, in plain text: parted by bars, by the cells of a CSV file, or by spaces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from atop_coder.reading.arranging.arranged import Arranged, Doubt, stripped
from atop_coder.reading.arranging.bars import rows_by_bars
from atop_coder.reading.arranging.csv_cells import rows_of_csv
from atop_coder.reading.arranging.gutter import rows_by_gutter
from atop_coder.reading.arranging.table_rows import Found, TableRow, emitted
from atop_coder.reading.report import Line

_READERS: Sequence[Callable[[Sequence[Line]], Found | None]] = (rows_by_bars, rows_of_csv, rows_by_gutter)


def in_one_column(arranged: Arranged) -> Arranged:
    """The lines with each answer below its prompt, where they stand side by side."""
    inside = [line for line in arranged.lines if not line.aside]
    for read in _READERS:
        found = read(inside)
        if found is not None:
            aside = [line for line in arranged.lines if line.aside]
            lines = [*aside, *emitted(found)]
            return arranged.then(sorted(lines, key=lambda line: line.number), found.note)
    return arranged
