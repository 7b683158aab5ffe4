"""The window against bare Qt: its start, its memory, a key in a long description, a step to another question.

    .venv/bin/python benchmarks/window.py                 9 rounds, offscreen
    .venv/bin/python benchmarks/window.py --rounds 3
    .venv/bin/python benchmarks/window.py --profile       where the start goes, by module

Each start is a process of its own, and those that are compared run in turn. A start lasts until the window is
painted: the bare one with its label, the program with the first questions of a sheet on it: one that the
program has saved, as in daily work, and one as people type it, which is read by likeness. Ratios are medians
over the rounds; those of processor time are the steadier ones on a busy machine. The keys follow one another
without a pause: what is typed is taken into the sheet a moment after a key, not with it.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.processes import ENVIRONMENT, ROOT, run_timed

CASES = Path(__file__).with_name("window_cases.py")
TYPED = ROOT / "resources" / "examples" / "ATOP9055.txt"
BARE, SAVED, AS_TYPED = "bare window", "a saved sheet", "a sheet as typed"
AIMS = {"start": "1.6 times, at most 2", "key": "at most 3 times", "step": "under 50 ms"}


@dataclass(frozen=True)
class Start:
    """Seconds until the first paint, on the clock and of processor time, and until all is there."""

    wall: float
    processor: float
    whole: float
    facts: Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="how often each start is made (9)")
    parser.add_argument("--profile", action="store_true", help="show where the start goes instead")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if wanted.profile:
        run_case("profile", str(TYPED))
        print(run_case("profile", str(TYPED))[1])
        return
    with TemporaryDirectory() as folder:
        show_starts(wanted.rounds, save_sheet(Path(folder)))
    show_work([json.loads(run_case("keys")[1].splitlines()[-1]) for _ in range(3)])


def save_sheet(folder: Path) -> Path:
    """The example as the program saves it."""
    saved = folder / TYPED.name
    run_timed(("-c", "from atop_coder.cli import main; main()", "convert", str(TYPED), "-o", str(saved)))
    return saved


def run_case(case: str, *words: str) -> tuple[list[tuple[float, dict[str, Any]]], str]:
    """Run one case; return its lines of facts, each with the seconds until it came, and all of its output."""
    start = perf_counter()
    lines: list[str] = []
    facts: list[tuple[float, dict[str, Any]]] = []
    with subprocess.Popen(
        [sys.executable, str(CASES), case, *words],
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if line.startswith("{"):
                facts.append((perf_counter() - start, json.loads(line)))
    if process.returncode:
        sys.exit(f"The case {case!r} ended with {process.returncode}; run: {sys.executable} {CASES} {case}")
    return facts, "".join(lines)


def run_start(*words: str) -> Start:
    (wall, first), (whole, last) = run_case(*words)[0]
    return Start(wall, first["processor"], whole, last)


def show_starts(rounds: int, saved: Path) -> None:
    cases = {BARE: ("bare",), SAVED: ("sheet", str(saved)), AS_TYPED: ("sheet", str(TYPED))}
    starts: dict[str, list[Start]] = {case: [] for case in cases}
    for turn in range(rounds + 1):
        for case, runs in starts.items():
            run = run_start(*cases[case])
            if turn:  # the first round compiles
                runs.append(run)
    print(f"Start, medians of {rounds} rounds" + "".join(f"{case:>20}" for case in cases))
    for name, part in (("on the clock", "wall"), ("processor time", "processor")):
        show_row(name, [[1000 * getattr(run, part) for run in runs] for runs in starts.values()], "ms")
    print(f"  (aim: {AIMS['start']})")
    last = starts[SAVED][-1].facts
    print(f"  all {last['whole']} questions, checked: {ms([run.whole for run in starts[SAVED]])}")
    memory = [[run.facts["memory"] for run in runs] for runs in starts.values()]
    if all(memory[0]):
        show_row("memory at most", memory, "MB")


def show_row(name: str, columns: Sequence[Sequence[float]], unit: str) -> None:
    """The medians of what was measured, each but the first with how many times the first it is."""
    bare, *others = columns
    cells = [f"{median(bare):.0f} {unit}"]
    cells += [f"{median(other):.0f} {unit} {times(other, bare):6.2f}x" for other in others]
    print(f"  {name:<25}" + "".join(f"{cell:>20}" for cell in cells))


def show_work(runs: Sequence[Mapping[str, Any]]) -> None:
    plain, form = ([one for run in runs for one in run[name]] for name in ("plain", "form"))
    ratio = median(median(run["form"]) / median(run["plain"]) for run in runs)
    print(f"\nA key in a description of {runs[0]['length']:,} characters, {len(form)} keys each way")
    print(f"  in a bare QPlainTextEdit    {spread(plain)}")
    print(f"  in the form, checks on      {spread(form)}   {ratio:.2f} times (aim: {AIMS['key']})")
    print(f"  all checks, after a pause   {spread([one for run in runs for one in run['check']])}")
    steps = [one for run in runs for one in run["steps"]]
    print(f"To another question           {spread(steps)}   (aim: {AIMS['step']})")


def times(some: Sequence[float], others: Sequence[float]) -> float:
    return median(one / other for one, other in zip(some, others, strict=True))


def ms(seconds: Sequence[float]) -> str:
    return f"{1000 * median(seconds):.0f} ms"


def spread(seconds: Sequence[float]) -> str:
    return f"{1000 * median(seconds):6.2f} ms, 19 of 20 under {1000 * quantiles(seconds, n=20)[-1]:.1f}"


if __name__ == "__main__":
    main()
