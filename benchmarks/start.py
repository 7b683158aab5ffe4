"""How long `atop-coder check` on one sheet takes from its start, and what of that is imports.

    .venv/bin/python benchmarks/start.py                15 rounds
    .venv/bin/python benchmarks/start.py --rounds 5

Against an empty Python, and against one that imports pydantic and click, which the command needs in any case.
The programs run in turn; a ratio is the median over the rounds, of processor time.
"""

import argparse
import re
from collections import Counter

from benchmarks.processes import ROOT, milliseconds, ratio, run_in_turn, run_timed

SHEET = str(ROOT / "resources" / "examples" / "ATOP9055.txt")
COMMAND = "from atop_coder.cli import main; main()"
EMPTY, NEEDED, FORM, CHECK = "python -c pass", "pydantic and click", "… and the form", "atop-coder check"
CASES = {
    EMPTY: ("-c", "pass"),
    NEEDED: ("-c", "import click, pydantic; pydantic.BaseModel, pydantic.TypeAdapter"),
    FORM: ("-c", "import click; from atop_coder.form import load_form; load_form()"),
    CHECK: ("-c", COMMAND, "check", SHEET),
}
NOT_NEEDED = ("PySide6", "openpyxl", "docx", "pypdfium2", "pandas", "pyreadstat")
LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \| *(\S+)", re.MULTILINE)
SHOWN = 12
LISTINGS = 5  # of imports; the least time of each module is taken


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="how often each program runs (15)")
    show_times(parser.parse_args().rounds)
    show_imports()


def show_times(rounds: int) -> None:
    runs = run_in_turn(CASES, rounds)
    print(f"{'':<22}{'clock':>9}{'processor':>12}{'to ' + EMPTY:>20}{'to ' + NEEDED:>22}")
    for name, spent in runs.items():
        wall = milliseconds([one.wall for one in spent])
        processor = milliseconds([one.processor for one in spent])
        print(
            f"{name:<22}{wall:6.0f} ms{processor:9.0f} ms"
            f"{ratio(spent, runs[EMPTY]):14.1f} times{ratio(spent, runs[NEEDED]):16.2f} times"
        )


def show_imports() -> None:
    own = import_times()
    loaded = [name for name in NOT_NEEDED if any(module.split(".")[0] == name for module in own)]
    print(f"\nLoaded and not needed: {', '.join(loaded) or 'none'} (of {', '.join(NOT_NEEDED)})")
    total = sum(own.values())
    print(f"{len(own)} modules imported in {total / 1000:.0f} ms; by package, and by single module:")
    packages: Counter[str] = Counter()
    for module, time in own.items():
        packages[package_of(module)] += time
    for (package, share), (module, time) in zip(
        packages.most_common(SHOWN), own.most_common(SHOWN), strict=False
    ):
        print(f"  {share / total:6.1%}  {package:<24}{time / total:6.1%}  {module}")


def package_of(module: str) -> str:
    """The package, of this program with the part of it."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "atop_coder" else parts[0]


def import_times() -> Counter[str]:
    """Microseconds for each module that the command imports, what it imports in turn left out."""
    own: Counter[str] = Counter()
    for _ in range(LISTINGS):
        output = run_timed(("-X", "importtime", *CASES[CHECK])).output
        for time, module in LINE.findall(output):
            own[module] = min(int(time), own[module] or int(time))
    return own


if __name__ == "__main__":
    main()
