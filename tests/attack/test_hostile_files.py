"""Every hostile file is answered: read, or refused in words, within bounds of work and memory.

The long ones, and longer runs, are made by `python3 dev.py attack`.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.folder.cache import Cache
from atop_coder.folder.entry import content_of, read_entry
from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
from tests.attack.corpus import CORPUS, LONG, RUNS, answer_of_runs
from tests.conftest import ROOT

ATTACK = bool(os.environ.get("ATOP_ATTACK"))
SHORT = [name for name in CORPUS if ATTACK or name not in LONG]
MOST_MEMORY = 300  # MB beyond what the program needs
MOST_WORK = 5  # seconds
MOST_GROWTH = 12  # times the work for ten times the text
only_attack = pytest.mark.skipif(not ATTACK, reason="takes minutes: python3 dev.py attack")
_BOUNDED = """
import resource, sys
from pathlib import Path
from atop_coder.errors import AtopError
from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
import atop_coder.reading.docx, atop_coder.reading.xlsx, atop_coder.reading.pdf
data = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF)
try:
    read_source(Source(Path(sys.argv[1]), data))
except AtopError:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
print((used.ru_maxrss - before.ru_maxrss) // 1024, used.ru_utime - before.ru_utime)
"""


def answer_to(name: str, data: bytes) -> str:
    """The code of the error, or that it is read."""
    told = refusal_of(name, data)
    assert "\n" not in str(told)
    assert len(str(told)) < 1000
    return told.code if told else "read"


def refusal_of(name: str, data: bytes) -> AtopError | None:
    try:
        read_source(Source(Path(name), data))
    except AtopError as error:
        return error
    return None


@pytest.mark.slow
@pytest.mark.parametrize("name", SHORT)
def test_a_hostile_file_is_read_or_refused_in_words(name):
    hostile = CORPUS[name]
    assert answer_to(hostile.name, hostile.make()) in hostile.answers


@only_attack
@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units, or not at all")
@pytest.mark.parametrize("name", CORPUS)
def test_it_takes_neither_long_nor_much_memory(name):
    hostile = CORPUS[name]
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, hostile.name], input=hostile.make(), capture_output=True, cwd=ROOT
    )
    memory, seconds = done.stdout.split()
    assert int(memory) <= MOST_MEMORY
    assert float(seconds) <= MOST_WORK


def work(data: bytes) -> float:
    started = time.process_time()
    answer_to("x.txt", data)
    return time.process_time() - started


@only_attack
@pytest.mark.parametrize("run", RUNS)
def test_ten_times_the_text_is_little_more_than_ten_times_the_work(run):
    """The growth is compared, not the time; what takes no time at all may grow as it likes."""
    small = min(work(answer_of_runs(RUNS[run], 10_000)) for _ in range(2))
    large = work(answer_of_runs(RUNS[run], 100_000))
    assert large <= MOST_GROWTH * max(small, 0.1)


@pytest.mark.slow
def test_a_damaged_cache_costs_only_time(tmp_path):
    sheet = next((ROOT / "resources" / "examples").glob("*.txt"))
    entry = read_entry(sheet, content_of(sheet))
    with Cache(tmp_path / "whole.sqlite", "p") as cache:
        cache.put([entry])
    whole = (tmp_path / "whole.sqlite").read_bytes()
    for seed in range(2000 if ATTACK else 100):
        chance, damaged = random.Random(seed), bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            damaged[chance.randrange(chance.choice((100, 4096, len(whole))))] = chance.randrange(256)
        path = tmp_path / str(seed) / "sheets.sqlite"
        path.parent.mkdir()
        path.write_bytes(damaged)
        with Cache(path, "p") as cache:
            found = cache.get(entry.summary.content, sheet)
            assert found is None or found.path == sheet
            cache.put([entry])


def test_a_file_far_too_large_is_not_read_to_be_recognised(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)  # no room is taken for it

    def refuse(_: Path) -> bytes:
        raise AssertionError("it was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert content_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.txt")
    assert content_of(tmp_path / "x.txt")
    assert "pipe" in read_entry(tmp_path / "x.txt", "").summary.message
