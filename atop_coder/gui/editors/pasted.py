"""Text from a page: lines that were wrapped there become one paragraph again."""

import re
from itertools import pairwise

SHORTEST_WRAPPED = 40  # shorter lines are lists, headings or verse, and stay as they are


def join_wrapped_lines(text: str) -> str:
    """The text with one line break between paragraphs.

    A line was wrapped where the next line's first word would not have fitted into the text's longest line.
    An empty line always parts two paragraphs.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    if width < SHORTEST_WRAPPED or sum(map(bool, lines)) < 2:
        return text
    joined = lines[0]
    for before, line in pairwise(lines):
        joined += _between(before, line, width) + line.lstrip()
    return re.sub(r"\n{2,}", "\n", joined)


def _between(before: str, line: str, width: int) -> str:
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    wrapped = first and len(before) >= SHORTEST_WRAPPED and len(before) + 1 + len(first) > width
    return " " if wrapped else "\n"
