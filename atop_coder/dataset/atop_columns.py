"""The columns that mean the same as a variable of the published ATOP data, with its name and its codes.

Names and codes are those of the ATOP 4.01 alliance-level data (Leeds, Ritter, Mitchell and Long 2002; see
resources/SOURCES.md). A part of a date that is not known is empty; an end of 0 is an alliance in effect. A
cell is empty as well where the sheet gives no value, so that the columns merge as numbers; why it gives none
stands in the question's own column.
"""

from collections.abc import Callable, Mapping
from functools import partial

from atop_coder.dataset.column import NO_CODES, YES_NO, Cell, Codes, Column, Type
from atop_coder.dataset.membership import latest, part_of, seats
from atop_coder.dataset.record import Record
from atop_coder.form import Form

Get = Callable[[Record], Cell]

VERSION_3 = 1000  # COW numbers its alliances from 2005 on in version 3, and from 1 to 414 in version 4


def atop_columns(form: Form, members: int) -> tuple[Column[Record], ...]:
    """All columns with ATOP's names; as many of mem1, mem2, … as `members`."""
    named = (
        Column(name, label, Type.CODE if codes else Type.NUMBER, get, form.by_key[key].number, codes)
        for name, key, label, codes, get in _DECLARED
    )
    return (*named, *(_member_column(form, place) for place in range(members)))


def _member_column(form: Form, place: int) -> Column[Record]:
    def ccode(record: Record) -> Cell:
        return record.member_codes[place] if place < len(record.member_codes) else None

    label = f"Member {place + 1} (COW code, ascending)"
    return Column(f"mem{place + 1}", label, Type.NUMBER, ccode, form.by_key["members"].number)


# What the variables are taken from


def _cow_number(record: Record, version: int) -> Cell:
    number = record.sheet.by_key("cow_alliance_number").value
    fits = isinstance(number, int) and (number >= VERSION_3) == (version == 3)
    return number if fits and isinstance(number, int) else None


def _begin(record: Record, part: str) -> Cell:
    """Of the earliest signature date; of two that begin alike, of the one that is better known."""
    dates = (entry.date for entry in record.sheet.signature_dates)
    earliest = min(dates, key=lambda date: (date.first(), -date.month, -date.day), default=None)
    return part_of(earliest, part)


def _end(record: Record, part: str) -> Cell:
    """Of the latest termination date; 0 for an alliance still in effect."""
    ended = record.sheet.termination
    return 0 if _in_effect(record) else part_of(latest(ended.dates) if ended else None, part)


def _in_effect(record: Record) -> Cell:
    ended = record.sheet.termination
    return int(ended.in_effect_as_of is not None) if ended else None


def _bilateral(record: Record) -> Cell:
    return int(seats(record.member_codes) == 2) if record.member_codes else None


def _obligation(record: Record, choice: str) -> Cell:
    chosen = record.sheet.by_key("alliance_type").value
    return int(choice in chosen) if isinstance(chosen, tuple) else None


def _code(record: Record, key: str, codes: Mapping[str, int]) -> Cell:
    """The code of the choice made in the question with that key."""
    value = record.sheet.by_key(key).value
    return codes.get(value) if isinstance(value, str) else None


_WARTIME = partial(_code, key="signed_during_war", codes={"yes": 1, "no": 0})
_SECRECY = partial(_code, key="secrecy", codes={"public": 0, "public_with_secret_articles": 1, "secret": 2})
_MEANS = partial(
    _code,
    key="means",
    codes={"treaty": 1, "executive_agreement": 0, "diplomatic_notes": 0, "other": 0},
)
# ATOP codes the contrary of what the question asks: 1 where obligations differ.
_ASYMMETRY = partial(_code, key="symmetric", codes={"yes": 0, "no": 1})


def _active(record: Record) -> Cell:
    """Whether an ally has to fight: the two pacts that make ATOP's `active` in 745 of 745 alliances."""
    chosen = record.sheet.by_key("alliance_type").value
    return int(bool({"defense", "offense"} & set(chosen))) if isinstance(chosen, tuple) else None


