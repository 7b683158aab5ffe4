"""Reads old files (.doc, .wpd and others) through LibreOffice, where it is installed."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.reading.docx import read_docx
from atop_coder.reading.paragraphs import in_doubt, with_more
from atop_coder.reading.programs import run
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source

CONVERTED = "converted by LibreOffice"
_SECONDS = 90
_ENOUGH = 40  # questions; where fewer are found, the conversion may have lost what parts them
_LITTLE = "converted by LibreOffice, and much was not found in it"
_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": ("/opt/libreoffice/program/soffice", "/usr/lib/libreoffice/program/soffice"),
}
# A profile that has never been used asks nothing; this one also runs nothing, and fetches nothing.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_converted(source: Source, suffix: str, what: str) -> Reading:
    """The sheet in a file that LibreOffice opens; `what` it is in words, `suffix` how such files end.

    AtopError `needs-libreoffice` where it is not installed, `file-damaged` where it cannot open the file.
    """
    program = find_office()
    if program is None:
        raise AtopError("needs-libreoffice", file=source.path, what=what)
    reading = read_docx(replace(source, data=converted(source, suffix, program)))
    report = replace(reading.report, format=suffix.lstrip("."))
    told = with_more(replace(reading, report=report), (), [CONVERTED])
    return in_doubt(told, _LITTLE) if len(report.placed) < _ENOUGH else told


def find_office() -> str | None:
    """LibreOffice's program on this machine; None if there is none."""
    named = (shutil.which(name) for name in _NAMES)
    return next((found for found in (*named, *_usual_places()) if found), None)


def _usual_places() -> Iterator[str]:
    """Where it is installed though no search path leads there."""
    places = [Path(place) for place in _PLACES.get(sys.platform, ())]
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        if folder := os.environ.get(variable):
            places.append(Path(folder, "LibreOffice", "program", "soffice.exe"))
    yield from (str(place) for place in places if place.is_file())


def converted(source: Source, suffix: str, program: str) -> bytes:
    """The file as LibreOffice saves it in Word's format; AtopError if it cannot, or takes too long."""
    try:
        with tempfile.TemporaryDirectory(prefix="atop-coder-", ignore_cleanup_errors=True) as name:
            return _in_folder(Path(name), source, suffix, program)
    except OSError as error:
        reason = f"LibreOffice could not be started: {error.strerror or error}"
        raise AtopError("not-converted", file=source.path, reason=reason) from error


def _in_folder(folder: Path, source: Source, suffix: str, program: str) -> bytes:
    sheet, profile = folder / f"sheet{suffix}", folder / "profile"
    sheet.write_bytes(source.data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--nodefault", "--nologo", "--convert-to", "docx"]
    command += ["--outdir", str(folder / "out"), str(sheet)]
    ran = run(command, _SECONDS, lambda share: source.tell(0.8 * min(1.0, share * _SECONDS / 10)))
    made = folder / "out" / "sheet.docx"
    if ran.code is None:
        reason = f"LibreOffice did not open it within {_SECONDS} seconds"
        raise AtopError("not-converted", file=source.path, reason=reason)
    if not made.is_file():
        raise AtopError("not-converted", file=source.path, reason="LibreOffice could not open it")
    return made.read_bytes()
