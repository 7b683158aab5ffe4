"""Reads sheets in Word files (.docx): paragraphs and tables in order; notes and comments told apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from atop_coder.reading.alignment import align
from atop_coder.reading.alliance_rows import read_rows
from atop_coder.reading.cells import asked, is_numbered, is_prompt
from atop_coder.reading.exact import with_exact
from atop_coder.reading.matching import FEW
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.report import Reading, marks_within
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines
from atop_coder.reading.word.body import Body
from atop_coder.reading.word.lists import read_lists
from atop_coder.reading.word.looks import read_styles
from atop_coder.reading.word.notes import Parts, comments, footnotes, headers_and_footers
from atop_coder.reading.word.own import own_text
from atop_coder.reading.word.runs import Tally

_PROMPTS = 8  # prompts that are set off, from which on the type parts prompts and answers
_SHORTEST = 8  # letters of a prompt that is set off


def read_docx(source: Source) -> Reading:
    """The sheet in a Word file; AtopError if the file is damaged, unpacks too large, or holds none."""
    package = Package(source.data, source.path)
    parts = Parts(package, package.main_part("word/document.xml"))
    if parts.main is None:
        raise package.damaged("it holds no document")
    return _Document(parts).read(str(source.path))


class _Document:
    def __init__(self, parts: Parts) -> None:
        styles = parts.root("styles")
        self.parts = parts
        self.tally = Tally()
        lists = read_lists(parts.root("numbering"), styles)
        self.body = Body(parts.relations, lists, read_styles(styles), self.tally)
        self.lines = Lines()
        self.notes: list[str] = []

    def read(self, file: str) -> Reading:
        assert self.parts.main is not None
        text = [*self.body.read(self.parts.main), *self.body.rest()]
        headers = list(headers_and_footers(self.parts, self.body))
        for one in headers:
            if one.aside == "a page header":
                self.lines.add(one)
        numbers = [(one, self.lines.add(one)) for one in _prepared(text)]
        for one in headers:
            if one.aside != "a page header":
                self.lines.add(one)
        self.add_notes([(mark, line) for one, line in numbers for mark in one.notes])
        refuse_too_many(self.lines.lines, file)
        rows = {line: one.cells for one, line in numbers if one.cells}
        reading = read_rows(self.lines.lines, rows, file, "docx") if rows else None
        reading = reading or with_exact(read_lines(self.lines.lines, file, "docx"), own_text(self.parts))
        return with_more(reading, (*self.lines.pieces, *self.lines.link_pieces()), self.all_notes())

    def add_notes(self, marks: Sequence[tuple[str, int]]) -> None:
        """Adds footnotes and comments where the text has their marks."""
        remarks = comments(self.parts, self.body)
        below = footnotes(self.parts, self.body, "footnote") | footnotes(self.parts, self.body, "endnote")
        counts: dict[str, int] = defaultdict(int)
        for mark, line in marks:
            kind = mark.split()[0]
            counts[kind] += 1
            for one in below.pop(mark, ()):
                self.lines.add_outside(one, f"{kind} {counts[kind]}, to line {line}")
            if mark in remarks:
                author, text = remarks.pop(mark)
                self.notes.append(f"comment{f' by {author}' if author else ''} on line {line}: {text}")

    def all_notes(self) -> Iterator[str]:
        if self.tally.changes:
            yield "the file has tracked changes: what was inserted was read, what was deleted was not"
        if self.tally.symbols:
            yield f"symbols that could not be read, shown as \ufffd: {self.tally.symbols}"
        if self.tally.shapes:
            yield (
                "drawn shapes, such as a ring round a word, cannot be read; look whether one marks an answer:"
                f" {self.tally.shapes}"
            )
        if self.tally.foreign:
            yield "a document within this one was not read"
        yield from self.notes


def _prepared(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without numbers that are not the questions', prompt and answer parted by their type."""
    trusted = _without_wrong_labels(paragraphs)
    parting = sum(map(_is_set_off, trusted)) >= _PROMPTS
    parted = [part for one in trusted for part in (_parted(one) if parting else (one,))]
    return parted if sum(is_numbered(one.shown) for one in parted) >= FEW else _with_questions(parted)


def _with_questions(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Where prompts have no numbers: those that are set off, with the question each asks by its place."""
    places = [at for at, one in enumerate(paragraphs) if one.set_off >= _SHORTEST and not one.aside]
    for at, number in align(
        [paragraphs[place].text[: paragraphs[place].set_off] for place in places]
    ).items():
        paragraphs[places[at]] = replace(paragraphs[places[at]], asks=number)
    return paragraphs


def _without_wrong_labels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A list that counts prompts otherwise than the form, say anew in each section, loses its numbers."""
    right: dict[str, list[bool]] = defaultdict(list)
    for one in paragraphs:
        if one.label and (numbers := asked(one.text)):
            digits = re.findall(r"\d+", one.label)[-1:]
            right[one.counter.split(":")[0]].append(bool(digits) and int(digits[0]) in numbers)
    wrong = {name for name, told in right.items() if len(told) > 2 and sum(told) * 5 < len(told) * 4}
    return [replace(one, label="") if one.counter.split(":")[0] in wrong else one for one in paragraphs]


def _is_set_off(one: Paragraph) -> bool:
    """Whether a paragraph begins with a prompt in bold or italic type."""
    return one.set_off >= _SHORTEST and is_prompt(replace(one, text=one.text[: one.set_off]))


def _parted(one: Paragraph) -> Iterable[Paragraph]:
    if not _is_set_off(one) or not one.text[one.set_off :].strip():
        return (one,)
    rest = one.text[one.set_off :]
    marks = marks_within(one.marks, len(one.text) - len(rest.lstrip()), len(one.text))
    return (
        replace(one, text=one.text[: one.set_off], links=[], notes=[], hidden="", gone=[]),
        replace(one, text=rest.lstrip(), label="", set_off=0, marks=list(marks)),
    )
