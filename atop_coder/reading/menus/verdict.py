"""What a menu says: the choices that are marked in it, or why that cannot be told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atop_coder.form import Kind, Question, Status
from atop_coder.reading.menus.options import Option, Printed
from atop_coder.reading.menus.tokens import NONE, Sign
from atop_coder.reading.report import Look, Sureness

_UNMARKED = "it lists the choices, and none is marked"
_TWO = "two choices are marked where one is asked for"
_UNCLEAR = "it cannot be told which choice the mark belongs to"
_STRANGE = "a ticked box stands at none of the choices"
AT_ODDS = "its marks contradict one another"
_CHECKED = "a check mark was taken for Yes, a cross beside it for No"
_SOME = "some of the choices listed are set off from the others"
_STATUSES = frozenset((Status.NOT_APPLICABLE, Status.UNKNOWN))


class Verdict(NamedTuple):
    """The values that are marked, or why nobody can tell; `as_typed`: the text is a list, with doubt."""

    values: tuple[str, ...] | None
    sureness: Sureness = Sureness.SURE
    why: str = ""
    as_typed: bool = False


def verdict(question: Question, menu: Printed) -> Verdict | None:
    """What the menu says; None if it is no menu, but an answer that names several choices."""
    if menu.unclear:
        return _doubt(_UNCLEAR)
    if menu.loose:
        return _doubt(_STRANGE)
    by_box = _by_box(question, menu) if menu.boxed else None
    return by_box or _by_look(question, menu)


def _doubt(why: str) -> Verdict:
    return Verdict(None, Sureness.UNSURE, why)


def _by_box(question: Question, menu: Printed) -> Verdict | None:
    """What is ticked; None where nothing is, but words may be set off."""
    ticked = _values(option for option in menu.options if option.ticked)
    if not ticked:
        return None
    left_open = _values(option for option in menu.options if option.open)
    struck = _values(option for option in menu.options if option.struck)
    votes = [vote for vote in _votes(menu.options) if len(vote) == 1]
    if set(ticked) & {*left_open, *struck} or any(not set(vote) <= set(ticked) for vote in votes):
        return _doubt(AT_ODDS)
    crossed = any(
        option.box and option.box.sign == Sign.TICKED and not option.ticked for option in menu.options
    )
    said = _chosen(question, ticked, Sureness.SURE)
    return said._replace(sureness=Sureness.LIKELY, why=_CHECKED) if crossed and said.values else said


def _chosen(question: Question, values: tuple[str, ...], sureness: Sureness) -> Verdict:
    several = question.kind == Kind.CHOICES
    if len(values) > 1 and (not several or NONE in values or _STATUSES.intersection(values)):
        return _doubt(AT_ODDS if several else _TWO)
    why = "" if sureness == Sureness.SURE else "the choice that is set off from the others was taken"
    return Verdict(values, sureness, why)


def _by_look(question: Question, menu: Printed) -> Verdict | None:
    live = [option for option in menu.options if not option.struck]
    struck = len(live) < len(menu.options)
    if not live:
        return _doubt(_UNMARKED)
    repeated = _repeated(live)
    if repeated and not menu.boxed and question.kind != Kind.CHOICES:
        return Verdict((repeated,), Sureness.LIKELY, "the answer stands behind a list of the choices")
    votes = [] if menu.sentences else list(dict.fromkeys(_votes(live)))
    if question.kind == Kind.CHOICES:
        return _of_several(question, menu, live, votes)
    if len(votes) > 1:
        return _doubt(AT_ODDS)
    if votes:
        return _chosen(question, votes[0], Sureness.LIKELY)
    if struck and len(_values(live)) == 1:
        return _chosen(question, _values(live), Sureness.LIKELY)
    return _doubt(_UNMARKED) if menu.boxed or struck or _lists_all(question, menu) else None


def _of_several(
    question: Question, menu: Printed, live: Sequence[Option], votes: Sequence[tuple[str, ...]]
) -> Verdict | None:
    """Several choices may be marked; a list of a few choices is the answer itself, and no menu."""
    count = len(question.choices)
    whole = len(set(menu.values) & set(question.labels)) >= count - 1
    if len(votes) > 1:
        return _doubt(AT_ODDS)
    if votes:
        return _chosen(question, votes[0], Sureness.LIKELY) if whole or menu.boxed else _as_typed(_SOME)
    if menu.boxed:
        return _doubt(_UNMARKED)
    if len(live) < len(menu.options) and whole:
        return _chosen(question, _values(live), Sureness.LIKELY)
    every = len(set(_values(live)) & set(question.labels)) == count and not menu.own
    return _doubt(_UNMARKED) if every or (whole and count > 6) else None


def _as_typed(why: str) -> Verdict:
    return Verdict(None, Sureness.UNSURE, why, as_typed=True)


def _lists_all(question: Question, menu: Printed) -> bool:
    """Whether so much is listed that it is the form's list and no answer."""
    values = set(menu.values)
    if question.kind == Kind.YES_NO:
        return {"yes", "no"} <= values or (menu.firm and len(values) > 1)
    return len(values & set(question.labels)) > 2


def _repeated(options: Sequence[Option]) -> str:
    """The value that comes once more behind a list of different choices, as in "Yes/No: No"."""
    values = [option.value for option in options]
    first = values[:-1]
    return values[-1] if len(first) > 1 and len(set(first)) == len(first) and values[-1] in first else ""


def _values(options: Iterator[Option] | Sequence[Option]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.value for option in options))


def _votes(options: Sequence[Option]) -> Iterator[tuple[str, ...]]:
    """The values that each look sets off: some have it, and others have not."""
    every = _values(options)
    for look in Look:
        having = _values([option for option in options if look in option.looks])
        if look != Look.STRUCK and 0 < len(having) < len(every):
            yield having
    words = [option for option in options if option.value not in _STATUSES]
    capitals = _values([option for option in words if option.capital])
    if 0 < len(capitals) < len(_values(words)):
        yield capitals
