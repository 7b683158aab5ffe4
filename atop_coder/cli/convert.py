"""`atop-coder convert`: any sheet in, another out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.checks import Problem
    from atop_coder.reading import Reading, ReadingReport
    from atop_coder.writing import Paper, Writer


@click.command()
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="DST", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--to", "wanted", metavar="FORMAT", help="The format; otherwise the ending of DST says it.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    help="For docx, odt and pdf; otherwise the usual paper here.",
)
@click.option("--problems", is_flag=True, help="Also show what the checks found (html; xlsx always does).")
@click.option("--password", metavar="WORD", help="The password of SRC, if it is a PDF that has one.")
@click.option("--force", is_flag=True, help="Also replace a file that this program did not write.")
def convert(
    source: Path,
    output: Path | None,
    wanted: str | None,
    paper: str | None,
    problems: bool,
    password: str | None,
    force: bool,
) -> None:
    """Read a sheet of any kind and write it in another.

    Without -o it goes to standard output, if its format is text. What was read with doubt, and text that is
    in no answer, is told on standard error. Ends with 2 if SRC could not be read or DST not be written.
    """
    from atop_coder.cli.on_date import Refusal

    try:
        _convert(source, output, wanted, paper, problems, password, force)
    except AtopError as error:
        raise Refusal(str(error)) from error


def _convert(
    source: Path,
    output: Path | None,
    wanted: str | None,
    paper: str | None,
    problems: bool,
    password: str | None,
    force: bool,
) -> None:
    from atop_coder.reading import read_sheet

    writer = _writer(output, wanted)
    if output is None and not writer.is_text:
        raise AtopError("needs-output", format=writer.format)
    reading = read_sheet(source, password)
    found = _problems(writer, reading, problems)
    data = writer.write(reading.sheet, found, _paper(paper))
    if output is None:
        _to_standard_output(data)
    else:
        _refuse_to_overwrite(output, source, writer, force)
        _save(output, data)
    _tell(reading.report)


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


def _tell(report: "ReadingReport") -> None:
    """What a person should look at: doubtful answers, text in no answer, questions that were not found."""
    from atop_coder.cli.console import say

    for note in report.notes:
        say(f"{report.file}: {note}.", err=True)
    for placed in report.unsure:
        say(
            f"{report.file}:{placed.first}: question {placed.question} was read with doubt: {placed.why}.",
            err=True,
        )
    for piece in report.unplaced:
        say(f"{report.file}:{piece.line}: in no answer ({piece.why}): {piece.text}", err=True)
