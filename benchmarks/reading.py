"""How fast sheets are read and checked, against a single regex pass over the same text.

    .venv/bin/python benchmarks/reading.py                  all 745 made sheets, some 40 seconds
    .venv/bin/python benchmarks/reading.py --sheets 60      fewer
    .venv/bin/python benchmarks/reading.py --profile        where the time goes, by module
    .venv/bin/python benchmarks/reading.py --hard           300 sheets in hard layouts: right, told, silent
    .venv/bin/python benchmarks/reading.py --hard 900 --seed 7 --errors errors.txt

Each sheet is read, checked and searched in turn, so that a busy machine slows all three alike: the ratios can
be trusted where the seconds cannot. Times are those of one processor core, waiting left out.
"""

import argparse
import cProfile
import pstats
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import process_time

from atop_coder.checks import check
from atop_coder.form import load_form
from atop_coder.reading import read_sheet
from atop_coder.sheet import Sheet
from benchmarks.hard.measure import Outcome, Verdict, count_by_kind, measure, table
from benchmarks.hard.sheets import SEED
from benchmarks.made_sheets import made_sheets, write_sheets
from benchmarks.own_time import print_shares

AIM = 15  # seconds of one core for all sheets
ALL = 745
HARD = 300  # sheets; each layout comes five times or more
FIRST = 3  # sheets read before the clock starts: tables are loaded once in a program's life


@dataclass(frozen=True)
class Times:
    """Seconds for one sheet."""

    reading: float
    checking: float
    regex: float

    @property
    def both(self) -> float:
        return self.reading + self.checking


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sheets", type=int, default=ALL, help="how many sheets of each kind (745)")
    parser.add_argument("--profile", action="store_true", help="show where the time goes instead")
    parser.add_argument("--hard", type=int, nargs="?", const=HARD, help="count silent errors instead")
    parser.add_argument("--seed", type=int, default=SEED, help="the chance by which hard sheets are made")
    parser.add_argument("--errors", type=Path, help="a file for the silent errors of hard sheets, one a line")
    wanted = parser.parse_args()
    if wanted.hard:
        show_hard(wanted.hard, wanted.seed, wanted.errors)
        return
    with tempfile.TemporaryDirectory(prefix="atop-sheets-") as folder:
        messy, normalized = write_sheets(Path(folder), wanted.sheets)
        for what, files in (("as coders leave them", messy), ("normalized", normalized)):
            if wanted.profile:
                show_profile(what, files)
            else:
                show_times(what, files)


def show_times(what: str, files: Sequence[Path]) -> None:
    prompts = compile_prompts()
    for file in files[:FIRST]:
        time_sheet(file, prompts)
    times = [time_sheet(file, prompts) for file in files]
    reading, checking, regex = (
        sum(getattr(one, part) for one in times) for part in ("reading", "checking", "regex")
    )
    both = reading + checking
    size = sum(file.stat().st_size for file in files) / len(files) / 1000
    print(f"\n{len(files)} sheets {what}, {size:.1f} kB each on average")
    print(f"  read and checked     {len(files) / both:6.0f} sheets a second")
    print(f"  all {ALL} of them      {both / len(files) * ALL:6.1f} s of one core (aim: under {AIM} s)")
    print(f"  one sheet, reading   {spread([one.reading for one in times])}")
    print(f"  one sheet, checking  {spread([one.checking for one in times])}")
    print(f"  one regex pass       {spread([one.regex for one in times])}")
    print(f"  reading / regex      {reading / regex:6.1f} times")
    print(f"  both / regex         {both / regex:6.1f} times")
    right, asked = compare(files)
    print(f"  answers as made      {right} of {asked}, {right / asked:.2%}")


def spread(seconds: Sequence[float]) -> str:
    """Median, the slowest in twenty, and the slowest, in milliseconds."""
    cuts = quantiles(seconds, n=20)
    most = f"19 of 20 under {1000 * cuts[-1]:.2f}, slowest {1000 * max(seconds):.2f}"
    return f"{1000 * cuts[9]:6.2f} ms ({most})"


def compile_prompts() -> re.Pattern[str]:
    """One alternation of the prompts of all questions, with any white space between their words."""
    prompts = (question.prompt.split() for question in load_form().questions)
    return re.compile("|".join(r"\s+".join(map(re.escape, words)) for words in prompts))


def time_sheet(file: Path, prompts: re.Pattern[str]) -> Times:
    text = file.read_text(encoding="utf-8")
    start = process_time()
    reading = read_sheet(file)
    read = process_time()
    check(reading.sheet)
    checked = process_time()
    for _ in prompts.finditer(text):
        pass
    return Times(read - start, checked - read, process_time() - checked)


def compare(files: Sequence[Path]) -> tuple[int, int]:
    """How many answers came out as they were made, and how many there are; quotation marks may differ."""
    right = asked = 0
    for file, made in zip(files, made_sheets(len(files)), strict=True):
        read, wanted = answers_of(read_sheet(file).sheet), answers_of(made.sheet)
        asked += len(wanted)
        right += sum(one == other for one, other in zip(read, wanted, strict=True))
    return right, asked


def answers_of(sheet: Sheet) -> list[tuple[object, ...]]:
    plain = str.maketrans({"“": '"', "”": '"', "’": "'"})
    return [
        (answer.status, answer.value, answer.details.translate(plain), answer.states, answer.wars)
        for _, answer in sheet
    ]


# Hard sheets


def show_hard(count: int, seed: int, errors: Path | None) -> None:
    """Prints what came of sheets in hard layouts, by kind, and lists the silent errors in a file."""
    with tempfile.TemporaryDirectory(prefix="atop-hard-") as folder:
        outcomes = list(measure(Path(folder), count, seed))
    print(f"\n{count} sheets in hard layouts, seed {seed}")
    print(table(count_by_kind(outcomes)))
    if errors:
        errors.write_text("".join(f"{one.line}\n" for one in silent(outcomes)), encoding="utf-8")


def silent(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The wrong values with nothing said, by kind."""
    return sorted((one for one in outcomes if one.verdict == Verdict.SILENT), key=lambda one: one.kind)


# Where the time goes


def show_profile(what: str, files: Sequence[Path]) -> None:
    for file in files[:FIRST]:
        check(read_sheet(file).sheet)
    profile = cProfile.Profile()
    profile.enable()
    for file in files:
        check(read_sheet(file).sheet)
    profile.disable()
    print(f"\n{len(files)} sheets {what}")
    print_shares(pstats.Stats(profile))


if __name__ == "__main__":
    main()
