"""A sheet as Markdown, which any program shows and any person can edit; it reads back."""

import re
from collections.abc import Iterator

from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet
from atop_coder.sheet.blocks import Block, Role, sheet_blocks
from atop_coder.sheet.frame import title_line
from atop_coder.writing.addresses import part_addresses
from atop_coder.writing.title import summary_of, title_of

_MARKS = re.compile(r"[\\`*_\[\]<>~|&]|(?<==)=|!(?=\[)")
_AT_START = re.compile(r"\A(\s*)([#+=-]|\d{1,9}(?=[.)]))")
_HEADINGS = {Role.HEADING: "## ", Role.PROMPT: "### "}


def sheet_to_markdown(sheet: Sheet) -> str:
    """The text of the file: a heading for each section and prompt, breaks between lines of one value."""
    form = load_form()
    top = (
        f"# {_escaped(title_of(sheet))}",
        f"<!-- {title_line(form)} -->",
        _paragraph(summary_of(sheet, form)),
    )
    return "\n\n".join((*top, *_paragraphs(sheet, form))) + "\n"


def _paragraphs(sheet: Sheet, form: Form) -> Iterator[str]:
    value: list[str] = []
    for block in sheet_blocks(sheet, form):
        if value and block.role != Role.VALUE:
            yield "\\\n".join(value)
            value = []
        if block.role == Role.VALUE:
            value.append(_text(block))
        else:
            yield _text(block)
    if value:
        yield "\\\n".join(value)


def _text(block: Block) -> str:
    heading = _HEADINGS.get(block.role)
    return heading + _escaped(block.text) if heading else _paragraph(block.text)


def _paragraph(text: str) -> str:
    """A paragraph: addresses as links, all else as it stands."""
    parts = (f"<{part}>" if address == part else _escaped(part) for part, address in part_addresses(text))
    return _AT_START.sub(_as_text, "".join(parts), count=1)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _as_text(match: re.Match[str]) -> str:
    """What would make a list or a heading of a line, written so that it makes none."""
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark[0].isdigit() else f"{space}\\{mark}"
