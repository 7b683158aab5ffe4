"""The rows of tables in Markdown: which lines they are, and their cells."""

import re
from collections.abc import Sequence

_RULE = re.compile(r"\s*+\|?\s*+(?::?-++:?\s*+\|\s*+)++(?::?-++:?\s*+)?|\s*+:?-{2,}+:?\s*+\|\s*+")
_LONGEST = 20_000  # characters of a row
_BARRED = re.compile(r"\s*\|.*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")


def table_lines(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The indexes of lines that are rows of tables, and of those that only part a head from its rows."""
    short = [line if len(line) < _LONGEST else "" for line in lines]
    rules = {at for at, line in enumerate(short) if "|" in line and "-" in line and _RULE.fullmatch(line)}
    rows = {at for at, line in enumerate(short) if _BARRED.fullmatch(line)}
    for rule in rules:
        if rule and "|" in short[rule - 1]:
            rows.add(rule - 1)
        at = rule + 1
        while at < len(lines) and "|" in short[at] and at not in rules and at not in rows:
            rows.add(at)
            at += 1
    return frozenset(rows - rules), frozenset(rules)


def cells_of(line: str) -> list[str]:
    """The cells of a row."""
    line = line.strip()
    return [cell.strip() for cell in _BAR.split(line.removeprefix("|").removesuffix("|"))]
