"""The window is killed at a random moment of typing and saving, again and again: what is left?

`ATOP_KILLS=200 pytest -s tests/work/test_kill.py` does it 200 times and prints the count.
"""

import os
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from atop_coder.files.recovery import Fit, left_behind
from atop_coder.files.sheet_file import save_over
from atop_coder.reading import read_sheet
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized

TYPIST = Path(__file__).with_name("typist.py")
QUESTION = 18
KILLS = int(os.environ.get("ATOP_KILLS", "12"))
AT_ONCE = int(os.environ.get("ATOP_KILLS_AT_ONCE", "3"))
ALLOWED = 1.0  # seconds
SEED_WITHOUT_SAVES = 1


@dataclass(frozen=True)
class Outcome:
    """What one killed window had done, and how many seconds of its typing are gone."""

    typed: int
    saves: int
    while_saving: bool
    from_journal: bool
    lost: float


def numbers(sheet: Sheet) -> list[int]:
    """The numbers that the sheet holds; ValueError if one is torn, which only the last may be."""
    words = sheet[QUESTION].details.split()
    return [int(word) for word in words]


def type_and_kill(sheet: Path, folder: Path, seed: int, at_least: float = 0.05) -> tuple[list[str], float]:
    """What the typist said, and when it was killed."""
    chance = random.Random(seed * 7919 + 1)
    typist = subprocess.Popen(
        [sys.executable, str(TYPIST), str(sheet), str(folder), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert typist.stdout is not None
    assert typist.stderr is not None
    too_long = threading.Timer(60, typist.kill)
    too_long.start()
    try:
        first = typist.stdout.readline()
        assert first == "ready\n", first + typist.stderr.read()
        time.sleep(chance.uniform(at_least, 3.0))
        assert typist.poll() is None, typist.stderr.read()
    finally:
        killed = time.time()
        typist.kill()
        too_long.cancel()
    said = typist.stdout.read().splitlines()
    typist.wait()
    typist.stdout.close()
    typist.stderr.close()
    return said, killed


def kill_once(folder: Path, seed: int) -> Outcome:
    folder.mkdir()
    sheet = folder / "ATOP5040.txt"
    sheet.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    said, killed = type_and_kill(sheet, folder / "own", seed)

    data = sheet.read_bytes()
    saved = read_sheet(sheet).sheet
    assert sheet_to_normalized(saved).encode() == data, "the file is no whole sheet"
    in_file = numbers(saved)
    assert in_file == list(range(1, len(in_file) + 1))
    finished = [int(line.split()[1]) for line in said if line.startswith("saved")]
    assert len(in_file) >= max(finished, default=0), "a save that was done is gone"

    journals = left_behind(folder / "own" / "state" / "journals")
    assert len(journals) <= 1
    assert all(left.fit == Fit.SAME for left in journals)
    recovered = saved
    for left in journals:
        for number, answer in left.lost.items():
            recovered = recovered.with_answer(number, answer)
    back = numbers(recovered)
    assert back[:-1] == list(range(1, len(back)))

    times = {int(line.split()[1]): float(line.split()[2]) for line in said if line.startswith("typed")}
    gone = [when for number, when in times.items() if number not in back]
    save_over(sheet, data)  # nothing that the dead one left behind holds up the next save
    last = said[-1].split()[0] if said else ""
    return Outcome(
        len(times), len(finished), last == "saving", bool(journals), killed - min(gone) if gone else 0.0
    )


@pytest.mark.slow
def test_a_killed_window_loses_at_most_the_last_second(tmp_path):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda seed: kill_once(tmp_path / str(seed), seed), range(KILLS)))
    worst = max(outcome.lost for outcome in outcomes)
    sys.stdout.write(
        f"\n{len(outcomes)} windows killed, {sum(one.while_saving for one in outcomes)} of them while saving,"
        f" {sum(one.from_journal for one in outcomes)} with work in the journal;"
        f" {sum(one.typed for one in outcomes)} numbers typed, {sum(one.saves for one in outcomes)} saves;"
        f" every file whole; at most {worst:.2f} s of typing lost\n"
    )
    assert worst <= ALLOWED


def test_the_next_start_offers_the_work_and_brings_it_into_the_file(tmp_path):
    sheet = tmp_path / "ATOP5040.txt"
    sheet.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    type_and_kill(sheet, tmp_path / "own", SEED_WITHOUT_SAVES, at_least=1.5)
    (left,) = left_behind(tmp_path / "own" / "state" / "journals")
    command = [sys.executable, str(TYPIST.with_name("taker.py")), str(sheet), str(tmp_path / "own")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    said = done.stdout.splitlines()
    assert len(said) == 2, done.stderr
    assert f"Question {QUESTION}" in said[0]
    assert said[1] == "True 0"
    assert read_sheet(sheet).sheet == left.sheet
    assert numbers(left.sheet)
    assert list((tmp_path / "own" / "state" / "journals").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".atop-history", "ATOP5040.txt", "own"]
