"""Comments on the cells of a tab: notes of the old kind, and threads with answers."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from atop_coder.reading.package import Package, attribute, child, inside, local


class Remark(NamedTuple):
    """What somebody has written to a cell, such as "B7"."""

    cell: str
    author: str
    text: str


def tab_remarks(package: Package, part: str, people: dict[str, str]) -> list[Remark]:
    """The comments of the tab that is this part; a thread once, without the note that stands for it."""
    relations = package.relations(part).values()
    threads = [
        one
        for relation in relations
        if relation.kind == "threadedComment"
        for one in _threads(package.xml(relation.target), people)
    ]
    threaded = {one.cell for one in threads}
    notes = [
        one
        for relation in relations
        if relation.kind == "comments"
        for one in _notes(package.xml(relation.target))
        if one.cell not in threaded
    ]
    return [*notes, *threads]


def authors(package: Package, main: str) -> dict[str, str]:
    """Id -> name of the people who take part in threads."""
    found: dict[str, str] = {}
    for relation in package.relations(main).values():
        if relation.kind == "person":
            root = package.xml(relation.target)
            for one in root if root is not None else ():
                found[attribute(one, "id")] = attribute(one, "displayName")
    return found


def _notes(root: Element | None) -> Iterator[Remark]:
    names = ["".join(one.itertext()) for one in inside(root, "authors")]
    for one in inside(root, "commentList"):
        number = attribute(one, "authorId")
        author = names[int(number)] if number.isdecimal() and int(number) < len(names) else ""
        text = _text(child(one, "text")).removeprefix(f"{author}:").strip()
        if text:
            yield Remark(attribute(one, "ref"), author, text)


def _threads(root: Element | None, people: dict[str, str]) -> Iterator[Remark]:
    for one in root if root is not None else ():
        text = _text(child(one, "text"))
        if text:
            yield Remark(attribute(one, "ref"), people.get(attribute(one, "personId"), ""), text)


def _text(element: Element | None) -> str:
    parts = (
        (one.text or "" for one in element.iter() if local(one) in ("t", "text"))
        if element is not None
        else ()
    )
    return " ".join("".join(parts).split())
