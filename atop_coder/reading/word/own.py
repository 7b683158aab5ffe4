"""The Word file of a sheet that this program wrote, also edited and saved by others: known by its styles."""

from collections.abc import Iterator

from atop_coder.reading.package import attribute, child, local
from atop_coder.reading.word.body import Body, read_styles
from atop_coder.reading.word.lists import read_lists
from atop_coder.reading.word.notes import Parts
from atop_coder.reading.word.runs import Tally
from atop_coder.sheet.blocks import Role, text_of_blocks


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
    before = Role.TITLE
    for element in child(parts.main, "body") or ():
        style = attribute(child(element, "pPr", "pStyle"), "val") if local(element) == "p" else ""
        usual = Role.TITLE if before == Role.TITLE else Role.ANSWER
        before = roles.get(style, usual)
        yield from ((before, one.text) for one in body.block(element))
    yield from ((before, one.text) for one in body.rest())
