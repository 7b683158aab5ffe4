"""The public face for scripts, typed: read, check, diff, write, and many sheets as tables.

What is named here stays, with its arguments; what is behind it may be laid out anew with any version. What
cannot be done raises `AtopError`, whose text says what is wrong and what to do; its `code` is never renamed.

>>> reading = read("resources/examples/ATOP9055.txt")
>>> reading.sheet.atop_id, reading.sheet.answered
(9055, 60)
>>> [(one.question, str(one.sureness)) for one in reading.report.unsure]
[(60, 'unsure')]
"""

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from atop_coder.checks import Problem, Severity
from atop_coder.checks import check as _check
from atop_coder.compare.sheets import Difference, Side, compare
from atop_coder.dataset import Table, make_files, to_records, to_tables
from atop_coder.errors import AtopError
from atop_coder.files.save import save_bytes
from atop_coder.files.save_all import save_all
from atop_coder.reading import Reading, ReadingReport, Sureness, read_sheets, was_written_here
from atop_coder.reading import read_sheet as _read_sheet
from atop_coder.reading import read_text as _read_text
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing import WRITERS, Writer

__all__ = [
    "Answer",
    "AtopError",
    "Difference",
    "Problem",
    "Reading",
    "ReadingReport",
    "Severity",
    "Sheet",
    "Side",
    "Sureness",
    "Table",
    "check",
    "diff",
    "read",
    "read_all",
    "read_text",
    "tables",
    "write",
    "write_tables",
    "write_text",
]

AnyPath = str | PathLike[str]


def read(path: AnyPath, password: str | None = None) -> Reading:
    """The sheet in a file of any kind, and the report of how it was read; AtopError where there is none.

    `report.of(18)` tells where the answer to question 18 stood and how sure the reader is of it,
    `report.unsure` what wants a person's eye; `unplaced`, `furniture` and `notes` are what is in no answer.
    Of a file with several sheets it is the first, with the `others` beside it. `password` opens a PDF.

    >>> reading = read("resources/examples/ATOP9020.txt")
    >>> reading.sheet[8].value, str(reading.report.of(8).sureness)
    ('no', 'sure')
    >>> try:
    ...     read("nothing.txt")
    ... except AtopError as error:
    ...     print(error.code)
    file-not-found
    """
    return _read_sheet(Path(path), password)


def read_all(path: AnyPath, password: str | None = None) -> tuple[Reading, ...]:
    """All sheets that a file holds, in their order.

    >>> [reading.sheet.atop_id for reading in read_all("resources/examples/ATOP9020.txt")]
    [9020]
    """
    return read_sheets(Path(path), password)


def read_text(text: str) -> Reading:
    """The sheet in a text, normalized or as people type it; the first of several.

    >>> read_text(write_text(Sheet.empty())).sheet == Sheet.empty()
    True
    """
    return _read_text(text)


def check(sheet: Sheet, today: date | None = None) -> tuple[Problem, ...]:
    """What is wrong in a sheet or wants a second look, by question, the gravest first.

    A date after `today` (the day it is, where none is given) is one in the future.

    >>> first = check(Sheet.empty())[0]
    >>> first.question, first.code, str(first.severity)
    (1, 'blank', 'note')
    """
    return _check(sheet, today)


def diff(mine: Sheet, theirs: Sheet, base: Sheet | None = None) -> tuple[Difference, ...]:
    """The questions that two sheets answer differently; with `base`, which of the two changed each.

    >>> mine = read("resources/examples/ATOP9020.txt").sheet
    >>> theirs = mine.with_answer(8, Answer(value="yes", details="Two years later."))
    >>> [(one.question, one.mine.value, one.theirs.value) for one in diff(mine, theirs)]
    [(8, 'no', 'yes')]
    >>> [str(one.proposed) for one in diff(mine, theirs, base=mine)]
    ['theirs']
    """
    return compare(mine, theirs, base)


def write_text(sheet: Sheet) -> str:
    """The normalized sheet: text that reads back exactly.

    >>> write_text(Sheet.empty()).splitlines()[0]
    'ATOP CODESHEET (form 5, normalized 1)'
    """
    return WRITERS[0].write(sheet, ()).decode()


def write(sheet: Sheet, path: AnyPath, over: bool = False) -> Path:
    """Writes a sheet whole or not at all, in the format that the ending of the name says; gives the path.

    Endings: .txt (normalized), .json, .html, .md, .docx, .odt, .xlsx. AtopError `format-unknown` for another,
    and `would-overwrite` for a file that this program did not write, unless `over` allows it.

    >>> write(Sheet.empty(), folder / "new.json").name
    'new.json'
    >>> read(folder / "new.json").sheet == Sheet.empty()
    True
    """
    path = Path(path)
    writer = _writer_of(path)
    if path.exists() and not over and not was_written_here(path):
        raise AtopError("would-overwrite", file=path)
    found = _check(sheet) if writer.has_problems and not writer.is_text else ()  # a text goes to readers
    save_bytes(path, writer.write(sheet, found))
    return path


def _writer_of(path: Path) -> Writer:
    for writer in WRITERS:
        if writer.suffix == path.suffix.lower():
            return writer
    raise AtopError("format-unknown", file=path, formats=", ".join(one.format for one in WRITERS))


def tables(sheets: Iterable[tuple[AnyPath, Sheet]], today: date | None = None) -> tuple[Table, ...]:
    """The dataset of these sheets, each with the name of its file.

    >>> sheet = read("resources/examples/ATOP9020.txt").sheet
    >>> for table in tables([("ATOP9020.txt", sheet)]):
    ...     print(table.name, table.names[:3])
    Alliances ('atopid', 'file', 'cowid')
    Members ('atopid', 'file', 'order')
    Conditions ('atopid', 'file', 'condition')
    Problems ('atopid', 'file', 'question')
    Codebook ('table', 'column', 'label')
    """
    return to_tables(to_records(sheets, today))


def write_tables(sheets: Iterable[tuple[AnyPath, Sheet]], path: AnyPath) -> tuple[Path, ...]:
    """Writes the dataset as .xlsx, .csv or .dta, all its files or none; gives their paths.

    >>> sheet = read("resources/examples/ATOP9020.txt").sheet
    >>> sorted(one.name for one in write_tables([("ATOP9020.txt", sheet)], folder / "data.csv"))
    ['data.codebook.csv', 'data.csv', 'data.do']
    """
    files = make_files(tables(sheets), Path(path))
    save_all(files)
    return tuple(files)
