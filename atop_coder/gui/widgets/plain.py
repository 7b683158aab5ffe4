"""Words of a sheet, a file's name or a person where Qt would take them for a page: shown as they are.

A tool tip that looks like HTML is drawn as such, pictures of this machine and the network with it.
"""

from html import escape

from PySide6.QtWidgets import QWidget

_AS_IT_IS = "<span style='white-space:pre-wrap'>{}</span>"


def plain_tip(text: str) -> str:
    """The text as a tool tip has to be given, so that it shows these letters and no others."""
    return _AS_IT_IS.format(escape(text)) if "<" in text else text


def set_tip(widget: QWidget, text: str) -> None:
    """Gives a widget a tool tip of these words."""
    widget.setToolTip(plain_tip(text))
