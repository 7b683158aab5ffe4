"""What a Word file keeps beside its body: headers, footers, footnotes, comments."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from atop_coder.reading.documents import FOOTER, HEADER
from atop_coder.reading.package import Package, attribute, local
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.word.body import Body

_ASIDES = {"header": HEADER, "footer": FOOTER}


class Parts:
    """The parts that belong to the main one, by their kind."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.relations = package.relations(main)
        self.main = package.xml(main)

    def names(self, kind: str) -> list[str]:
        """The names of the parts of that kind, in the order of their ids."""
        found = (one.target for one in self.relations.values() if one.kind == kind and not one.outside)
        return sorted(set(found))

    def root(self, kind: str) -> Element | None:
        """The root of the only part of that kind; None if there is none."""
        names = self.names(kind)
        return self.package.xml(names[0]) if names else None


def headers_and_footers(parts: Parts, body: Body) -> Iterator[Paragraph]:
    """Their paragraphs, each text once."""
    seen: set[str] = set()
    for kind, why in _ASIDES.items():
        for name in parts.names(kind):
            root = parts.package.xml(name)
            for one in body.read(root if root is not None else ()):
                if not one.blank and one.text not in seen:
                    seen.add(one.text)
                    one.aside = why
                    yield one


def footnotes(parts: Parts, body: Body, kind: str) -> dict[str, list[Paragraph]]:
    """Mark, such as "footnote 2" -> its paragraphs; `kind` is "footnote" or "endnote"."""
    root = parts.root(f"{kind}s")
    found: dict[str, list[Paragraph]] = {}
    for one in root if root is not None else ():
        if local(one) == kind and attribute(one, "type", "normal") == "normal":
            kept = [paragraph for paragraph in body.read(one) if not paragraph.blank]
            found[f"{kind} {attribute(one, 'id')}"] = kept
    return found


def comments(parts: Parts, body: Body) -> dict[str, tuple[str, str]]:
    """Mark, such as "comment 2" -> author and text."""
    root = parts.root("comments")
    found: dict[str, tuple[str, str]] = {}
    for one in root if root is not None else ():
        text = " ".join(" ".join(paragraph.text.split()) for paragraph in body.read(one))
        found[f"comment {attribute(one, 'id')}"] = (attribute(one, "author"), text.strip())
    return found
