"""How fast a folder of sheets opens, the first time and the second, and what it costs to keep it open.

    .venv/bin/python benchmarks/folder.py                   1,000 made sheets, two minutes
    .venv/bin/python benchmarks/folder.py --sheets 100      fewer
    .venv/bin/python benchmarks/folder.py --large           memory up to 10,000 sheets too, some minutes more

Ratios are of two things measured by turns in the same run. What several processes gain depends on what the
machine has to give just then: beside it stands what a loop that only counts gains, and how much processor
time all of them together took against one. Memory is what all entries of a folder take in a process of its
own. The export has a benchmark of its own, `export.py`.
"""

import argparse
import gc
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from atop_coder.folder.cache import Cache
from atop_coder.folder.entry import Entry
from atop_coder.folder.scan import MOST_WORKERS, scan, workers_for
from atop_coder.folder.search import search
from atop_coder.reading import find_sheets
from benchmarks.made_sheets import made_sheets
from benchmarks.process_tree import times_below, used_since
from benchmarks.reading import ALL

SHEETS = 1000
SIZES = (100, 1000)
LARGE = 10_000
LOOPS, STEPS = 8, 20_000  # of the bare loop, steps for each sheet
ROUNDS = 3  # for what takes seconds
TURNS = 5  # for what takes less than a second
QUERIES = ("consult", '"the parties"', "nobody has ever written this")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sheets", type=int, default=SHEETS, help="how many sheets to read (1000)")
    parser.add_argument("--large", action="store_true", help="measure memory with 10,000 sheets too")
    parser.add_argument("--held-by", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--traced", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.held_by:
        print(held_by(wanted.held_by, wanted.traced))
        return
    with tempfile.TemporaryDirectory(prefix="atop-folder-") as home:
        files = write_folder(Path(home) / "sheets", wanted.sheets)
        entries = show_opening(files, Path(home) / "cache.sqlite")
        show_search(entries)
        sizes = [size for size in SIZES if size <= wanted.sheets] + ([LARGE] if wanted.large else [])
        show_memory(Path(home), sizes)


def write_folder(folder: Path, count: int) -> list[Path]:
    """Writes that many sheets, no two of the same content: each round adds an empty line to all of them."""
    folder.mkdir(parents=True)
    texts = [made.messy for made in made_sheets(min(count, ALL))]
    files = [folder / f"sheet{number:05}.txt" for number in range(count)]
    for number, file in enumerate(files):
        extra = "\n" * (number // len(texts))
        file.write_text(texts[number % len(texts)] + extra, encoding="utf-8", newline="\n")
    return files


def show_opening(files: Sequence[Path], base: Path) -> list[Entry]:
    list(scan(files[:3], workers=0))  # tables are loaded once in a program's life
    cores = workers_for(len(files)) or 1
    print(f"{len(files)} sheets, {cores} of at most {MOST_WORKERS} processes")
    show_cores(files, cores)
    first, entries = timed(lambda: with_cache(files, base, cores))
    seconds = [timed(lambda: with_cache(files, base, cores))[0] for _ in range(TURNS)]
    again = median(seconds)
    walk, _ = timed(lambda: [file.read_bytes() for file in find_sheets([files[0].parent])])
    print(f"  first opening        {first:7.2f} s")
    print(f"  second opening       {again:7.2f} s, {first / again:.0f} times as fast")
    print(f"  … against reading the bytes of all files: {again / walk:.1f} times")
    return entries


def show_cores(files: Sequence[Path], cores: int) -> None:
    rounds = []
    for _ in range(ROUNDS):
        one, used = clocked(files, 0)
        several, used_by_all = clocked(files, cores)
        rounds.append(
            (
                one,
                several,
                one / several,
                gain(cores, STEPS * len(files)),
                used_by_all / used if used else 0.0,
            )
        )
    one, several, gained, bare, cost = (median(of_one) for of_one in zip(*rounds, strict=True))
    print(f"  one process          {len(files) / one:7.0f} sheets a second")
    print(f"  several              {len(files) / several:7.0f} sheets a second, {gained:.2f} times")
    print(f"  … a bare loop gains  {bare:7.2f} times from as many processes on this machine, now")
    print(f"  … processor time     {cost:7.2f} times that of one process, all together")


def clocked(files: Sequence[Path], workers: int) -> tuple[float, float]:
    """The seconds that reading the files takes, and those of processor time in all processes."""
    start, before = perf_counter(), times_below()
    entries = scan(files, workers=workers)
    count = sum(1 for _ in islice(entries, len(files)))  # not to the end, where the processes go
    seconds, used = perf_counter() - start, used_since(before)
    assert count == len(files)
    assert not list(entries)
    return seconds, used


def gain(workers: int, steps: int) -> float:
    """How many times faster a loop that only counts is in so many processes: what the machine has to give."""
    start = perf_counter()
    for _ in range(LOOPS):
        loop(steps)
    alone = perf_counter() - start
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(len, [""] * workers))  # they are there
        start = perf_counter()
        list(pool.map(loop, [steps] * LOOPS))
        return alone / (perf_counter() - start)


def loop(steps: int) -> int:
    return sum(range(steps))


def with_cache(files: Sequence[Path], base: Path, workers: int) -> list[Entry]:
    with Cache(base) as cache:
        return list(scan(files, cache, workers))


def timed(do: Callable[[], list[Entry] | list[bytes]]) -> tuple[float, list[Entry]]:
    start = perf_counter()
    result = do()
    return perf_counter() - start, [one for one in result if isinstance(one, Entry)]


def show_search(entries: Sequence[Entry]) -> None:
    texts = [text.casefold() for entry in entries for text in entry.texts.values()]
    start = process_time()
    found = count_found(entries, QUERIES[0])
    print(f"\nsearch in {len(texts)} answers, {sum(map(len, texts)) / 1e6:.1f} MB")
    print(f"  the first time       {1000 * (process_time() - start):7.0f} ms for {found} answers")
    for query in QUERIES:
        ours = median(cpu(partial(count_found, entries, query)) for _ in range(TURNS))
        bare = median(cpu(partial(count_bare, texts, query.strip('"'))) for _ in range(TURNS))
        print(f"  {query:<30} {1000 * ours:5.0f} ms, {ours / bare:.1f} times Python's bare `in`")


def count_found(entries: Sequence[Entry], query: str) -> int:
    return sum(1 for _ in search(entries, query))


def count_bare(texts: Sequence[str], words: str) -> int:
    return sum(words in text for text in texts)


def cpu(do: Callable[[], object]) -> float:
    start = process_time()
    do()
    return process_time() - start


def show_memory(home: Path, sizes: Sequence[int]) -> None:
    print("\nmemory that the open folder holds")
    least = 0.0
    for size in sizes:
        folder = home / f"memory{size}"
        write_folder(folder, size)
        entries, process = (run_held(folder, *traced) / size for traced in (["--traced"], []))
        least = least or entries
        print(f"  {size:6} sheets        {entries:7.1f} kB a sheet, {entries / least:.2f} times the first")
        print(f"  … the process grows by{process:8.1f} kB a sheet")


def run_held(folder: Path, *options: str) -> float:
    command = [sys.executable, "-m", "benchmarks.folder", "--held-by", str(folder), *options]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def held_by(folder: Path, traced: bool) -> float:
    """The kB that all entries of the folder take; not traced, those by which this process grows for them.

    They are read in other processes, so that nothing else is left of it here. The process grows by less than
    a few entries take, because it has room left from before.
    """
    files = sorted(folder.iterdir())
    list(scan(files[:20], workers=1))
    before = memory()
    if traced:
        tracemalloc.start()
    entries = list(scan(files, workers=max(workers_for(len(files)), 1)))
    gc.collect()
    assert len(entries) == len(files)
    return tracemalloc.get_traced_memory()[0] / 1024 if traced else memory() - before


def memory() -> float:
    """What this process holds, in kB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((float(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    main()
