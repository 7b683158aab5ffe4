"""Which reader a file gets: by its content first, by its name where the content says nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.reading import kinds
from atop_coder.reading.addresses import number_in_file, whole_file
from atop_coder.reading.normalized import is_normalized
from atop_coder.reading.report import Reading, ReadingReport
from atop_coder.reading.source import Source, decode, read_bytes
from atop_coder.reading.texts import read_text
from atop_coder.sheet import sheet_from_json

SUFFIXES = (
    *(".txt", ".text", ".json", ".md", ".markdown", ".csv", ".tsv", ".tab"),
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt", ".wpd"),
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".ots", ".fods"),
    *(".pdf", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml"),
)
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")  # read if they are named; in folders lie others, too


@dataclass(frozen=True)
class Reader:
    """A format that sheets are read from: known by a file's content, whatever its name says.

    Where the content says nothing, the ending of the name counts, if it is one of `named`.
    """

    format: str
    is_format: Callable[[bytes], bool]
    read: Callable[[Source], Reading]
    named: tuple[str, ...] = ()


def read_sheet(
    path: Path, password: str | None = None, on_progress: Callable[[float], bool] | None = None
) -> Reading:
    """The sheet in a file and the report of its reading; AtopError for a file that holds none.

    Of a file that holds several it is the first, with the `others` beside it; `path` may also name one of
    them (`old.txt, sheet 2 of 3`). `password` opens a PDF that has one. `on_progress` is told the share that
    is done (0 to 1) and ends the reading by returning False, with AtopError `cancelled`.
    """
    file = whole_file(path)
    reading = read_source(Source(file, read_bytes(file), password, on_progress))
    if not (number := number_in_file(path)):
        return reading
    parts = (reading, *reading.others)
    if number > len(parts):
        raise AtopError("file-not-found", file=path)
    return replace(parts[number - 1], others=())


def read_sheets(
    path: Path, password: str | None = None, on_progress: Callable[[float], bool] | None = None
) -> tuple[Reading, ...]:
    """All sheets that a file holds, in their order; AtopError as `read_sheet` raises it."""
    first = read_sheet(path, password, on_progress)
    return replace(first, others=()), *first.others


def read_source(source: Source) -> Reading:
    """The sheet in a file whose bytes are at hand; AtopError as `read_sheet` raises it.

    Whatever else hostile bytes bring a reader or a library to raise is `program-failed`.
    """
    try:
        return _reader_of(source).read(source)
    except AtopError:
        raise
    except Exception as error:  # the seam of all readers
        reason = f"{type(error).__name__}: {error}"
        raise AtopError("program-failed", file=source.path, reason=reason) from error


def _reader_of(source: Source) -> Reader:
    """The reader for what a file holds; AtopError for a kind that none reads."""
    data = source.data
    if kinds.is_written_here(data):
        return READERS[-1]
    known = next((reader for reader in READERS if reader.is_format(data)), None)
    if known is not None:
        return known
    if kinds.has_office_password(data):
        raise AtopError("office-password", file=source.path)
    if kind := kinds.document_kind(data):
        raise AtopError(kind.code, file=source.path, what=kind.what)
    if what := kinds.other_kind(data):
        raise AtopError("file-no-document", file=source.path, what=what)
    return next((reader for reader in READERS if source.suffix in reader.named), READERS[-1])


def _read_word(source: Source) -> Reading:
    from atop_coder.reading.docx import read_docx  # loaded for such a file only, like the next two

    return read_docx(source)


def _read_pdf(source: Source) -> Reading:
    from atop_coder.reading.pages.apart import start

    start()  # it gets ready while the rest is loaded
    from atop_coder.reading.pdf import read_pdf

    return read_pdf(source)


def _read_excel(source: Source) -> Reading:
    from atop_coder.reading.xlsx import read_xlsx

    return read_xlsx(source)


def _read_rtf(source: Source) -> Reading:
    from atop_coder.reading.rich_text import read_rtf

    return read_rtf(source)


def _read_odt(source: Source) -> Reading:
    from atop_coder.reading.odt import read_odt

    return read_odt(source)


def _read_ods(source: Source) -> Reading:
    from atop_coder.reading.ods import read_ods

    return read_ods(source)


def _read_xls(source: Source) -> Reading:
    from atop_coder.reading.xls import read_xls

    return read_xls(source, "xlsb" if source.data.startswith(b"PK") else "xls")


def _read_old(source: Source) -> Reading:
    from atop_coder.reading.converted import read_converted

    suffix, what = kinds.old_kind(source.data)
    return read_converted(source, suffix, what)


def _read_html(source: Source) -> Reading:
    from atop_coder.reading.web_page import read_html

    return read_html(source)


def _read_mail(source: Source) -> Reading:
    from atop_coder.reading.mail import read_mail

    return read_mail(source, read_source)


def _read_picture(source: Source) -> Reading:
    from atop_coder.reading.scans import read_scan

    return read_scan(source)


def _read_markdown(source: Source) -> Reading:
    from atop_coder.reading.markdown import read_markdown

    return read_markdown(source)


def _read_csv(source: Source) -> Reading:
    from atop_coder.reading.separated import read_csv

    return read_csv(source)


def _read_plain(source: Source) -> Reading:
    text, encoding = decode(source.data, source.path)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _read_json(text, source.path)
    return read_text(text, str(source.path), encoding)


def _is_none(_: bytes) -> bool:
    return False


READERS = (
    Reader("docx", kinds.is_word, _read_word),
    Reader("xlsb", kinds.is_binary_excel, _read_xls),
    Reader("xlsx", kinds.is_excel, _read_excel),
    Reader("pdf", kinds.is_pdf, _read_pdf),
    Reader("odt", kinds.is_odt, _read_odt),
    Reader("ods", kinds.is_ods, _read_ods),
    Reader("rtf", kinds.is_rtf, _read_rtf),
    Reader("xls", kinds.is_old_excel, _read_xls),
    Reader("doc", kinds.is_old, _read_old),
    Reader("picture", kinds.is_picture, _read_picture),
    Reader("mail", kinds.is_mail, _read_mail, (".eml", ".mht", ".mhtml")),
    Reader("html", kinds.is_html, _read_html, (".html", ".htm", ".xhtml")),
    Reader("markdown", _is_none, _read_markdown, (".md", ".markdown")),
    Reader("csv", _is_none, _read_csv, (".csv", ".tsv", ".tab")),
    Reader(
        "text", _is_none, _read_plain
    ),  # whatever is left; also normalized sheets and JSON, which are text
)


def _read_json(text: str, path: Path) -> Reading:
    try:
        sheet = sheet_from_json(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise AtopError("json-not-read", file=path, reason=error) from error
    return Reading(sheet, ReadingReport(str(path), "json"))


def find_sheets(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that may be sheets, sub-folders too, in order.

    Among them are files of kinds that are not read, so that whoever lists the folder tells of them. Of a
    folder, hidden files, those that office programs keep beside an open document, and exported datasets are
    left out. AtopError `no-sheets-found` for a folder without a sheet.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(inside for inside in path.rglob("*") if _may_be_sheet(inside, path))
        if not found:
            raise AtopError("no-sheets-found", file=path)
        yield from found


def _may_be_sheet(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    suffix = path.suffix.lower()
    try:
        if hidden or not path.is_file():
            return False
    except OSError:  # in a folder that nobody here may enter: reading it says so
        return suffix in SUFFIXES
    from atop_coder.reading.likely_files import TEXTS, is_likely  # for folders alone

    if suffix in SUFFIXES and suffix not in TEXTS:
        return not _is_dataset(path, suffix)
    return is_likely(path) and not _is_dataset(path, suffix)


def _is_dataset(path: Path, suffix: str) -> bool:
    """Whether it is a dataset that the program exported, as far as that can be told."""
    if suffix not in (".xlsx", ".csv"):
        return False
    try:
        data = read_bytes(path)
        if suffix == ".csv":
            from atop_coder.reading.separated import is_dataset_text

            return is_dataset_text(data)
        from atop_coder.reading.xlsx import is_dataset_file

        return is_dataset_file(data, path)
    except AtopError:
        return False


def was_written_here(path: Path) -> bool:
    """Whether this program wrote the file, as a normalized sheet or JSON: then it may be written anew."""
    try:
        text, _ = decode(read_bytes(path), path)
    except AtopError:
        return False
    if sum(is_normalized(line) for line in text.splitlines()) > 1:
        return False  # several sheets, of which one would take the place of all
    return is_normalized(text) or (text.lstrip().startswith("{") and '"form_version"' in text)
