"""Run, test and package ATOP Coder from a checkout, with nothing but Python 3.11 or newer.

python3 dev.py run [PATH...]      make .venv, install the program, open it (on the example sheets)
python3 dev.py test [--all] [-- ARG...]   install what tests need, run all that CI runs; each ARG goes to
                                  pytest; --all tries five times as many examples of each property
python3 dev.py attack [ARG...]    read hostile files of every kind, for an hour; each ARG goes to pytest
python3 dev.py wheel              build a wheel into dist/
python3 dev.py constraints        write constraints.txt anew, from a fresh environment
python3 dev.py clean              remove .venv, build/, dist/ and the caches
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "ATOP Coder needs Python 3.11 or newer, and this is Python {}.{}. Install a newer one from"
        " python.org or your system's packages, and start dev.py with it.".format(*sys.version_info[:2])
    )

from dev_system import (
    OFFSCREEN,
    VIRTUAL_SCREEN,
    WINDOW,
    apt_install,
    has_screen,
    may_use_apt,
    need_system_packages,
    say,
)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = "atop-coder-installed.json"
EXAMPLES = Path("resources", "examples")
PLAYGROUND = Path("build", "examples")
DEMO = Path("build", "demo")
LEFTOVERS = (
    "build",
    "dist",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    ".import_linter_cache",
)

TOOLS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    ("mypy --strict", ("-m", "mypy", "--strict")),
    (
        "layer contracts",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    ),
)
PYTEST = ("-m", "pytest", "-n", "auto")
ATTACKS = (
    "tests/attack",
    "tests/reading/test_fuzzed.py",
    "tests/reading/test_hostile.py",
    "tests/reading/test_hostile_kinds.py",
)
ATTACK_TRIES = "5000"  # files of each kind that are mangled

HEADER = """\
# The exact versions that CI and dev.py install; pyproject.toml holds the ranges that the program works with.
# Written by `python3 dev.py constraints`: it installs ".[dev]" into a fresh environment without constraints
# and keeps what `pip freeze` lists. Do so after changing a dependency, run `python3 dev.py test`, and commit
# both files. colorama is what click and pytest add on Windows.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    command, rest = parse(words)
    os.chdir(ROOT)
    try:
        return COMMANDS[command](rest)
    except KeyboardInterrupt:
        return 130


