"""The order of Tab where parts of an editor come and go: Qt puts what is made late at the window's end."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focusable_in(widget: QWidget) -> list[QWidget]:
    """The fields in a widget that can have the focus, itself included, in the order of Tab."""
    found = [
        one
        for one in (widget, *widget.findChildren(QWidget))
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None
    ]
    if len(found) < 2:
        return found
    wanted, ordered = set(found), list[QWidget]()
    one: QWidget | None = widget
    while one is not None and len(ordered) < len(found):  # not on through all of the window
        if one in wanted:
            ordered.append(one)
        one = one.nextInFocusChain()
        if one is widget:
            break
    return ordered


def tab_after(anchor: QWidget, widget: QWidget) -> None:
    """Puts the fields of a widget right after the anchor in the order of Tab.

    The anchor may be a widget that takes no focus, such as the one that all of them stand in; Qt's own
    setTabOrder passes over such a one.
    """
    policy = anchor.focusPolicy()
    fields = focusable_in(widget)
    if policy == Qt.FocusPolicy.NoFocus:
        anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, other in pairwise([anchor, *fields]):
        QWidget.setTabOrder(one, other)
    if policy == Qt.FocusPolicy.NoFocus:
        anchor.setFocusPolicy(policy)
