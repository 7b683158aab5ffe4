"""The formats that a sheet can be converted to: those of `writing`, and PDF, which Qt draws."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from atop_coder.errors import AtopError
from atop_coder.writing import WRITERS, Finding, Paper, Writer

if TYPE_CHECKING:
    from atop_coder.sheet import Sheet


def sheet_writers() -> tuple[Writer, ...]:
    """All of them; Qt is loaded only when a PDF is written."""
    return (*WRITERS, Writer("pdf", ".pdf", False, _pdf, is_paged=True))


def _pdf(sheet: "Sheet", _: Iterable[Finding], paper: Paper | None = None, /) -> bytes:
    try:
        from atop_coder.gui.paper.print_pdf import sheet_to_pdf
    except ImportError as error:
        raise AtopError("pdf-needs-qt", reason=error) from error
    return sheet_to_pdf(sheet, paper)