def parse(words: Sequence[str]) -> tuple[str, list[str]]:
    """Split the command line into the command and the words for what it starts; a leading "--" is dropped."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("words", nargs=argparse.REMAINDER, help="paths for run, pytest's arguments for test")
    found = parser.parse_args(words)
    rest = found.words[1:] if found.words[:1] == ["--"] else found.words
    if rest and found.command not in ("run", "test", "attack"):
        parser.error(f"{found.command} takes nothing after it, but was given: {shlex.join(rest)}")
    return found.command, rest


# Commands


def run(paths: list[str]) -> int:
    """Open the program on these paths, or on the example sheets; without a screen, show a demo."""
    need_system_packages(OFFSCREEN | WINDOW)
    install("")
    if not (ROOT / "atop_coder" / "gui" / "app.py").exists():
        return demo()
    if not has_screen(sys.platform, os.environ):
        say("There is no screen here to open a window on, so this shows what the commands do.")
        return demo()
    return call([program(), *(paths or [str(copy_examples())])])


def copy_examples() -> Path:
    """Have copies of the example sheets, so that saving changes nothing in the checkout; return their folder.

    A copy that is there already stays: it may hold somebody's work.
    """
    PLAYGROUND.mkdir(parents=True, exist_ok=True)
    for sheet in example_sheets(EXAMPLES):
        if not (PLAYGROUND / sheet.name).exists():
            shutil.copyfile(sheet, PLAYGROUND / sheet.name)
    return PLAYGROUND


def demo() -> int:
    """Check, normalize and export the example sheets into build/demo/ with the installed command."""
    if DEMO.exists():
        shutil.rmtree(DEMO)
    DEMO.mkdir(parents=True)
    workbook = DEMO / "alliances.xlsx"
    title("check: what is wrong in the example sheets")
    failed = call([program(), "check", str(EXAMPLES)]) > 1  # 1 only says that it found errors
    title("convert: each as a normalized sheet")
    for sheet in example_sheets(EXAMPLES):
        target = DEMO / f"{sheet.stem}.txt"
        failed |= call([program(), "convert", str(sheet), "--to", "txt", "-o", str(target)]) != 0
    title("export: all of them as a dataset")
    failed |= call([program(), "export", str(EXAMPLES), "-o", str(workbook)]) != 0
    say(f"\nThe normalized sheets and the workbook {workbook.name} are in:\n{ROOT / DEMO}")
    return int(failed)


def test(pytest_arguments: list[str]) -> int:
    """Run every step of CI, each even if one before it failed; pytest comes last, to end on its result."""
    if "--all" in pytest_arguments:
        pytest_arguments = [word for word in pytest_arguments if word not in ("--all", "--")]
        os.environ["ATOP_TESTS"] = "all"
    need_system_packages(OFFSCREEN | WINDOW, VIRTUAL_SCREEN)
    install("dev")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name, words in TOOLS if not step(name, words)]
    for name in failed:
        say(f"FAILED: {name} (see above); pytest runs all the same.")
    title("pytest")
    passed = call([venv_python(), *PYTEST, *pytest_arguments]) == 0
    if failed:
        say(f"Not all is well before pytest: {', '.join(failed)} failed.")
    return int(bool(failed) or not passed)


def attack(pytest_arguments: list[str]) -> int:
    """Run the long attacks: hostile files, the growth of the work, files mangled many thousand times."""
    install("dev")
    os.environ.update({"ATOP_ATTACK": "1", "ATOP_FUZZ_TRIES": ATTACK_TRIES, "QT_QPA_PLATFORM": "offscreen"})
    return call([venv_python(), "-m", "pytest", *ATTACKS, *pytest_arguments])


def wheel(_: list[str]) -> int:
    """Build a wheel into dist/."""
    make_venv(VENV)
    return call([venv_python(), *PIP, "wheel", "--quiet", "--no-deps", "--wheel-dir", "dist", "."])


def constraints(_: list[str]) -> int:
    """Write constraints.txt from what a fresh environment gets."""
    fresh = ROOT / "build" / "constraints-venv"
    remove(fresh)
    make_venv(fresh)
    pip_install(venv_python(fresh), "--editable", ".[dev]", "colorama")
    listed = [str(venv_python(fresh)), *PIP, "freeze", "--exclude-editable"]
    pins = subprocess.run(listed, check=True, capture_output=True, text=True).stdout
    (ROOT / "constraints.txt").write_text(HEADER + pins, encoding="utf-8", newline="\n")
    remove(fresh)
    return 0


def clean(_: list[str]) -> int:
    """Remove what dev.py and the tools have made."""
    for place in (VENV, *(ROOT / name for name in LEFTOVERS)):
        remove(place)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "attack": attack,
    "wheel": wheel,
    "constraints": constraints,
    "clean": clean,
}


# The environment in .venv

PIP = ("-m", "pip", "--disable-pip-version-check")


def install(extra: str) -> None:
    """Have the program (and an extra of it) in .venv; pip works only when what is asked for has changed."""
    make_venv(VENV)
    wanted = digest(ROOT)
    if is_installed(read_stamp(VENV), wanted, extra):
        return
    (VENV / STAMP).unlink(missing_ok=True)
    say("Installing ATOP Coder and what it needs into .venv: the first time takes a minute or more ...")
    pip_install(
        venv_python(), "--constraint", "constraints.txt", "--editable", f".[{extra}]" if extra else "."
    )
    (VENV / STAMP).write_text(json.dumps({"digest": wanted, "extra": extra}), encoding="utf-8")


def digest(root: Path) -> str:
    """Return a hash of all that decides what an installation holds, and of where it stands."""
    seen = hashlib.sha256(str(root).encode())
    for name in ("pyproject.toml", "constraints.txt"):
        seen.update((root / name).read_bytes())
    return seen.hexdigest()


def read_stamp(venv: Path) -> dict[str, str]:
    """Return what the last finished installation wrote, or nothing."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_installed(stamp: dict[str, str], wanted: str, extra: str) -> bool:
    """Whether an installation with this stamp has all that is wanted; one with an extra has the rest too."""
    return stamp.get("digest") == wanted and extra in ("", stamp.get("extra"))


