"""Entries as JSON data and back, without the path: the same content is the same entry wherever it lies."""

from dataclasses import fields
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import Any

from atop_coder.checks import Problem, Severity
from atop_coder.files.remark import plain
from atop_coder.folder.entry import Entry
from atop_coder.folder.facts import Facts
from atop_coder.folder.summary import Summary
from atop_coder.form import Status
from atop_coder.reading import part_path, part_words, whole_file

NOWHERE = Path()
LOCAL = ("path", "source", "source_print")


def entry_to_data(entry: Entry) -> dict[str, Any]:
    """The entry as data for JSON, with those of other sheets in the file."""
    return {
        "part": part_words(entry.path),
        "others": [entry_to_data(one) for one in entry.others],
        "summary": _parts(entry.summary),
        "facts": _parts(entry.facts),
        "texts": dict(entry.texts),
        "words": dict(entry.words),
        "prints": dict(entry.prints),
        "problems": [
            [one.question, one.code, one.severity, one.message, plain(one.data)] for one in entry.problems
        ],
    }


def _parts(one: Summary | Facts) -> dict[str, Any]:
    return {part.name: getattr(one, part.name) for part in fields(one) if part.name not in LOCAL}


def entry_from_data(data: dict[str, Any], path: Path) -> Entry:
    """The entry that `entry_to_data` told, for this file; KeyError, TypeError, ValueError for other data."""
    file = whole_file(path)
    return Entry(
        Summary(part_path(file, data["part"]) if data["part"] else path, **_tuples(data["summary"])),
        _facts(data["facts"]),
        _by_number(data["texts"]),
        {int(number): intern(word) for number, word in data["words"].items()},
        tuple(_problem(*parts) for parts in data["problems"]),
        _by_number(data["prints"]),
        tuple(entry_from_data(one, file) for one in data["others"]),
    )


def _tuples(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in parts.items()}


def _facts(parts: dict[str, Any]) -> Facts:
    references = tuple((number, alliance) for number, alliance in parts["references"])
    return Facts(**_tuples(parts) | {"references": references, "cow_status": Status(parts["cow_status"])})


def _by_number(texts: dict[str, str]) -> dict[int, str]:
    return {int(number): text for number, text in texts.items()}


def _problem(question: int, code: str, severity: str, message: str, data: dict[str, Any]) -> Problem:
    return Problem(question, code, Severity(severity), message, MappingProxyType(data))
