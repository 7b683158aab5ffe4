"""What is wrong between sheets, or between a sheet and the published list: one small function a rule."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from atop_coder.checks import Problem
from atop_coder.checks.numbers import FOUR_DIGITS
from atop_coder.checks.words import listed
from atop_coder.folder.catalogue import make_problem
from atop_coder.folder.facts import Facts
from atop_coder.folder.short_names import short_names
from atop_coder.form import Form, Status, load_form
from atop_coder.reference import Alliance, Alliances, load_alliances

MOST_NAMES = 3  # files or alliances that a message names
MOST_FILES = 20  # files that the data of a problem name; three thousand copies would name nine million


UNDER_TWO = "alliance-under-two-ids"
Key = TypeVar("Key", bound=Hashable)


class Found(NamedTuple):
    """A problem and the file it is told at."""

    path: Path
    problem: Problem


@dataclass(frozen=True)
class Sheets:
    """The facts of all sheets under examination, by file."""

    facts: tuple[tuple[Path, Facts], ...]
    published: Alliances
    form: Form

    def number(self, key: str) -> int:
        return self.form.by_key[key].number

    @cached_property
    def ids(self) -> frozenset[int]:
        """The ATOP ids of the sheets."""
        return frozenset(one.atop_id for _, one in self.facts if one.atop_id is not None)

    @cached_property
    def names(self) -> Mapping[Path, str]:
        """What messages call the files."""
        return short_names(path for path, _ in self.facts)

    def listed(self, paths: Sequence[Path], count: int) -> str:
        """`a.txt and b.txt`; with many, the first and how many more of that count."""
        return _with_more([self.names[path] for path in paths[:MOST_NAMES]], count)

    def alike(self, key: Callable[[Facts], Hashable]) -> Iterator[list[tuple[Path, Facts]]]:
        """The groups of two and more sheets to which the key gives the same value, None apart."""
        groups: dict[Hashable, list[tuple[Path, Facts]]] = defaultdict(list)
        for path, facts in self.facts:
            if (value := key(facts)) is not None:
                groups[value].append((path, facts))
        yield from (group for group in groups.values() if len(group) > 1)


Rule = Callable[[Sheets], Iterator[Found]]


def ids_twice(sheets: Sheets) -> Iterator[Found]:
    """Two sheets with other answers bear one ATOP id; copies of one sheet are told by `copies`."""
    question = sheets.number("atop_id")
    for group in sheets.alike(_proper_id):
        by_answers = _parted(group, lambda facts: facts.answers)
        for path, facts in group:
            count = len(group) - len(by_answers[facts.answers])
            if count:
                others = _first(paths for key, paths in by_answers.items() if key != facts.answers)
                data = {"atop_id": facts.atop_id, "files": _names(others)}
                words = sheets.listed(others, count)
                yield Found(path, make_problem(question, "atop-id-twice", data, others=words))


def _proper_id(facts: Facts) -> int | None:
    """The ATOP id if it has four digits; any other is an error of the one sheet, and says nothing."""
    return facts.atop_id if facts.atop_id in FOUR_DIGITS else None


def copies(sheets: Sheets) -> Iterator[Found]:
    """Sheets that say what an earlier one says, such as a normalized sheet beside its original."""
    question = sheets.number("atop_id")
    for (first, _), *later in sheets.alike(lambda facts: facts.answers):
        for path, _ in later:
            data = {"files": _names([first])}
            yield Found(path, make_problem(question, "sheet-twice", data, other=sheets.names[first]))


def alliances_under_two_ids(sheets: Sheets) -> Iterator[Found]:
    """The same members signed on the same whole date, and the sheets bear other ids.

    It is told for each of the other ids, but once where there are more than a few.
    """
    question = sheets.number("atop_id")
    for group in sheets.alike(_members_and_date):
        by_id = _parted(group, _proper_id)
        faulty = len(by_id.pop(None, ()))
        ids = sorted(filter(None, by_id))
        for path, facts in group:
            if (own := _proper_id(facts)) is None:
                continue
            others = [one for one in islice(ids, MOST_NAMES + 2) if one != own]
            if len(others) > MOST_NAMES:
                words = _with_more([str(one) for one in others[:MOST_NAMES]], len(ids) - 1)
                several = (one for key, one in by_id.items() if key != own)
                told: list[tuple[Iterable[list[Path]], int, int | None, str]] = [
                    (several, len(group) - faulty - len(by_id[own]), others[0], words)
                ]
            else:
                told = [([by_id[one]], len(by_id[one]), one, str(one)) for one in others]
            for groups, count, other_id, words in told:
                files = _first(groups)
                data = {"atop_id": own, "other_id": other_id, "files": _names(files)}
                names = sheets.listed(files, count)
                yield Found(path, make_problem(question, UNDER_TWO, data, others=names, other_ids=words))


def _parted(group: Iterable[tuple[Path, Facts]], key: Callable[[Facts], Key]) -> dict[Key, list[Path]]:
    """The files of a group by what the key says of them."""
    parts: dict[Key, list[Path]] = defaultdict(list)
    for path, facts in group:
        parts[key(facts)].append(path)
    return parts


def _first(groups: Iterable[list[Path]]) -> list[Path]:
    return list(islice(chain.from_iterable(groups), MOST_FILES))


def _with_more(names: list[str], count: int) -> str:
    """The names, and how many more there are of that count."""
    more = count - len(names)
    return f"{', '.join(names)} and {more} more" if more > 0 else listed(names)


def _members_and_date(facts: Facts) -> Hashable:
    """What two sheets of one alliance share; None where members or the first whole date are not known."""
    first = facts.signed[0] if facts.signed else ""
    return (facts.codes, first) if len(facts.codes) > 1 and len(first) == len("2003-12-25") else None


def references_to_nothing(sheets: Sheets) -> Iterator[Found]:
    """An ATOP id in questions 44 to 48 that neither a sheet nor the published list has."""
    for path, facts in sheets.facts:
        for question, alliance in facts.references:
            if alliance not in sheets.ids and sheets.published.get(alliance) is None:
                yield Found(path, make_problem(question, "alliance-not-found", {"alliance": alliance}))


def cow_numbers_of_others(sheets: Sheets) -> Iterator[Found]:
    """A COW alliance number that the published list gives to other alliances only."""
    question = sheets.number("cow_alliance_number")
    for path, facts in sheets.facts:
        owners = (
            [one for one in sheets.published if facts.cow in (one.cow_v3, one.cow_v4)] if facts.cow else []
        )
        if owners and not any(_is_same(facts, owner) for owner in owners):
            names = listed(f"ATOP {owner.atop_id}" for owner in owners[:MOST_NAMES])
            more = " and others" if len(owners) > MOST_NAMES else ""
            data = {"cow": facts.cow, "alliances": [owner.atop_id for owner in owners]}
            yield Found(path, make_problem(question, "cow-number-of-another", data, owners=names + more))


def _is_same(facts: Facts, owner: Alliance) -> bool:
    """Whether the sheet is of that alliance: by its id, or without a published one by members and date."""
    return facts.atop_id == owner.atop_id or owner.fits(facts.codes, facts.signed)


def cow_numbers_known(sheets: Sheets) -> Iterator[Found]:
    """Question 2 has no number, and the one published alliance with these members and this date has one."""
    question = sheets.number("cow_alliance_number")
    for path, facts in sheets.facts:
        if facts.cow is not None or facts.cow_status == Status.ANSWERED:
            continue
        one = sheets.published.one_of(facts.codes, facts.signed, facts.atop_id)
        if one is not None and one.cow_numbers:
            label = sheets.form.status_label(facts.cow_status)
            says = (
                f"says {label}: put the number in if it is this alliance" if label else "is blank: put it in"
            )
            data = {"atop_id": one.atop_id, "cow_v3": one.cow_v3, "cow_v4": one.cow_v4}
            found = make_problem(question, "cow-number-known", data, number=one.cow_words, says=says)
            yield Found(path, found)


RULES: tuple[Rule, ...] = (
    ids_twice,
    copies,
    alliances_under_two_ids,
    references_to_nothing,
    cow_numbers_of_others,
    cow_numbers_known,
)


def check_across(
    facts: Iterable[tuple[Path, Facts]], published: Alliances | None = None, form: Form | None = None
) -> tuple[Found, ...]:
    """All problems between these sheets, in their order, by question."""
    sheets = Sheets(tuple(facts), published or load_alliances(), form or load_form())
    order = {path: place for place, (path, _) in enumerate(sheets.facts)}
    found = [one for rule in RULES for one in rule(sheets)]
    return tuple(sorted(found, key=lambda one: (order[one.path], one.problem.question)))


def _names(paths: Iterable[Path]) -> list[str]:
    return [str(path) for path in paths]
