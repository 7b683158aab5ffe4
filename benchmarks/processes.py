"""Runs programs in turn and compares what they cost.

They find their modules compiled, as on a machine where the program has been used before, whatever is set
here; the compiled files stand in a folder that goes when the benchmark ends.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
COMPILED = TemporaryDirectory(prefix="atop-compiled-")
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": COMPILED.name}


@dataclass(frozen=True)
class Spent:
    """Seconds that one run took: on the clock, and of processor time (on Windows the clock's again)."""

    wall: float
    processor: float
    output: str


def run_timed(words: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """Run this Python with these arguments from the top of the checkout; RuntimeError if it crashes."""
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        processor = wait(process)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}:\n{output}")
    wall = perf_counter() - start
    return Spent(wall, processor or wall, output)


def wait(process: subprocess.Popen[str]) -> float:
    """Wait for a process; return its processor time, 0 where the system does not tell it for one process."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def run_in_turn(cases: Mapping[str, Sequence[str]], rounds: int, **options: str) -> dict[str, list[Spent]]:
    """Run all cases once, to compile and to warm the disk's cache, then each in turn so many times."""
    runs: dict[str, list[Spent]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, words in cases.items():
            spent = run_timed(words, options)
            if turn:
                runs[name].append(spent)
    return runs


def ratio(runs: Sequence[Spent], others: Sequence[Spent]) -> float:
    """The median over the rounds of how many times the processor time of the others these took."""
    return median(one.processor / other.processor for one, other in zip(runs, others, strict=True))


def milliseconds(seconds: Sequence[float]) -> float:
    return 1000 * median(seconds)
