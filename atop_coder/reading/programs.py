"""Runs another program beside this one: within a time, stopped when nobody wants its work any more."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from atop_coder.resources import PACKAGE

_STEP = 0.2  # seconds between two looks at the program


@dataclass(frozen=True)
class Ran:
    """What a program left: its exit code (None: it took too long and was ended) and what it wrote."""

    code: int | None
    out: bytes = b""
    error: bytes = b""


def our_code() -> dict[str, str]:
    """What an interpreter of Python has to know to find this program's code, wherever it is started."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))}


def run(
    command: Sequence[str],
    seconds: float,
    tell: Callable[[float], None],
    data: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> Ran:
    """Runs a program and waits for it; OSError if it cannot be started.

    `tell` is told the share of the time that has gone, and may end the work by raising an error; `data` is
    what the program reads, `more` are environment variables beside those of this program.
    """
    with tempfile.TemporaryFile() as file:  # a pipe is not filled further once a wait was cut short
        file.write(data)
        file.seek(0)
        process = subprocess.Popen(
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(more or {})},
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    try:
        return _waited(process, seconds, tell)
    finally:
        if process.poll() is None:
            _end(process)


def _waited(process: "subprocess.Popen[bytes]", seconds: float, tell: Callable[[float], None]) -> Ran:
    for step in range(max(1, round(seconds / _STEP))):
        tell(step * _STEP / seconds)
        try:
            out, error = process.communicate(timeout=_STEP)
            return Ran(process.returncode, out, error)
        except subprocess.TimeoutExpired:
            continue
    return Ran(None)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the program with all that it has started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
