"""What the page of an edited workbook says of it as a whole."""

from collections.abc import Sequence

from atop_coder.checks.words import counted
from atop_coder.folder.workbook import Chosen
from atop_coder.gui.folder.workbook.change_selection import ChangeSelection

NOT_RECORDED = (
    "This workbook does not tell what was exported, so a sheet that was changed since looks as if the"
    " workbook had been edited. Nothing is ticked: tick only what you changed in the workbook yourself."
)
SOME_TICKED = "Clashes and new errors are not ticked."


def held_words(selection: ChangeSelection) -> str:
    """`17 changes in 5 sheets; 2 edits cannot be applied.`, and why some are not ticked."""
    changed = [one for one in selection.sheets if one.one.changes]
    parts = (
        f"{counted(selection.preview.count, 'change')} in {counted(len(changed), 'sheet')}"
        if changed
        else "",
        f"{counted(selection.left, 'edit')} cannot be applied" if selection.left else "",
    )
    told = "; ".join(filter(None, parts))
    proposed = sum(len(one.proposed) for one in selection.sheets)
    why = f" {SOME_TICKED}" if selection.preview.recorded and proposed < selection.preview.count else ""
    return f"{told}.{why}"


def apply_words(chosen: Sequence[Chosen]) -> str:
    """The button: `Apply 15 changes to 5 sheets`."""
    changes = sum(len(questions) for _, questions in chosen)
    if not changes:
        return "Apply"
    return f"Apply {counted(changes, 'change')} to {counted(len(chosen), 'sheet')}"


def fate_words(chosen: Sequence[Chosen], opened: int) -> str:
    """What becomes of the sheets that the button is about; `opened` of them are open in tabs."""
    if not chosen:
        return "Nothing is ticked."
    written = len(chosen) - opened
    parts = (
        f"{counted(written, 'sheet')} will be saved" if written else "",
        f"{counted(opened, 'open sheet')} will be changed and not saved" if opened else "",
    )
    return f"{'; '.join(filter(None, parts))}."


def nothing_words(selection: ChangeSelection) -> str:
    return f"Nothing was edited in {selection.preview.book.name} that the sheets do not say already."
