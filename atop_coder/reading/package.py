"""The zip file that a Word or Excel file is, opened within bounds: no bombs, no entities."""

import io
import posixpath
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from atop_coder.errors import AtopError
from atop_coder.reading.kinds import MOST_ENTRIES, ZIP_ENTRY

MOST_MB = 200  # of all parts unpacked
MOST_PART_MB = 30  # of one part that is read
MOST_RATIO = 250  # times that the whole may grow
MOST_MARKS = 1_000_000  # elements and attributes of one part
MOST_BLOCKS = 20_000  # paragraphs, rows and broken lines of a text
DEEPEST = 150  # elements within one another
_MB = 2**20
# Files saved as "Strict Open XML" say the same in other namespaces.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"http://purl.oclc.org/ooxml/spreadsheetml/": b"http://schemas.openxmlformats.org/spreadsheetml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}


class Relation(NamedTuple):
    """What one part says of another: its kind (the last word of the type), and its name or address."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a zip file; AtopError `file-damaged` or `file-unpacks-too-large` where one is not had."""

    def __init__(self, data: bytes, file: object) -> None:
        self.file = file
        if data.count(ZIP_ENTRY) > MOST_ENTRIES:
            raise self.too_large()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except Exception as error:  # a seam: each way of packing has errors of its own
            raise self.damaged("its list of parts is broken, or it is cut short") from error
        whole = sum(part.file_size for part in parts)
        too_large = whole > MOST_MB * _MB or (whole > 10 * _MB and whole > MOST_RATIO * len(data))
        if too_large:
            raise self.too_large()
        self.names = frozenset(part.filename for part in parts)

    def damaged(self, reason: str) -> AtopError:
        """The error that says so."""
        return AtopError("file-damaged", file=self.file, reason=reason)

    def too_large(self) -> AtopError:
        """The error that says so."""
        return AtopError("file-unpacks-too-large", file=self.file)

    def part(self, name: str) -> bytes:
        """The bytes of a part; b"" if there is none of that name."""
        if name not in self.names:
            return b""
        try:
            if self._zip.getinfo(name).file_size > MOST_PART_MB * _MB:
                raise self.too_large()
            return self._zip.read(name)
        except AtopError:
            raise
        except Exception as error:  # as above; also a part with a password
            raise self.damaged("a part of it cannot be unpacked") from error

    def xml(self, name: str) -> Element | None:
        """The root of a part in XML; None if there is no such part."""
        data = self.part(name)
        return parsed(data, self.file) if data.strip() else None

    def relations(self, name: str = "") -> dict[str, Relation]:
        """Id -> what a part refers to; without a name, what the whole package does."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for one in root if root is not None else ():
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def main_part(self, usual: str) -> str:
        """The name of the part that is the document itself; `usual` where the package does not tell."""
        relations = self.relations().values()
        told = (one.target for one in relations if one.kind == "officeDocument" and one.target in self.names)
        return next(told, usual)


def parsed(data: bytes, file: object) -> Element:
    """The root of some XML; AtopError if it is none, has entities, or far more elements than sense."""
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise AtopError("file-unpacks-too-large", file=file)
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    try:
        parser = ElementTree.XMLParser(target=_Builder())
        parser.feed(data)
        root = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        reason = "a part of it is not written as such files are"
        raise AtopError("file-damaged", file=file, reason=reason) from error
    assert isinstance(root, Element)
    return root


_BLOCKS = frozenset({"p", "h", "br", "cr", "tr", "line-break", "table-row"})


def refuse_too_many_blocks(root: Element, file: object) -> None:
    """AtopError `file-unpacks-too-large` for a text of far more paragraphs than a sheet has."""
    if sum(local(one) in _BLOCKS for one in root.iter()) > MOST_BLOCKS:
        raise AtopError("file-unpacks-too-large", file=file)


class _Builder(ElementTree.TreeBuilder):
    """Builds a tree without a document type, which no Office file has, and not deeper than sense."""

    depth = 0

    def doctype(self, *_: str | None) -> None:
        raise ValueError("it declares entities, which no Office file does")

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("its parts lie too deep in one another")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


def local(element: Element) -> str:
    """The element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """The attribute of that name, whatever its namespace."""
    for key, value in element.items() if element is not None else ():
        if key.rpartition("}")[2] == name:
            return value
    return default


def inside(element: Element | None, *names: str) -> Sequence[Element]:
    """The elements within that child; none where there is no such child."""
    found = child(element, *names)
    return () if found is None else tuple(found)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, its first child of the next name, and so on; None if one is missing."""
    for name in names:
        element = next((one for one in element if local(one) == name), None) if element is not None else None
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch, such as <w:b/>, is there and not turned off."""
    return element is not None and attribute(element, "val", "1") not in ("0", "false", "off", "none")
