"""Reads sheets in Excel's other files: the old ones (.xls) and those in binary (.xlsb)."""

from atop_coder.errors import AtopError
from atop_coder.reading.excel.apart import PASSWORD, TOO_LARGE, tabs_apart
from atop_coder.reading.paragraphs import with_more
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.xlsx import refuse_dataset, sheet_in

_NOT_TOLD = (
    "bold, struck-out and coloured words, hidden rows and comments of such a file are not told here:"
    " where choices are marked so, save it as .xlsx and read that"
)


def read_xls(source: Source, kind: str = "xls") -> Reading:
    """The sheet in such a file; AtopError if it is damaged, has a password, is a dataset, or holds none."""
    tabs = tabs_apart(source.data, source.tell)
    if tabs == PASSWORD:
        raise AtopError("office-password", file=source.path)
    if tabs == TOO_LARGE:
        raise AtopError("file-unpacks-too-large", file=source.path)
    if isinstance(tabs, str):
        raise AtopError("file-damaged", file=source.path, reason="its tabs cannot be read")
    refuse_dataset([tab.name for tab in tabs], source.path)
    return with_more(sheet_in(tabs, str(source.path), kind), (), [_NOT_TOLD])
