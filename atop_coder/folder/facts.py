"""What the rules over many sheets ask of one: small, and ready for JSON."""

from dataclasses import dataclass

from atop_coder.form import Form, Status
from atop_coder.sheet import BLANK, Answer, Sheet


@dataclass(frozen=True)
class Facts:
    """The parts of a sheet that another sheet, or the published list, can contradict.

    `codes` are the members' COW codes, ascending, each once; `signed` all signature dates (ISO, whole or
    cut); `cow` the COW alliance number and `cow_status` whether there is one; `references` pairs of a
    question and an ATOP id that it names; `answers` a print of all answers, the same where they are.
    """

    atop_id: int | None = None
    codes: tuple[int, ...] = ()
    signed: tuple[str, ...] = ()
    cow: int | None = None
    cow_status: Status = Status.BLANK
    references: tuple[tuple[int, int], ...] = ()
    answers: str = ""


def facts_of(sheet: Sheet, form: Form, answers: str) -> Facts:
    """The facts of a sheet; `answers` is the print of it."""
    cow = _answer(sheet, form, "cow_alliance_number")
    return Facts(
        sheet.atop_id,
        tuple(sorted({member.ccode for member in sheet.members})),
        tuple(sorted({entry.date.iso for entry in sheet.signature_dates})),
        cow.value if isinstance(cow.value, int) else None,
        cow.status,
        tuple(dict.fromkeys((number, one) for number, answer in sheet for one in answer.alliances)),
        answers,
    )


def _answer(sheet: Sheet, form: Form, key: str) -> Answer:
    question = form.by_key.get(key)
    return sheet[question.number] if question else BLANK
