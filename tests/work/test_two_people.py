"""Two processes save the same sheet, as fast as they can: no save is lost without somebody having been asked.

`ATOP_SAVES=500 pytest -s tests/work/test_two_people.py` lets them save 500 times between them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atop_coder.reading import read_sheet
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized

SAVER = Path(__file__).with_name("saver.py")
SAVES = int(os.environ.get("ATOP_SAVES", "40"))
NAMES = {"anna": 18, "bela": 20}
SHARED = 28


@pytest.mark.slow
def test_no_save_is_lost_without_somebody_having_been_asked(tmp_path):
    sheet = tmp_path / "ATOP5040.txt"
    sheet.write_bytes(sheet_to_normalized(Sheet.empty()).encode())
    each = SAVES // len(NAMES)
    people = [
        subprocess.Popen(
            [sys.executable, str(SAVER), str(sheet), name, str(each)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in NAMES
    ]
    for person in people:
        assert person.stdout is not None
        assert person.stdout.readline() == "ready\n"
    for person in people:
        assert person.stdin is not None
        person.stdin.write("\n")
        person.stdin.flush()
    said = [person.communicate(timeout=600) for person in people]
    assert [person.returncode for person in people] == [0, 0], said
    asked = [int(out.split()[1]) for out, _ in said]
    end = read_sheet(sheet).sheet
    for name, number in NAMES.items():
        assert end[number].details.split() == [f"{name}{count}" for count in range(each)]
    both = end[SHARED].details.split()
    assert sorted(both) == sorted(f"{name}{count}" for name in NAMES for count in range(each))
    assert sum(asked) > 0, "they never met"
    left = [path.name for path in tmp_path.iterdir() if path.name not in (sheet.name, ".atop-history")]
    assert left == []
    sys.stdout.write(f"\n{each * 2} saves by two processes, {sum(asked)} times asked first, none lost\n")
