"""A log in the user's folder: what was opened, saved, refused, and where it broke; no words of a sheet."""

import contextlib
import logging
import os
import traceback
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from atop_coder.errors import on_a_line

NAME = "atop_coder"
SIZE, COUNT = 500_000, 3

log = logging.getLogger(NAME)
log.addHandler(logging.NullHandler())


class LogFile(logging.FileHandler):
    """Begins a new file when one is full and keeps the last few, as `atop-coder.log.1` and so on.

    By hand: the library's own imports the network's modules too. Where another window holds the file
    (Windows), it is left to grow a little.
    """

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None and self.stream.tell() > SIZE:
            self.turn_over()

    def turn_over(self) -> None:
        """Moves each file one place on; the last one goes."""
        self.close()
        path = Path(self.baseFilename)
        files = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, COUNT + 1))]
        for one, place in reversed(tuple(pairwise(files))):
            with contextlib.suppress(OSError):
                one.replace(place)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's name
        """A log that cannot be written is no reason to disturb a person."""


class Lines(logging.Formatter):
    """A line for each event, whatever a file's name holds; but where it broke is told in many."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line if record.levelno >= logging.ERROR else on_a_line(line)


def start_log(folder: Path) -> Path:
    """Writes the program's log into that folder from now on; returns the file."""
    path = folder / "atop-coder.log"
    stop_log()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_APPEND, 0o600))  # nobody else's to read
        handler = LogFile(path, encoding="utf-8", delay=True)
        handler.setFormatter(Lines("%(asctime)s %(process)d %(levelname)s %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return path


def stop_log() -> None:
    """Closes the log's file."""
    for handler in log.handlers[:]:
        if isinstance(handler, LogFile):
            log.removeHandler(handler)
            handler.close()


def crash_lines(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Where it broke, without the error's own words, which may be those of a sheet."""
    frames = "".join(traceback.format_tb(trace))
    cause = error.__cause__ or error.__context__
    before = f"{crash_lines(type(cause), cause, cause.__traceback__)}\nand then\n" if cause else ""
    return f"{before}{frames}{kind.__module__}.{kind.__qualname__}"
