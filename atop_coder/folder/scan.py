"""Reads and checks the sheets of a folder, on several cores where that pays, and remembers them."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from time import monotonic
from typing import Any

from atop_coder.files.fingerprint import fingerprint
from atop_coder.folder.cache import Cache
from atop_coder.folder.entry import Entry, failed, read_entry, with_review
from atop_coder.folder.entry_data import entry_from_data, entry_to_data

FEW = 60  # files; fewer are read in less time than another process needs to start
WARM = "atop_coder.folder.warm"
BATCH = 8  # files that a process is given at a time
MOST_WORKERS = 8
SLOW = 2.0  # seconds of looking at files, after which those found are read before it goes on
KEPT_BACK = 64  # entries that are written into the cache at a time
CRASHED = "the process that read it ended"
# EOFError: it is the one that the others are copied from that ended.
ENDED = (BrokenProcessPool, OSError, EOFError)

Job = tuple[Path, str]
Told = tuple[Path, dict[str, Any]]
Stop = Callable[[], bool]


def scan(
    files: Sequence[Path],
    cache: Cache | None = None,
    workers: int | None = None,
    stop: Stop = lambda: False,
) -> Iterator[Entry]:
    """An entry for each file, as they come: first those known from before, then the others.

    A file that holds several sheets has an entry for each of them, under a path that names the part.
    Where it takes long to look at the files, as in a folder on a network, they are read a part at a time.
    A file that cannot be read is an entry with its message. `workers` are processes (0: this one; None: as
    many as pay). `stop` is asked between files; what was read until then is remembered.
    """
    unknown: deque[Job] = deque()
    shown = monotonic()
    for file in files:
        if stop():
            return
        if unknown and monotonic() - shown > SLOW:
            yield from _remembering(_read(unknown, workers, stop), cache)
            shown = monotonic()
        content = fingerprint(file)
        known = cache.get(content, file) if cache else None
        if known is None:
            unknown.append((file, content))
        else:
            yield from map(with_review, known.each)
    yield from _remembering(_read(unknown, workers, stop), cache)


def _read(jobs: deque[Job], workers: int | None, stop: Stop) -> Iterator[Entry]:
    count = workers_for(len(jobs)) if workers is None else workers
    yield from _read_beside(jobs, count, stop) if count else _read_here(jobs, stop)


def workers_for(files: int) -> int:
    """How many processes pay for so many files; 0 for reading them here."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    count = min(cores, MOST_WORKERS, files // FEW)
    return count if count > 1 else 0


def _remembering(entries: Iterable[Entry], cache: Cache | None) -> Iterator[Entry]:
    kept: list[Entry] = []
    try:
        for entry in entries:
            kept.append(entry)
            if cache and len(kept) >= KEPT_BACK:
                cache.put(kept)
                kept.clear()
            yield from map(with_review, entry.each)
    finally:
        if cache:
            cache.put(kept)


def _read_here(jobs: deque[Job], stop: Stop) -> Iterator[Entry]:
    while jobs and not stop():
        yield read_entry(*jobs.popleft())


def _read_batch(jobs: Sequence[Job]) -> list[Told]:
    """Runs in another process: the data of the entries, because not all in an entry can travel."""
    return [(path, entry_to_data(read_entry(path, content))) for path, content in jobs]


def _entries(batch: Iterable[Told]) -> Iterator[Entry]:
    return (entry_from_data(data, path) for path, data in batch)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes that are no copies of this one: a copy of one with a window and threads may stand still.

    On Linux they are copies of one that has loaded everything; elsewhere each loads it for itself.
    """
    if sys.platform == "linux":
        context: BaseContext = get_context("forkserver")
        context.set_forkserver_preload([WARM])
    else:
        context = get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context)


def _read_beside(jobs: deque[Job], workers: int, stop: Stop) -> Iterator[Entry]:
    """Reads in other processes; where one crashes, what it had goes on file by file."""
    try:
        pool = _pool(workers)
    except (OSError, NotImplementedError, ImportError):  # a system that lets nobody start processes
        yield from _read_here(jobs, stop)
        return
    given: dict[Future[list[Told]], list[Job]] = {}
    try:
        while (jobs or given) and not stop():
            while jobs and len(given) < 2 * workers:
                batch = list(islice(jobs, BATCH))
                given[_submit(pool, batch)] = batch
                for _ in batch:  # not before: where it could not be given, it is still to be read
                    jobs.popleft()
            done, _ = wait(given, timeout=0.2, return_when=FIRST_COMPLETED)
            for future in done:
                yield from _entries(future.result())
                del given[future]
    except ENDED:
        lost = [job for batch in given.values() for job in batch]
        jobs.extendleft(reversed(lost))
        yield from _read_singly(jobs, stop)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, batch: list[Job]) -> Future[list[Told]]:
    return pool.submit(_read_batch, batch)


def _read_singly(jobs: deque[Job], stop: Stop) -> Iterator[Entry]:
    """One file after the other in one other process: the one that ends it is told, the rest is read.

    Where not even a first process lives, all are read here.
    """
    alive = False
    while jobs and not stop():
        pool = _pool(1)
        try:
            while jobs and not stop():
                yield from _entries(pool.submit(_read_batch, [jobs[0]]).result())
                jobs.popleft()
                alive = True
        except ENDED:
            if not alive and not _lives():
                yield from _read_here(jobs, stop)
                return
            alive = True
            yield failed(*jobs.popleft(), CRASHED)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _lives() -> bool:
    """Whether another process can be started at all."""
    try:
        with _pool(1) as pool:
            return pool.submit(len, "").result() == 0
    except ENDED:
        return False
