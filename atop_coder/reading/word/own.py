"""The Word file of a sheet that this program wrote, also edited and saved by others: known by its styles."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from atop_coder.reading.package import attribute, child, inside, local
from atop_coder.reading.word.body import Body
from atop_coder.reading.word.lists import read_lists
from atop_coder.reading.word.looks import read_styles
from atop_coder.reading.word.notes import Parts
from atop_coder.reading.word.runs import Tally
from atop_coder.sheet.blocks import Role, text_of_blocks

_PLAIN = frozenset({"pPr", "r", "hyperlink", "proofErr", "bookmarkStart", "bookmarkEnd"})
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_IN_RUN = frozenset({"rPr", "t", "tab"})


def own_text(parts: Parts) -> str | None:
    """The normalized text that the styles of the paragraphs tell; None for a file without our styles.

    A paragraph of another style, which somebody has pasted, belongs to the answer that it stands in.
    """
    roles = _roles(parts)
    if Role.PROMPT not in roles.values() or parts.main is None:
        return None
    return text_of_blocks(_blocks(parts, roles))


def _roles(parts: Parts) -> dict[str, Role]:
    """Style id -> role; other programs keep the names of styles, and not their ids."""
    names = {role.casefold(): role for role in Role}
    root = parts.root("styles")
    found = {}
    for style in root if root is not None else ():
        name = attribute(child(style, "name"), "val").casefold()
        if name in names:
            found[attribute(style, "styleId")] = names[name]
    return found


def _blocks(parts: Parts, roles: dict[str, Role]) -> Iterator[tuple[Role, str]]:
    styles = parts.root("styles")
    lists = read_lists(parts.root("numbering"), styles)
    body = Body(parts.relations, lists, read_styles(styles), Tally())
    changed = any(local(one) in _CHANGES for one in parts.main.iter()) if parts.main is not None else False
    before = Role.TITLE
    for element in inside(parts.main, "body"):
        style = attribute(child(element, "pPr", "pStyle"), "val") if local(element) == "p" else ""
        usual = Role.TITLE if before == Role.TITLE else Role.ANSWER
        before = roles.get(style, usual)
        text = None if changed else _text_as_written(element)
        texts = [text] if text is not None else [one.text for one in body.block(element)]
        yield from ((before, text) for text in texts)
    yield from ((before, one.text) for one in body.rest())


def _text_as_written(paragraph: Element) -> str | None:
    """The text of a paragraph to the letter; None where it holds more than text, such as tracked changes."""
    text = ""
    for part in paragraph:
        name = local(part)
        inside = _text_as_written(part) if name == "hyperlink" else _text_of_run(part) if name == "r" else ""
        if inside is None or name not in _PLAIN:
            return None
        text += inside
    return text


def _text_of_run(run: Element) -> str | None:
    if child(run, "rPr", "vanish") is not None or not _IN_RUN.issuperset(map(local, run)):
        return None
    return "".join("\t" if local(part) == "tab" else part.text or "" for part in run if local(part) != "rPr")
