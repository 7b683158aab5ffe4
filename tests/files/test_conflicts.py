"""The second copies that synchronised folders make: recognised by name, and nothing else taken for one."""

import platform
from pathlib import Path

import pytest

from atop_coder.files.conflicts import conflict_of, conflicted_copies

SHEET = "ATOP5040.txt"
COPIES = {
    "ATOP5040 (Jae-eon Lee's conflicted copy 2026-11-21).txt": "Dropbox",
    "ATOP5040 (LAB-3's conflicted copy 2026-11-21 (1)).txt": "Dropbox",
    "ATOP5040 (Jae's conflicted copy).txt": "Dropbox",
    "ATOP5040 (Case Conflict).txt": "Dropbox",
    "ATOP5040 (conflicted copy 2026-11-21 140300).txt": "Nextcloud",
    "ATOP5040 (bela conflicted copy 2026-11-21 140300).txt": "Nextcloud",
    "ATOP5040_conflict-20261121-140300.txt": "Nextcloud",
    "ATOP5040.sync-conflict-20261121-140300-ABCDEF7.txt": "Syncthing",
    "ATOP5040.sync-conflict-20261121-140300.txt": "Syncthing",
    "ATOP5040 (1).txt": "Google Drive",
    "ATOP5040 [Conflict].txt": "Google Drive",
    "ATOP5040_LAB3_Nov-21-140300-2026_Conflict.txt": "Synology Drive",
    "ATOP5040-DESKTOP-1A2B3C4.txt": "OneDrive",
    "ATOP5040-LAPTOP-9Z8Y7X6W-2.txt": "OneDrive",
}
OTHERS = (
    SHEET,
    "ATOP5041.txt",
    "ATOP50401.txt",
    "ATOP5040 (2).txt",
    "ATOP5040 (draft).txt",
    "ATOP5040-revised.txt",
    "ATOP5040.review.jsonl",
    "ATOP5040 (1).docx",
    "ATOP5040.txt.bak",
    "copy of ATOP5040.txt",
)


@pytest.mark.parametrize(("name", "program"), COPIES.items())
def test_a_copy_is_recognised_with_the_program_that_made_it(name, program):
    assert conflict_of(name, SHEET) == program


@pytest.mark.parametrize("name", OTHERS)
def test_any_other_file_is_no_copy(name):
    assert conflict_of(name, SHEET) is None


def test_a_copy_with_this_machines_own_name_is_recognised(monkeypatch):
    monkeypatch.setattr(platform, "node", lambda: "lab.3")
    assert conflict_of("ATOP5040-LAB.3.txt", SHEET) == "OneDrive"
    assert conflict_of("ATOP5040-LABx3.txt", SHEET) is None


def test_the_copies_beside_a_sheet_are_found(tmp_path: Path):
    for name in (SHEET, *list(COPIES)[:2], "ATOP5041.txt"):
        (tmp_path / name).write_text("")
    found = conflicted_copies(tmp_path / SHEET)
    assert [path.name for path, _ in found] == sorted(list(COPIES)[:2])


def test_a_folder_that_is_gone_has_none(tmp_path: Path):
    assert conflicted_copies(tmp_path / "none" / SHEET) == ()
