"""What a sheet is called on the screen."""

from pathlib import Path

from atop_coder.form import Form, Kind
from atop_coder.sheet import PartialDate, Sheet
from atop_coder.sheet.dates import MONTHS

NAMED_MEMBERS = 3


def sheet_name(sheet: Sheet, path: Path | None = None) -> str:
    """ "ATOP 5040", or the file's name where the sheet has no id yet."""
    if sheet.atop_id is not None:
        return f"ATOP {sheet.atop_id}"
    return path.name if path else "New sheet"


def sheet_summary(sheet: Sheet, form: Form) -> str:
    """Members, first signature date and type, as far as they are known: "Kyrgyzstan – Kazakhstan · …"."""
    dates = [_day_first(entry.date) for entry in sheet.signature_dates[:1]]
    parts = (_members(sheet), *dates, _type(sheet, form))
    return " · ".join(part for part in parts if part)


def file_name(sheet: Sheet) -> str:
    """The name that a normalized sheet has unless the person names it otherwise."""
    return f"ATOP{sheet.atop_id}.txt" if sheet.atop_id is not None else "ATOP sheet.txt"


def _members(sheet: Sheet) -> str:
    names = [member.name or str(member.ccode) for member in sheet.members]
    if len(names) > NAMED_MEMBERS:
        return f"{', '.join(names[: NAMED_MEMBERS - 1])} and {len(names) - NAMED_MEMBERS + 1} more"
    return " – ".join(names)


def _day_first(date: PartialDate) -> str:
    parts = (str(date.day) if date.day else "", MONTHS[date.month], f"{date.year:04}")
    return " ".join(part for part in parts if part)


def _type(sheet: Sheet, form: Form) -> str:
    question = next((one for one in form.questions if one.kind == Kind.CHOICES), None)
    value = sheet[question.number].value if question else None
    if question is None or not isinstance(value, tuple):
        return ""
    return ", ".join(question.labels[word].lower() for word in value if isinstance(word, str))
