"""The way back: an edited dataset workbook held against the sheets of a folder, and applied to them."""

from atop_coder.folder.workbook.applying import Applied, apply_changes, take_back
from atop_coder.folder.workbook.changes import Change, Chosen, Left, Preview, SheetChanges
from atop_coder.folder.workbook.preview import preview

__all__ = [
    "Applied",
    "Change",
    "Chosen",
    "Left",
    "Preview",
    "SheetChanges",
    "apply_changes",
    "preview",
    "take_back",
]