def make_venv(venv: Path) -> None:
    """Have a working environment of this Python there; a broken one, or another Python's, is made anew."""
    if is_sound(venv):
        return
    if venv.exists() or venv.is_symlink():
        say(f"{venv.name} is broken or was made by another Python: it is made anew.")
        remove(venv)
    need_venv_module()
    say(f"Making {venv.name} with Python {sys.version.split()[0]} ...")
    if call([sys.executable, "-m", "venv", str(venv)]) != 0:
        sys.exit(f"Python could not make {venv} (its own words stand above). Mend that, and start again.")


def is_sound(venv: Path) -> bool:
    """Whether the environment starts, has pip, and is of the Python that runs this."""
    ask = "import sys, sysconfig, pip; print(sys.implementation.cache_tag, sysconfig.get_platform())"
    try:
        answer = subprocess.run(
            [str(venv_python(venv)), "-c", ask], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.split() == [sys.implementation.cache_tag, sysconfig.get_platform()]


def need_venv_module() -> None:
    """Debian keeps ensurepip in a package of its own: install it as root, else say how."""
    if importlib.util.find_spec("ensurepip") is None and may_use_apt():
        apt_install(["python3-venv"])
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot make an environment, because its module ensurepip is missing. On Debian and"
            " Ubuntu run:  sudo apt-get install python3-venv  and start again."
        )


def pip_install(python: Path, *words: str) -> None:
    """Let pip install these, or leave with a line on what may be wrong."""
    if call([python, *PIP, "install", "--quiet", *words]) != 0:
        sys.exit(
            "Installing did not work: pip's own words stand above. If they speak of a connection, or of no"
            " matching distribution, this machine does not reach the package index (see to the network or"
            " the proxy), or Python {}.{} is newer than the packages. Then start again.".format(
                *sys.version_info[:2]
            )
        )


def remove(place: Path) -> None:
    """Remove a file, a link or a whole folder, if it is there."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        shutil.rmtree(place)


def venv_python(venv: Path = VENV) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def program() -> Path:
    return venv_python().with_name("atop-coder.exe" if os.name == "nt" else "atop-coder")


# Small things


def example_sheets(folder: Path) -> list[Path]:
    """Return the sheets in a folder, in the order of their names; notes and hidden files are none."""
    files = (path for path in folder.iterdir() if path.is_file() and path.name[0] != ".")
    return sorted(path for path in files if path.suffix != ".md")


def step(name: str, words: Sequence[str]) -> bool:
    """Run one tool of the environment under a title, and tell how it went and how long it took."""
    title(name)
    start = time.monotonic()
    passed = call([venv_python(), *words]) == 0
    say(f"-- {name}: {'ok' if passed else 'FAILED'}, {time.monotonic() - start:.1f} s")
    return passed


def call(words: Sequence[str | Path]) -> int:
    """Run a program in the checkout, its output going where this one's goes; return its exit code."""
    return subprocess.run([str(word) for word in words], cwd=ROOT, check=False).returncode


def title(text: str) -> None:
    say(f"\n== {text}")


if __name__ == "__main__":
    sys.exit(main())
