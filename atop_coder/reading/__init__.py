"""Reads sheets of every kind: file -> lines with their place -> questions and answers -> sheet and report."""

from typing import TYPE_CHECKING

from atop_coder.reading.report import Line, Part, Piece, Placed, Reading, ReadingReport, Sureness

if TYPE_CHECKING:
    from atop_coder.reading.addresses import part_path, part_words, path_in, whole_file
    from atop_coder.reading.files import (
        SUFFIXES,
        find_sheets,
        read_sheet,
        read_sheets,
        was_written_here,
    )
    from atop_coder.reading.text import read_lines
    from atop_coder.reading.texts import read_text
    from atop_coder.reading.values import parse_answer
else:
    from atop_coder.on_use import on_use

    __getattr__ = on_use(
        __name__,
        {
            "addresses": ("part_path", "part_words", "path_in", "whole_file"),
            "files": (
                "SUFFIXES",
                "find_sheets",
                "read_sheet",
                "read_sheets",
                "was_written_here",
            ),
            "text": ("read_lines",),
            "texts": ("read_text",),
            "values": ("parse_answer",),
        },
    )

__all__ = [
    "SUFFIXES",
    "Line",
    "Part",
    "Piece",
    "Placed",
    "Reading",
    "ReadingReport",
    "Sureness",
    "find_sheets",
    "parse_answer",
    "part_path",
    "part_words",
    "path_in",
    "read_lines",
    "read_sheet",
    "read_sheets",
    "read_text",
    "was_written_here",
    "whole_file",
]
