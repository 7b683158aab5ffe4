"""What stands at the top of a written sheet."""

from collections.abc import Iterator

from atop_coder.form import Form, Kind, load_form
from atop_coder.sheet import Sheet

MOST_MEMBERS = 3
UNNUMBERED = "ATOP codesheet"
LONGEST = 90  # characters; a summary that fills more than a line is in the way


def title_of(sheet: Sheet) -> str:
    """`ATOP 5040`, or what the sheet is while it has no number."""
    return UNNUMBERED if sheet.atop_id is None else f"ATOP {sheet.atop_id}"


def page_head_of(sheet: Sheet, form: Form) -> tuple[str, str]:
    """What stands at the top of each page, left and right: the form, and the sheet's number if it has one."""
    return form.title, "" if sheet.atop_id is None else title_of(sheet)


def summary_of(sheet: Sheet, form: Form | None = None) -> str:
    """One line: what the sheet is, its members and the day of its signature, as far as there is room.

    It begins with the form's title, by which a reader tells it from the answers.
    """
    form = form or load_form()
    said = f"{form.title}, form {form.version}"
    for part in _parts(sheet):
        if len(said) + len(part) + 3 <= LONGEST:
            said += f" · {part}"
    return said


def _parts(sheet: Sheet) -> Iterator[str]:
    names = [member.name or str(member.ccode) for member in sheet.members]
    if names:
        more = len(names) - MOST_MEMBERS
        yield ", ".join(names[:MOST_MEMBERS]) + (f" and {more} more" if more > 0 else "")
    yield from (f"signed {entry.date.words}" for entry in sheet.signature_dates[:1])


def coders_of(sheet: Sheet, form: Form | None = None) -> tuple[str, ...]:
    """The names in the answers that ask for people."""
    form = form or load_form()
    asked = [question.number for question in form.questions if question.kind == Kind.PEOPLE]
    values = [sheet[number].value for number in asked]
    return tuple(
        name for value in values if isinstance(value, tuple) for name in value if isinstance(name, str)
    )
