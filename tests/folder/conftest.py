"""What the tests of folders share: folders of small sheets, and the entries of them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from atop_coder.files.fingerprint import fingerprint
from atop_coder.folder.entry import Entry, read_entry
from atop_coder.sheet import sheet_to_data
from tests.checks.examples import sheet

Put = Callable[..., Path]
Changes = Mapping[int, Mapping[str, Any]]


def write_sheet(path: Path, changes: Changes | None = None) -> Path:
    """Writes the good sheet with some answers changed, as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(sheet_to_data(sheet(changes))), encoding="utf-8")
    return path


def entry_at(path: Path) -> Entry:
    return read_entry(path, fingerprint(path))


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a sheet under that name into the test's folder."""

    def put_it(name: str, changes: Changes | None = None) -> Path:
        return write_sheet(tmp_path / "sheets" / name, changes)

    return put_it
