"""Which block of a sheet an element is on a page that this program wrote."""

import re

from lxml.etree import _Element as Element

from atop_coder.sheet.blocks import Role

KEPT = frozenset({Role.VALUE, Role.ANSWER})  # roles of text in which each space counts
_QUESTION = re.compile(r"q\d{1,2}")
_CLASSES = {"value": Role.VALUE, "text": Role.ANSWER, "members": Role.VALUE}


def style_of(element: Element) -> str:
    """The name of its role; "" on other pages."""
    parent = element.getparent()
    if parent is None:
        return ""
    if element.tag in ("h1", "h2"):
        return {"h1": Role.TITLE, "h2": Role.HEADING}[str(element.tag)] if parent.tag in _TOPS else ""
    if parent.tag != "article" or not _QUESTION.fullmatch(parent.get("id") or ""):
        return ""
    return Role.PROMPT if element.tag == "h3" else _CLASSES.get(element.get("class") or "", "")


_TOPS = ("section", "header")
