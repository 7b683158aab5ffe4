"""`atop-coder convert`: any sheet in, another out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.checks import Problem
    from atop_coder.reading import Reading
    from atop_coder.writing import Paper, Writer

_NAMED = 6  # parts of a file whose names are told


@click.command()
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="DST", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--to", "wanted", metavar="FORMAT", help="The format; otherwise the ending of DST says it.")
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), help="For docx and pdf; otherwise the usual paper here."
)
@click.option("--problems", is_flag=True, help="Also show what the checks found (html; xlsx always does).")
@click.option("--password", metavar="WORD", help="The password of SRC, if it is a PDF that has one.")
@click.option(
    "--part",
    "wanted_part",
    metavar="N|all",
    help="Which sheet of a file that holds several; all writes each, to DST with a number.",
)
@click.option("--force", is_flag=True, help="Also replace a file that this program did not write.")
def convert(
    source: Path,
    output: Path | None,
    wanted: str | None,
    paper: str | None,
    problems: bool,
    password: str | None,
    wanted_part: str | None,
    force: bool,
) -> None:
    """Read a sheet of any kind and write it in another.

    Without -o it goes to standard output, if its format is text. What was read with doubt, and text that is
    in no answer, is told on standard error. Ends with 2 if SRC could not be read or DST not be written.

    Of a file that holds several sheets, or a column for each of several coders, the first is written, and
    the others are named on standard error: --part 2 takes the second, --part all with -o each.
    """
    from atop_coder.cli.on_date import Refusal

    try:
        writer = _writer(output, wanted)
        if output is None and not writer.is_text:
            raise AtopError("needs-output", format=writer.format)
        for reading, target in _wanted(source, password, wanted_part, output):
            data = writer.write(reading.sheet, _problems(writer, reading, problems), _paper(paper))
            if target is None:
                _to_standard_output(data)
            else:
                _refuse_to_overwrite(target, source, writer, force)
                _save(target, data)
            _tell(reading, offered=wanted_part is None)
    except AtopError as error:
        raise Refusal(str(error)) from error


def _wanted(
    source: Path, password: str | None, part: str | None, output: Path | None
) -> "list[tuple[Reading, Path | None]]":
    """The sheets of the file that are to be written, each with the file to write, None for the terminal."""
    from atop_coder.checks.words import counted
    from atop_coder.reading import read_sheet, read_sheets

    if part is None:
        return [(read_sheet(source, password), output)]
    if part == "all" and output is None:
        raise AtopError("parts-need-output")
    parts = read_sheets(source, password)
    if part == "all":
        several = len(parts) > 1
        return [(one, _numbered(output, number if several else 0)) for number, one in enumerate(parts, 1)]
    if not part.isdecimal() or not 1 <= int(part) <= len(parts):
        count = counted(len(parts), "sheet")
        raise AtopError("no-such-part", file=source, part=part, count=count, last=len(parts))
    return [(parts[int(part) - 1], output)]


def _numbered(output: Path | None, number: int) -> Path | None:
    return output.with_stem(f"{output.stem}-{number}") if output and number else output


def _writer(output: Path | None, wanted: str | None) -> "Writer":
    """The writer that --to names, or the ending of the file; plain text for standard output."""
    from atop_coder.cli.formats import sheet_writers

    name = wanted or (output.suffix.lstrip(".").lower() if output else "txt")
    writers = sheet_writers()
    for writer in writers:
        if name == writer.format:
            return writer
    formats = ", ".join(writer.format for writer in writers)
    raise AtopError("format-unknown", file=output or f"--to {wanted}", formats=formats)


def _paper(name: str | None) -> "Paper | None":
    from atop_coder.writing import Paper

    return Paper(name) if name else None


def _problems(writer: "Writer", reading: "Reading", asked: bool) -> "tuple[Problem, ...]":
    """What the checks find, for a format that shows it; a text goes to readers, and shows it if asked."""
    if not writer.has_problems or (writer.is_text and not asked):
        return ()
    from atop_coder.checks import check

    return check(reading.sheet)


def _to_standard_output(data: bytes) -> None:
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        click.echo(data.decode(), nl=False)
    else:
        stream.write(data)
        stream.flush()


def _refuse_to_overwrite(output: Path, source: Path, writer: "Writer", force: bool) -> None:
    """A file that this program did not write is replaced only with --force."""
    from atop_coder.reading import was_written_here

    if force or not output.is_file():
        return
    same = source.exists() and output.samefile(source)
    if not was_written_here(output) and (same or writer.format != "xlsx"):
        raise AtopError("would-overwrite", file=output)


def _save(output: Path, data: bytes) -> None:
    from atop_coder.files.save import save_bytes

    save_bytes(output, data)


def _tell(reading: "Reading", offered: bool) -> None:
    """What a person should look at: first of all in one line, then each doubt, text and missing question."""
    from atop_coder.cli.console import say
    from atop_coder.reading.look_first import look_first

    report = reading.report
    if offered and reading.others:
        say(f"{report.file}: {_offer(reading)}", err=True)
    elif report.part:
        say(f"{report.title}.", err=True)
    if first := look_first(report):
        say(f"{report.file}: {first}", err=True)
    for note in report.notes[1 if report.part else 0 :]:
        say(f"{report.file}: {note}.", err=True)
    for placed in report.unsure:
        say(
            f"{report.file}:{placed.first}: question {placed.question} was read with doubt: {placed.why}.",
            err=True,
        )
    for piece in report.unplaced:
        say(f"{report.file}:{piece.line}: in no answer ({piece.why}): {piece.text}", err=True)


def _offer(reading: "Reading") -> str:
    """That the file holds more sheets than the one read, and how to have the others."""
    from atop_coder.checks.words import counted, listed

    kind = reading.report.part.kind if reading.report.part else "sheet"
    parts = [one.report.part for one in (reading, *reading.others)]
    names = [part.name for part in parts if part and part.name]
    called = f" ({listed(names)})" if 0 < len(names) <= _NAMED else ""
    return (
        f"this file holds {counted(len(parts), kind)}{called}; this is the first."
        " Say --part 2 for the second, or --part all -o NAME for each."
    )