def _conflicts_settled(record: Record) -> Cell:
    """Of members before those of others, where both are answered; what both Yes means ATOP does not tell."""
    inside, outside = (
        record.sheet.by_key(key).value for key in ("conflicts_resolved", "outside_conflict_settled")
    )
    if "no" in (inside, outside):
        return {("yes", "no"): 1, ("no", "yes"): 2, ("no", "no"): 0}.get((str(inside), str(outside)))
    return None


def _of_yes_no(name: str, key: str, label: str) -> tuple[str, str, str, Codes, Get]:
    """A variable that is 1 where the question says Yes, and 0 where it says No."""
    return name, key, label, YES_NO, partial(_code, key=key, codes={"yes": 1, "no": 0})


_YES_NO_QUESTIONS = (
    ("thirdcom", "third_party_consultation", "Consult before commitments to third parties"),
    ("noothall", "no_hostile_alliances", "No alliances against the partner"),
    ("medarb", "dispute_settlement", "Mediation or arbitration of disputes"),
    ("intcom", "integrated_command", "Integrated command"),
    ("contrib", "contributions", "Contributions of the members are set"),
    ("divgains", "division_of_gains", "Division of gains"),
    ("demwith", "demobilization", "Demobilization or withdrawal"),
    ("nomicoop", "nonmilitary_cooperation", "Nonmilitary cooperation"),
    ("conmen", "unresolved_conflicts", "Unresolved conflicts are mentioned"),
)
_OF_CONFLICTS: Codes = {0: "None", 1: "Among members", 2: "Of outsiders"}
_OF_MEANS: Codes = {1: "Treaty that requires ratification", 0: "Any other means"}
_OF_SECRECY: Codes = {0: "Public", 1: "Public but with secret articles", 2: "Secret"}

# name, key of the question, label, codes, and what makes the cell
_DECLARED: tuple[tuple[str, str, str, Codes, Get], ...] = (
    ("cowid", "cow_alliance_number", "COW alliance number, v3", NO_CODES, partial(_cow_number, version=3)),
    ("cow4id", "cow_alliance_number", "COW alliance number, v4", NO_CODES, partial(_cow_number, version=4)),
    ("begyr", "signature_dates", "Signed, year", NO_CODES, partial(_begin, part="year")),
    ("begmo", "signature_dates", "Signed, month", NO_CODES, partial(_begin, part="month")),
    ("begday", "signature_dates", "Signed, day", NO_CODES, partial(_begin, part="day")),
    ("endyr", "termination", "Ended, year (0 = in effect)", NO_CODES, partial(_end, part="year")),
    ("endmo", "termination", "Ended, month (0 = in effect)", NO_CODES, partial(_end, part="month")),
    ("endday", "termination", "Ended, day (0 = in effect)", NO_CODES, partial(_end, part="day")),
    ("ineffect", "termination", "Still in effect", YES_NO, _in_effect),
    ("bilat", "members", "Bilateral: two seats (a successor state shares one)", YES_NO, _bilateral),
    ("wartime", "signed_during_war", "Signed during war", YES_NO, _WARTIME),
    ("estmode", "means", "Means of establishment", _OF_MEANS, _MEANS),
    ("pubsecr", "secrecy", "Public or secret", _OF_SECRECY, _SECRECY),
    ("defense", "alliance_type", "Defense pact", YES_NO, partial(_obligation, choice="defense")),
    ("offense", "alliance_type", "Offense pact", YES_NO, partial(_obligation, choice="offense")),
    ("neutral", "alliance_type", "Neutrality pact", YES_NO, partial(_obligation, choice="neutrality")),
    ("nonagg", "alliance_type", "Nonaggression pact", YES_NO, partial(_obligation, choice="nonaggression")),
    ("consul", "alliance_type", "Consultation pact", YES_NO, partial(_obligation, choice="consultation")),
    ("active", "alliance_type", "Defense or offense pact", YES_NO, _active),
    ("asymm", "symmetric", "Obligations differ between members", YES_NO, _ASYMMETRY),
    *(_of_yes_no(name, key, label) for name, key, label in _YES_NO_QUESTIONS),
    ("conres", "conflicts_resolved", "Settles conflicts", _OF_CONFLICTS, _conflicts_settled),
)
