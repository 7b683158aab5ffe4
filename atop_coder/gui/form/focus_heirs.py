"""Who has the focus where a widget of the form has gone, and what undo has changed in its fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from atop_coder.gui.editors.base import Editor
from atop_coder.gui.editors.description import Description
from atop_coder.gui.widgets.line import LineField

TextField = LineField | Description


def has_vanished(widget: QWidget, page: QWidget) -> bool:
    """Whether the focus left a widget of the page's window because it is gone, and Qt put it anywhere."""
    if not isValid(widget) or not page.isVisible() or (widget.isVisible() and widget.isEnabled()):
        return False
    return page.window().isAncestorOf(widget)  # a list of suggestions is a window of its own


def pass_focus_on(editor: Editor, to_last: bool) -> None:
    """The last field of the editor that is seen gets the focus, or the first one."""
    seen = [one for one in editor.focusable() if one.isVisible()] if to_last else []
    if seen:
        seen[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        editor.focus_first()


def texts_in(form: QWidget) -> dict[TextField, str]:
    """What stands in each field of the form."""
    texts: dict[TextField, str] = {one: one.text() for one in form.findChildren(LineField)}
    return texts | {one: one.details() for one in form.findChildren(Description)}
