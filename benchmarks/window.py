"""The window against bare Qt: its start, its memory, a key in a long description, a step to another question.

    .venv/bin/python benchmarks/window.py                 9 rounds, offscreen
    .venv/bin/python benchmarks/window.py --rounds 3
    .venv/bin/python benchmarks/window.py --profile       where the start goes, by module

Each start is a process of its own, and those that are compared run in turn. A start lasts until the window is
painted: the bare one with its label, the program with the first questions of a sheet on it. Ratios are
medians over the rounds; those of processor time are the steadier ones on a busy machine.
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
from time import perf_counter
from typing import Any

from benchmarks.processes import ENVIRONMENT, ROOT

CASES = Path(__file__).with_name("window_cases.py")
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
        run_case("profile")
        print(run_case("profile")[1])
        return
    show_starts(wanted.rounds)
    show_work([json.loads(run_case("keys")[1].splitlines()[-1]) for _ in range(3)])


def run_case(case: str) -> tuple[list[tuple[float, dict[str, Any]]], str]:
    """Run one case; return its lines of facts, each with the seconds until it came, and all of its output."""
    start = perf_counter()
    lines: list[str] = []
    facts: list[tuple[float, dict[str, Any]]] = []
    with subprocess.Popen(
        [sys.executable, str(CASES), case],
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


def run_start(case: str) -> Start:
    (wall, first), (whole, last) = run_case(case)[0]
    return Start(wall, first["processor"], whole, last)


def show_starts(rounds: int) -> None:
    starts: dict[str, list[Start]] = {"bare": [], "sheet": []}
    for turn in range(rounds + 1):
        for case, runs in starts.items():
            run = run_start(case)
            if turn:  # the first round compiles
                runs.append(run)
    bare, sheet = starts["bare"], starts["sheet"]
    print(f"Start, medians of {rounds} rounds     bare window    with a sheet       times    aim")
    for name, part in (("on the clock", "wall"), ("processor time", "processor")):
        one, other = ([getattr(run, part) for run in runs] for runs in (bare, sheet))
        print(f"  {name:<28}{ms(one):>9}{ms(other):>16}{times(other, one):12.2f}    {AIMS['start']}")
    last = sheet[-1].facts
    print(f"  all {last['whole']} questions, checked  {'':>10}{ms([run.whole for run in sheet]):>16}")
    memory = [[run.facts["memory"] for run in runs] for runs in (bare, sheet)]
    if all(memory[0]):
        print(
            f"  memory at most              {median(memory[0]):6.0f} MB{median(memory[1]):13.0f} MB"
            f"{times(memory[1], memory[0]):12.2f}"
        )


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
