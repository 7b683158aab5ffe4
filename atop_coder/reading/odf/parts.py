"""The parts of an OpenDocument file: of a zip file, or of one XML file that holds them all."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from atop_coder.errors import AtopError
from atop_coder.reading.package import Package, parsed
from atop_coder.reading.source import Source


@dataclass(frozen=True)
class Parts:
    """Roots of the content and of the styles (None: the content holds them, too)."""

    content: Element
    styles: Element | None


def open_parts(source: Source) -> Parts:
    """The parts of a file; AtopError if it is damaged, unpacks too large, or has a password."""
    if not source.data.startswith(b"PK"):
        return Parts(parsed(source.data, source.path), None)
    package = Package(source.data, source.path)
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise AtopError("office-password", file=source.path)
    content = package.xml("content.xml")
    if content is None:
        raise package.damaged("it holds no document")
    return Parts(content, package.xml("styles.xml"))
