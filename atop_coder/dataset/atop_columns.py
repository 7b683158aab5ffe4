"""The columns that mean the same as a variable of the published ATOP data, with its name and its codes.

Names and codes are those of the ATOP 4.01 alliance-level data (Leeds, Ritter, Mitchell and Long 2002; see
resources/SOURCES.md). A cell is empty where the sheet gives no value, so that the columns merge as numbers; why
it gives none stands in the question's own column. A part of a date that is not known is 0, and so is the end of
an alliance that is still in effect.
"""

from collections.abc import Callable, Iterable
from functools import partial

from atop_coder.dataset.column import NO_CODES, YES_NO, Cell, Column, Type
from atop_coder.dataset.record import Record
from atop_coder.form import Form
from atop_coder.sheet import DateEntry, PartialDate

RecordColumn = Column[Record]
Get = Callable[[Record], Cell]

OLD_COW_NUMBERS = 1000  # COW's alliances have numbers from 2005 on in version 3, from 1 to 414 in version 4


def atop_columns(form: Form, members: int) -> tuple[RecordColumn, ...]:
    """All columns with ATOP's names; as many of mem1, mem2, … as `members`."""
    named = (
        Column(name, label, form.by_key[key].number, Type.CODE if values else Type.NUMBER, values, get)
        for name, key, label, values, get in _DECLARED
    )
    return (*named, *(_member_column(form, place) for place in range(members)))


def _member_column(form: Form, place: int) -> RecordColumn:
    def ccode(record: Record) -> Cell:
        return record.member_codes[place] if place < len(record.member_codes) else None

    label = f"Member {place + 1} (COW code, ascending)"
    return Column(f"mem{place + 1}", label, form.by_key["members"].number, Type.NUMBER, NO_CODES, ccode)


# What the variables are taken from


def _cow_number(record: Record, old: bool) -> Cell:
    number = record.case["cow_alliance_number"].value
    return number if isinstance(number, int) and (number >= OLD_COW_NUMBERS) == old else None


def _begin(record: Record) -> PartialDate | None:
    """The earliest signature date; of two that begin alike, the one that is better known."""
    dates = _dates(record.case.signatures)
    return min(dates, key=lambda date: (date.first(), -date.month, -date.day), default=None)


def _end(record: Record) -> PartialDate | None:
    """The latest termination date; of two that end alike, the one that is better known."""
    ended = record.case.termination
    dates = _dates(ended.dates if ended else ())
    return max(dates, key=lambda date: (date.last(), date.month, date.day), default=None)


def _dates(entries: Iterable[DateEntry]) -> tuple[PartialDate, ...]:
    return tuple(entry.date for entry in entries)


def _begin_part(record: Record, part: str) -> Cell:
    return getattr(_begin(record), part, None)


def _end_part(record: Record, part: str) -> Cell:
    return 0 if _in_effect(record) else getattr(_end(record), part, None)


def _in_effect(record: Record) -> Cell:
    ended = record.case.termination
    return int(ended.in_effect_as_of is not None) if ended else None


def _bilateral(record: Record) -> Cell:
    return int(len(record.member_codes) == 2) if record.member_codes else None


def _code(record: Record, key: str, codes: dict[str, int]) -> Cell:
    """The code of the choice made in the question with that key."""
    value = record.case[key].value
    return codes.get(value) if isinstance(value, str) else None


def _obligation(record: Record, choice: str) -> Cell:
    chosen = record.case["alliance_type"].value
    return int(choice in chosen) if isinstance(chosen, tuple) else None


def _wartime(record: Record) -> Cell:
    return _code(record, "signed_during_war", {"yes": 1, "no": 0})


def _asymmetric(record: Record) -> Cell:
    """ATOP codes the contrary of what question 24 asks: 1 where obligations differ."""
    return _code(record, "symmetric", {"no": 1, "yes": 0})


def _means(record: Record) -> Cell:
    codes = {"treaty": 1, "executive_agreement": 0, "diplomatic_notes": 0, "other": 0}
    return _code(record, "means", codes)


def _secrecy(record: Record) -> Cell:
    return _code(record, "secrecy", {"public": 0, "public_with_secret_articles": 1, "secret": 2})


_MEANS = {1: "Treaty that requires ratification", 0: "Any other means"}
_SECRECY = {0: "Public", 1: "Public but with secret articles", 2: "Secret"}

# name, key of the question, label, codes, and what makes the cell
_DECLARED: tuple[tuple[str, str, str, dict[int | str, str], Get], ...] = (
    ("cowid", "cow_alliance_number", "COW alliance number, version 3", {}, partial(_cow_number, old=True)),
    ("cow4id", "cow_alliance_number", "COW alliance number, version 4", {}, partial(_cow_number, old=False)),
    ("begyr", "signature_dates", "Signed: year", {}, partial(_begin_part, part="year")),
    ("begmo", "signature_dates", "Signed: month (0 = not known)", {}, partial(_begin_part, part="month")),
    ("begday", "signature_dates", "Signed: day (0 = not known)", {}, partial(_begin_part, part="day")),
    ("endyr", "termination", "Ended: year (0 = still in effect)", {}, partial(_end_part, part="year")),
    ("endmo", "termination", "Ended: month (0 = not known, or still in effect)", {}, partial(_end_part, part="month")),
    ("endday", "termination", "Ended: day (0 = not known, or still in effect)", {}, partial(_end_part, part="day")),
    ("ineffect", "termination", "Still in effect", dict(YES_NO), _in_effect),
    ("bilat", "members", "Exactly two members", dict(YES_NO), _bilateral),
    ("wartime", "signed_during_war", "Signed during war", dict(YES_NO), _wartime),
    ("estmode", "means", "Means of establishment", _MEANS, _means),
    ("pubsecr", "secrecy", "Public or secret", _SECRECY, _secrecy),
    ("defense", "alliance_type", "Defense pact", dict(YES_NO), partial(_obligation, choice="defense")),
    ("offense", "alliance_type", "Offense pact", dict(YES_NO), partial(_obligation, choice="offense")),
    ("neutral", "alliance_type", "Neutrality pact", dict(YES_NO), partial(_obligation, choice="neutrality")),
    ("nonagg", "alliance_type", "Nonaggression pact", dict(YES_NO), partial(_obligation, choice="nonaggression")),
    ("consul", "alliance_type", "Consultation pact", dict(YES_NO), partial(_obligation, choice="consultation")),
    ("asymm", "symmetric", "Obligations differ between members", dict(YES_NO), _asymmetric),
)
