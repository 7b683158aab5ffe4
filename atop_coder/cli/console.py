"""Writing to a terminal that may not know all characters."""

import json
import re
import shutil
import sys
import textwrap
from typing import Any, TextIO

import click

from atop_coder.errors import CONTROLS

_COLOURS = re.compile(r"(\x1b\[(?:0|31|33|36)m)")  # our own, of problems
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


def say(text: str, err: bool = False) -> None:
    """Writes a line, with control characters in it as escapes: file names and words of sheets may hold them.

    A character that the console cannot show becomes a plain one or a question mark.
    """
    parts = _COLOURS.split(text)
    parts[::2] = [CONTROLS.sub(_escape, part) for part in parts[::2]]
    _write("".join(parts), err)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _write(text: str, err: bool = False) -> None:
    click.echo(_showable(text, _encoding(err)), err=err)


def say_json(data: Any) -> None:
    """Writes JSON on standard output; where its encoding lacks a character, with that as an escape."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = json.dumps(data, indent=1)
    _write("\n".join(CONTROLS.sub(_json_escape, line) for line in text.split("\n")))


def _json_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _showable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def is_terminal(err: bool = False) -> bool:
    return _stream(err).isatty()


def columns() -> int | None:
    """How wide the terminal is; None where nobody reads along, so that a line may be as long as it is."""
    return max(shutil.get_terminal_size().columns, 40) if is_terminal() else None


def fold(text: str, indent: int, width: int | None, hanging: int | None = None) -> list[str]:
    """The text on lines of at most `width`, which begin with so many spaces; the first may have fewer."""
    first, others = " " * indent, " " * (indent if hanging is None else hanging)
    if width is None:
        return [first + text]
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)


def _encoding(err: bool = False) -> str:
    return _stream(err).encoding or "utf-8"


def _stream(err: bool) -> TextIO:
    return sys.stderr if err else sys.stdout
