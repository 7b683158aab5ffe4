"""Where a prompt was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from atop_coder.reading.rows import Row
from atop_coder.reading.words import Place


@dataclass(frozen=True)
class Found:
    """A prompt in the rows: it starts at `row`, and its answer begins in row `end_row` at `end_column`.

    `doubt` tells why a person should see where it ends ("": it is plain).
    """

    question: int
    row: int
    end_row: int
    end_column: int
    likeness: float
    numbered: bool = True
    column: int = 0
    doubt: str = ""

    @property
    def start(self) -> Place:
        return Place(self.row, self.column)

    @property
    def end(self) -> Place:
        return Place(self.end_row, self.end_column)

    def text(self, rows: Sequence[Row]) -> str:
        """Its words in these rows, in one line."""
        texts = [row.text for row in rows[self.row : self.end_row + 1]]
        texts[-1] = texts[-1][: self.end_column]
        return " ".join([texts[0][self.column :], *texts[1:]])
