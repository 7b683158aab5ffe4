"""The program's start: sheets alone go straight to the window, all other words to the commands of `cli`.

What reads the words of commands takes as long to load as a sheet takes to be read, and the window needs none
of it.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from atop_coder.errors import AtopError


def main() -> None:
    """Do what the words of the command line say, and end with the exit code."""
    words = sys.argv[1:]
    if are_sheets(words):
        open_window(words)
    from atop_coder.cli import main as command

    command()


def are_sheets(words: Sequence[str]) -> bool:
    """Whether all words can only be files and folders: they are there, and none looks like a command."""
    return bool(words) and all(is_sheet(word) for word in words)


def is_sheet(word: str) -> bool:
    """Whether a word is a file or folder, and no option nor of letters and hyphens, as commands are."""
    return not word.startswith("-") and not word.replace("-", "").isalpha() and Path(word).exists()


def open_window(words: Sequence[str]) -> None:
    """Open the window and end when it is closed; return where it cannot be opened, for `cli` to say why."""
    try:
        run = load_window()
    except ImportError:
        return
    try:
        sys.exit(run(words))
    except AtopError as error:
        sys.stderr.write(f"Error: {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")
        sys.exit(1)


def load_window() -> Callable[..., int]:
    """What runs the window; while it starts, nothing looks for garbage, as in `cli.open`."""
    gc.disable()
    from atop_coder.gui.app import run

    return run


if __name__ == "__main__":
    main()
