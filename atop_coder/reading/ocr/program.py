"""Tesseract: where it is on this machine, which languages it knows, what it sees in a picture."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.reading.programs import run
from atop_coder.reading.source import Source

_SECONDS = 120  # for one page
_WANTED = ("eng", "fra", "spa")  # the sheets are in English, and quote treaties in these
_PLACES = ("/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract", "/opt/local/bin/tesseract")


def find_tesseract() -> str | None:
    """The program on this machine; None if there is none."""
    places = [Path(place) for place in _PLACES]
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            places += [Path(folder, *more, "Tesseract-OCR", "tesseract.exe") for more in ((), ("Programs",))]
    return shutil.which("tesseract") or next((str(place) for place in places if place.is_file()), None)


def languages(program: str, source: Source) -> tuple[str, ...]:
    """The languages wanted that are installed; AtopError `tesseract-failed` where there is none at all."""
    ran = _run([program, "--list-langs"], b"", source.tell, source.path)
    known = [
        line.strip() for line in ran.decode("utf-8", "replace").splitlines()[1:] if line.strip() != "osd"
    ]
    wanted = tuple(name for name in _WANTED if name in known) or tuple(known[:1])
    if not wanted:
        raise AtopError("tesseract-failed", file=source.path, reason="it has no language installed")
    return wanted


def recognise(
    program: str,
    known: Sequence[str],
    data: bytes,
    page: int,
    tell: Callable[[float], None],
    file: object = "",
) -> str:
    """What stands on a page of a picture, as the table of words that tesseract gives."""
    command = [program, "stdin", "stdout", "-l", "+".join(known), "-c", f"tessedit_page_number={page}"]
    command += ["--dpi", "300"] if data.startswith(b"P5") else []
    return _run([*command, "tsv"], data, tell, file).decode("utf-8", "replace")


def _run(command: Sequence[str], data: bytes, tell: Callable[[float], None], file: object) -> bytes:
    try:
        # One thread: several wait for one another, and on a busy machine hardly ever come to an end.
        ran = run(command, _SECONDS, tell, data, {"OMP_THREAD_LIMIT": "1"})
    except OSError as error:
        raise AtopError("tesseract-failed", file=file, reason=error.strerror or error) from error
    if ran.code is None:
        reason = f"a page took it more than {_SECONDS} seconds"
        raise AtopError("tesseract-failed", file=file, reason=reason)
    if ran.code:
        lines = ran.error.decode("utf-8", "replace").strip().splitlines()
        raise AtopError("tesseract-failed", file=file, reason=lines[-1][:200] if lines else "it says no more")
    return ran.out
