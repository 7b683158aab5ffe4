"""The cells of an Excel file as text: strings decoded, whole numbers without ".0", dates as ISO 8601."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from atop_coder.reading.excel.looks import (
    Rich,
    Style,
    cell_styles,
    font_looks,
    hidden_columns,
    is_hidden,
    marks_of,
)
from atop_coder.reading.excel.remarks import Remark, authors, tab_remarks
from atop_coder.reading.package import Package, attribute, child, inside, local
from atop_coder.reading.report import Mark

MOST_CELLS = 50_000  # of one tab
MOST_TABS = 20
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
# What a number format shows beside the parts of a date: quoted words, colours, escaped letters.
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_LETTERS = re.compile(r"[dy]|mmm", re.IGNORECASE)


@dataclass
class Tab:
    """One sheet of a workbook: row number -> column number -> text, both from 1, empty cells left out.

    `marks` are the looks of words of a cell, by its row and column; `hidden` tells of a tab that is not
    shown, as `hidden_rows` and `hidden_columns` do of its parts; `remarks` are comments on cells.
    """

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    marks: dict[tuple[int, int], tuple[Mark, ...]] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: tuple[range, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def in_order(self) -> Iterator[tuple[int, Mapping[int, str]]]:
        """The rows with their numbers, from the top."""
        yield from sorted(self.rows.items())

    def hides(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(column in columns for columns in self.hidden_columns)


def tab_names(package: Package) -> tuple[str, ...]:
    """The names of the workbook's sheets, in order."""
    return tuple(name for name, _, hidden in _tabs(package)[1] if not hidden)


def read_tabs(package: Package) -> Iterator[Tab]:
    """The workbook's sheets in order, then those that are hidden."""
    root, tabs = _tabs(package)
    first_day = _first_day(root)
    texts = _shared_texts(package.xml(_main_folder(package) + "sharedStrings.xml"))
    styles = package.xml(_main_folder(package) + "styles.xml")
    dates, looks = _date_styles(styles), cell_styles(styles)
    people = authors(package, package.main_part("xl/workbook.xml"))
    shown = [tab for tab in tabs if not tab[2]][:MOST_TABS]
    for name, part, hidden in [*shown, *[tab for tab in tabs if tab[2]][:MOST_TABS]]:
        sheet = package.xml(part)
        tab = _Reader(texts, dates, first_day, package, looks).read(name, sheet if sheet is not None else ())
        tab.hidden = hidden
        tab.remarks = tuple(tab_remarks(package, part, people))
        yield tab


def _main_folder(package: Package) -> str:
    return package.main_part("xl/workbook.xml").rpartition("/")[0] + "/"


def _tabs(package: Package) -> tuple[Element, list[tuple[str, str, bool]]]:
    """The workbook's root, and name and part of each sheet, and whether it is hidden."""
    main = package.main_part("xl/workbook.xml")
    root = package.xml(main)
    if root is None:
        raise package.damaged("it holds no workbook")
    relations = package.relations(main)
    found = []
    for one in inside(root, "sheets"):
        relation = relations.get(attribute(one, "id"))
        if relation and relation.kind == "worksheet":
            hidden = attribute(one, "state", "visible") != "visible"
            found.append((attribute(one, "name"), relation.target, hidden))
    return root, found


def _first_day(root: Element) -> date:
    """The day before the first; Excel counts a 29 February 1900 that never was."""
    macintosh = attribute(child(root, "workbookPr"), "date1904", "0") in ("1", "true")
    return date(1904, 1, 1) if macintosh else date(1899, 12, 30)


def _shared_texts(root: Element | None) -> list[Rich]:
    return [_text_of(one) for one in root if local(one) == "si"] if root is not None else []


def _text_of(element: Element) -> Rich:
    """The text of a string item, its runs put together; readings beside Japanese words are left out."""
    text, runs = "", []
    for one in element:
        if local(one) == "t":
            text += decoded(one.text or "")
        elif local(one) == "r":
            start = len(text)
            text += decoded("".join(part.text or "" for part in one if local(part) == "t"))
            look = child(one, "rPr")
            runs += [(start, len(text), font_looks(look))] if look is not None else []
    return Rich(text, tuple(runs))


def decoded(text: str) -> str:
    """The text without Excel's escapes: `_x000D_` is a line end, `_x005F_x000D_` the letters "_x000D_"."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _date_styles(root: Element | None) -> frozenset[int]:
    """The numbers of the cell styles that show a date."""
    own = {
        attribute(one, "numFmtId")
        for one in inside(root, "numFmts")
        if _DATE_LETTERS.search(_NOT_FORMAT.sub("", attribute(one, "formatCode")))
    }
    known = {str(number) for number in _DATE_FORMATS} | own
    styles = inside(root, "cellXfs")
    return frozenset(at for at, one in enumerate(styles) if attribute(one, "numFmtId") in known)


@dataclass
class _Reader:
    """Reads the cells of one sheet."""

    texts: list[Rich]
    dates: frozenset[int]
    first_day: date
    package: Package
    looks: list[Style]
    cells: int = 0

    def read(self, name: str, root: Iterable[Element]) -> Tab:
        tab = Tab(name, hidden_columns=tuple(hidden_columns(root)))
        data = next((one for one in root if local(one) == "sheetData"), None)
        for place, row in enumerate(data if data is not None else (), start=1):
            number = min(_whole(attribute(row, "r"), place), _LAST_ROW)
            if is_hidden(row, "ht"):
                tab.hidden_rows.add(number)
            for column, rich, style in self.row(row):
                tab.rows.setdefault(number, {})[column] = rich.text
                if marks := marks_of(rich, style):
                    tab.marks[number, column] = marks
        return tab

    def row(self, row: Element) -> Iterator[tuple[int, Rich, Style]]:
        column = 0
        for cell in row:
            column = column_of(attribute(cell, "r")) or column + 1
            self.cells += 1
            if self.cells > MOST_CELLS:
                raise self.package.too_large()
            if column <= _LAST_COLUMN and (rich := self.rich(cell)).text:
                at = _whole(attribute(cell, "s"), 0)
                yield column, rich, self.looks[at] if at < len(self.looks) else Style()

    def rich(self, cell: Element) -> Rich:
        """The text of a cell with its runs."""
        kind = attribute(cell, "t", "n")
        if kind == "inlineStr":
            inside = child(cell, "is")
            return _text_of(inside) if inside is not None else Rich("")
        if kind == "s":
            value = child(cell, "v")
            at = _whole((value.text or "") if value is not None else "", -1)
            return self.texts[at] if 0 <= at < len(self.texts) else Rich("")
        return Rich(self.cell(cell))

    def cell(self, cell: Element) -> str:
        kind = attribute(cell, "t", "n")
        value = child(cell, "v")
        text = (value.text or "") if value is not None else ""
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if kind == "n":
            return self.number(text, _whole(attribute(cell, "s"), 0) in self.dates)
        return decoded(text)

    def number(self, text: str, is_date: bool) -> str:
        try:
            number = float(text)
            if is_date and 0 < number < 2_958_466:
                return (self.first_day + timedelta(days=int(number))).isoformat()
            return str(int(number)) if number.is_integer() else text
        except (ValueError, OverflowError):
            return text


def column_of(place: str) -> int:
    """The column of a cell such as "C8", from 1; 0 if that names none."""
    letters = re.match("[A-Z]{1,3}", place)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return number


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else otherwise
