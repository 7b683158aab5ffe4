"""Looking for the sheets that a dataset names."""

from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.folder.workbook.named_sheets import NamedSheets
from tests.folder.conftest import write_sheet


def test_looking_through_all_sheets_for_an_id_can_be_cancelled(tmp_path: Path):
    paths = [
        write_sheet(tmp_path / f"{number}.json", {1: {"value": number}}) for number in (1200, 1300, 1400)
    ]
    asked = []

    def go_on() -> None:
        asked.append(True)
        if len(asked) == 2:
            raise AtopError("cancelled", file=tmp_path)

    sheets = NamedSheets(paths, {}, (), tmp_path, go_on)
    with pytest.raises(AtopError):
        sheets.path_of("", "1400")
    assert len(asked) == 2


def test_a_sheet_is_found_by_its_id_alone(tmp_path: Path):
    paths = [write_sheet(tmp_path / f"{number}.json", {1: {"value": number}}) for number in (1200, 1300)]
    assert NamedSheets(paths, {}, (), tmp_path, lambda: None).path_of("", "1300") == paths[1]
