"""How fast a folder of sheets opens, the first time and the second, and what it costs to keep it open.

    .venv/bin/python benchmarks/folder.py                   1,000 made sheets, some minutes
    .venv/bin/python benchmarks/folder.py --sheets 100      fewer
    .venv/bin/python benchmarks/folder.py --large           memory up to 10,000 sheets too, some minutes more

Ratios are of two things measured in the same run. Memory is what a process of its own holds when all entries
of a folder are in it, beyond what it held before.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
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

SHEETS = 1000
SIZES = (100, 1000)
LARGE = 10_000
LOOPS = 16
TURNS = 5  # for what takes less than a second
QUERIES = ("consult", '"the parties"', "nobody has ever written this")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sheets", type=int, default=SHEETS, help="how many sheets to read (1000)")
    parser.add_argument("--large", action="store_true", help="measure memory with 10,000 sheets too")
    parser.add_argument("--held-by", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.held_by:
        print(held_by(wanted.held_by))
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
    texts = [made.messy for made in made_sheets(None)]
    files = [folder / f"sheet{number:05}.txt" for number in range(count)]
    for number, file in enumerate(files):
        extra = "\n" * (number // len(texts))
        file.write_text(texts[number % len(texts)] + extra, encoding="utf-8", newline="\n")
    return files


def show_opening(files: Sequence[Path], base: Path) -> list[Entry]:
    list(scan(files[:3], workers=0))  # tables are loaded once in a program's life
    cores = workers_for(len(files))
    one, entries = timed(lambda: list(scan(files, workers=0)))
    several, _ = timed(lambda: list(scan(files, workers=cores)))
    first, _ = timed(lambda: with_cache(files, base, cores))
    seconds = [timed(lambda: with_cache(files, base, cores))[0] for _ in range(TURNS)]
    again = median(seconds)
    walk, _ = timed(lambda: [file.read_bytes() for file in find_sheets([files[0].parent])])
    print(f"{len(files)} sheets, {cores or 1} of at most {MOST_WORKERS} processes")
    print(f"  one process          {len(files) / one:7.0f} sheets a second")
    print(f"  several              {len(files) / several:7.0f} sheets a second, {one / several:.2f} times")
    print(
        f"  … a bare loop gains   {gain(cores or 1):7.2f} times from as many processes on this machine, now"
    )
    print(f"  first opening        {first:7.2f} s")
    print(f"  second opening       {again:7.2f} s, {first / again:.0f} times as fast")
    print(f"  … against reading the bytes of all files: {again / walk:.1f} times")
    return entries


def gain(workers: int) -> float:
    """How many times faster a loop that only counts is in so many processes: what the machine has to give."""
    start = perf_counter()
    for _ in range(LOOPS):
        loop(0)
    alone = perf_counter() - start
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(len, [""] * workers))  # they are there
        start = perf_counter()
        list(pool.map(loop, range(LOOPS)))
        return alone / (perf_counter() - start)


def loop(_: int) -> int:
    return sum(range(20_000_000))


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
        held = run_held(folder) / size
        least = least or held
        print(f"  {size:6} sheets        {held:7.1f} kB a sheet, {held / least:.2f} times that of the fewest")


def run_held(folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.folder", "--held-by", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def held_by(folder: Path) -> float:
    """The kB that all entries of the folder take in this process."""
    files = sorted(folder.iterdir())
    list(scan(files[:20], workers=0))
    before = memory()
    entries = list(scan(files, workers=workers_for(len(files))))
    assert len(entries) == len(files)
    return memory() - before


def memory() -> float:
    """What this process holds, in kB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((float(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    main()
