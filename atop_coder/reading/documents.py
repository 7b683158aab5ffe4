"""A document of paragraphs, whatever file it came from: its text, what stands beside it, its sheet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from atop_coder.reading.alliance_rows import read_rows
from atop_coder.reading.exact import with_exact
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.prepared import prepared
from atop_coder.reading.report import Reading
from atop_coder.reading.text import read_lines
from atop_coder.sheet.blocks import Role, text_of_blocks

HEADER, FOOTER = "a page header", "a page footer"


@dataclass
class Document:
    """What a file holds: `edges` are its headers and footers, `below` its footnotes and endnotes by their
    marks, such as "footnote 2", `comments` their author and text by marks such as "comment 2", `notes` what
    the report tells of the file.
    """

    text: list[Paragraph] = field(default_factory=list)
    edges: list[Paragraph] = field(default_factory=list)
    below: dict[str, list[Paragraph]] = field(default_factory=dict)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_document(document: Document, file: str, kind: str, exact: str | None = None) -> Reading:
    """The sheet in a document; AtopError for one that holds none, or far more than one.

    `kind` is what the report calls the format, `exact` the normalized text that the styles of a file of our
    own tell.
    """
    lines = Lines()
    for one in document.edges:
        if one.aside != FOOTER:
            lines.add(one)
    places = [(one, lines.add(one)) for one in prepared(document.text)]
    for one in document.edges:
        if one.aside == FOOTER:
            lines.add(one)
    told = list(_add_notes(document, lines, [(mark, line) for one, line in places for mark in one.notes]))
    refuse_too_many(lines.lines, file)
    rows = {line: one.cells for one, line in places if one.cells}
    reading = read_rows(lines.lines, rows, file, kind) if rows else None
    reading = reading or with_exact(read_lines(lines.lines, file, kind), exact)
    return with_more(reading, (*lines.pieces, *lines.link_pieces()), (*document.notes, *told))


def _add_notes(document: Document, lines: Lines, marks: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Adds footnotes where the text has their marks, and those without; gives the comments in words."""
    below, comments = dict(document.below), dict(document.comments)
    counts: dict[str, int] = defaultdict(int)
    for mark, line in marks:
        kind = mark.split()[0]
        counts[kind] += 1
        for one in below.pop(mark, ()):
            lines.add_outside(one, f"{kind} {counts[kind]}, to line {line}")
        if mark in comments:
            yield _comment(*comments.pop(mark), f" on line {line}")
    for mark, rest in below.items():
        for one in rest:
            lines.add_outside(one, f"a {mark.split()[0]} that the text does not name")
    yield from (_comment(*one, "") for one in comments.values())


def _comment(author: str, text: str, place: str) -> str:
    return f"comment{f' by {author}' if author else ''}{place}: {text}"


def text_of_styles(paragraphs: Iterable[Paragraph]) -> str | None:
    """The normalized text that the names of styles tell; None for a file without our styles.

    A paragraph of another style, which somebody has pasted, belongs to the answer that it stands in.
    """
    roles = {role.casefold(): role for role in Role}
    blocks: list[tuple[Role, str]] = []
    before = Role.TITLE
    for one in paragraphs:
        usual = Role.TITLE if before == Role.TITLE else Role.ANSWER
        before = roles.get(one.style.casefold(), usual)
        blocks.append((before, one.text))
    return text_of_blocks(blocks) if any(role == Role.PROMPT for role, _ in blocks) else None
