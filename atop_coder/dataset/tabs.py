"""The tables that go with the Alliances table: members, conditions and problems, one row each."""

from collections.abc import Callable, Iterable, Iterator

from atop_coder.checks import Severity
from atop_coder.dataset.column import YES_NO, Cell, Codes, Column, Type
from atop_coder.dataset.membership import entry_part, exit_part, in_system, is_bound, war_of
from atop_coder.dataset.record import ConditionOf, Found, MemberOf, Record
from atop_coder.dataset.table import CONDITIONS, MEMBERS, PROBLEMS, Table, make_table
from atop_coder.form import Form
from atop_coder.reference import load_states

DERIVED = ("cowsys", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "ineffect", "cowwar")
"""The columns of the Members table that mean the same as a variable of the published data."""


def members_table(records: Iterable[Record], form: Form) -> Table:
    """One row a member of each sheet, in the sheet's order, with the names of ATOP's member-level data."""
    members = (
        MemberOf(record, order, member)
        for record in records
        for order, member in enumerate(record.sheet.members, start=1)
    )
    return make_table(MEMBERS, member_columns(form), members)


def member_columns(form: Form) -> tuple[Column[MemberOf], ...]:
    """The columns of the Members table."""
    keys = ("members", "signature_dates", "termination", "signed_during_war")
    listed, signed, ended, war = (form.by_key[key].number for key in keys)
    return (
        Column("atopid", "ATOP alliance ID", Type.NUMBER, lambda row: row.record.atop_id),
        Column("file", "File of the sheet", Type.TEXT, lambda row: row.record.file),
        Column("order", "Place in the sheet's list", Type.NUMBER, lambda row: row.order, listed),
        Column("member", "COW state code", Type.NUMBER, lambda row: row.member.ccode, listed),
        Column("name", "Name as in the sheet", Type.TEXT, lambda row: row.member.name or None, listed),
        Column("cow_name", "Name in the COW list", Type.TEXT, _cow_name),
        Column("note", "Note beside the name", Type.TEXT, lambda row: row.member.note or None, listed),
        Column("cowsys", "In the COW system on the day of entry", Type.CODE, in_system, signed, YES_NO),
        *_dates("ent", "Entry", entry_part, signed),
        *_dates("exit", "Exit", exit_part, ended, " (0 = still in effect)"),
        Column("ineffect", "Still in effect", Type.CODE, is_bound, ended, YES_NO),
        Column("cowwar", "COW war fought on the day of entry (0 = none)", Type.NUMBER, war_of, war),
    )


def _dates(
    name: str, label: str, get: Callable[[str], Callable[[MemberOf], Cell]], question: int, more: str = ""
) -> Iterator[Column[MemberOf]]:
    """The columns of a date, named as ATOP names them: yrent, moent, dayent."""
    for short, part in (("yr", "year"), ("mo", "month"), ("day", "day")):
        yield Column(f"{short}{name}", f"{label}, {part}{more}", Type.NUMBER, get(part), question)


def _cow_name(row: MemberOf) -> Cell:
    state = load_states().get(row.member.ccode)
    return state.name if state else None


def conditions_table(records: Iterable[Record], form: Form) -> Table:
    """One row a condition chosen in each sheet, in the sheet's order."""
    conditions = (condition for record in records for condition in _conditions(record))
    return make_table(CONDITIONS, condition_columns(form), conditions)


def _conditions(record: Record) -> Iterator[ConditionOf]:
    chosen, labels = record.sheet.by_key("contingencies").value, record.form.by_key["contingencies"].labels
    for condition in chosen if isinstance(chosen, tuple) else ():
        if isinstance(condition, str):
            yield ConditionOf(record, condition, labels[condition])


def condition_columns(form: Form) -> tuple[Column[ConditionOf], ...]:
    """The columns of the Conditions table."""
    question = form.by_key["contingencies"]
    number = question.number
    codes: Codes = dict(question.labels.items())
    return (
        Column("atopid", "ATOP alliance ID", Type.NUMBER, lambda row: row.record.atop_id),
        Column("file", "File of the sheet", Type.TEXT, lambda row: row.record.file),
        Column("condition", "What they depend on", Type.CODE, lambda row: row.condition, number, codes),
        Column("label", "The condition in words", Type.TEXT, lambda row: row.label, number),
    )


def problems_table(records: Iterable[Record]) -> Table:
    """One row a problem of each sheet, in the order of the checks."""
    found = (Found(record, problem) for record in records for problem in record.problems)
    return make_table(PROBLEMS, PROBLEM_COLUMNS, found)


_SEVERITIES: Codes = {
    str(Severity.ERROR): "keeps the sheet from being complete",
    str(Severity.WARNING): "can be accepted with a reason",
    str(Severity.NOTE): "a hint",
}
PROBLEM_COLUMNS: tuple[Column[Found], ...] = (
    Column("atopid", "ATOP alliance ID", Type.NUMBER, lambda row: row.record.atop_id),
    Column("file", "File of the sheet", Type.TEXT, lambda row: row.record.file),
    Column("question", "Number of the question", Type.NUMBER, lambda row: row.problem.question),
    Column(
        "severity", "How grave it is", Type.CODE, lambda row: str(row.problem.severity), None, _SEVERITIES
    ),
    Column("code", "Short name of the problem", Type.TEXT, lambda row: row.problem.code),
    Column("message", "What is wrong, what to do", Type.LONG_TEXT, lambda row: row.problem.message),
)
