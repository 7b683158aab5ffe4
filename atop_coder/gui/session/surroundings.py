"""What the editors know beyond the sheet: states, wars, and the names used in its folder."""

from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.form import Kind, load_form
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.reference.alliances import load_alliances
from atop_coder.reference.states import load_states
from atop_coder.reference.wars import load_wars
from atop_coder.session.shown_problems import check_now
from atop_coder.sheet import Sheet

NEIGHBOURS = 60  # sheets of a folder that are read for the names of their coders


def load_surroundings(folder: Path | None, sheet: Sheet) -> EditorContext:
    """Reads the tables, and the names in the folder's own sheets; some tenths of a second.

    One check of the sheet makes the checks read their tables here, and not when the first field is left.
    """
    check_now(sheet)
    return EditorContext(
        people=people_in(folder), states=load_states(), wars=load_wars, alliances=load_alliances
    )


def people_in(folder: Path | None) -> tuple[str, ...]:
    """Everyone who is named as a coder in the first sheets of the folder, the most frequent first."""
    found: dict[str, int] = {}
    for path in _sheets(folder):
        for name in _people(path):
            found[name] = found.get(name, 0) + 1
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def _sheets(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(folder.glob("*.txt"))[:NEIGHBOURS]


def _people(path: Path) -> tuple[str, ...]:
    from atop_coder.reading import read_sheet

    try:
        return people_of(read_sheet(path).sheet)
    except AtopError:
        return ()


def people_of(sheet: Sheet) -> tuple[str, ...]:
    """The coders that a sheet names."""
    numbers = (question.number for question in load_form().questions if question.kind == Kind.PEOPLE)
    values = (sheet[number].value for number in numbers)
    return tuple(
        name for value in values if isinstance(value, tuple) for name in value if isinstance(name, str)
    )
