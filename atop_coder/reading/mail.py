"""Reads sheets in mails (.eml) and in pages that were saved as one (.mht): the text, or a file attached."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from atop_coder.errors import AtopError
from atop_coder.reading import kinds
from atop_coder.reading.letter import Leaf, Letter, open_letter, text_lines
from atop_coder.reading.paragraphs import Paragraph, refuse_too_many, with_more
from atop_coder.reading.parts import as_one, flat
from atop_coder.reading.report import Line, Piece, Reading
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines
from atop_coder.reading.web_page import page_text, read_page

ReadAny = Callable[[Source], Reading]

_HEAD = "the head of the mail"
_MOST_TRIED = 20
_NOT_HERE = frozenset({"not-a-codesheet", "file-empty", "file-binary"})


def read_mail(source: Source, read_any: ReadAny) -> Reading:
    """The sheet in a mail's text, or else in the first file attached that holds one, which `read_any` reads.

    AtopError for a mail with far too many parts, or where neither holds a sheet.
    """
    letter = open_letter(source)
    for leaf in letter.bodies:
        try:
            return _with_rest(_read_body(letter, leaf, source), letter, leaf)
        except AtopError as error:
            if error.code not in _NOT_HERE:
                raise
    return _read_attached(letter, source, read_any)


def _read_body(letter: Letter, leaf: Leaf, source: Source) -> Reading:
    file = str(source.path)
    if leaf.is_page:
        text, encoding = page_text(leaf.data, source.path, leaf.charset)
        head = [Paragraph(line, aside=_HEAD) for line in letter.head]
        return read_page(text, file, "mail", encoding, head)
    told = [Line(0, line, ends=True, aside=_HEAD) for line in letter.head]
    lines = [
        replace(line, number=number)
        for number, line in enumerate((*told, *text_lines(leaf, source.path)), start=1)
    ]
    refuse_too_many(lines, file)
    return read_lines(lines, file, "mail")


def _with_rest(reading: Reading, letter: Letter, read: Leaf) -> Reading:
    """The reading with what else the mail says, and the names of the files attached."""
    last = len(reading.report.lines)
    rest = [
        one for one in letter.bodies if one is not read and not (read.choice and one.choice == read.choice)
    ]
    pieces = [Piece(last, text, "another part of the mail") for one in rest for text in _texts(one)]
    notes = [
        f"attached, and not read: {one.name}. Save it as a file, and read that" for one in letter.attached
    ]
    return with_more(reading, pieces, notes)


def _texts(leaf: Leaf) -> Iterator[str]:
    for line in text_lines(leaf, ""):
        if line.text.strip():
            yield line.text.strip()


def _read_attached(letter: Letter, source: Source, read_any: ReadAny) -> Reading:
    """The sheet in the first attached file that holds one; others are named."""
    failed: AtopError | None = None
    found: list[tuple[Leaf, Reading]] = []
    others: list[str] = []
    for at, leaf in enumerate(letter.attached):
        if at >= _MOST_TRIED or source.within or kinds.other_kind(leaf.data):
            others.append(leaf.name)
            continue
        try:
            inner = replace(source, data=leaf.data, name=leaf.name, within=True)
            found.append((leaf, read_any(inner)))
        except AtopError as error:
            if error.code in ("cancelled", "needs-password", "wrong-password"):
                raise
            failed = failed or error
            others.append(leaf.name)
    if not found:
        raise (
            failed if len(letter.attached) == 1 and failed else AtopError("not-a-codesheet", file=source.path)
        )
    return _from_attached(found, others, letter)


def _from_attached(found: Sequence[tuple[Leaf, Reading]], others: Sequence[str], letter: Letter) -> Reading:
    """The first sheet found; the mail's own words are in no answer."""
    leaf = found[0][0]
    said = [*letter.head, *(text for body in _one_of_each(letter.bodies) for text in _texts(body))]
    notes = [
        f"read from the attached file {leaf.name}",
        *(f"attached, and not read: {name}" for name in others),
    ]
    parts = [sheet for one, each in found for sheet in flat(each, name=one.name if len(found) > 1 else "")]
    whole = as_one(parts)
    return with_more(whole, [Piece(1, text, "the text of the mail") for text in said], notes)


def _one_of_each(bodies: Sequence[Leaf]) -> Iterator[Leaf]:
    """Of each choice between ways to show one text, the first."""
    seen: set[int] = set()
    for one in bodies:
        if one.choice not in seen or not one.choice:
            seen.add(one.choice)
            yield one
